"""Long lists, written column by column past the library."""
