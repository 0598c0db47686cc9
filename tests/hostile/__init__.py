"""Hostile: collecting, as officers run it, from servers that are hostile, broken or full, within its real limits."""
