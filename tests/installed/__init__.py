"""The program installed from its wheel in an empty folder, far from this one, and used there as people use it."""
