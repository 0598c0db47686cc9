"""How much room a text takes. Office programs do not all fit the height of a row to its text, so we say it."""

import math

LINE = 15.0
"""Points of one line of text."""
TALLEST = 409.0
"""Points of the highest row that Excel takes. Source: Microsoft, “Excel specifications and limits”."""
LETTER = 0.85
"""The width of a small letter, counted in digits, as column widths are."""
CAPITAL = 1.3
DIGIT = 1.0
MIXED = 1.0
"""A letter of any text, where counting kinds of letters one by one would take too long."""
RAGGED = 2.5
"""What a line loses at its end, since words are not broken."""


def lines_needed(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of this width."""
    if CAPITAL * len(text) <= width:
        return 1
    capitals, digits = sum(map(str.isupper, text)), sum(map(str.isdigit, text))
    length = CAPITAL * capitals + DIGIT * digits + LETTER * (len(text) - capitals - digits)
    return 1 if length <= width else math.ceil(length / max(width - RAGGED, 1))


def row_height(lines: int) -> float:
    """Return the height of a row of this many lines, in points; of more lines than a row can show, the highest there is."""
    return min(lines * LINE + 1, TALLEST)
