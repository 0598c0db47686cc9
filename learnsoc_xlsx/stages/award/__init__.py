"""Award: compare what is known of each candidate with what an award asks, rank who is eligible, and say why."""
