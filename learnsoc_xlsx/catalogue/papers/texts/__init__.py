"""The text of each paper, one a file."""
