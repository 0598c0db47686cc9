"""Near names: of many names the one that somebody may have meant, to be offered to a person and never taken.

Names are held against one another without diacritics, for many people type none; diacritics only decide between names
that are alike without them.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from rapidfuzz.fuzz import ratio

from learnsoc_xlsx.vietnamese.letters import bare, key

Closeness = tuple[float, ...]
"""How close two names are, the first number weighing most; empty where they are not."""

_CLOSE, _CLOSE_BEGINNING = 80, 90
"""From so many percent of common letters on, whole names are close, and the first words of names."""
_FEWEST_WORDS = 2
_NUMBER = re.compile(r"\d+")


def nearest(text: str, choices: Iterable[str]) -> str | None:
    """Return the one choice that is clearly close to the text, or, where none is, that has the same first words; or None.

    "Tram y te xa Binh An" begins like "Trạm Y tế xã". "Thôn 3" is never close to "Thôn 2", and of two equally close
    choices neither is returned.
    """
    names = dict.fromkeys(choices)
    ranked = _ranked(names, partial(_whole, text)) or _ranked(names, partial(_beginning, text))
    tie = len(ranked) > 1 and ranked[0][0] == ranked[1][0]
    return ranked[0][1] if ranked and not tie else None


def _ranked(choices: Iterable[str], closeness: Callable[[str], Closeness]) -> list[tuple[Closeness, str]]:
    """Return those choices that are close at all, the closest first."""
    measured = ((closeness(choice), choice) for choice in choices)
    return sorted((pair for pair in measured if pair[0]), reverse=True)


def _whole(text: str, choice: str) -> Closeness:
    """Likeness without diacritics, then with them; nothing when both carry numbers and these differ."""
    given, offered = _bare(text), _bare(choice)
    numbers, others = _NUMBER.findall(given), _NUMBER.findall(offered)
    if numbers and others and numbers != others:
        return ()
    likeness = ratio(given, offered, score_cutoff=_CLOSE)
    return (likeness, ratio(key(text), key(choice))) if likeness else ()


def _beginning(text: str, choice: str) -> Closeness:
    """How many first words one name shares with the other, where it ends there, and how alike they are."""
    given, offered = _bare(text).split(), _bare(choice).split()
    shared = min(len(given), len(offered))
    one, other = " ".join(given[:shared]), " ".join(offered[:shared])
    if shared < _FEWEST_WORDS or _NUMBER.findall(one) != _NUMBER.findall(other):
        return ()
    likeness = ratio(one, other, score_cutoff=_CLOSE_BEGINNING)
    marked = (" ".join(key(name).split()[:shared]) for name in (text, choice))
    return (shared, likeness, ratio(*marked)) if likeness else ()


@lru_cache(maxsize=1 << 14)
def _bare(text: str) -> str:
    return bare(text)
