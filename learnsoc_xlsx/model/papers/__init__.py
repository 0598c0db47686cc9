"""The papers of a round: their words, and what stands where on one."""
