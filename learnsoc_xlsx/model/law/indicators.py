"""What is measured: indicators, where each comes from, and how it adds up."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from learnsoc_xlsx.model.form.form import AddsUp, Choice, Choices, Counted, Form, Kind, SaidBy


@dataclass(frozen=True)
class Asked:
    """The figure is a row of the indicator sheet of these forms.

    `instead` are the forms in which, from a revision on, another field says it, so that the row is not asked any more.
    """

    of: tuple[str, ...]
    instead: tuple["SaidInstead", ...] = ()


@dataclass(frozen=True)
class SaidInstead:
    """In these forms a figure is said by another field from a revision on."""

    forms: tuple[str, ...]
    by: SaidBy
    since_revision: int


@dataclass(frozen=True)
class Summed:
    """The figure is the sum of a number field over the rows of a list."""

    sheet: str
    field: str


@dataclass(frozen=True)
class Marked:
    """The figure is 1 for a unit that says yes at a mark of a fixed sheet, 0 for one that says no: so many units bear it."""

    sheet: str
    field: str


@dataclass(frozen=True)
class Ratio:
    """The figure is a share, recomputed from its two sums wherever it is wanted, in percent."""

    of: str
    out_of: str


@dataclass(frozen=True)
class Clause:
    """A clause (mục) of the plan, with its name; `under` is the heading of a whole part that a form shows in its place."""

    id: str
    name: str
    under: str = ""

    @property
    def heading(self) -> str:
        """The heading in the indicator sheet of a form."""
        return self.under or f"{self.id} {self.name}"


Source = Asked | Counted | Summed | Marked | Ratio


def gives(form: Form, source: Source) -> bool:
    """Whether a form by itself gives a figure of this source: it asks it, or has the list or the mark that it is made of;
    one that is added up from others gives all.

    A share is never given by itself: it is made of two other figures.
    """
    if form.gathers and not isinstance(source, Ratio):
        return True
    match source:
        case Asked(of):
            return form.id in of
        case Counted(listed) | Summed(listed):
            return any(sheet.id == listed for sheet in form.sheets)
        case Marked(fixed, mark):
            return any(sheet.id == fixed and any(field.id == mark for field in sheet.asked) for sheet in form.sheets)
        case Ratio():
            return False


@dataclass(frozen=True)
class Indicator:
    """An indicator (chỉ tiêu): id, label, unit of measure, the clause it serves, and how it adds up.

    `jump` names what the law in force says of how far it may lie from last year's (empty: any distance).
    """

    id: str
    label: str
    unit: str
    clause: str
    adds_up: AddsUp
    source: Source
    kind: Kind = Kind.COUNT
    help: str = ""
    required: bool = False
    at_most: str | None = None
    equals: tuple[str, ...] = ()
    counts: tuple[Counted, ...] = ()
    jump: str = ""
    min: int | None = 0
    max: int | None = None
    since: int | None = None
    until: int | None = None
    former: tuple[str, ...] = ()
    former_help: tuple[str, ...] = ()
    verified: bool = True
    headline: bool = False


def named_by(name: str, indicators: Iterable[Indicator]) -> Choices:
    """Return the dropdown from which one of these indicators is chosen by its label."""
    return Choices(name, tuple(Choice(indicator.id, indicator.label) for indicator in indicators))


@dataclass(frozen=True)
class Target:
    """What an indicator should reach by a year, and who says so; `of_law` is what the law asks, beside a commune's own. `since`
    is the first year that it is stated for: in those before it, an older statement holds.
    """

    indicator: str
    year: int
    at_least: Fraction
    source: str
    verified: bool
    of_law: "Target | None" = None
    since: int = 0


@dataclass(frozen=True)
class Phase:
    """A phase (giai đoạn): a span of years, both ends included."""

    id: str
    name: str
    first: int
    last: int
    clause: str
    folder: str

    @property
    def years(self) -> range:
        return range(self.first, self.last + 1)
