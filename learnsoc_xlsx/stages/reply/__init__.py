"""Reply: the answer to each sender, their own workbook marked where it needs another look, and a letter to go with it."""
