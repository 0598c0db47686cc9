"""Pages of figures: what was reported, by unit, year and phase, and where each figure comes from."""
