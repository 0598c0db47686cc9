"""Shown: the name of a file as people see it."""

import unicodedata


def plain(name: str) -> str:
    """Return a name fit to be shown: composed letters, one line, none of the signs that part a container from its members."""
    shown = unicodedata.normalize("NFC", "".join(char if char.isprintable() else " " for char in name))
    return " ".join(shown.replace("›", ">").split())
