"""Misread: what cattrs could not read, as the sentence that a maintainer needs: where, what stands there, what may stand there."""

import dataclasses
import typing
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from cattrs import BaseValidationError, ForbiddenExtraKeysError
from cattrs.errors import ClassValidationError, IterableValidationError, IterableValidationNote

from learnsoc_xlsx.catalogue.reading.faults import DecisionError, Spot, instead_of

Path = tuple[str | int, ...]
_KINDS = {
    str: "chữ trong ngoặc kép",
    int: "số nguyên",
    bool: "true hoặc false",
    date: "ngày viết năm-tháng-ngày, không trong ngoặc kép",
    Fraction: "một số",
}


def misread(error: BaseValidationError, written: Any, file: str) -> DecisionError:
    """Return the first thing that could not be read, at its file, table and key. `written` is the decision as parsed."""
    fault, path, hint = _first(error, (), None)
    tables, value = _followed(written, path)
    if isinstance(fault, ForbiddenExtraKeysError):
        key = min(fault.extra_fields)
        keys = [field.name for field in dataclasses.fields(fault.cl)]
        return Spot(file, tables).fault(key, f"không có khóa “{key}”{instead_of(key, keys)}")
    return Spot(file, tables[:-1]).fault(tables[-1], _sentence(fault, value, _bare(hint)))


def _first(error: Exception, path: Path, kind: Any) -> tuple[Exception, Path, Any]:
    """The first fault at the bottom of the tree; in a table an unknown key before an absent one, which it may be meant for."""
    if not isinstance(error, ClassValidationError | IterableValidationError):
        return error, path, kind
    noted, bare = error.group_exceptions()
    if bare:
        return bare[0], path, error.cl
    inner, note = noted[0]
    step = note.index if isinstance(note, IterableValidationNote) else note.name
    return _first(inner, (*path, step), note.type)


def _followed(written: Any, path: Path) -> tuple[tuple[str, ...], Any]:
    """The names of the tables on a path, each with its id or its number among its like, and what stands at its end."""
    names: list[str] = []
    for step in path:
        written = _inside(written, step)
        if isinstance(step, str):
            names.append(step)
        else:
            names[-1] += _which(written, step)
    return tuple(names), written


def _inside(written: Any, step: str | int) -> Any:
    if isinstance(written, dict):
        return written.get(str(step))
    return written[step] if isinstance(written, list) and isinstance(step, int) else written


def _which(written: Any, index: int) -> str:
    name = written.get("id") if isinstance(written, dict) else None
    return f" “{name}”" if name else f" thứ {index + 1}"


def _sentence(fault: Exception, value: Any, kind: Any) -> str:
    if isinstance(fault, KeyError):
        return "thiếu khóa này"
    if isinstance(kind, type) and issubclass(kind, Enum):
        words = [str(member.value) for member in kind]
        return f"không có từ “{value}”{instead_of(str(value), words)}"
    expected = _KINDS.get(kind, "một bảng" if dataclasses.is_dataclass(kind) else "danh sách trong ngoặc vuông")
    return f"{_shown(value)} không phải {expected}"


def _bare(hint: Any) -> Any:
    """The type itself of an optional one."""
    return hint if typing.get_origin(hint) is tuple else next(iter(typing.get_args(hint)), hint)


def _shown(value: Any) -> str:
    """What stands there, short enough for a sentence."""
    if isinstance(value, dict | list):
        return "bảng này" if isinstance(value, dict) else "danh sách này"
    return f"“{str(value).lower() if isinstance(value, bool) else value}”"
