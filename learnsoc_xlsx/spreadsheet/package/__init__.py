"""The package of a zipped workbook: which part holds what, what its letters may be, and its parts where their reader looks for them."""
