"""A verdict (kết quả xét): what a round recommends for a candidate, and every reason why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from learnsoc_xlsx.model.law.awards import FormOfAward, PhaseRules
from learnsoc_xlsx.model.law.kinds import Span, Subject
from learnsoc_xlsx.model.law.quantity import OpenChoice
from learnsoc_xlsx.model.law.texts.bases import Basis
from learnsoc_xlsx.model.papers.issued import IssuedPaper, PaperKind
from learnsoc_xlsx.model.place import Place

if TYPE_CHECKING:
    from learnsoc_xlsx.model.law.council import Decided, Received

Value = Fraction | int | bool | str | date | None


class Outcome(Enum):
    """The five verdicts, as words of run.json, with the label and the sign shown (sheets are read in black and white)."""

    RECOMMENDED = ("recommended", "Đề nghị khen", "●")
    RESERVE = ("reserve", "Dự bị", "◐")
    ON_HOLD = ("on_hold", "Tạm dừng xét", "■")
    NOT_ELIGIBLE = ("not_eligible", "Chưa đủ điều kiện", "○")
    UNDECIDED = ("undecided", "Chưa kết luận", "?")

    def __init__(self, word: str, label: str, sign: str) -> None:
        self.word = word
        self.label = label
        self.sign = sign


_FOR_THE_COUNCIL = frozenset({Outcome.RECOMMENDED, Outcome.RESERVE, Outcome.UNDECIDED})


class OpenPoint(Enum):
    """What is to be settled before the council meets, with the words in which it is asked."""

    RECOGNITION = ("recognition", "Cần kiểm tra quyết định công nhận")
    CONFIRMATION = ("confirmation", "Chưa xác nhận")

    def __init__(self, word: str, label: str) -> None:
        self.word = word
        self.label = label


@dataclass(frozen=True)
class Fact:
    """What is known of a candidate: a value (None: not known) and the places it stands on.

    `owed_by` names the unit that should have told us, when the value is not known. `asked` is false where the form of
    that year did not ask it at all: then nobody owes it, and what rests on it is left out of the judgment. `basis` says
    in words what a value rests on that the unit did not give itself, or why nothing is known.
    """

    value: Value
    label: str
    places: tuple[Place, ...] = ()
    figure: str = ""
    owed_by: str = ""
    asked: bool = True
    basis: str = ""


Facts = dict[str, Fact]
"""What is known of a candidate in one year, by fact id."""


@dataclass(frozen=True)
class Credentials:
    """What the forms say of a subject and no rule asks: attributes are the ids of their fields, read by name.

    Each is the newest word of the years that a round looks at; None where nobody gave one. `achievement` (III.2.2.b) is of
    a nominee, `results` of a unit as a whole. `recognised_no`, `recognised_on`, `recognised_by` are the decision that
    recognised its title.
    """

    honorific: Fact | None = None
    position: Fact | None = None
    address: Fact | None = None
    leader: Fact | None = None
    achievement: Fact | None = None
    results: Fact | None = None
    proposed_form: Fact | None = None
    recognised_no: Fact | None = None
    recognised_on: Fact | None = None
    recognised_by: Fact | None = None
    already_awarded: Fact | None = None
    already_awarded_by: Fact | None = None


@dataclass(frozen=True)
class Candidate:
    """Someone who may be awarded: in a round over several years, what is known of each year.

    `facts` maps a year to fact ids to facts: indicator ids, fields of the unit's fixed sheets, fields of the
    subject's own list row and of its nomination, and "title.<title id>" once the titles are judged. `first_year` is the
    first in which it was there: nothing is asked of the years before. `over_phase` holds what adds up over the years of the
    round: the figures of the phase, and of a nominee the sums of its own (the label names their years). `doubts` are the
    years in which it cannot be told who is meant; `also_named_by` are the ids and names of other units that nominate the
    same subject. `received` is what it was awarded before.
    """

    award: str
    unit: str
    unit_name: str
    subject: str
    kind: Subject
    facts: dict[int, Facts]
    places: tuple[Place, ...] = ()
    dissolved: date | None = None
    nominated: bool = False
    born: int | None = None
    first_year: int = 0
    over_phase: Facts = field(default_factory=dict)
    doubts: "tuple[Doubt, ...]" = ()
    also_named_by: tuple[tuple[str, str], ...] = ()
    received: "tuple[Received, ...]" = ()


@dataclass(frozen=True)
class Doubt:
    """A year in which several rows may be a nominee's: the year of birth that each gives (empty: none), and where it is."""

    year: int
    births: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Reason:
    """One condition as it was found: what was needed, what stood there, where. `met` None: not known.

    `decides` is false for what is only said beside a condition (the rule of a title that was recognised);
    `blocks` is true for what puts a candidate on hold. `asked` is false for a condition that the form of that year did
    not ask, which is left out of the judgment. `open` is what is to be settled before the meeting, and decides
    nothing by itself. `local`: the number is the commune's own choice. `basis` is what it rests on that the unit did not
    say itself, as of a Fact. `short` says in words, with figure and bound, how a number falls short (empty: it does not, or
    is no number).
    """

    article: str
    condition: str
    actual: str
    needed: str
    met: bool | None
    figure: str = ""
    year: int = 0
    places: tuple[Place, ...] = ()
    local: bool = False
    verified: bool = True
    hard: bool = True
    decides: bool = True
    blocks: bool = False
    asked: bool = True
    open: OpenPoint | None = None
    basis: str = ""
    short: str = ""

    def standing_on(self, places: tuple[Place, ...], figure: str) -> "Reason":
        """Return the same reason on another figure and its places.

        What a hundred thousand have in common is taken over whole: to set each field anew takes eight times as long.
        """
        other = object.__new__(Reason)
        other.__dict__.update(self.__dict__, places=places, figure=figure)
        return other


@dataclass(frozen=True)
class Bonus:
    """Bonus money in đồng: None when a rate is not known; `basis` says how it was reckoned."""

    amount: int | None
    basis: str
    verified: bool


@dataclass(frozen=True)
class Verdict:
    """What one round says of one candidate. `rank` counts the eligible from 1; equals share a rank.

    `tied`: of equals across the quota, among whom the council decides; the outcome is RESERVE then. `also`: where else the
    same subject is proposed. `title` is the name of the title that the award looks for. `received`: what it was awarded
    before. `decided`: what the council concluded of it; the outcome is the recommendation, whatever that was.
    """

    round: str
    award: str
    group: int
    kind: Subject
    unit: str
    unit_name: str
    subject: str
    outcome: Outcome
    rank: int | None
    keys: tuple[tuple[str, Value], ...]
    reasons: tuple[Reason, ...]
    summary: str
    bonus: Bonus | None = None
    places: tuple[Place, ...] = ()
    provisional: bool = False
    forecast: bool = False
    tied: bool = False
    born: int | None = None
    also: "tuple[Elsewhere, ...]" = ()
    title: str = ""
    credentials: Credentials = Credentials()
    received: "tuple[Received, ...]" = ()
    decided: "Decided | None" = None

    @property
    def is_for_the_council(self) -> bool:
        """Whether the council is asked about it: recommended, in reserve, or to be verified yet; of a forecast nobody is."""
        return self.outcome in _FOR_THE_COUNCIL and not self.forecast

    @property
    def proposed(self) -> bool:
        """Whether somebody is proposed here for an award: recommended, and by more than a forecast."""
        return self.outcome is Outcome.RECOMMENDED and not self.forecast


@dataclass(frozen=True)
class Elsewhere:
    """Another round, or another unit, in which one subject is proposed as well: the round's name, the unit's, the money.

    `sure` is false where only the name is the same, and no year of birth tells whether it is one.
    """

    round: str
    name: str
    unit: str
    unit_name: str
    amount: int | None
    sure: bool = True


@dataclass(frozen=True)
class HeldRound:
    """A round of a given year: declared id and name filled in, the years it looks at, the day of its decision.

    `year` is the last one looked at, `named_after` the one that its id and name bear: the last of a phase, reported or not.
    `days` gives the day of each award that the register dates on its own; `decided_on` is the last of them. `bases` are the
    texts it rests on, those in force on that day, `bases_of` those in force on the day of each paper that has one, `once` those by which one achievement is awarded once.
    `rules` say in which of its years conditions are asked; `forms` say in
    which form each award is given, where the commune chooses; `choices` are all that it chose, or did not, for this round.
    `limits` are how many the commune's quota lets be recommended for each award that has one. `papers` are those whose
    number or day the register tells; `dated` are the awards whose day it gives: no paper may print another. `manner` is the choice under which manner of award
    (phương thức) it is counted in statistics.
    `provisional`: not every report that is due has had its time. `forecast`: the years are not over that the round is
    about; it shows how things stand, and nobody is awarded.
    """

    id: str
    name: str
    declared: str
    article: str
    form_of_award: str
    year: int
    named_after: int
    years: tuple[int, ...]
    decided_on: date
    awards: tuple[str, ...]
    phase: str = ""
    provisional: bool = False
    upward: bool = False
    days: Mapping[str, date] = field(default_factory=dict)
    rules: PhaseRules = field(default_factory=PhaseRules)
    forms: Mapping[str, FormOfAward] = field(default_factory=dict)
    forecast: bool = False
    choices: tuple[OpenChoice, ...] = ()
    bases: tuple[Basis, ...] = ()
    bases_of: Mapping[PaperKind, tuple[Basis, ...]] = field(default_factory=dict)
    once: tuple[Basis, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)
    papers: Mapping[PaperKind, IssuedPaper] = field(default_factory=dict)
    dated: frozenset[str] = frozenset()
    manner: OpenChoice | None = None

    @property
    def span(self) -> Span:
        return Span.PHASE if self.phase else Span.YEAR

    @property
    def signed(self) -> IssuedPaper | None:
        """The decision on its awards, once the register tells its number and the day on which it was signed."""
        decision = self.papers.get(PaperKind.DECISION)
        return decision if decision is not None and decision.number and decision.signed_on else None

    def day_of(self, award: str) -> date:
        """Return the day on which an award is decided."""
        return self.days.get(award, self.decided_on)

    def form_of(self, award: str) -> FormOfAward:
        """Return the form in which an award is given."""
        return self.forms.get(award, FormOfAward(self.form_of_award))
