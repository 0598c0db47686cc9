"""File names that every system can hold, Windows with its reserved names and letters first of all."""

import re
import unicodedata

from learnsoc_xlsx.vietnamese.letters import clean

_FORBIDDEN = re.compile('[<>:"/\\\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_LONGEST = 120  # letters; a path on Windows has 260 in all
_LONGEST_BYTES = 200  # a name on Linux has 255, and a Vietnamese letter takes up to three


def safe(name: str) -> str:
    """Return a name without what a file system refuses, hides or cuts: NFC, no longer than it may be, its ending kept."""
    plain = _FORBIDDEN.sub("_", clean(name)).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 10 or not stem.strip():
        stem, dot, ending = plain, "", ""
    stem = _cut(stem, _LONGEST_BYTES - len(ending.encode()))
    whole = f"{stem}{dot}{ending}" or "khong ten"
    return f"_{whole}" if _RESERVED.match(whole) or whole.startswith("~$") else whole


def numbered(name: str, number: int) -> str:
    """Return the name for the second, third… file of one name: "a (2).xlsx"."""
    if number == 1:
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"


def _cut(stem: str, most: int) -> str:
    """Cut at whole letters, so that no letter loses its tone."""
    short = stem[:_LONGEST].encode()[:most].decode("utf-8", "ignore")
    return unicodedata.normalize("NFC", short).strip(" .")
