"""Pages of what units sent: their lists and answers whole and in short, every source of every figure."""
