"""Verdicts against run.json: every candidate of the one is looked for in the other, both ways."""

from collections.abc import Collection, Mapping
from typing import Any

from tests.second_opinion.comparing.differences import Compared
from tests.second_opinion.comparing.figures import RunJson
from tests.second_opinion.reckoning.verdicts import Verdict

Who = tuple[str, str, str, tuple[str, str] | None]
"""Round, award, unit, and of somebody nominated the file and the cell that names him first."""


def compare_verdicts(
    run: RunJson, own: list[Verdict], compared: Compared, rounds: Collection[str] | None = None
) -> None:
    """Compare the verdicts of these rounds (None: of all) with those of run.json."""
    theirs = {_their(one): one for one in run["verdicts"] if rounds is None or one["round"] in rounds}
    ours = {_our(one): one for one in own if rounds is None or one.round in rounds}
    for who in sorted(theirs.keys() | ours.keys(), key=str):
        if who not in theirs or who not in ours:
            compared.same("verdicts", _named(who), "is looked at", who in theirs, who in ours)
        else:
            _compare(_named(who), theirs[who], ours[who], compared)


def _their(said: RunJson) -> Who:
    place = next((one for one in said["from"] if one["cell"]), None)
    return said["round"], said["award"], said["unit"], place and (place["file"], place["cell"])


def _our(one: Verdict) -> Who:
    file, cell = one.candidate.place
    return one.round, one.candidate.award, one.candidate.unit.id, (file, cell) if cell else None


def _named(who: Who) -> str:
    *first, place = who
    return " ".join([*first, " › ".join(place)] if place else first)


def _compare(where: str, said: RunJson, own: Verdict, compared: Compared) -> None:
    told = "; ".join(f"{one['condition']}: {one['met']}" for one in said["reasons"] if one["decides"])
    compared.same("verdicts", where, "verdict", said["verdict"], own.verdict, told)
    compared.same("verdicts: rank", where, "rank", said["rank"], own.rank)
    compared.same("verdicts: tied", where, "tied", said["tied"], own.tied)
    keys = tuple(one["exact"] or (None if one["value"] is None else str(one["value"])) for one in said["keys"])
    compared.same("verdicts: keys", where, "keys", keys, tuple(None if key is None else str(key) for key in own.keys))
    compared.same("verdicts: money", where, "money", said["bonus"] and said["bonus"]["amount"], own.bonus)
    _compare_conditions(where, said, own, compared)


def _compare_conditions(where: str, said: Mapping[str, Any], own: Verdict, compared: Compared) -> None:
    for outcome in own.outcomes:
        rows = [one for one in said["reasons"] if one["condition"] == outcome.label]
        by_year = {one["year"]: one["met"] for one in rows if one["asked"] and one["year"] in outcome.by_year}
        ours = {year: met for year, met in outcome.by_year.items() if year in by_year}
        compared.same("conditions", where, f"{outcome.condition} by year", by_year, ours)
        deciding = [one["met"] for one in rows if one["decides"]]
        if len(deciding) == 1:
            compared.same("conditions", where, outcome.condition, deciding[0], outcome.met)
