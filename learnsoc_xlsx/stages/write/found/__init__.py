"""Found: what was found, for machines: each finding as an entry of run.json, and every cell of it in a file of its own."""
