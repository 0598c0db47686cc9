"""Around the cells that a form asks for: what it prints there, and what people wrote where nobody reads."""
