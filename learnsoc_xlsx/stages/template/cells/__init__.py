"""Cells: addresses, dropdowns, prompts and rules of the entry cells."""
