"""Within: what a table asks of its own cells and rows, whatever stands in the other tables."""
