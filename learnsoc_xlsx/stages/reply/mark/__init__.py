"""Mark: the sender's own workbook, changed only in the parts that bear a mark."""
