"""Numbers inside the law: find every one, and put the commune's own in the place of those that are open."""

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from operator import is_not
from typing import TypeVar

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Threshold
from learnsoc_xlsx.vietnamese.near import nearest

Word = TypeVar("Word")
SHARES = frozenset(indicator.id for indicator in INDICATORS if indicator.unit == "%")
"""The indicators that are shares, in percent."""
OWN_WORD = "Danh bạ của xã"
"""The source of a number for which the register names none."""


def quantities_in(word: object) -> Iterator[Quantity]:
    """Yield every Quantity somewhere in a word."""
    if isinstance(word, Quantity):
        yield word
        return
    for part in _parts(word):
        yield from quantities_in(part)


def percents_in(word: object) -> Iterator[str]:
    """Yield the key of every number somewhere in a word that a share is held against, so that it is in percent."""
    if getattr(word, "out_of", None) or getattr(word, "indicator", "") in SHARES:
        asked = (getattr(word, name, None) for name in ("at_least", "next_level"))
        yield from (quantity.key for quantity in asked if isinstance(quantity, Quantity))
    for part in _parts(word):
        yield from percents_in(part)


def _parts(word: object) -> list[object]:
    """What a word consists of and may consist of more itself, in order."""
    parts: Iterable[object] = word if isinstance(word, tuple) else _stated(word).values()
    return [part for part in parts if _has_parts(type(part))]  # type: ignore[arg-type]


def _stated(word: object) -> dict[str, object]:
    return {name: getattr(word, name) for name in _names(type(word))}  # type: ignore[arg-type]


@cache
def _has_parts(kind: type) -> bool:
    return issubclass(kind, tuple) or bool(_names(kind))  # type: ignore[arg-type]


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The names of what a kind of word is made of; none where it is a plain value."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def scale_in_doubt(given: Fraction, place: Place, field: str) -> Finding | None:
    """Ask back a share of at most 1: a cell shown as 72 % holds 0.72, and so does one in which 0,72 was typed.

    Nobody sets 0.72 percent; but what is not typed is not guessed.
    """
    if not 0 < given <= 1:
        return None
    readings = f"{_shown(given)} phần trăm hoặc {_shown(given * 100)} phần trăm (ghi {_shown(given * 100)})"
    return Finding(Code.AMBIGUOUS_NUMBER, place, field=field, given=_shown(given), expected=readings)


def with_numbers(word: Word, chosen: Mapping[str, Threshold]) -> Word:
    """Return the same word with the chosen numbers in place, by key; what a decision fixes stays as it is there."""
    if isinstance(word, Quantity):
        threshold = chosen.get(word.key)
        if threshold is None or word.verified:
            return word
        return replace(word, value=Fraction(threshold.value), source=threshold.source or OWN_WORD, local=True)
    if isinstance(word, tuple):
        parts = [with_numbers(part, chosen) if _has_parts(type(part)) else part for part in word]  # type: ignore[arg-type]
        return type(word)(parts) if any(map(is_not, parts, word)) else word
    stated = ((name, part) for name, part in _stated(word).items() if _has_parts(type(part)))  # type: ignore[arg-type]
    changed = {name: new for name, part in stated if (new := with_numbers(part, chosen)) is not part}
    return replace(word, **changed) if changed else word  # type: ignore[type-var]


def chosen_in(
    thresholds: Iterable[Threshold], quantities: Mapping[str, Quantity], percents: Collection[str], year: int
) -> tuple[dict[str, Threshold], tuple[Finding, ...]]:
    """Return for each key the newest threshold with `since` not after the year (blank: always), and what is wrong.

    `percents` are the keys of numbers in percent. Findings: a key that no number has, one whose number is fixed by law,
    and a percentage whose scale is in doubt; all are left out.
    """
    findings: list[Finding] = []
    chosen: dict[str, Threshold] = {}
    for threshold in sorted(thresholds, key=lambda threshold: threshold.since or 0):
        fault = _fault(threshold, quantities, percents)
        if fault:
            findings.append(fault)
        elif (threshold.since or year) <= year:
            is_part = threshold.percent and threshold.key not in percents
            chosen[threshold.key] = replace(threshold, value=threshold.value / 100) if is_part else threshold
    return chosen, tuple(findings)


def _fault(threshold: Threshold, quantities: Mapping[str, Quantity], percents: Collection[str]) -> Finding | None:
    place = threshold.place or Place("")
    fixed = quantities.get(threshold.key)
    if fixed is None:
        return Finding(
            Code.UNKNOWN_KEY, place, field="key", given=threshold.key, extra=_near(threshold.key, quantities)
        )
    if fixed.verified:
        fixed_at = f"{_shown(fixed.value)}, {fixed.source}"
        return Finding(Code.FIXED_BY_LAW, place, field="key", given=threshold.key, expected=fixed_at)
    return scale_in_doubt(Fraction(threshold.value), place, "value") if threshold.key in percents else None


def _near(key: str, keys: Collection[str]) -> str:
    close = nearest(key, keys)
    return f"; gần giống “{close}”" if close else ""


def _shown(value: Fraction | None) -> str:
    return "" if value is None else f"{float(value):g}".replace(".", ",")
