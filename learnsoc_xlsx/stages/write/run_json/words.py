"""Words: how values, numbers, days and places stand in run.json."""

import os
from datetime import date
from fractions import Fraction
from pathlib import Path

import orjson

from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import plain
from learnsoc_xlsx.stages.write.found.entry import Json


def spelt(value: object) -> bytes:
    """Return a value as it is written, its keys sorted."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def place_of(place: Place) -> Json:
    """Return a place part by part; what it does not name is null."""
    return {"file": place.file, "sheet": place.sheet or None, "cell": place.cell or None}


def day_of(day: date | None) -> str | None:
    """Return a day as year-month-day."""
    return day.isoformat() if day else None


def exact(value: Fraction | int | None, top: object = None, bottom: object = None) -> Json:
    """A whole value stands alone; another is rounded, beside its exact numerator and denominator."""
    if top is None and type(value) is Fraction and value.denominator != 1:
        top, bottom = value.numerator, value.denominator
    return {"value": plain(value), "numerator": plain(top), "denominator": plain(bottom)}


def way(folder: Path, out: Path) -> str:
    """Return how a folder is reached from OUT, both absolute; where there is no way, on another drive, its whole address."""
    try:
        return Path(os.path.relpath(folder, out)).as_posix()
    except ValueError:
        return folder.as_posix()
