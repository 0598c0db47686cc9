"""Read: find the tables of a form in an open workbook, and turn what people typed into exact values."""
