"""What a template for a known unit is filled with beforehand, and what its instructions say of this issue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.form.form import AddsUp, Choices, Field, Kind, Sheet

Value = int | Fraction | bool | str | date | None
Record = Mapping[str, Value]

_LASTING = frozenset({Kind.TEXT, Kind.CHOICE, Kind.YEAR})


@dataclass(frozen=True)
class PrintedFrom:
    """What a form was printed from that a run prints for one of its rounds: the round, the commune, and the fingerprint of
    what the run found.
    """

    round: str
    commune: str
    data: str

    def __str__(self) -> str:
        return f"{self.round}:{self.commune}:{self.data}"


@dataclass(frozen=True)
class StillOpen:
    """What was open in a unit's return of last year: how grave it is, the sheet and the cell of that file, what to do, in words."""

    severity: str
    sheet: str
    cell: str
    words: str


@dataclass(frozen=True)
class YearBefore:
    """What a known unit's template repeats of the year before, whose rows its lists hold; the file that its return was in.

    `whence` says of each row of a list, by sheet id, whose list of that year it comes from, where that is not the unit's own
    alone. `open_points` were open in the unit's own return. `remarks` say what could not be carried over, and why.
    """

    year: int
    file: str = ""
    whence: Mapping[str, Sequence[str]] = field(default_factory=dict)
    open_points: tuple[StillOpen, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Prefill:
    """What is known of a unit, or of a round. Values are exact; a choice is given by its id.

    `rows` holds records by sheet id: the rows of a list, or one record of a fixed sheet. `last_year` holds last
    year's values of fixed sheets, printed beside the empty cells. `reasons` holds what the unit wrote to explain its
    figures, by sheet and field id. `before` says where rows come from that are the unit's of the year before: what they
    leave open is to be said anew.
    """

    unit_id: str = ""
    unit_name: str = ""
    rows: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    last_year: Mapping[str, Record] = field(default_factory=dict)
    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    printed_from: PrintedFrom | None = None
    before: YearBefore | None = None


@dataclass(frozen=True)
class Notice:
    """What the instructions and the cover add for this issue: whom to ask, to whom, where and until when to send (last day on
    time).

    `codes` are reference lists by the id of the text field that takes its ids from them, shown on the list sheet with
    what they mean, for whoever keeps the register.
    """

    contact: str = ""
    return_to: str = ""
    due: date | None = None
    sample: str = ""
    codes: Mapping[str, Choices] = field(default_factory=dict)
    recipients: str = ""


def carried(sheet: Sheet) -> tuple[Field, ...]:
    """Return the fields of a list that last year's rows may fill: who it is about, not what was reached that year."""
    return tuple(item for item in sheet.asked if _lasts(item, sheet))


def said_anew(sheet: Sheet) -> tuple[Field, ...]:
    """Return the fields of a list that must be said of a row of last year's where they are empty: what each year reaches, and what
    lasts but for the subject itself and words that may be left out. What goes with a mark is asked where that is set.
    """
    words = {item.id for item in carried(sheet) if item.kind is Kind.TEXT}
    return tuple(item for item in sheet.asked if item.id not in words and item.needs is None and not item.hidden)


def _lasts(item: Field, sheet: Sheet) -> bool:
    named = item.identity or item.id in sheet.distinct
    return named or item.adds_up is AddsUp.STOCK or (item.kind in _LASTING and item.needs is None)
