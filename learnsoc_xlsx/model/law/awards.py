"""Awards: what is given for which conditions, who comes first, and the rounds in which it is decided."""

from dataclasses import dataclass

from learnsoc_xlsx.model.law.kinds import Achievement, Candidates, ConditionTest, Reach, Span, Subject
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.texts.bases import Basis


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
    ended: Blocker | None = None
    drops: tuple[str, ...] = ()


@dataclass(frozen=True)
class FormOfAward:
    """The form in which an award is given in a round (giấy khen, biểu dương…), and what money goes with it.

    `by_law`: the money of the law goes with it. Else `rate` of base pay where the commune set one, and none where not.
    `bases` are the ids of the texts that it rests on.
    """

    name: str
    by_law: bool = True
    rate: Quantity | None = None
    bases: tuple[str, ...] = ()


@dataclass(frozen=True)
class PhaseRule:
    """In which years of a phase a kind of condition is asked; `years` is how many where some are enough."""

    reach: Reach = Reach.LAST
    years: int = 1


@dataclass(frozen=True)
class PhaseRules:
    """How a round over a phase looks at its years, by kind of condition: a title, a mark, an amount or a count.

    `candidates` are the nominees of SOME of its years or of the LAST; `blockers` count of SOME year or of the LAST that says
    anything; the ranking goes by what adds up over the phase (SUM) or by the LAST year; `awarded` says whether who was
    awarded for one of its years (of a round that proposes upward: in its year) was so for the SAME achievement. All is the commune's choice: the plan (III.2.2.b) only
    speaks of achievements in the movement.
    """

    title: PhaseRule = PhaseRule()
    mark: PhaseRule = PhaseRule()
    amount: PhaseRule = PhaseRule()
    candidates: Reach = Reach.SOME
    blockers: Reach = Reach.LAST
    rank: Reach = Reach.SUM
    awarded: Achievement = Achievement.SAME

    def of(self, test: ConditionTest) -> PhaseRule:
        """Return the rule for a kind of test."""
        match test:
            case ConditionTest.TITLE:
                return self.title
            case ConditionTest.YES:
                return self.mark
            case ConditionTest.AT_LEAST | ConditionTest.ANY:
                return self.amount


@dataclass(frozen=True)
class Round:
    """A round (đợt xét) as declared: with span YEAR it happens each year, with PHASE once, over every year of `phase`.

    `id` and `name` hold the place-holder {year}. `awards` names the awards given. `upward`: its candidates are only
    those who are proposed to the level above. `bases` are the ids of the texts that it rests on. `form_chosen` is the key
    of the choice by which the commune sets the form of each award; without it the form is that of the law. `manner_chosen` is
    that of the choice under which manner of award it is counted in statistics.
    """

    id: str
    name: str
    span: Span
    article: str
    form_of_award: str
    awards: tuple[str, ...]
    phase: str = ""
    upward: bool = False
    form_chosen: str = ""
    manner_chosen: str = ""
    bases: tuple[str, ...] = ()
