"""Words that many cells of lists share: each stands once in the workbook, and cells name it by its number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

FEW = 2_000
"""A column of more different texts, as one of names, keeps them in its cells: a name that is corrected moves no number."""
_COUNTS = re.compile(r' count="(\d+)" uniqueCount="(\d+)"')


@dataclass
class SharedWords:
    """The words of the lists of a workbook, by their numbers, which go on from those that the workbook has, `first` of them;
    and how many cells name one.
    """

    first: int = 0
    cells: int = 0
    _numbers: dict[str, int] = field(default_factory=dict)

    def numbers(self, words: Iterable[str]) -> list[int | None]:
        """Return the number of each word, as it is spelt in XML; none of an empty one."""
        return [self._numbers.setdefault(word, self.first + len(self._numbers)) if word else None for word in words]

    def with_those_of(self, part: str) -> str:
        """Return the workbook's part of shared words with these behind its own."""
        has = _counts(part)
        counts = f' count="{has[0] + self.cells}" uniqueCount="{has[1] + len(self._numbers)}"'
        added = "".join(f"<si>{word}</si>" for word in self._numbers)
        return _COUNTS.sub(counts, part, count=1).replace("</sst>", f"{added}</sst>")


def words_behind(part: str) -> SharedWords:
    """Return words, none yet, to stand behind those of a workbook's part of shared words."""
    return SharedWords(_counts(part)[1])


def _counts(part: str) -> tuple[int, int]:
    """How many cells name a word there, and how many words there are."""
    found_there = _COUNTS.search(part)
    assert found_there is not None, "a page always has a title"
    return int(found_there[1]), int(found_there[2])
