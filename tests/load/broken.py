"""Files that do not open: hostile ones, and returns that were corrupted on their way."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.load.papers import good
from tests.load.sent import ANYWHERE, Known, Sent, State, Wrong
from tests.mutations.breaking import cut_short, parts_of, zipped
from tests.mutations.malice import FILES
from tests.mutations.returns import unit_of

HOSTILE = tuple(file for file in FILES if file.codes and file.codes != ("F35",))
"""Those of the hostile files that must be turned away; F35 tells only that one was locked in a way that needs no password."""
LOCK = "~$"


def hostile(number: int) -> Sent:
    """Return one of the hostile files, which come round again and again; each is another file."""
    file = HOSTILE[number % len(HOSTILE)]
    known = Known("", file.what, State.BROKEN, frozenset(Wrong(ANYWHERE, ANYWHERE, code) for code in file.codes))
    return Sent(Path(file.name).suffix, file.data(), known, LOCK if file.name.startswith(LOCK) else "")


def corrupt(form: str, number: int, way: int, chance: Random, seed: int) -> Sent:
    """Return what a unit of a form sent as it came: broken in one of the ways that leave nothing to be read."""
    broken = WAYS[way % len(WAYS)]
    known = Known(unit_of(form, number)[0], broken.__doc__ or "", State.BROKEN)
    return Sent(".xlsx", broken(good(form, number, seed).data, chance), known)


def _half(data: bytes, chance: Random) -> bytes:
    """half of it came"""
    return cut_short(data[: len(data) // 2], chance)


def _without_workbook(data: bytes, _: Random) -> bytes:
    """the part that names its sheets is lost"""
    return zipped([(name, body) for name, body in parts_of(data) if name != "xl/workbook.xml"])


def _noise(data: bytes, chance: Random) -> bytes:
    """other bytes came in its place"""
    return chance.randbytes(len(data))


def _without_directory(data: bytes, chance: Random) -> bytes:
    """the directory at its end was overwritten"""
    at = data.index(b"PK\x01\x02")
    return data[:at] + chance.randbytes(len(data) - at)


def _sheet_in_ruins(data: bytes, _: Random) -> bytes:
    """the XML of one of its sheets breaks off within the data"""
    sheet, end = "xl/worksheets/sheet3.xml", b"</sheetData>"
    return zipped([(name, body[: body.index(end) // 2] if name == sheet else body) for name, body in parts_of(data)])


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _half,
    _without_workbook,
    _noise,
    _without_directory,
    _sheet_in_ruins,
)
