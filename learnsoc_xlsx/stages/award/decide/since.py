"""Since: whether what a candidate's verdict rests on changed only after the decision of the round was signed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.law.verdicts import HeldRound
from learnsoc_xlsx.model.papers.issued import IssuedPaper
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.vietnamese.dates import format_date


@dataclass(frozen=True)
class Since:
    """The signed decision of a round (None: none is), the day of the meeting, and by unit the last day on which a return of
    the round's years came that counts.
    """

    decision: IssuedPaper | None
    met_on: date | None
    came: Mapping[str, date]

    @property
    def words(self) -> str:
        """The signed decision by its number and its day."""
        decision = self.decision
        day = format_date(decision.signed_on) if decision and decision.signed_on else ""
        return f"Quyết định {decision.number} ngày {day}" if decision else ""

    def is_signed(self, unit: str) -> bool:
        """Whether an award to that unit's candidate was signed before anything changed: its return came later than the
        signing; or lay there when the council met, and another's came later. What has no day is not told.
        """
        signed_on = self.decision.signed_on if self.decision else None
        own = self.came.get(unit)
        if signed_on is None or own is None:
            return False
        untouched = self.met_on is not None and own <= self.met_on
        return own > signed_on or (untouched and max(self.came.values()) > signed_on)


def since(held: HeldRound, met_on: date | None, sent: Iterable[Submission]) -> Since:
    """Return what is known of the days of a round, by the returns of its years."""
    came: dict[str, date] = {}
    for one in sent:
        if one.status.counts and one.unit and one.received and one.year in held.years:
            came[one.unit] = max(one.received, came.get(one.unit, one.received))
    return Since(held.signed, met_on, came)
