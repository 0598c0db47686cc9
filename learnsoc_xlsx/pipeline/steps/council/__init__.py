"""Council: what is printed for the commune and its council to fill in, and what their word comes to."""
