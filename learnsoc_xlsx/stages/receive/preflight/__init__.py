"""Preflight: a look at the bytes of a file before any library opens it."""
