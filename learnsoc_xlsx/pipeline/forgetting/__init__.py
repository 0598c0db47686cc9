"""Forgetting: a person or a unit goes from what was made; what was sent is only named, with its cells."""
