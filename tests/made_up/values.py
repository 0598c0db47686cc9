"""A value of a field by its kind: as a person types it, plain, drawn from a seed, or wrong."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from random import Random

from learnsoc_xlsx.model.form.form import Field, Kind
from learnsoc_xlsx.model.form.prefill import Value

Row = dict[str, Value]
Rows = dict[str, list[Row]]
"""Records by the id of their sheet; a fixed sheet has one."""

WRONG: Mapping[Kind, tuple[Value, ...]] = {
    Kind.COUNT: ("khoảng mươi", -3),
    Kind.MONEY: ("một ít", -50_000),
    Kind.SCORE: ("giỏi", 99),
    Kind.MARK: ("hình như",),
    Kind.YEAR: ("năm ngoái",),
    Kind.CHOICE: ("không nhớ",),
}
"""What somebody may type that causes one finding, at its own cell."""


def typed(value: object, field: Field) -> object:
    """Return what a person types, or picks from the dropdown, for a value."""
    if isinstance(value, bool):
        return "x" if value else "không"
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    entries = field.choices.entries if field.choices else ()
    return next((entry.label for entry in entries if entry.id == value), value)


def plain(field: Field, at: int, day: date) -> Value:
    """Return a value for the record of that number (0, 1 or 2): the first good, the second nearly, the third far from it."""
    match field.kind:
        case Kind.CHOICE:
            assert field.choices is not None
            return field.choices.entries[at % len(field.choices.entries)].id
        case Kind.MARK:
            return at == 0
        case Kind.DATE:
            return day
        case Kind.YEAR:
            return 1970 + at
        case Kind.SCORE:
            return Fraction((90, 75, 40)[at] * int(field.max or 10), 100)
        case Kind.MONEY:
            return 500_000 * (at + 1)
        case _:
            return int(field.max) if field.max else 2 + at if field.at_most else 6 + at


def drawn(field: Field, row: Mapping[str, Value], random: Random) -> Value:
    """Return a figure that goes with those of its sheet that are there already."""
    if field.kind is Kind.MONEY:
        return 500_000 * random.randint(0, 60)
    limits = [limit for limit in (field.max, row.get(field.at_most or "")) if isinstance(limit, int | Fraction)]
    return min(random.randint(1, 24), *map(int, limits)) if limits else random.randint(1, 24)
