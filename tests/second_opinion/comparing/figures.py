"""Figures against run.json: every figure of the one is looked for in the other, both ways."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any

from tests.second_opinion.comparing.differences import Compared
from tests.second_opinion.reckoning.figures import Figure, Key

RunJson = Mapping[str, Any]


def compare_figures(
    run: RunJson, own: Mapping[Key, Figure], compared: Compared, periods: Collection[str] | None = None
) -> None:
    """Compare the figures of these periods (None: of all) with those of run.json."""
    said = {_key(one): one for one in run["figures"] if periods is None or one["period"] in periods}
    own = {key: one for key, one in own.items() if periods is None or key[3] in periods}
    for key in sorted(said.keys() | own.keys()):
        if key not in said or key not in own:
            compared.same("figures", _named(key), "is there", key in said, key in own)
        else:
            _compare(_named(key), said[key], own[key], compared)


def _key(said: RunJson) -> Key:
    return said["indicator"], said["scope"], said["id"], said["period"], said["structure"]


def _named(key: Key) -> str:
    indicator, scope, name, period, structure = key
    return f"{name} {period} {indicator}{' (current structure)' if structure == 'current' else ''} [{scope}]"


def _compare(where: str, said: RunJson, own: Figure, compared: Compared) -> None:
    cell = "; ".join(f"{one['file']} › {one['sheet']} › {one['cell']}" for one in said["from"][:2])
    compared.same("figures", where, "value", exact(said), own.value, cell)
    for name in ("numerator", "denominator", "reported", "expected", "partial"):
        compared.same(f"figures: {name}", where, name, said[name], getattr(own, name), cell)
    if own.places:
        cells = {(one["file"], one["sheet"], one["cell"]) for one in said["from"]}
        compared.same("figures: cells", where, "cells", cells, set(own.places), cell)


def exact(said: RunJson) -> Fraction | None:
    """Return the exact value of a figure of run.json."""
    if said["denominator"]:
        return 100 * Fraction(said["numerator"]) / Fraction(said["denominator"])
    return None if said["value"] is None else Fraction(str(said["value"]))
