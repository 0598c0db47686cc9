"""Decide: what the council concluded of the candidates of a round, after its record, and what later rounds know of it."""
