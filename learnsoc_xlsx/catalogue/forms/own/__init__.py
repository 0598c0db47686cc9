"""Sheets of the register in which the commune speaks for itself in words, one a file."""
