"""Lists of units as people have them: pasted a line each, or in an old workbook; pure functions of text and cells."""
