"""A result workbook as data: pages of blocks, of typed cells that know where they come from.

Views make pages, one renderer draws them; nothing here knows a spreadsheet library.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Profile

if TYPE_CHECKING:
    import pandas as pd

CellValue = str | int | Fraction | bool | date | None

UNKNOWN = "–"
"""What stands where a figure is not known; never 0."""


def stored(value: CellValue) -> int | float | None:
    """Return what a sheet stores of an exact number; of anything else, nothing."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value if isinstance(value, int) else None


class Show(Enum):
    """How a value is shown."""

    TEXT = "text"
    CENTRE = "centre"
    COUNT = "count"
    SHARE = "share"
    PARTIAL_COUNT = "partial_count"
    PARTIAL_SHARE = "partial_share"
    CHANGE = "change"
    CHANGE_SHARE = "change_share"
    YEAR = "year"
    DATE = "date"

    __hash__ = object.__hash__
    """There is one of each, looked up at every cell: the name of an Enum would be hashed anew each time."""


class Look(Enum):
    """What is said by emphasis; always beside a sign or a word, for sheets are read in black and white."""

    PLAIN = "plain"
    LINKED = "linked"
    STRONG = "strong"
    SECTION = "section"
    TOTAL = "total"
    GOOD = "good"
    DOUBT = "doubt"
    BAD = "bad"
    FAINT = "faint"
    ENTRY = "entry"

    __hash__ = object.__hash__


@dataclass(frozen=True)
class ToRow:
    """A link to the row that bears an anchor, on another page of the same workbook, or of its annex."""

    page: str
    anchor: str


@dataclass(frozen=True)
class CellSpan:
    """CellSpan that a formula takes: those of the row that bears an anchor, on a page of the same workbook.

    Columns are counted from 0, `last` is the last of them (None: one column); `until` is the anchor of the last row, where
    there are several.
    """

    page: str
    anchor: str
    first: int
    last: int | None = None
    until: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell. `formula` may name {row}, {first} and {last}, and by their number, {0}, the cells that it is `of`.

    `value` is stored beside it, and stands alone where one of these cells is not in the workbook.

    `link` leads to a place in a submission or to a row of this workbook or its annex. None as a value is "not known".
    """

    value: CellValue = ""
    link: Place | ToRow | None = None
    formula: str = ""
    look: Look = Look.PLAIN
    show: Show | None = None
    of: tuple[CellSpan, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column of a table: `group` is a heading over several columns; `choices` make a dropdown."""

    heading: str
    width: float
    show: Show = Show.TEXT
    group: str = ""
    choices: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a table. An anchor may be linked to. A section row is one heading across the table."""

    cells: tuple[Cell, ...]
    look: Look = Look.PLAIN
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table drawn cell by cell. `held` columns stay in sight; a `wide` table prints over several pages across."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    held: int = 0
    wide: bool = False


@dataclass(frozen=True)
class ListColumn:
    """One column of a listing: whole numbers times `scale`, ordinals of dates, marks, text; or places to link to.

    With `formula` (naming {row}) the values are stored beside it. `shows` says how each number is shown, where that
    differs by row; a value not known reads `unknown`.
    """

    head: Column
    values: "Sequence[str | int | float | None] | pd.Series"
    scale: int = 1
    links: tuple[Place | None, ...] = ()
    formula: str = ""
    shows: tuple[Show, ...] = ()
    unknown: str = ""


@dataclass(frozen=True)
class Listing:
    """A long list, written column by column; it ends its page and goes on to further sheets where a sheet is full.

    With `held` columns kept in sight it may print over several pages across.
    """

    columns: tuple[ListColumn, ...]
    length: int
    anchors: Mapping[str, int] = field(default_factory=dict)
    held: int = 0

    @property
    def wide(self) -> bool:
        return self.held > 0


@dataclass(frozen=True)
class Chart:
    """A chart over columns of the page's table number `table`: bars, and perhaps a line, for its plain rows."""

    title: str
    labels: int
    bars: tuple[int, ...]
    lines: tuple[int, ...] = ()
    table: int = 0


@dataclass(frozen=True)
class Notes:
    """Sentences across the whole page, under a caption."""

    lines: tuple[str, ...]
    caption: str = ""


@dataclass(frozen=True)
class Signature:
    """Who signs, in one of the columns under a page: title lines above, the name below."""

    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True)
class Signatures:
    """The signatures of a page, from left to right, under the place and date."""

    dated: str
    signed: tuple[Signature, ...]


Block = Grid | Listing | Chart | Notes | Signatures


@dataclass(frozen=True)
class Page:
    """One sheet. Pages of a workbook are linked by `id`. `locked` leaves only entry cells open, without a password.

    `spare`: it is laid out on as few sheets of paper as can be read, and no heading stands apart from what it heads.
    """

    id: str
    sheet: str
    title: str
    blocks: tuple[Block, ...]
    intro: tuple[str, ...] = ()
    landscape: bool = True
    locked: bool = False
    spare: bool = False


@dataclass(frozen=True)
class Report:
    """One result workbook: where it goes (relative to OUT), its letterhead, and its pages."""

    path: str
    title: str
    profile: Profile | None
    dated: date
    as_of: date
    warning: str
    pages: tuple[Page, ...]
    stamp: str = ""


@dataclass(frozen=True)
class View:
    """A page as declared: which view shows it, on a sheet of which name, about what, and what of that it leaves out."""

    show: str
    sheet: str
    title: str
    of: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Level:
    """A kind of unit to which others report, in a word: xã, tỉnh; meant for units whose name begins with `begins` (empty: any)."""

    kind: str
    word: str
    begins: str = ""


@dataclass(frozen=True)
class ToFill:
    """A form of the commune's own that a run prints, with those whom it would propose, to be filled in and laid among the
    returns. `path` may hold {year}.
    """

    form: str
    path: str


@dataclass(frozen=True)
class ToDecide:
    """The record that a run prints for the council, one for each time that a declared round is held, with those whom it is
    asked about. `path` may hold {year}, {folder} of the round's phase, and {last}.
    """

    form: str
    round: str
    path: str


@dataclass(frozen=True)
class ToReport:
    """The return that a run prints of the commune itself, for the level above, each year. `path` may hold {year}.

    `occasions` are those on which somebody is proposed upward, by the word of the form, each with its round, which may hold {year}.
    """

    form: str
    path: str
    occasions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Workbook:
    """A result workbook as declared.

    `span`: "year" (each year), "phase" (each phase begun, or the one named by `only`), "run" (once). `path` and
    `title` may hold {year}, {folder}, {phase}, {first} and {last}. `stamp`, by which a file of ours is known when it comes
    back among the returns, is printed in a hidden sheet and may hold {id} and {year}. `signed_at` says whose letterhead:
    that of the run's day, or of its rounds' decision. `drawn_after`: "figures" for one that speaks of nothing else, drawn
    while the awards are weighed; "awards"; "comparison" with the last run, whose picture it is: it stands outside of
    run.json; "trial" of other choices. `annex` is the id of the workbook in the same folder that holds what this one is too
    short for: its rows are linked to.
    """

    id: str
    path: str
    title: str
    span: Literal["year", "phase", "run"]
    views: tuple[View, ...]
    only: str = ""
    stamp: str = "learnsoc:result:{id}:{year}:"
    signed_at: Literal["as_of", "decision"] = "as_of"
    drawn_after: Literal["figures", "awards", "comparison", "trial"] = "awards"
    annex: str = ""
