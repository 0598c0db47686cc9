"""Receive: take every file as it came, look at it before it is opened, and read the stamp of its template."""
