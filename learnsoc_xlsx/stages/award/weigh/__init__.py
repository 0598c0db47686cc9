"""Weigh: one candidate held against what an award and its title ask."""
