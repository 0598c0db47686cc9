"""The package of a zipped workbook: which part holds what, and the parts put where their reader looks for them."""
