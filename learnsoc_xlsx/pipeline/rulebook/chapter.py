"""Chapter: the parts of the rulebook, and the rules in them, as they are printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class RuleMark(Enum):
    """Whose word a rule is, and whether it was held against its text: a word for programs, and what paper says of it."""

    VERIFIED = ("verified", "")
    UNVERIFIED = ("not_verified", "chưa kiểm chứng")
    OWN = ("commune", "xã đặt")
    OPEN = ("not_set", "xã chưa đặt")
    DEFAULT = ("default", "mặc định, xã chưa chọn")
    CONVENTION = ("convention", "quy ước, không văn bản nào quy định")

    def __init__(self, word: str, label: str) -> None:
        self.word = word
        self.label = label


@dataclass(frozen=True)
class RuleInWords:
    """One rule: what it is in the catalogue (`id`), what it says, and whose word it is.

    `instead` is what is known of the text's own number where the commune's stands in its place (None: no text has one).
    `article` is where its text says so, `decision` that text by its id (empty: the register's own), `in_force` from when until
    when, in words. `source` is what a number or a date rests on beside, `where` the place of the register that sets it, or that
    would, under the codes `keys`.
    """

    id: str
    words: str
    mark: RuleMark
    article: str = ""
    decision: str = ""
    in_force: str = ""
    source: str = ""
    where: str = ""
    keys: tuple[str, ...] = ()
    instead: RuleMark | None = None


@dataclass(frozen=True)
class Chapter:
    """A part of the rulebook under its heading: what is said of it as a whole, its rules, and the parts within it."""

    heading: str
    rules: tuple[RuleInWords, ...] = ()
    intro: tuple[str, ...] = ()
    parts: "tuple[Chapter, ...]" = ()

    def every_rule(self) -> Iterator[RuleInWords]:
        """Yield its rules and those of the parts within, in the order in which they are printed."""
        yield from self.rules
        for part in self.parts:
            yield from part.every_rule()


@dataclass(frozen=True)
class Rulebook:
    """The rules of a year; `commune` and `register` are empty where no register was there. `plans` are the names of the plans
    that rounds are held by. `unused` are the lines of the register that set nothing, with why.
    """

    year: int
    commune: str
    register: str
    chapters: tuple[Chapter, ...]
    plans: tuple[str, ...]
    unused: tuple[str, ...] = ()

    def every_rule(self) -> Iterator[RuleInWords]:
        """Yield every rule in the order in which it is printed."""
        for chapter in self.chapters:
            yield from chapter.every_rule()
