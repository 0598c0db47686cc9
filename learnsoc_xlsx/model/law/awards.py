"""Awards: what is given for which conditions, who comes first, and the rounds in which it is decided."""

from dataclasses import dataclass

from learnsoc_xlsx.model.law.bases import Basis
from learnsoc_xlsx.model.law.kinds import Candidates, ConditionTest, Span, Subject, Ties
from learnsoc_xlsx.model.law.quantity import Quantity


@dataclass(frozen=True)
class Condition:
    """One condition (điều kiện) of an award.

    `test`: TITLE (fact `title.<of>` holds), YES (the mark `of` is yes), AT_LEAST (the number `of` reaches `bound`),
    ANY (one of `options` holds, each a mark or a number). A hard condition decides alone what the plan names; a soft
    one rests on a bound that the plan leaves to the commune. `proofs` are the facts that name the paper behind a yes,
    each of which must be there; `proofs_before` those in which older forms asked for it. A yes without its paper is open.
    """

    id: str
    article: str
    label: str
    test: ConditionTest
    hard: bool
    of: str = ""
    bound: Quantity | None = None
    options: "tuple[Condition, ...]" = ()
    proofs: tuple[str, ...] = ()
    proofs_before: tuple[str, ...] = ()


@dataclass(frozen=True)
class RankKey:
    """One key of the ranking: a fact, the label shown, the greater first unless `ascending`."""

    of: str
    label: str
    ascending: bool = False


@dataclass(frozen=True)
class Blocker:
    """A mark that, when yes, puts a candidate on hold.

    `basis` is the id of the texts it rests on, `bases` those texts. `detail` is the fact that says more of a yes.
    """

    of: str
    basis: str
    label: str
    detail: str = ""
    bases: tuple[Basis, ...] = ()


@dataclass(frozen=True)
class Award:
    """An award (khen thưởng) of one group of III.1, for one kind of candidate.

    `candidates`: UNITS (every unit of `unit_kinds` that the register holds) or NOMINATED (what the nominations name
    with `subject`). `listed_in` names the lists (sheet ids) in which a nominated subject must stand. `ended` is what
    holds back a unit that is no more on the day of the decision. `drops` names what an earlier statement of this award
    had and this one has no more: a condition by id, a blocker or a key of the ranking by its `of`, the rest by key.
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
    drops: tuple[str, ...] = ()


@dataclass(frozen=True)
class Round:
    """A round (đợt xét) as declared: with span YEAR it happens each year, with PHASE once, over every year of `phase`.

    `id` and `name` hold the place-holder {year}. `awards` names the awards given. `upward`: its candidates are only
    those who are proposed to the level above. `bases` are the ids of the texts that it rests on.
    """

    id: str
    name: str
    span: Span
    article: str
    form_of_award: str
    awards: tuple[str, ...]
    phase: str = ""
    upward: bool = False
    bases: tuple[str, ...] = ()
