"""Kills: a run that is ended at any moment leaves all that was or all that is new, at the latest after the next start."""
