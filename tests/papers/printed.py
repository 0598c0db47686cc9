"""Papers as an office program prints them: what of their pages an eye would stumble over."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber

_HEAD, _FOOT = 55, 55
"""Where a page's own marks stand, in points from its upper and its lower edge: draft, number, sample."""
_HEADING = re.compile(r"^(?:[IVX]+\.|\d\.|Điều|STT)\s")


def on_no_page(pdf: Path) -> list[int]:
    """Return the numbers of pages on which nothing stands but marks."""
    return [number for number, lines in _pages(pdf) if not lines]


def headings_parted(pdf: Path) -> list[tuple[int, str]]:
    """Return the headings, bold or of a table, that stand last on a page but the last, with its number."""
    pages = list(_pages(pdf))
    return [
        (number, lines[-1]["text"])
        for number, lines in pages[:-1]
        if lines and _HEADING.match(lines[-1]["text"]) and _is_bold(lines[-1])
    ]


def signed_alone(pdf: Path) -> list[int]:
    """Return the numbers of pages that begin with the signature."""
    first = ((number, lines[0]["text"]) for number, lines in _pages(pdf) if lines)
    return [number for number, text in first if text.startswith(("Nơi nhận", "TM.", "KT.", "THƯ KÝ", "CHỦ T"))]


def _pages(pdf: Path) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Yield each page's number and its lines between head and foot, from above."""
    with pdfplumber.open(pdf) as file:
        for page in file.pages:
            lines = page.extract_text_lines()
            yield page.page_number, [one for one in lines if _HEAD < one["top"] < page.height - _FOOT]


def _is_bold(line: dict[str, Any]) -> bool:
    return all("Bold" in char["fontname"] for char in line["chars"] if char["text"].strip())
