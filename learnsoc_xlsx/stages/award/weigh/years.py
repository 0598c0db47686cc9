"""Years: one condition over the years of a round: which of them decide is the round's rule, the others stand beside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from learnsoc_xlsx.model.law.awards import Award, Condition, PhaseRules
from learnsoc_xlsx.model.law.kinds import Reach
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.verdicts import Candidate, Fact, Facts, HeldRound, Reason
from learnsoc_xlsx.stages.award.weigh.conditions import Checked, check
from learnsoc_xlsx.stages.award.weigh.facts import NOT_SET, number, places_of

_WORDS = {True: "đạt", False: "chưa đạt", None: "chưa rõ"}


@dataclass(frozen=True)
class YearOfAward:
    """A year of a round: the conditions as that year states them, the facts, and what came of each condition, by id."""

    conditions: Mapping[str, Condition]
    facts: Facts
    results: Mapping[str, Sequence[Checked]]


def over_years(rules: PhaseRules, condition: str, years: Mapping[int, YearOfAward]) -> Iterator[Checked]:
    """Yield what came of a condition: in every year of the round, and which of it decides by the round's rule.

    A year whose law does not ask the condition is not looked at. A round of one year has no rule to follow.
    """
    asked = {year: of_year for year, of_year in years.items() if condition in of_year.conditions}
    last = max(asked, default=0)
    stated = [of_year.conditions[condition] for of_year in asked.values()]
    rule = rules.of(stated[-1].test) if stated else rules.title
    if len(asked) > 1 and rule.reach is Reach.SOME:
        yield from _some(stated[-1], asked, rule.years)
    elif len(asked) > 1 and rule.reach is Reach.SUM:
        yield _sum(asked, condition)
    for year, of_year in asked.items():
        decides = len(asked) == 1 or rule.reach is Reach.EVERY or (rule.reach is Reach.LAST and year == last)
        yield from of_year.results[condition] if decides else map(_beside, of_year.results[condition])


def doubted(held: HeldRound, award: Award, candidate: Candidate) -> Iterator[Checked]:
    """Yield for each year in which it cannot be told whose row is meant a reason that names the rows.

    It decides where the year does: the last one of the round, or any where a condition looks at more than the last.
    """
    rules = (held.rules.title, held.rules.mark, held.rules.amount)
    for doubt in candidate.doubts:
        named = "; ".join(
            f"sinh {born} (ô {place.cell})" if born else f"không ghi năm sinh (ô {place.cell})"
            for born, place in zip(doubt.births, doubt.places, strict=True)
        )
        decides = doubt.year == held.year or any(rule.reach is not Reach.LAST for rule in rules)
        yield Checked(
            Reason(
                award.article,
                "Xác định đúng đối tượng được đề nghị",
                f"các dòng cùng tên trong danh sách: {named}",
                "năm sinh ghi ở đề nghị",
                None,
                year=doubt.year,
                places=doubt.places,
                decides=decides,
            ),
            owed=True,
        )


def _beside(result: Checked) -> Checked:
    return replace(result, reason=replace(result.reason, decides=False)) if result.reason.decides else result


# At least so many years


def _some(condition: Condition, years: Mapping[int, YearOfAward], wanted: int) -> Iterator[Checked]:
    """Whether enough years meet the condition; of a subject with fewer years than are wanted, all of them must."""
    deciding = {
        year: result for year, of_year in years.items() for result in of_year.results[condition.id] if _decides(result)
    }
    if not deciding:
        return
    mets = [result.reason.met for result in deciding.values()]
    enough = min(wanted, len(mets))
    met = True if mets.count(True) >= enough else None if mets.count(True) + mets.count(None) >= enough else False
    listed = "; ".join(f"{year} {_WORDS[result.reason.met]}" for year, result in deciding.items())
    unknown = [result for result in deciding.values() if result.reason.met is None]
    joint = replace(
        list(deciding.values())[-1].reason,
        article=condition.article,
        condition=condition.label,
        actual=f"đạt {mets.count(True)} trong {len(mets)} năm ({listed})",
        needed=f"đạt ít nhất {enough} năm",
        met=met,
        short="",
        year=0,
        places=tuple(dict.fromkeys(place for result in deciding.values() for place in result.reason.places)),
        local=True,
    )
    owed, unset = any(one.owed for one in unknown), any(one.unset for one in unknown)
    yield Checked(joint, met is None and owed, met is None and unset)


def _decides(result: Checked) -> bool:
    return result.reason.decides


# Over the whole phase


def _sum(years: Mapping[int, YearOfAward], condition: str) -> Checked:
    """The sum over the years, held against the sum of each year's own number."""
    whole = list(years.values())[-1].conditions[condition]
    options = tuple(_over_all(option, condition, years) for option in whole.options)
    asked = replace(_over_all(whole, condition, years), options=options)
    facts = {one.of: _total(one, years) for one in (asked, *options) if one.bound}
    (result,) = check(asked, facts, None, 0)
    spanned = ", ".join(map(str, years))
    joint = replace(result.reason, condition=f"{result.reason.condition}, cộng các năm {spanned}", local=True)
    half_set = "; ".join(_half_set(whole.options, condition, years))
    if joint.met is False and half_set:
        joint = replace(joint, met=None, needed=f"{joint.needed}; {half_set}", short="")
        return replace(result, reason=joint, unset=True)
    return replace(result, reason=joint)


def _half_set(options: Sequence[Condition], within: str, years: Mapping[int, YearOfAward]) -> Iterator[str]:
    """What names an option whose number some of the years have and others have not: by it the sum cannot be told to fall short."""
    for option in options:
        bounds = _bounds(option, within, years)
        open_in = [str(year) for year, bound in bounds.items() if bound is None]
        if 0 < len(open_in) < len(bounds):
            yield f"{option.label.lower()}: {NOT_SET} năm {', '.join(open_in)}"


def _over_all(whole: Condition, within: str, years: Mapping[int, YearOfAward]) -> Condition:
    """The condition with the sum of the numbers that each year asks of it; open where one year's number is open."""
    if whole.bound is None:
        return whole
    bounds = _bounds(whole, within, years).values()
    total = None if None in bounds else sum((bound for bound in bounds if bound is not None), Fraction(0))
    return replace(whole, bound=replace(whole.bound, value=total))


def _bounds(whole: Condition, within: str, years: Mapping[int, YearOfAward]) -> dict[int, Fraction | None]:
    """The number that each year which asked for the fact sets on a condition, or on an option of it; None where it set none."""
    return {
        year: one.bound.value
        for year, of_year in _asking(whole.of, years).items()
        for one in (of_year.conditions[within], *of_year.conditions[within].options)
        if one.id == whole.id and one.bound
    }


def _asking(name: str, years: Mapping[int, YearOfAward]) -> dict[int, YearOfAward]:
    """The years whose forms asked for a fact."""
    return {year: of_year for year, of_year in years.items() if name not in of_year.facts or of_year.facts[name].asked}


def _total(condition: Condition, years: Mapping[int, YearOfAward]) -> Fact:
    """What is known over the years together; not known where a year lacks and the others do not reach the number."""
    asking = _asking(condition.of, years)
    facts = [of_year.facts.get(condition.of) for of_year in asking.values()]
    values = [number(fact) for fact in facts]
    total = sum((value for value in values if value is not None), Fraction(0))
    value = total if None not in values or _reaches(total, condition.bound) else None
    return Fact(value, condition.label, places_of(facts), condition.of, asked=bool(asking))


def _reaches(total: int | Fraction, bound: Quantity | None) -> bool:
    return bound is not None and bound.value is not None and total >= bound.value
