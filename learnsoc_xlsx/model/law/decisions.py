"""What the law and the plan decide: titles, awards, targets, money, each dated and cited."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.indicators import Phase, Target
from learnsoc_xlsx.model.law.kinds import Bearer, Candidates, ConditionTest, Span, Subject, Ties, TitleRule


@dataclass(frozen=True)
class Quantity:
    """A number that decides something, with where it comes from.

    `key` is what a commune writes in the thresholds sheet of its register to set it; only a number
    with `verified` false can be set there. `value` None means that nobody has given the number yet.
    `local` is true once the register gave it.
    """

    key: str
    value: Fraction | None
    source: str
    verified: bool
    local: bool = False
    label: str = ""


@dataclass(frozen=True)
class Criterion:
    """One criterion (tiêu chí) of a title.

    SCORE: points from `least` to `most`. MARK: met or not met. With `indicator` set the criterion is
    not typed on a sheet but read from that fact (as a percentage of the fact `out_of`, if named), which must reach
    `at_least`; `next_level` is what the level above asks of the same figure, and decides nothing here.
    """

    id: str
    label: str
    article: str
    kind: Kind
    verified: bool
    section: str = ""
    least: Quantity | None = None
    most: Quantity | None = None
    indicator: str | None = None
    out_of: str | None = None
    at_least: Quantity | None = None
    next_level: Quantity | None = None


@dataclass(frozen=True)
class Band:
    """A class of results: from this total upward the result bears this name; `passes` says whether it is the title."""

    id: str
    label: str
    at_least: Quantity
    passes: bool


@dataclass(frozen=True)
class Title:
    """A title (danh hiệu) and the whole rule by which it is reached.

    Rule POINTS: the total of the criteria reaches `pass_at` (or a passing band) and none is under its `least`.
    Rule EVERY: every criterion is met. `valid_months` counts from the end of the year of recognition;
    None means that the title is looked at anew each year: then recognition must be of that year, and a rule that is
    broken denies it; a title kept over years stands, and its rule is only said beside it. `mark` is the fact that says
    it was recognised, `recognised_when` the one that says when, `recognised_level` the one that says at which level.
    """

    id: str
    name: str
    rule: TitleRule
    subject: Bearer
    article: str
    criteria: tuple[Criterion, ...]
    decision: str = ""
    verified: bool = True
    mark: str = ""
    recognised_when: str = ""
    pass_at: Quantity | None = None
    bands: tuple[Band, ...] = ()
    valid_months: int | None = None
    levels: int = 1
    recognised_by: str = ""
    note: str = ""
    recognised_level: str = ""


@dataclass(frozen=True)
class Condition:
    """One condition (điều kiện) of an award.

    `test`: TITLE (fact `title.<of>` holds), YES (the mark `of` is yes), AT_LEAST (the number `of` reaches `bound`),
    ANY (one of `options` holds, each a mark or a number). A hard condition decides alone what the plan names; a soft
    one rests on a bound that the plan leaves to the commune. `proof` is the fact that names the paper behind a yes.
    """

    id: str
    article: str
    label: str
    test: ConditionTest
    hard: bool
    of: str = ""
    bound: Quantity | None = None
    options: "tuple[Condition, ...]" = ()
    proof: str = ""


@dataclass(frozen=True)
class RankKey:
    """One key of the ranking: a fact, the label shown, the greater first unless `ascending`."""

    of: str
    label: str
    ascending: bool = False


@dataclass(frozen=True)
class Blocker:
    """A mark that, when yes, puts a candidate on hold."""

    of: str
    article: str
    label: str


@dataclass(frozen=True)
class Award:
    """An award (khen thưởng) of one group of III.1, for one kind of candidate.

    `candidates`: UNITS (every unit of `unit_kinds` that the register holds) or NOMINATED (what the nominations name
    with `subject`). `listed_in` names the lists (sheet ids) in which a nominated subject must stand. `ended` is what
    holds back a unit that is no more on the day of the decision.
    """

    id: str
    group: int
    name: str
    article: str
    subject: Subject
    candidates: Candidates
    unit_kinds: tuple[str, ...]
    title: str
    listed_in: tuple[str, ...]
    conditions: tuple[Condition, ...]
    blockers: tuple[Blocker, ...]
    rank: tuple[RankKey, ...]
    ties: Ties = Ties.COUNCIL
    ended: Blocker | None = None


@dataclass(frozen=True)
class Round:
    """A round (đợt xét) as declared: with span YEAR it happens each year, with PHASE once, over every year of `phase`.

    `id` and `name` hold the place-holder {year}. `awards` names the awards given. `upward`: its candidates are only
    those who are proposed to the level above.
    """

    id: str
    name: str
    span: Span
    article: str
    form_of_award: str
    awards: tuple[str, ...]
    phase: str = ""
    year: int = 0
    upward: bool = False


@dataclass(frozen=True)
class BonusRate:
    """The rate of base pay paid with an award to a kind of subject, by decision date."""

    subject: Subject
    since: date
    rate: Quantity
    source: str


@dataclass(frozen=True)
class BasePay:
    """The base pay in đồng a month, by date."""

    since: date
    amount: int
    source: str
    verified: bool


@dataclass(frozen=True)
class BonusTerms:
    """What a bonus is reckoned from on a decision day, in đồng: the rate of base pay, the pay, and to what the sum is
    rounded up; None where no rate or pay is in force.
    """

    rate: Quantity | None
    pay: BasePay | None
    rounding: int


@dataclass(frozen=True)
class Deadline:
    """The last day on which a report of these unit kinds is on time: every year, unless the register says otherwise."""

    unit_kinds: tuple[str, ...]
    month: int
    day: int
    source: str
    verified: bool


@dataclass(frozen=True)
class Jump:
    """How far a kind of figure may lie from the same unit's last year's: more than `factor` times it, or less than one
    `factor`-th of it, and apart by `least` or more, is a jump.
    """

    id: str
    label: str
    factor: Quantity
    least: Quantity


@dataclass(frozen=True)
class Decision:
    """A legal text (văn bản) as far as it decides something here. In year Y the newest one in force governs.

    `file` is the file that states it.
    """

    id: str
    name: str
    issuer: str
    issued: date
    in_force: int
    verified: bool
    source: str
    until: int | None = None
    titles: tuple[Title, ...] = ()
    awards: tuple[Award, ...] = ()
    rounds: tuple[Round, ...] = ()
    phases: tuple[Phase, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    bonuses: tuple[BonusRate, ...] = ()
    base_pay: tuple[BasePay, ...] = ()
    bonus_rounding: int = 0
    jumps: tuple[Jump, ...] = ()
    note: str = ""
    file: str = ""

    def governs(self, year: int) -> bool:
        """Whether this decision is in force in a year."""
        return self.in_force <= year <= (self.until or year)
