"""A finding: something wrong or doubtful, at a place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, replace
from functools import cached_property
from typing import TypedDict, cast

from learnsoc_xlsx.model.findings.alike import AlikeCells
from learnsoc_xlsx.model.findings.codes import Code, Severity
from learnsoc_xlsx.model.place import Place


class Words(TypedDict, total=False):
    """What the sentence of a finding names."""

    given: str
    expected: str
    other: str
    extra: str


def quoted_within(text: str) -> str:
    """Write quotation marks within quotation marks as single ones: “Đạt “Gia đình học tập”” is “Đạt ‘Gia đình học tập’”.

    What does not close as it opens is left as it is.
    """
    if not _OPENED_TWICE.search(text):
        return text
    depth, written = 0, []
    for letter in text:
        depth += letter == "“"
        written.append(_WITHIN.get(letter, letter) if depth > 1 else letter)
        depth -= letter == "”"
        if depth < 0:
            return text
    return text if depth else "".join(written)


_WITHIN = {"“": "‘", "”": "’"}
_OPENED_TWICE = re.compile("“[^”]*“")
NOBODY = -1
"""The number of no submission: what is said of the folder as a whole."""


@dataclass(frozen=True)
class Finding:
    """Something wrong or doubtful at a place of a submission, known by its number; `field` is what the place is for.

    `given`, `expected`, `other` and `extra` are what its sentence names. Whoever finds it says no more: `unit` and `year`
    are looked up once, where all findings are put in order; what is said of no submission may name them itself.
    `waived` holds why it was accepted (then it is a note), `waived_by` who did; `superseded` says that it stands in a version of a return
    that does not count: then it counts in no total. One that stands in many cells of a column holds them in `alike`;
    its place and words are those of the first.
    """

    code: Code
    place: Place
    submission: int = NOBODY
    field: str = ""
    _: KW_ONLY
    given: str = ""
    expected: str = ""
    other: str = ""
    extra: str = ""
    unit: str = ""
    year: int = 0
    waived: str = ""
    waived_by: str = ""
    superseded: bool = False
    alike: AlikeCells | None = None

    @property
    def severity(self) -> Severity:
        return Severity.NOTE if self.waived else self.code.severity

    @property
    def size(self) -> int:
        """In how many places it stands."""
        return len(self.alike) if self.alike else 1

    def one_by_one(self) -> Iterator["Finding"]:
        """Yield a finding for each cell in which it stands, in the order of the rows, one after another."""
        if self.alike is None:
            yield self
        else:
            yield from map(self.in_row, self.alike.rows)

    def in_row(self, row: int) -> "Finding":
        """Return the finding as it stands in the cell of a row, if it is one of many cells."""
        number = self.alike.number(row) if self.alike else None
        if self.alike is None or number is None:
            return self
        place = replace(self.place, cell=f"{self.alike.column}{row}")
        return replace(self, place=place, alike=None, **cast(Words, self.alike.sayings[number]._asdict()))

    @property
    def is_about_a_sheet(self) -> bool:
        """Whether a sheet is spoken of as a whole, and no cell or field of it."""
        return bool(self.place.sheet) and not self.place.cell and not self.field

    @cached_property
    def message(self) -> str:
        """The sentence for people, in Vietnamese."""
        sentence = quoted_within(self.code.sentence.format_map(self._words)) + self._elsewhere_in_column
        by = f" ({self.waived_by})" if self.waived_by else ""
        return f"{sentence} (Đã được chấp nhận: {self.waived}{by})" if self.waived else sentence

    @cached_property
    def to_the_sender(self) -> str:
        """The sentence for the person who filled the form, in Vietnamese; it cannot name what is elsewhere."""
        own = {word: text for word, text in self._words.items() if word not in self.code.elsewhere}
        return quoted_within(self.code.to_sender.format_map(own)) + self._elsewhere_in_column

    @property
    def without_quotes(self) -> "Finding":
        """The finding with … for what it repeats of a cell."""
        hidden = {word: "…" for word in self.code.quotes if getattr(self, word)}
        alike = self.alike.hiding(self.code.quotes) if self.alike else None
        return replace(self, alike=alike, **cast(Words, hidden))

    @property
    def _elsewhere_in_column(self) -> str:
        """In which other cells the same is wrong, and what else was given there if the sentence repeats it."""
        if self.alike is None:
            return ""
        repeats = "{given}" in self.code.sentence and "given" in self.code.quotes and "given" not in self.code.elsewhere
        others = self.alike.others(self.given) if repeats else []
        also = f"; cũng ghi {', '.join(f'“{other}”' for other in others)}" if others else ""
        return f" Cột này có {self.alike.in_words}{also}."

    @property
    def _words(self) -> Mapping[str, str]:
        return {"given": self.given, "expected": self.expected, "other": self.other, "extra": self.extra}
