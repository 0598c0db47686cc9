"""Made-up candidates of an award: for each fact that the award or its title looks at a value, the same from the same seed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from random import Random

from learnsoc_xlsx.catalogue.forms_as_data import codebook
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.awards import Award, Condition, PhaseRule, PhaseRules
from learnsoc_xlsx.model.law.kinds import Reach, Ties
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, HeldRound, Value, Verdict
from learnsoc_xlsx.model.register import Threshold
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.award.award import award
from learnsoc_xlsx.stages.award.ranking import QuotaLine

YEARS = (2026, 2027)
AWARDS = tuple(one.id for one in law().awards_in(YEARS[-1]))
_MOST, _SHARE, _MILLION = 6, 100, 1_000_000
_YES, _GIVEN = 0.98, 0.99
"""How likely a mark is as it should be, and a fact known."""


@dataclass(frozen=True)
class Scene:
    """A round over one or two years that gives one award: its candidates, the commune's own numbers, its quota and its ties."""

    held: HeldRound
    award: str
    candidates: tuple[Candidate, ...]
    numbers: Mapping[str, Fraction]
    limit: int
    ties: Ties

    def verdicts(self) -> dict[str, Verdict]:
        """What the round says of each candidate, by whom it is of."""
        laws = {year: _law_of(tuple(sorted(self.numbers.items())), year) for year in self.held.years}
        awards = {year: [one for one in of_year.awards_in(year) if one.id == self.award] for year, of_year in laws.items()}  # fmt: skip
        titles = {year: of_year.titles_in(year) for year, of_year in laws.items()}
        line = {self.award: QuotaLine(self.limit, self.ties)}
        found = award(
            self.held, awards[self.held.year], titles, self.candidates, line, laws[self.held.year].bonus, awards
        )
        return {verdict.subject: verdict for verdict in found}

    def with_candidate(self, changed: Candidate) -> "Scene":
        """The same round in which one candidate is as given."""
        candidates = (changed if one.subject == changed.subject else one for one in self.candidates)
        return replace(self, candidates=tuple(candidates))

    def without(self, subject: str) -> "Scene":
        """The same round without a candidate."""
        return replace(self, candidates=tuple(one for one in self.candidates if one.subject != subject))


@cache
def _law_of(numbers: tuple[tuple[str, Fraction], ...], year: int) -> Law:
    """The law of a year with the commune's own numbers, and no other fault in them."""
    chosen, faults = law().with_thresholds([Threshold(key, value, None, "Họp") for key, value in numbers], year)
    assert not faults, faults
    return chosen


def scene(award_id: str, seed: int) -> Scene:
    """Make up a round that gives an award."""
    chance = Random(f"{award_id} {seed}")
    years = YEARS[: chance.choice((1, 1, 2))]
    given = award_in(award_id, years[-1])
    held = HeldRound(
        "r", "Đợt", "r", "III.2", "Giấy khen", years[-1], years[-1], years, date(years[-1], 12, 20), (award_id,),
        rules=_rules(chance) if len(years) > 1 else PhaseRules(),
    )  # fmt: skip
    numbers = {quantity.key: _number(quantity.key, given, chance) for quantity in open_in(given, years[-1])}
    count = chance.randint(2, 7)
    candidates = tuple(_candidate(given, at, years, chance) for at in range(count))
    return Scene(held, award_id, candidates, numbers, chance.randint(0, count), chance.choice(list(Ties)))


def award_in(award_id: str, year: int) -> Award:
    """The award as a year states it."""
    return next(one for one in law().awards_in(year) if one.id == award_id)


def title_of(given: Award, year: int) -> Title:
    """The title that an award looks for."""
    return law().titles_in(year)[given.title]


def open_in(given: Award, year: int) -> Iterator[Quantity]:
    """Yield the bounds that the plan leaves to the commune in an award and its title."""
    of_title = (criterion.at_least for criterion in title_of(given, year).criteria if criterion.indicator)
    for quantity in (*(one.bound for one in conditions_of(given)), *of_title):
        if quantity and not quantity.verified:
            yield quantity


def _rules(chance: Random) -> PhaseRules:
    title, mark = (PhaseRule(chance.choice((Reach.LAST, Reach.SOME, Reach.EVERY)), chance.randint(1, 2)) for _ in "tm")
    amount = PhaseRule(chance.choice((Reach.LAST, Reach.SOME, Reach.EVERY, Reach.SUM)), chance.randint(1, 2))
    return PhaseRules(title, mark, amount, rank=chance.choice((Reach.SUM, Reach.LAST)))


def _number(key: str, given: Award, chance: Random) -> Fraction:
    """A bound that some reach and some do not."""
    bounds = {one.bound.key: one.of for one in conditions_of(given) if one.bound}
    if key in bounds:
        return Fraction(chance.randint(1, 3) * (_MILLION if bounds[key] in money() else 1))
    return Fraction(chance.randint(30, 60))


# What is known of a candidate


@cache
def money() -> frozenset[str]:
    """The facts that are money, by the codebook."""
    forms = codebook(YEARS[0], law())["forms"]
    fields = (field for form in forms for sheet in form["sheets"] for field in sheet.get("fields", sheet.get("rows", ())))  # fmt: skip
    return frozenset(field["id"] for field in fields if field["kind"] == Kind.MONEY.value)


def conditions_of(given: Award) -> Iterator[Condition]:
    """Every condition of an award, and the options of each."""
    for condition in given.conditions:
        yield from (condition, *condition.options)


def numbers_of(given: Award, year: int) -> tuple[str, ...]:
    """The facts of which more is better: what conditions and criteria hold against a bound, what ranks the greater first."""
    bounded = [one.of for one in conditions_of(given) if one.bound]
    ranked = [key.of for key in given.rank if not key.ascending and not key.of.startswith(("total.", "level."))]
    read = [one.indicator for one in title_of(given, year).criteria if one.indicator]
    scored = [one.id for one in title_of(given, year).criteria if one.kind is Kind.SCORE]
    return tuple(dict.fromkeys((*bounded, *ranked, *read, *scored)))


def marks_of(given: Award, year: int) -> tuple[str, ...]:
    """The facts of which a yes is better than a no."""
    title = title_of(given, year)
    asked = [one.of for one in conditions_of(given) if one.test.value == "yes"]
    criteria = [one.id for one in title.criteria if one.kind is Kind.MARK and not one.indicator]
    return tuple(dict.fromkeys((*asked, *criteria, *filter(None, (title.mark,)))))


def blockers_of(given: Award) -> tuple[str, ...]:
    """The facts of which a yes holds back."""
    return tuple(blocker.of for blocker in given.blockers)


def _candidate(given: Award, at: int, years: Sequence[int], chance: Random) -> Candidate:
    facts = {year: _facts(given, year, chance) for year in years}
    name = f"{given.name} {at}"
    made = Candidate(given.id, f"U{at}", f"Đơn vị {at}", name, given.subject, facts)
    return replace(made, over_phase=summed(made, given, years))


def summed(candidate: Candidate, given: Award, years: Sequence[int]) -> dict[str, Fact]:
    """What adds up over the years of a round."""
    totals: dict[str, Fact] = {}
    for name in numbers_of(given, years[-1]) if len(years) > 1 else ():
        values = [candidate.facts[year][name].value for year in years]
        numbers = [value for value in values if isinstance(value, int | Fraction)]
        if len(numbers) == len(values):
            totals[name] = Fact(sum(numbers, Fraction(0)), name)
    return totals


def _facts(given: Award, year: int, chance: Random) -> dict[str, Fact]:
    title = title_of(given, year)
    values: dict[str, Value] = {name: _amount(name, title, chance) for name in numbers_of(given, year)}
    values |= {name: chance.random() < _YES for name in marks_of(given, year)}
    values |= {name: chance.random() > _YES for name in blockers_of(given)}
    values |= {criterion.out_of: 50 for criterion in title.criteria if criterion.out_of}
    values |= {
        name: "42/GCN" if chance.random() < _YES else None for one in conditions_of(given) for name in one.proofs
    }
    if title.recognised_when:
        values[title.recognised_when] = date(year, 3, 1)
    return {name: Fact(None if chance.random() > _GIVEN else value, name) for name, value in values.items()}


def _amount(name: str, title: Title, chance: Random) -> Value:
    scores = {one.id: one.most.value for one in title.criteria if one.kind is Kind.SCORE and one.most}
    if name in scores:
        return Fraction(scores[name] or 10) * chance.randint(5, 10) / 10
    if name in money():
        return chance.randint(0, _MOST) * _MILLION // 2
    return Fraction(chance.randint(35, _SHARE)) if name.endswith("_share") else chance.randint(0, _MOST)
