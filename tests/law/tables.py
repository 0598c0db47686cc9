"""The tables of cases under cases/*.toml: one a group of rules, each rule with its sides and what comes of each, by hand."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SIDES = {
    "under": "dưới mức", "at": "đúng mức", "over": "trên mức", "without": "không có", "with": "có", "unknown": "chưa rõ",
    "before": "trước ngày", "on": "đúng ngày", "last": "ngày cuối", "after": "sau ngày cuối",
}  # fmt: skip
"""The sides from which a rule is looked at, and how a case is called by them."""
Rule = dict[str, Any]


@cache
def table(name: str) -> dict[str, Any]:
    """One table, by the name of its file."""
    return tomllib.loads((Path(__file__).parent / "cases" / f"{name}.toml").read_text(encoding="utf-8"))


def tables() -> list[str]:
    return sorted(path.stem for path in (Path(__file__).parent / "cases").glob("*.toml"))


def rules(kind: str) -> Iterator[tuple[dict[str, Any], Rule]]:
    """Every rule of a kind with the table that it stands in."""
    for name in tables():
        for rule in table(name).get(kind, ()):
            yield table(name), rule


def cases(kind: str) -> list[Any]:
    """A parameter for each side of each rule of a kind: the table, the rule, the side."""
    return [
        pytest.param(of, rule, side, id=f"{rule['says']} ({SIDES[side]})")
        for of, rule in rules(kind)
        for side in SIDES
        if side in rule
    ]


@cache
def sides_of_all() -> dict[str, set[str]]:
    """The sides from which each rule is looked at in some table, by the id of the rule."""
    sides: dict[str, set[str]] = {}
    for name in tables():
        for kind, entries in table(name).items():
            for entry in entries if kind not in ("facts", "thresholds") and isinstance(entries, list) else ():
                for rule in entry.get("ids", [entry["id"]] if "id" in entry else []):
                    sides.setdefault(rule, set()).update(entry.keys() & SIDES.keys())
    return sides


def number(written: object) -> Fraction:
    """A number as people write it."""
    return Fraction(str(written).replace(",", "."))


def as_case(facts: Mapping[str, object]) -> dict[str, object]:
    """Facts as tests/decisions reads them: a decimal comma is a point there."""
    return {name: _fact(value) for name, value in facts.items()}


def _fact(value: object) -> object:
    if isinstance(value, str) and value[:1].isdigit() and value.replace(",", "").isdigit():
        return value.replace(",", ".")
    return value if isinstance(value, str | int | date) else str(value)
