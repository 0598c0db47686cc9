"""Recognition: the titles (danh hiệu) that the law states, each with the criteria and the rule by which it is reached."""

from dataclasses import dataclass

from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.kinds import Bearer, TitleRule
from learnsoc_xlsx.model.law.quantity import Quantity


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
    levels: int = 1
    recognised_by: str = ""
    note: str = ""
    recognised_level: str = ""
    drops: tuple[str, ...] = ()
