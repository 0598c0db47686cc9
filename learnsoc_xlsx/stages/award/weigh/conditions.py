"""Conditions: what an award asks, compared with the facts of one year, each with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from learnsoc_xlsx.model.law.awards import Condition
from learnsoc_xlsx.model.law.kinds import ConditionTest
from learnsoc_xlsx.model.law.verdicts import Fact, Facts, Reason
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.weigh.facts import (
    NOT_ASKED,
    NOT_KNOWN,
    NOT_SET,
    asked_of,
    beside_its_bound,
    mark,
    number,
    places_of,
    unit_of,
    written,
)
from learnsoc_xlsx.stages.award.weigh.titles.judge import Judged
from learnsoc_xlsx.vietnamese.numbers import format_apart, format_exactly

_ANSWERS = {True: "có", False: "không", None: NOT_KNOWN}


@dataclass(frozen=True)
class Checked:
    """A reason, and why it is not known, if it is not: a figure that is `owed`, a number that the commune left `unset`."""

    reason: Reason
    owed: bool = False
    unset: bool = False


def check(condition: Condition, facts: Facts, judged: Judged | None, year: int) -> Iterator[Checked]:
    """Check one condition in one year: first what decides, then what is only said beside it.

    `judged` is the title that it asks for; None where none is in force.
    """
    match condition.test:
        case ConditionTest.TITLE:
            yield from _title(condition, judged, year)
        case ConditionTest.ANY:
            yield _any(condition, facts, year)
        case ConditionTest.YES:
            yield _yes(condition, facts, year)
        case ConditionTest.AT_LEAST:
            yield _at_least(condition, facts.get(condition.of), year)


def facts_asked(condition: Condition) -> tuple[str, ...]:
    """Return the ids of the facts by which a condition is checked."""
    of_options = (name for option in condition.options for name in facts_asked(option))
    return (condition.of, *condition.proofs, *condition.proofs_before, *of_options)


def _title(condition: Condition, judged: Judged | None, year: int) -> Iterator[Checked]:
    if judged is None:
        yield Checked(_reason(condition, "không có bộ tiêu chí nào hiệu lực", "được công nhận", None, year))
        return
    if judged.recognition is None:
        actual = {True: "đạt", False: "không đạt", None: NOT_KNOWN}[judged.met]
        yield Checked(_reason(condition, actual, "đạt", judged.met, year), owed=judged.met is None)
    else:
        named = replace(judged.recognition, article=condition.article, condition=condition.label, hard=condition.hard)
        yield Checked(named, owed=judged.met is None)
    yield from map(Checked, (*filter(None, (judged.doubt,)), *judged.rule.reasons))


def _yes(condition: Condition, facts: Facts, year: int) -> Checked:
    if not asked_of((condition.of,), facts):
        return _not_asked(condition, year)
    fact = facts.get(condition.of)
    met = mark(fact)
    if met and condition.proofs:
        return _proved(condition, facts, year)
    return Checked(_reason(condition, _ANSWERS[met], "có", met, year, fact), owed=met is None)


def _proved(condition: Condition, facts: Facts, year: int) -> Checked:
    """A yes that rests on a paper: every part of it that the form asked must be named, by this form or by an older one."""
    asked = asked_of(condition.proofs, facts) or asked_of(condition.proofs_before, facts)
    if not asked:
        return _not_asked(condition, year, f"có; văn bản: {NOT_ASKED}")
    papers = [facts.get(name) for name in asked]
    named = [written(paper) for paper in papers if paper and paper.value]
    lacking = [
        paper.label if paper else name for name, paper in zip(asked, papers, strict=True) if not (paper and paper.value)
    ]
    actual = f"có (văn bản: {', '.join(named)})" if named else "có"
    if lacking:
        actual += f", chưa ghi: {', '.join(lacking)}"
    unasked = [facts[name].label for name in condition.proofs if name not in asked and name in facts]
    if unasked:
        actual += f"; {NOT_ASKED}: {', '.join(unasked)}"
    places = places_of((facts[condition.of], *papers))
    met = None if lacking else True
    return Checked(_reason(condition, actual, "có, ghi rõ văn bản", met, year, places=places), owed=bool(lacking))


def _not_asked(condition: Condition, year: int, actual: str = NOT_ASKED) -> Checked:
    """What the form of that year did not ask is left out of the judgment, and stands among the reasons."""
    return Checked(_reason(condition, actual, "có", None, year, decides=False, asked=False))


def _at_least(condition: Condition, fact: Fact | None, year: int) -> Checked:
    if fact is not None and not fact.asked:
        return _not_asked(condition, year)
    value = number(fact)
    bound = condition.bound.value if condition.bound else None
    verified = condition.bound is not None and condition.bound.verified
    met, actual, needed, short = _held_against(condition.label, _parts(value), _parts(bound), local=not verified)
    reason = _reason(condition, actual, needed, met, year, fact, local=not verified, verified=verified, short=short)
    return Checked(reason, value is None, bound is None)


_Parts = tuple[int, int] | None
"""A number by its numerator and denominator, which are told apart faster than fractions are; None for one not there."""


def _parts(value: int | Fraction | None) -> _Parts:
    return None if value is None else (value.numerator, value.denominator)


@lru_cache(maxsize=1 << 16)
def _held_against(label: str, given: _Parts, least: _Parts, *, local: bool) -> tuple[bool | None, str, str, str]:
    """Whether a number reaches its bound, and in words the number, the bound, and how it falls short.

    Once for each number that is there: candidates share many.
    """
    value, bound = (None if parts is None else Fraction(*parts) for parts in (given, least))
    met = None if value is None or bound is None else value >= bound
    actual = NOT_KNOWN if value is None else format_apart(value, bound)
    if bound is None:
        return met, actual, NOT_SET, ""
    words = format_exactly(bound)
    return met, actual, f"từ {words}", beside_its_bound(label, actual, words, local=local) if met is False else ""


def _any(condition: Condition, facts: Facts, year: int) -> Checked:
    """One is enough. An option whose bound the commune has not set, or that was not asked, is no option."""
    every = [result for option in condition.options for result in check(option, facts, None, year)]
    checked = [result for result in every if result.reason.asked]
    if not checked:
        return _not_asked(condition, year)
    reasons = [result.reason for result in checked if not result.unset]
    if not reasons:
        return Checked(_reason(condition, NOT_KNOWN, NOT_SET, None, year, local=True, verified=False), unset=True)
    mets = [reason.met for reason in reasons]
    met = True if True in mets else None if None in mets else False
    actual = "; ".join(f"{reason.condition.lower()}: {reason.actual}" for reason in reasons)
    needed = "một trong: " + "; ".join(f"{reason.condition.lower()} {reason.needed}" for reason in reasons)
    short = "; ".join(_short(one) for one in reasons) if met is False else ""
    joint = _reason(
        condition,
        actual,
        needed,
        met,
        year,
        short=short,
        places=tuple(dict.fromkeys(place for reason in reasons for place in reason.places)),
        local=any(reason.local for reason in reasons),
        verified=all(reason.verified for reason in reasons),
    )
    return Checked(joint, owed=met is None)


def _short(option: Reason) -> str:
    return f"{unit_of(option.condition.lower())[0]} {option.short or option.actual}"


def _reason(
    condition: Condition,
    actual: str,
    needed: str,
    met: bool | None,
    year: int,
    fact: Fact | None = None,
    *,
    places: tuple[Place, ...] = (),
    local: bool = False,
    verified: bool = True,
    decides: bool = True,
    asked: bool = True,
    short: str = "",
) -> Reason:
    return Reason(
        condition.article,
        condition.label,
        actual,
        needed,
        met,
        fact.figure if fact else "",
        year,
        places_of((fact,)) if fact else places,
        local,
        verified,
        condition.hard,
        decides,
        asked=asked,
        short=short,
    )
