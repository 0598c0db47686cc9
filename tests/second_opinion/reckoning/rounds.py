"""The rounds: which years each looks at, on what day it decides, and what the commune chose for it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.second_opinion.reading.register import Register
from tests.second_opinion.reading.returns import Record
from tests.second_opinion.reckoning import law
from tests.second_opinion.reckoning.figures import PHASES, Reckoning


@dataclass(frozen=True)
class Round:
    """A round: `years` are those it looks at, `over` whether they are over; money is reckoned by the day of the decision."""

    id: str
    kind: str
    years: tuple[int, ...]
    phased: bool
    upward: bool
    over: bool
    decided_on: date
    awards: tuple[str, ...]

    @property
    def last(self) -> int:
        return self.years[-1]


def rounds(reckoning: Reckoning, as_of: date) -> list[Round]:
    """Return the rounds of the plan that look at a year that there is."""
    found = []
    for row in law.rows("rounds"):
        spans: list[tuple[int, tuple[int, ...], bool]] = [
            (year, (year,), True) for year in range(reckoning.first, reckoning.last + 1)
        ]
        if row["span"] == "phase":
            last = PHASES[row["phase"]][1]
            spans = [(last, tuple(reckoning.years_of(row["phase"])), reckoning.last >= last)]
        for year, years, over in spans:
            if years:
                found.append(_round(row, year, years, over, reckoning.register, as_of))
    return found


def _round(row: law.Row, year: int, years: tuple[int, ...], over: bool, own: Register, as_of: date) -> Round:
    name, kind = row["id"].format(year=year), row["id"].removesuffix("-{year}")
    day = _decided_on(name, kind, year, own) or min(as_of, date(year, 12, 31))
    upward = row.get("upward", False)
    return Round(name, kind, years, row["span"] == "phase", upward, over, day, tuple(row["awards"]))


def _decided_on(name: str, kind: str, year: int, own: Register) -> date | None:
    """Return the day on which the decision of a round was signed, else on which the register says that it will be."""
    signed = [row["signed_on"].value for row in own.rows.get("papers", ()) if _decision_of(row, name, kind, year)]
    planned = [row["decided_on"].value for row in own.rows.get("quotas", ()) if _is_of(row, name, kind, year)]
    return next((day for day in (*signed, *planned) if isinstance(day, date)), None)


def _decision_of(row: Record, name: str, kind: str, year: int) -> bool:
    return row["kind"].value == "Quyết định khen thưởng" and _is_of(row, name, kind, year)


def _is_of(row: Record, name: str, kind: str, year: int) -> bool:
    """Whether a row of the register is of a round: of that of one year, or of those of every year."""
    return row["round"].value == name or (row["round"].value == kind and row["year"].value in (None, year))


def quota(held: Round, award: str, own: Register) -> int | None:
    """Return how many may be proposed, by the row that is nearest to the round; None: as many as deserve it."""
    year = int(held.id.rsplit("-", 1)[1])
    rows = [
        row
        for row in own.rows.get("quotas", ())
        if row["award"].value == award and _is_of(row, held.id, held.kind, year)
    ]
    rows.sort(key=lambda row: (row["round"].value == held.id, row["year"].value is not None))
    limits = [row["limit"].value for row in rows if isinstance(row["limit"].value, Fraction)]
    return int(limits[-1]) if limits else None


def chosen(key: str, held: Round, own: Register) -> tuple[str, Fraction | None]:
    """Return what the commune chose for a round, with its number, or the default."""
    said = own.choice(key, held.last)
    if said is None:
        return law.default(_template(key))[0], None
    (word, *_), number = said
    return law.option(_template(key), word, number), number


def _template(key: str) -> str:
    """Return the key by which the plan declares a choice that there is for each award."""
    first, *_, last = key.split(".")
    return f"award.{{award}}.{last}" if first == "award" else key
