"""What people put beside the cells of a workbook, or do to their looks: notes, boxes of text, pictures, lines struck out."""
