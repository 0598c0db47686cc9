"""Bases: the legal texts that something rests on, each while it was in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.law.kinds import Span


@dataclass(frozen=True)
class Basis:
    """A text (căn cứ) on which something rests, by the id under which it is named: several texts may bear one id.

    `since` and `until` are its first and its last day in force (None: it still is). `span`: it is a basis only of
    rounds that are so held. `in_full` is how a paper cites it, several texts parted by ";" (empty: a paper does not).
    """

    id: str
    article: str
    since: date
    source: str
    verified: bool
    until: date | None = None
    span: Span | None = None
    in_full: str = ""

    def holds(self, day: date, span: Span) -> bool:
        """Whether it is in force on a day, and a basis of rounds held so."""
        return self.since <= day <= (self.until or day) and self.span in (None, span)


def cited(bases: Iterable[Basis], day: date, span: Span) -> tuple[Basis, ...]:
    """Return those in force on the day of a decision, in the order in which they came into force."""
    return tuple(sorted((basis for basis in bases if basis.holds(day, span)), key=lambda basis: basis.since))


def articles(bases: Iterable[Basis]) -> str:
    """Write bases as they are cited."""
    return "; ".join(dict.fromkeys(basis.article for basis in bases))
