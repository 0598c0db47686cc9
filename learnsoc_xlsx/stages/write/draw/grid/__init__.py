"""Tables of a page, each cell as what it is, their rows written past the library."""
