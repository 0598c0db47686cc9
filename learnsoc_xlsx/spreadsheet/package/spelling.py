"""How a sheet spells what stands in its cells."""

from datetime import date

ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
LONGEST = 32_767
"""So many units of UTF-16 a cell may hold."""
DAY_ZERO = date(1899, 12, 30).toordinal()
"""The day that a sheet counts from, for days since March 1900: it counts one that never was, 29/02/1900."""
AS_IT_IS = ' xml:space="preserve"'
"""What is said of a text with blanks that a reader may take away where it is not told to leave them."""


def as_it_is(text: str) -> str:
    """Return what is said of the blanks of a text; most are shorter without that."""
    plain = text.isprintable() and "  " not in text and text == text.strip()
    return "" if plain else AS_IT_IS
