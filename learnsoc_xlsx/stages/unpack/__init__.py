"""Unpack: the files inside files, from archives and messages, each with the message that brought it."""

from learnsoc_xlsx.stages.unpack.unpack import Item, Taken, found_again, load, named, unpack

__all__ = ["Item", "Taken", "found_again", "load", "named", "unpack"]
