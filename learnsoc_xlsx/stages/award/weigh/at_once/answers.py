"""Answers: what all candidates of an award say in one year, a column a fact, whoever says it and wherever it stands."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from learnsoc_xlsx.model.law.verdicts import Fact, Facts, Value
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.at_once.across import Across, Other, across, together
from learnsoc_xlsx.stages.award.weigh.at_once.grounds import StandIn

_RECEIVED = "any place at all"
_Answer = tuple[type, Value, str, bool, str, bool]
"""All of a fact that tells one answer from another: yes is no 1, and what stands somewhere is not what stands nowhere."""


class Answers:
    """The facts of candidates in one year. What they answer alike is one fact, which stands for those of all of them: its
    place and its figure only say of which fact they are, and `grounds` puts the candidate's own there.
    """

    def __init__(self, year: int, facts: Sequence[Facts]) -> None:
        self.year = year
        self._facts = facts
        received = across(any(fact.places for fact in of_one.values()) for of_one in facts)
        self._columns: dict[str, Across[Fact | None]] = {
            _RECEIVED: received.apply(lambda there: Fact(None, "", (Place(_RECEIVED),)) if there else None)
        }

    @property
    def nobody(self) -> Across[None]:
        """What is of no candidate."""
        return Across([None], [0] * len(self._facts))

    def add(self, columns: Mapping[str, Across[Fact]]) -> None:
        """Put facts that follow from others beside them, by id."""
        self._columns |= columns

    def of(self, name: str) -> Across[Fact | None]:
        """Return what every candidate answers to one fact; None where it has no such fact."""
        if name not in self._columns:
            answers = across(_answer(facts.get(name)) for facts in self._facts)
            self._columns[name] = answers.apply(partial(_stand_in, name, self.year))
        return self._columns[name]

    def rows(self, columns: Sequence[Across[Other]]) -> Across[tuple[Other, ...]]:
        """Return several things of every candidate as one, be they none at all."""
        return together([self.nobody, *columns]).apply(lambda row: row[1:])

    def to(self, names: Iterable[str]) -> Across[Facts]:
        """Return what every candidate answers to several facts, and whether it was heard of at all."""
        asked = [*dict.fromkeys(names), _RECEIVED]
        rows = together([self.of(name) for name in asked])
        return rows.apply(lambda row: {name: fact for name, fact in zip(asked, row, strict=True) if fact is not None})


def _answer(fact: Fact | None) -> _Answer | None:
    if fact is None:
        return None
    value = fact.value
    return type(value), value, fact.label, fact.asked, fact.basis, bool(fact.places)


def _stand_in(name: str, year: int, answer: _Answer | None) -> Fact | None:
    if answer is None:
        return None
    _, value, label, asked, basis, placed = answer
    ground = StandIn(name, str(year))
    return Fact(value, label, (ground,) if placed else (), str(ground), asked=asked, basis=basis)
