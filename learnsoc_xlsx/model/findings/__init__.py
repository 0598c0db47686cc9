"""Findings: what can be wrong or doubtful, one finding at its place, and what has been said so far."""
