"""Numbers beside words: what people write behind a number, and amounts of money written out."""
