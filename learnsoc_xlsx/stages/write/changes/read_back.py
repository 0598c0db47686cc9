"""Entries of run.json as the words that they were written from."""

from fractions import Fraction
from typing import Any

from learnsoc_xlsx.model.figures import Figure, Origin
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Bonus, OpenPoint, Outcome, Reason, Value, Verdict
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.write.changes.changes import Record, Remark

_OUTCOMES = {outcome.word: outcome for outcome in Outcome}
_OPEN = {point.word: point for point in OpenPoint}


def figure_of(record: Record) -> Figure:
    """Return a figure; its value as exact as it was written."""
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
    value = _exact(record["value"])
    return Origin(
        place_of(record), record["unit"], record["year"], value, record.get("rows"), "", record.get("of_rows")
    )


def verdict_of(record: Record) -> Verdict:
    """Return a verdict. A year of birth is not recorded, and the unit stands by its id."""
    bonus = record["bonus"]
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
        provisional=record.get("provisional", False),
        forecast=record.get("forecast", False),
        tied=record.get("tied", False),
    )


def _key_value(record: Record) -> Value:
    exact = record.get("exact")
    return Fraction(exact) if exact else record["value"]


def _reason(record: Record) -> Reason:
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
        asked=record.get("asked", True),
        open=_OPEN.get(record.get("open") or ""),
    )


def remark_of(record: Record) -> Remark:
    """Return a finding as it is compared."""
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
    )


def place_of(record: Record) -> Place:
    """Return the place that an entry names."""
    return Place(record["file"], record["sheet"] or "", record["cell"] or "")


def _exact(value: Any) -> Fraction | int | None:
    return value if value is None or isinstance(value, int) else Fraction(str(value))
