"""What a form is: sheets of fields, and the rules that hold between them."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property


class Kind(Enum):
    """What may stand in a cell. `scale` is the whole number that stands for 1 in a frame."""

    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    SCORE = "score"
    NUMBER = "number"
    YEAR = "year"
    DATE = "date"
    MARK = "mark"
    CHOICE = "choice"

    @property
    def scale(self) -> int:
        return _SCALES.get(self, 1)

    @property
    def is_number(self) -> bool:
        return self in _NUMBERS


_SCALES = {Kind.SCORE: 100, Kind.NUMBER: 10_000}
_NUMBERS = frozenset({Kind.COUNT, Kind.MONEY, Kind.SCORE, Kind.NUMBER, Kind.YEAR})


class AddsUp(Enum):
    """How a figure adds up over years: a flow is summed, a stock is its last year's, an opening its first year's.

    Over units each is summed; a share is recomputed from its two sums, never averaged.
    """

    FLOW = "flow"
    STOCK = "stock"
    OPENING = "opening"
    SHARE = "share"


class SheetKind(Enum):
    """A list has one row a record; a fixed sheet has one row a field."""

    LIST = "list"
    FIXED = "fixed"


@dataclass(frozen=True)
class Choice:
    """One entry of a dropdown: its lasting id, the label people pick, other spellings accepted."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choices:
    """A dropdown list, printed on the list sheet under its id."""

    id: str
    entries: tuple[Choice, ...]

    @property
    def help(self) -> str:
        """Return the sentence that tells what to choose: “Chọn A, B hoặc C.”."""
        *before, last = (entry.label for entry in self.entries)
        return f"Chọn {' hoặc '.join(filter(None, (', '.join(before), last)))}."


@dataclass(frozen=True)
class Counted:
    """The figure is the number of rows of a list, in every form that has it; `where` names a mark that must be yes, and
    `also` another one that must be yes beside it.
    """

    sheet: str
    where: str | None = None
    also: str | None = None

    @property
    def field(self) -> str | None:
        return self.where

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks that must be yes."""
        return tuple(mark for mark in (self.where, self.also) if mark)


@dataclass(frozen=True)
class Among:
    """The name must stand in a list of the same form; `when` names a choice of the row, and the one with which it must."""

    sheet: str
    when: tuple[str, str]


@dataclass(frozen=True)
class Tolerance:
    """How far a figure may lie from the same unit's last year's: `factor` times it or one `factor`-th of it, or any
    distance under `least`. `source` says who chose these numbers.
    """

    factor: Fraction
    least: Fraction
    source: str

    def is_jump(self, last: int | Fraction, now: int | Fraction) -> bool:
        """Whether a figure is far from last year's; from nothing everything begins, which is no jump."""
        low, high = sorted((Fraction(last), Fraction(now)))
        return last > 0 and high > low * self.factor and high - low >= self.least


@dataclass(frozen=True)
class SaidBy:
    """What another field of the same return says already: a field of a fixed sheet or, where a list asks for both, of the same
    row; the column of a list stands for its sum.

    A mark gives 1 or 0 where a number is wanted, a text 1 where anything stands; a number gives a mark: whether there is any.
    """

    sheet: str
    field: str


_BORN, _RECENT = 1975, 2026


@dataclass(frozen=True)
class Field:
    """One column of a list or one row of a fixed sheet.

    `min`, `max` are in the field's own unit of measure and inclusive. `since` and `until` are
    the first and the last year in which the field is asked, `since_revision` and `until_revision` the first and the
    last revision of the form that asks it. `former` holds labels it once had, `former_help` other words on how to fill it.
    `identity` marks what makes a row a record: a row without it is rejected, not guessed. `person` marks the name of one
    person: of two names in one cell it is asked who is meant.
    `said_by` is what says the same in a form of a revision that asks the field no more. `yes_with` names a mark beside which
    this one must not be no where that is yes.
    `at_most` names another field of the sheet. `equals` names the fields whose signed sum it must be. `counts` names
    the lists of the same form that hold one by one what the figure counts (a form has one of them); `computed` is the one
    that the template counts itself, and with `uncounted` such a list holds nominees alone. `among` names the lists in which a nominee stands.
    `tolerance` says how far the figure may lie from last year's before the unit is asked why. `personal` marks what is
    said of a person (a name, a year of birth, how to reach them, a remark): it is not repeated in run.json. `printed` marks
    what a run prints and nobody need fill in, `hidden` what in a list only the program reads again. `carries` marks what a
    known unit's template repeats of last year's fixed sheet, as it was given, to be corrected; `of_its_year` what a register
    says of its own year alone, and is not carried into the next.
    """

    id: str
    label: str
    kind: Kind
    help: str = ""
    required: bool = False
    identity: bool = False
    person: bool = False
    unit: str = ""
    clause: str | None = None
    section: str = ""
    min: Fraction | int | None = None
    max: Fraction | int | None = None
    choices: Choices | None = None
    said_by: SaidBy | None = None
    yes_with: str | None = None
    at_most: str | None = None
    equals: tuple[str, ...] = ()
    counts: tuple[Counted, ...] = ()
    computed: Counted | None = None
    uncounted: bool = False
    among: tuple[Among, ...] = ()
    tolerance: Tolerance | None = None
    needs: str | None = None
    adds_up: AddsUp | None = None
    width: int = 14
    since: int | None = None
    until: int | None = None
    since_revision: int = 1
    until_revision: int | None = None
    former: tuple[str, ...] = ()
    former_help: tuple[str, ...] = ()
    verified: bool = True
    personal: bool = False
    printed: bool = False
    hidden: bool = False
    carries: bool = False
    of_its_year: bool = False

    @property
    def example_year(self) -> int:
        """A year that fits: of birth where the field reaches back so far, else one of the movement."""
        return _BORN if self.min is not None and self.min <= _BORN else _RECENT

    def asked_in(self, year: int) -> bool:
        return (self.since or year) <= year <= (self.until or year)

    def asked_by(self, revision: int) -> bool:
        """Whether a revision of the form asks the field."""
        return self.since_revision <= revision <= (self.until_revision or revision)


@dataclass(frozen=True)
class CriterionSaid:
    """From a revision on a form does not ask for a criterion any more: another of its fields says it."""

    criterion: str
    by: SaidBy
    since_revision: int


@dataclass(frozen=True)
class Criteria:
    """A stand-in among fields: the criteria of a title, after the decision in force that year.

    `instead` are those of them, by id, that another field of the form says.
    """

    title: str
    instead: tuple["CriterionSaid", ...] = ()


@dataclass(frozen=True)
class Indicators:
    """A stand-in among fields: every indicator that the catalogue asks of this form."""


@dataclass(frozen=True)
class Agreement:
    """A mark must agree with the points beside it: the total, and the least for each; `called` is what each point is given for."""

    mark: str
    points: tuple[str, ...]
    pass_at: Fraction | None
    floor: Fraction | None
    title: str
    called: str = "tiêu chí"


@dataclass(frozen=True)
class DecidedBy:
    """The fields that name a decision: its number, its day, and who issued it."""

    number: str
    day: str
    issuer: str


@dataclass(frozen=True)
class SpeaksOf:
    """Whom the rows of a list speak of, where they speak of somebody whom the returns of units name: fields by their role.

    `kind` says as what they are spoken of (a kind of subject, or a title), `year` for which year (empty: the form's),
    `unit_name` is for people alone, `by` and `on` say whose word it is and of which day.
    With `recognises` a row says that its subject was recognised as the title of its kind, by this decision; without it
    each further field is a fact. What is the same for all rows may stand on a fixed sheet of the form instead.
    """

    kind: str
    name: str
    born: str
    unit: str
    year: str = ""
    unit_name: str = ""
    by: str = ""
    on: str = ""
    recognises: DecidedBy | None = None


@dataclass(frozen=True)
class Gathered:
    """The fields of a cover that say from how many reports its figures were added up, of how many that were due."""

    reported: str
    due: str


@dataclass(frozen=True)
class NotWhole:
    """The fields of a list that name the figures of the same form behind which not every report stands, and of a share the two
    sides over the reports that gave both, where these are not the figures themselves.
    """

    indicator: str
    of: str
    out_of: str


@dataclass(frozen=True)
class Sheet:
    """One sheet of a form. In a form of the catalogue `fields` may hold stand-ins; in a form of a year not.

    `distinct` names the fields that together may not repeat in a list; with `told_by` a record in which that field is
    empty says nothing (it was printed so), and may stand beside one that does. With `repeats_speak` one that repeats is
    said and kept: it is one more word on the same subject, not another. `roll` names the roll that the records of the
    lists bearing it make up over all units in a year: there too they should stand once (empty: the same name may stand
    in the lists of several units, as a clan lives in several villages). `rows` is how many entry
    rows a blank template prints. `nominees_intro` is what a list says of itself where the commune asks for nominees alone in
    it (empty: it always asks for all), as it does in a form of a year with `nominees_only`. `prefill` says that a known unit
    gets last year's accepted rows. `speaks_of` says that the rows are the commune's word on somebody whom units named;
    `gathered` that the report is added up from others, and `not_whole` that the rows name the figures of it that not all of
    them gave: no rule is held against such a figure. In a form of a year `revision` is the one it
    stands in, and `unasked` are the fields that another revision of it asks here; `former_intros` are introductions
    that were printed once, `former_names` names and titles that it bore.
    """

    id: str
    name: str
    title: str
    kind: SheetKind
    fields: tuple[Field | Criteria | Indicators, ...]
    intro: str = ""
    distinct: tuple[str, ...] = ()
    told_by: str = ""
    repeats_speak: bool = False
    roll: str = ""
    agreements: tuple[Agreement, ...] = ()
    rows: int = 40
    nominees_intro: str = ""
    nominees_only: bool = False
    prefill: bool = False
    form: str = ""
    speaks_of: SpeaksOf | None = None
    gathered: Gathered | None = None
    not_whole: NotWhole | None = None
    revision: int = 1
    unasked: tuple[Field, ...] = ()
    former_intros: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Sheets are keys of many look-ups: what tells most of them apart is enough."""
        return hash((self.form, self.id, len(self.fields)))

    @cached_property
    def asked(self) -> tuple[Field, ...]:
        """The fields proper, stand-ins left out (a form of a year has none)."""
        return tuple(field for field in self.fields if isinstance(field, Field))

    @property
    def subject(self) -> Field:
        """The field that says whom or what a record is about: the first identity field, else the first."""
        return next((field for field in self.asked if field.identity), self.asked[0])

    @property
    def key(self) -> str:
        return f"{self.form}.{self.id}"


@dataclass(frozen=True)
class Head:
    """Who heads a unit, as a letter calls them: `{unit}` stands for its name, `{lower}` for the name within a sentence.

    It is meant for the units whose name begins with `begins` (empty: for any).
    """

    called: str
    begins: str = ""


@dataclass(frozen=True)
class Form:
    """A form (mẫu biểu) as declared, or, with `year` set, as it stands in that year.

    One that no kind of unit fills in is the commune's own: it is expected of nobody, and counts only where the commune
    itself laid it. `newest_by` names the day by which one of several of a year counts; without it they count together; the
    one that `governs` says under what all others are read.
    With `gathers` it is filled in by whoever others report to, and asks what they come to: every indicator that adds up, by
    whatever form it is asked, counted or summed. A unit under which others report owes none beside theirs.

    `reports_to` says to whom it goes, as a sentence names them, `recipients` in full (the plan's word). `heads` says how whoever heads a unit that fills it in is addressed: the first that fits the unit's name.
    `revision` counts the shapes that the form has had, whatever the year: the newest, or the one that is meant.
    """

    id: str
    number: str
    title: str
    unit_kinds: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    audience: str = ""
    heads: tuple[Head, ...] = ()
    revision: int = 1
    year: int = 0
    newest_by: str = ""
    of_a_round: bool = False
    governs: bool = False
    gathers: bool = False
    reports_to: str = "xã"
    recipients: str = ""

    @property
    def of_the_commune(self) -> bool:
        return not self.unit_kinds

    @property
    def version(self) -> str:
        return f"{self.year}.{self.revision}"

    def sheet(self, sheet_id: str) -> Sheet:
        return next(sheet for sheet in self.sheets if sheet.id == sheet_id)


HEADER_ROW = 6
"""The file row of a printed header; the reader looks for the header, this is where print puts it."""
FIRST_ROW = HEADER_ROW + 1
TAG_ROW = HEADER_ROW - 1
"""A hidden row above the header that carries field ids."""
STAMP_SHEET = "_learnsoc"
LIST_SHEET = "Danh mục"
GUIDE_SHEET = "Hướng dẫn"
REVIEW_SHEET = "Cần xem lại"
"""The first sheet of an answer: what the sender is asked to look at again."""
OPEN_POINTS_SHEET = "Điểm năm trước chưa sửa"
"""The sheet of a known unit's template that repeats what was open in its return of last year."""
REVIEW_NOTE = "Cần xem lại:"
"""What a note begins with that an answer puts at a cell, by which it is known again."""
