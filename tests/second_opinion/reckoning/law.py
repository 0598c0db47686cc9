"""The law and the plan as the data that they are: the catalogue's decisions, read as TOML, every number exact."""

import tomllib
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

DECISIONS = Path(__file__).parents[3] / "learnsoc_xlsx/catalogue/decisions"
Row = dict[str, Any]


@cache
def decisions() -> tuple[Row, ...]:
    """Return every decision, the oldest first."""
    texts = [tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Fraction) for path in DECISIONS.glob("*.toml")]
    return tuple(sorted(texts, key=lambda text: text.get("issued", date.min)))


def rows(name: str) -> Iterator[Row]:
    """Yield the rows of a table of every decision."""
    for text in decisions():
        yield from text.get(name, ())


def title(name: str, year: int) -> Row:
    """Return a title as the newest decision in force in the year has it."""
    in_force = [text for text in decisions() if text["in_force"] <= year <= text.get("until", year)]
    return next(one for text in reversed(in_force) for one in text.get("titles", ()) if one["id"] == name)


def award(name: str) -> Row:
    return next(one for one in rows("awards") if one["id"] == name)


def default(key: str) -> tuple[str, ...]:
    """Return what holds where the commune chose nothing."""
    return tuple(next(one for one in rows("choices") if one["key"] == key)["default"])


def option(key: str, shown: str, number: Fraction | None) -> str:
    """Return the id of what a commune wrote: an option by its id or as it reads, with its number in place of “N”."""
    options = next(one for one in rows("choices") if one["key"] == key)["options"]
    readings = {one["id"]: one["id"] for one in options}
    readings |= {one["label"].lower(): one["id"] for one in options}
    readings |= {one["label"].lower().replace(" n ", f" {number} "): one["id"] for one in options}
    return str(readings[shown.lower()])


def in_force(name: str, day: date, **wanted: object) -> Row | None:
    """Return the newest row of a table that holds on a day and says this."""
    holding = [
        one
        for one in rows(name)
        if one["since"] <= day <= one.get("until", day) and all(one.get(key) == value for key, value in wanted.items())
    ]
    return max(holding, key=lambda one: one["since"], default=None)
