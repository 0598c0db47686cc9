"""The ledger: what stands in a workbook, counted by its cells alone, held against what the program says became of it.

The program's own equation, read = accepted + rejected + ignored, would balance too if a row were forgotten on both sides; so
the rows are counted here a second time, with openpyxl and the published codebook, by nothing that the program reads with.
"""
