"""Grounds: a reason that is worded for all who answer alike, laid out for one of them on its own places and figure."""

from collections.abc import Mapping
from dataclasses import dataclass

from learnsoc_xlsx.model.law.verdicts import Facts, Reason
from learnsoc_xlsx.model.place import WITHIN, Place
from learnsoc_xlsx.stages.award.weigh.facts import places_of


class StandIn(Place):
    """Stands for wherever one fact stands, of whomever: `file` is the id of the fact, `sheet` its year."""


_Fact = tuple[int, str]
"""The year and the id of a fact."""


@dataclass(frozen=True)
class Worded:
    """A reason as it is for all who answer alike, with the facts on which it stands, and the one whose figure it names."""

    reason: Reason
    grounds: tuple[_Fact, ...]
    figure: _Fact | None

    def laid_out(self, facts: Mapping[int, Facts]) -> Reason:
        """Return the reason for a candidate of whom these facts are known, by year; the same for all where it has no ground."""
        if not self.grounds and not self.figure:
            return self.reason
        places = places_of([facts[year][name] for year, name in self.grounds])
        figure = facts[self.figure[0]][self.figure[1]].figure if self.figure else self.reason.figure
        return self.reason.standing_on(places, figure)


def worded(reason: Reason) -> Worded:
    """Return a reason as it is for all who gave the `Answers` in which it was found."""
    grounds = tuple((int(place.sheet), place.file) for place in reason.places if isinstance(place, StandIn))
    assert len(grounds) in (0, len(reason.places)), f"{reason} stands on facts of all and on places of one"
    name, within, year = reason.figure.partition(WITHIN)
    return Worded(reason, grounds, (int(year), name) if within else None)
