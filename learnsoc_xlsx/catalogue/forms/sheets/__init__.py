"""The sheets that forms share, and the fields on them."""
