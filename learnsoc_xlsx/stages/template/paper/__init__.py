"""Paper: the workbook that a template is printed on, its page and its looks."""
