"""Texts that an officer may word anew: which words they may use, what may be written in them, and where they are filled in."""
