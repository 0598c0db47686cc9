"""Check: hold every table against its form, its list, its year and the others, and reckon what became of each row."""
