"""Aggregate: figures by unit, year and phase, for the commune and the levels above it."""
