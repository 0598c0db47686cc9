"""Choices of the commune inside the law: one for each award where a decision says so, and the register's own in place."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from learnsoc_xlsx.catalogue.local.thresholds import OWN_WORD
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.quantity import OpenChoice, Option
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import LocalChoice
from learnsoc_xlsx.vietnamese.letters import bare
from learnsoc_xlsx.vietnamese.near import nearest

AN_AWARD = "{award}"
"""The place-holder in the key of a choice that each award has."""
_NUMBER = re.compile(r"\d+")


def for_awards(choice: OpenChoice, awards: Sequence[Award]) -> Iterator[OpenChoice]:
    """Yield a choice as it stands, or one for each award that its key speaks of.

    One without options chooses among the keys of the award's ranking; its default is their order.
    """
    if AN_AWARD not in choice.key:
        yield choice
        return
    for award in awards:
        own = replace(choice, key=choice.key.format(award=award.id), label=f"{award.name}: {choice.label}")
        keys = tuple(Option(ranked.of, ranked.label) for ranked in award.rank)
        yield own if own.options else replace(own, options=keys, default=tuple(option.id for option in keys))


def with_choice(choice: OpenChoice, rows: Iterable[LocalChoice], year: int) -> OpenChoice:
    """Return a choice as the register's newest row with `since` not after the year (blank: always) makes it."""
    for row in sorted(rows, key=lambda row: row.since or 0, reverse=True):
        if row.choice == choice.key and (row.since or year) <= year and fault_of(row, {choice.key: choice}) is None:
            source = row.source or OWN_WORD
            return replace(choice, chosen=_named(row, choice), number=_number(row), source=source, local=True)
    return choice


def fault_of(row: LocalChoice, choices: Mapping[str, OpenChoice]) -> Finding | None:
    """Say what is wrong with a row of the register: a key or an option that nothing bears, a number that lacks."""
    place, choice = row.place or Place(""), choices.get(row.choice)
    if choice is None:
        return Finding(Code.UNKNOWN_KEY, place, field="choice", given=row.choice, extra=_near(row.choice, choices))
    labels = {option.label: option for option in choice.options}
    wrong = next((word for word in _words(row, choice) if _option(word, choice) is None), None)
    if wrong is not None or not _words(row, choice):
        expected = "; ".join(f"“{label}”" for label in labels)
        given, extra = wrong or row.value, _near(wrong or row.value, labels)
        return Finding(
            Code.UNKNOWN_OPTION, place, field="value", given=given, expected=expected, other=choice.label, extra=extra
        )
    lacking = next((option for option in _options(row, choice) if _lacks_number(option, _number(row))), None)
    if lacking is None:
        return None
    expected = f"{lacking.number}, số nguyên" if lacking.whole else lacking.number
    return Finding(Code.OPTION_WITHOUT_NUMBER, place, field="number", given=lacking.label, expected=expected)


def _lacks_number(option: Option, number: Fraction | None) -> bool:
    """Whether an option has no number that it can go by: none, none above 0, or half of what is counted."""
    if not option.number or (option.may_lack and not number):
        return False
    return number is None or number <= 0 or (option.whole and number.denominator != 1)


def _near(given: str, names: Iterable[str]) -> str:
    close = nearest(given, names)
    return f"; gần giống “{close}”" if close else ""


def _words(row: LocalChoice, choice: OpenChoice) -> list[str]:
    parts = row.value.split(";") if choice.several else [row.value]
    return [part.strip() for part in parts if part.strip()]


def _options(row: LocalChoice, choice: OpenChoice) -> list[Option]:
    return [option for word in _words(row, choice) if (option := _option(word, choice)) is not None]


def _option(word: str, choice: OpenChoice) -> Option | None:
    """The option that a word names: by its id, or by its label, in which a number may stand for N."""
    spelt = {word, bare(word), bare(_NUMBER.sub("N", word))}
    return next((option for option in choice.options if {option.id, bare(option.label)} & spelt), None)


def _named(row: LocalChoice, choice: OpenChoice) -> tuple[str, ...]:
    return tuple(dict.fromkeys(option.id for option in _options(row, choice)))


def _number(row: LocalChoice) -> Fraction | None:
    """The number beside the option, or the one inside its words."""
    if row.number is not None:
        return Fraction(row.number)
    inside = _NUMBER.search(row.value)
    return Fraction(inside[0]) if inside else None
