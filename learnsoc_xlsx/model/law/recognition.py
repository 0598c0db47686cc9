"""Recognition: the titles (danh hiệu) that the law states, each with the criteria and the rule by which it is reached."""

from dataclasses import dataclass
from datetime import date

from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.kinds import Bearer, Contradicted, TitleRule, Undated
from learnsoc_xlsx.model.law.quantity import Quantity


@dataclass(frozen=True)
class Criterion:
    """One criterion (tiêu chí) of a title.

    SCORE: points from `least` to `most`. MARK: met or not met. With `indicator` set the criterion is
    not typed on a sheet but read from that fact (as a percentage of the fact `out_of`, if named), which must reach
    `at_least`; `next_level` is what the level above asks of the same figure, and decides nothing here. `evidence` are
    figures that are shown beside what is typed, and decide nothing either.
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
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Band:
    """A class of results: from this total upward the result bears this name; `passes` says whether it is the title."""

    id: str
    label: str
    at_least: Quantity
    passes: bool


@dataclass(frozen=True)
class Recognition:
    """How every title is judged, whoever bears it and whichever text states its criteria (III.1: “được công nhận”)."""

    contradicted: Contradicted = Contradicted.STANDS
    undated: Undated = Undated.OF_ITS_REPORT


@dataclass(frozen=True)
class Title:
    """A title (danh hiệu) and the whole rule by which it is reached.

    Rule POINTS: the total of the criteria reaches `pass_at` (or a passing band) and none is under its `least`.
    Rule EVERY: every criterion is met. Where it is recognised, recognition decides, as
    `treatment` says (the plan's one word for all titles). `valid_months` counts from the day of recognition, for those of
    `valid_since` and later: what an older text gave is not known here. None means that the title is looked at anew each
    year: then recognition must be of that year. `mark` is the fact that says
    it was recognised, `recognised_when` the one that says when, `recognised_level` the one that says at which level.
    `called` is what its text calls one of its criteria. `lacking` is what the text asks besides and was not read: then no figures are known to meet its rule.
    `drops` names what an earlier statement of this title had and this one has no more: a criterion by id, the rest
    by key.
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
    valid_since: date | None = None
    recognised_by: str = ""
    recognised_level: str = ""
    lacking: str = ""
    called: str = "tiêu chí"
    drops: tuple[str, ...] = ()
    treatment: Recognition = Recognition()
