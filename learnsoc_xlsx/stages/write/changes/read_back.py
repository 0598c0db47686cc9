"""Entries of run.json as the words that they were written from; one of another shape raises KeyError, TypeError or ValueError."""

from collections.abc import Mapping
from fractions import Fraction
from types import NoneType
from typing import Any

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Bonus, OpenPoint, Outcome, Reason, Value, Verdict
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.figures import Figure, Origin
from learnsoc_xlsx.stages.write.changes.changes import Record, Remark
from learnsoc_xlsx.stages.write.changes.inputs.came import Came
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import RegisterRow

Shape = Mapping[str, tuple[type, ...]]
"""What an entry must have, and of which kinds."""

_TEXT, _MAYBE_TEXT = (str,), (str, NoneType)
_WHOLE, _MAYBE_WHOLE = (int,), (int, NoneType)
_NUMBER, _MARK, _MAYBE_MARK, _LIST = (int, float, NoneType), (bool,), (bool, NoneType), (list,)
_PLACE: Shape = {"file": _TEXT, "sheet": _MAYBE_TEXT, "cell": _MAYBE_TEXT}
_ORIGIN: Shape = {**_PLACE, "unit": _TEXT, "year": _WHOLE, "value": _NUMBER}
_FIGURE: Shape = {
    **dict.fromkeys(("indicator", "scope", "id", "period", "structure"), _TEXT),
    **dict.fromkeys(("value", "numerator", "denominator"), _NUMBER),
    **dict.fromkeys(("reported", "expected"), _WHOLE),
    "from": _LIST,
}
_VERDICT: Shape = {
    **dict.fromkeys(("round", "award", "kind", "unit", "subject", "verdict", "summary"), _TEXT),
    **dict.fromkeys(("keys", "reasons", "from"), _LIST),
    "group": _WHOLE,
    "rank": _MAYBE_WHOLE,
}
_BONUS: Shape = {"amount": _MAYBE_WHOLE, "basis": _TEXT, "verified": _MARK}
_KEY: Shape = {"label": _TEXT, "value": (str, bool, *_NUMBER), "exact": _MAYBE_TEXT}
_REASON: Shape = {
    **dict.fromkeys(("article", "condition", "found", "needed"), _TEXT),
    **dict.fromkeys(("local", "verified", "hard", "decides", "blocks"), _MARK),
    "met": _MAYBE_MARK,
    "figure": _MAYBE_TEXT,
    "year": _MAYBE_WHOLE,
    "from": _LIST,
}
_REMARK: Shape = {
    **_PLACE,
    **dict.fromkeys(("code", "severity", "message"), _TEXT),
    **dict.fromkeys(("unit", "field"), _MAYBE_TEXT),
    "year": _MAYBE_WHOLE,
    "superseded": _MARK,
}
_CAME: Shape = {
    **dict.fromkeys(("file", "sha256", "status"), _TEXT),
    **dict.fromkeys(("form", "unit", "reason"), _MAYBE_TEXT),
    "year": _MAYBE_WHOLE,
}
_ROW: Shape = {"sheet": _TEXT, "key": _TEXT, "fields": _LIST, "check": _MAYBE_TEXT}
_FIELD: Shape = {"field": _TEXT, "value": (str, bool, *_NUMBER)}
_DECIDED: Shape = {
    **_PLACE,
    **dict.fromkeys(("round", "state"), _TEXT),
    **dict.fromkeys(("award", "unit", "subject", "decision", "form"), _MAYBE_TEXT),
    **dict.fromkeys(("votes_for", "votes_against"), _MAYBE_WHOLE),
}
_OUTCOMES = {outcome.word: outcome for outcome in Outcome}
_OPEN = {point.word: point for point in OpenPoint}
_COUNTS = ("accepted", "accepted_with_findings")


def shaped(record: Record, shape: Shape) -> Record:
    """Return an entry that has what it must have. Raises KeyError and TypeError."""
    for name, kinds in shape.items():
        if type(record[name]) not in kinds:
            raise TypeError(name)
    return record


def figure_of(record: Record) -> Figure:
    """Return a figure; its value as exact as it was written."""
    shaped(record, _FIGURE)
    return Figure(
        indicator=record["indicator"],
        scope=record["scope"],
        id=record["id"],
        period=record["period"],
        value=_exact(record["value"]),
        structure=record["structure"],
        numerator=_exact(record["numerator"]),
        denominator=_exact(record["denominator"]),
        reported=record["reported"],
        expected=record["expected"],
        origins=tuple(map(_origin, record["from"])),
    )


def _origin(record: Record) -> Origin:
    shaped({"rows": None, "of_rows": None, **record}, {**_ORIGIN, "rows": _MAYBE_WHOLE, "of_rows": _MAYBE_WHOLE})
    value, rows, of_rows = _exact(record["value"]), record.get("rows"), record.get("of_rows")
    return Origin(place_of(record), record["unit"], record["year"], value, rows, "", of_rows)


def verdict_of(record: Record) -> Verdict:
    """Return a verdict. A year of birth is not recorded, and the unit stands by its id."""
    shaped(record, _VERDICT)
    bonus = shaped(record["bonus"], _BONUS) if record["bonus"] is not None else None
    return Verdict(
        round=record["round"],
        award=record["award"],
        group=record["group"],
        kind=Subject(record["kind"]),
        unit=record["unit"],
        unit_name=record["unit"],
        subject=record["subject"],
        outcome=_OUTCOMES[record["verdict"]],
        rank=record["rank"],
        keys=tuple((one["label"], _key_value(one)) for one in record["keys"]),
        reasons=tuple(map(_reason, record["reasons"])),
        summary=record["summary"],
        bonus=Bonus(bonus["amount"], bonus["basis"], bonus["verified"]) if bonus else None,
        places=tuple(map(place_of, record["from"])),
        provisional=record.get("provisional") is True,
        forecast=record.get("forecast") is True,
        tied=record.get("tied") is True,
    )


def _key_value(record: Record) -> Value:
    exact, value = shaped(record, _KEY)["exact"], record["value"]
    return Fraction(exact) if exact else value


def _reason(record: Record) -> Reason:
    shaped(record, _REASON)
    return Reason(
        record["article"],
        record["condition"],
        record["found"],
        record["needed"],
        record["met"],
        figure=record["figure"] or "",
        year=record["year"] or 0,
        places=tuple(map(place_of, record["from"])),
        local=record["local"],
        verified=record["verified"],
        hard=record["hard"],
        decides=record["decides"],
        blocks=record["blocks"],
        asked=record.get("asked") is not False,
        open=_OPEN[record["open"]] if record.get("open") else None,
    )


def remark_of(record: Record) -> Remark:
    """Return a finding as it is compared."""
    shaped({"cells": None, **record}, {**_REMARK, "cells": _MAYBE_TEXT})
    return Remark(
        record["code"],
        record["severity"],
        place_of(record),
        record["unit"] or "",
        record["year"] or 0,
        record["field"] or "",
        record["message"],
        record["message"],
        not record["superseded"],
        record.get("cells") or "",
    )


def came_of(record: Record) -> Came:
    """Return a file of a run as it is compared."""
    slot = shaped(record, _CAME)["form"] or "", record["unit"] or "", record["year"] or 0
    return Came(record["file"], record["sha256"], slot, record["status"] in _COUNTS, record["reason"] or "")


def row_of(record: Record) -> RegisterRow:
    """Return a row of the register."""
    shaped(record, _ROW)
    values = {one["field"]: one["value"] for one in (shaped(field, _FIELD) for field in record["fields"])}
    return RegisterRow(record["sheet"], record["key"], values, record["check"] or "")


def conclusion_of(record: Record) -> Record:
    """Return a conclusion of the council, as it is recorded."""
    return shaped(record, _DECIDED)


def named(record: Record) -> tuple[str, str]:
    """Return the id and the name of a unit or a round."""
    shaped(record, {"id": _TEXT, "name": _TEXT})
    return record["id"], record["name"]


def kind_of(record: Record) -> tuple[str | None, str]:
    """Return the kind and the id of a unit."""
    shaped(record, {"id": _TEXT, "kind": _MAYBE_TEXT})
    return record["kind"], record["id"]


def text_of(record: Record) -> tuple[str, str]:
    """Return the name of a text of the law, and its hash."""
    shaped(record, {"name": _TEXT, "sha256": _TEXT})
    return record["name"], record["sha256"]


def place_of(record: Record) -> Place:
    """Return the place that an entry names."""
    shaped(record, _PLACE)
    return Place(record["file"], record["sheet"] or "", record["cell"] or "")


def _exact(value: Any) -> Fraction | int | None:
    return value if value is None or isinstance(value, int) else Fraction(str(value))
