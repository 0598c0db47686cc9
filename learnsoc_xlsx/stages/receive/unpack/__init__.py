"""Unpack: the files inside files, from archives and messages, each with the message that brought it."""
