"""The register (danh bạ): the commune's own word on its units, profile, targets and local choices.

Each class is one list of form 00, and its attributes are that list's field ids: the register is read like
any other form, and its rows become these words by name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property

from learnsoc_xlsx.model.place import Layout, Place


@dataclass(frozen=True)
class Profile:
    """How the commune signs its papers from a date on."""

    since: date
    unit: str
    parent_name: str
    issuer: str
    place_name: str
    signer_title: str
    signer: str | None
    council: str | None
    archive: str | None
    compiler: str | None = None
    place: Place | None = None


@dataclass(frozen=True)
class Unit:
    """A unit (đơn vị báo cáo) under one name and parent, from `since` to `until` (both included).

    `id` lasts: the same id on several rows is the same unit renamed or re-parented. `successor` names who took it
    over when it ended; several ids, parted by ";", mean a split, whose old figures cannot be shared out.
    """

    id: str
    kind: str
    name: str
    parent: str | None
    email: str | None
    since: date | None
    until: date | None
    successor: str | None
    aliases: str | None
    place: Place | None = None

    def lives_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def successors(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in (self.successor or "").split(";") if part.strip())

    @property
    def names(self) -> tuple[str, ...]:
        others = tuple(part.strip() for part in (self.aliases or "").split(";") if part.strip())
        return (self.name, *others)


@dataclass(frozen=True)
class LocalTarget:
    """A target that the commune sets for itself, or in place of an unverified one."""

    indicator: str
    year: int
    at_least: Fraction
    source: str | None
    place: Place | None = None


@dataclass(frozen=True)
class Threshold:
    """A number that the law or the plan leaves open, as the commune sets it from a year on; `percent` says that it was
    written with a percent sign, which counts as a hundredth where the number is no share. What it means, its clause and an example are printed beside it.
    """

    key: str
    value: Fraction
    since: int | None
    source: str | None
    place: Place | None = None
    percent: bool | None = None
    meaning: str | None = None
    clause: str | None = None
    example: str | None = None


@dataclass(frozen=True)
class LocalChoice:
    """What the commune chooses where law and plan leave the word to it: the option in words, a number where it needs one."""

    choice: str
    value: str
    number: Fraction | None
    since: int | None
    source: str | None
    place: Place | None = None


@dataclass(frozen=True)
class Quota:
    """How many may be recommended in a round for an award; blank year: every year; with the decision's day."""

    award: str
    round: str
    year: int | None
    limit: int | None
    decided_on: date | None
    place: Place | None = None


@dataclass(frozen=True)
class PastAward:
    """An award given before the program knew of decisions, for the achievements of a year; `kind` is that of the subject."""

    year: int
    kind: str
    name: str
    birth_year: int | None
    unit: str | None
    form: str | None
    number: str | None
    decided_on: date | None
    issuer: str | None
    achievement: str | None
    place: Place | None = None


@dataclass(frozen=True)
class PaperRow:
    """A paper of a round as the register knows it: its kind, and the number and the day that it bears so far."""

    kind: str
    round: str
    year: int | None
    number: str | None
    signed_on: date | None
    note: str | None
    place: Place | None = None


@dataclass(frozen=True)
class FrameRow:
    """Where a text stands on the commune's pre-printed certificates, in millimetres, its size in points; None: as stated."""

    part: str
    left: Fraction | None
    top: Fraction | None
    width: Fraction | None
    height: Fraction | None
    size: Fraction | None
    align: str | None
    place: Place | None = None


class FundKind(Enum):
    """What an entry of the award fund is, as words of the register, in the order of a statement, with its label."""

    OPENING = ("opening", "Dư đầu năm")
    BUDGET = ("budget", "Ngân sách nhà nước")
    MOBILISED = ("mobilised", "Tài trợ, đóng góp hợp pháp")
    OTHER_INCOME = ("other_income", "Thu khác")
    OTHER_SPENDING = ("other_spending", "Chi khác")

    def __init__(self, word: str, label: str) -> None:
        self.word = word
        self.label = label


@dataclass(frozen=True)
class FundEntry:
    """What came into the award fund in a year, or was spent from it on other things, in đồng."""

    year: int
    kind: str
    amount: int
    source: str | None
    note: str | None
    place: Place | None = None


@dataclass(frozen=True)
class DueDate:
    """The last day on which a kind of unit reports on time, for one year or (blank) for every year.

    A whole date without a year is that of its own year; a month and a day hold for every year.
    """

    unit_kind: str
    year: int | None
    last_day: date | None
    month: int | None
    day: int | None
    source: str | None
    place: Place | None = None

    @property
    def of_year(self) -> int | None:
        """The year whose reports the row is about; None for every year."""
        return self.year or (self.last_day.year if self.last_day else None)


@dataclass(frozen=True)
class Waiver:
    """A finding that the officer accepts, with who and why; the finding stays, as a note."""

    code: str
    unit: str
    year: int | None
    cell: str | None
    reason: str
    by: str
    place: Place | None = None


@dataclass(frozen=True)
class Pick:
    """The file that the officer lets count for a unit and year, of several that came, with who decided and why."""

    file: str
    unit: str
    year: int
    reason: str
    by: str
    place: Place | None = None


@dataclass(frozen=True)
class Register:
    """The whole register, and the file it came from, the submission `number` of its run; `unread` holds the rows (at
    their subject) with a number that could not be read; `layouts` say, by sheet id, where the fields of its sheets stand.
    """

    file: str
    profile: tuple[Profile, ...]
    units: tuple[Unit, ...]
    targets: tuple[LocalTarget, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    choices: tuple[LocalChoice, ...] = ()
    quotas: tuple[Quota, ...] = ()
    deadlines: tuple[DueDate, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    picks: tuple[Pick, ...] = ()
    past_awards: tuple[PastAward, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    fund: tuple[FundEntry, ...] = ()
    blank_frames: tuple[FrameRow, ...] = ()
    settings: dict[str, object] = field(default_factory=dict)
    unread: frozenset[Place] = frozenset()
    number: int = -1
    layouts: Mapping[str, Layout] = field(default_factory=dict)

    def cell(self, row: Place, field: str) -> Place:
        """Return the cell of a field in the row whose subject stands at a place."""
        layout = next((layout for layout in self.layouts.values() if layout.sheet == row.sheet), None)
        return layout.place(field, row.row) if layout else row

    def setting(self, field: str) -> Place:
        """Return the cell of a setting; where the register lacks its sheet, the file."""
        layout = self.layouts.get("settings")
        return layout.place(field) if layout else Place(self.file)

    @property
    def reports_since(self) -> int:
        """The first year for which the commune's units report; 0 where the register says none."""
        since = self.settings.get("reports_since")
        return since if isinstance(since, int) else 0

    @property
    def code_above(self) -> str:
        """The commune's code in the register of the level above, where that is another than its own; else nothing."""
        code = self.settings.get("code_above")
        return code if isinstance(code, str) else ""

    @property
    def closing_date(self) -> date | None:
        """The day on which the register closes its figures."""
        closing = self.settings.get("closing_date")
        return closing if isinstance(closing, date) else None

    def profile_on(self, day: date) -> Profile:
        """Return the profile in force on a day; before the first one, the first."""
        profiles = sorted(self.profile, key=lambda profile: profile.since)
        return next((profile for profile in reversed(profiles) if profile.since <= day), profiles[0])

    def unit_on(self, unit: str, day: date) -> Unit | None:
        """Return the row of a unit in force on a day; if it lived at no such day, the row nearest before, then the first."""
        rows = self._rows.get(unit, [])
        past = [row for row in rows if (row.since or date.min) <= day]
        return (past or rows)[-1 if past else 0] if rows else None

    @cached_property
    def _rows(self) -> dict[str, list[Unit]]:
        """The rows of each unit, the oldest first."""
        rows: dict[str, list[Unit]] = {}
        for row in sorted(self.units, key=lambda row: row.since or date.min):
            rows.setdefault(row.id, []).append(row)
        return rows

    def rows_of(self, unit: str) -> Sequence[Unit]:
        """Return the rows of a unit, the oldest first."""
        return self._rows.get(unit, [])

    def forebears(self, unit: str) -> tuple[str, ...]:
        """Return the units that a unit took over."""
        return tuple(sorted(self._taken_over.get(unit, ())))

    @cached_property
    def _taken_over(self) -> dict[str, set[str]]:
        """For each unit that took over others, those."""
        taken: dict[str, set[str]] = {}
        for row in self.units:
            for successor in row.successors:
                taken.setdefault(successor, set()).add(row.id)
        return taken
