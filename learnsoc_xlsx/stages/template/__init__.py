"""Template: print a blank form of a year as a workbook, from its declaration and nothing else."""
