"""Decisions as TOML: strict reading into the words of model/decisions.py. A key nobody knows is an error."""

import dataclasses
import tomllib
import types
import typing
from fractions import Fraction
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from learnsoc_xlsx.model.decisions import Decision, Quantity
from learnsoc_xlsx.model.forms import Kind

Table = dict[str, Any]


class DecisionError(Exception):
    """A decision file says something that no word of the model knows; names the file and the key."""


def decision_from(file: Path | Traversable) -> Decision:
    """Read one decision. Raises DecisionError naming the file and the key that is unknown or absent."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    try:
        return typing.cast(Decision, _word(Decision, table, ""))
    except (KeyError, ValueError, TypeError) as error:
        raise DecisionError(f"{file.name}: {error}") from error


def _word(word: type[Any], table: Table, path: str) -> object:
    """Make a dataclass of a table by name."""
    hints = typing.get_type_hints(word)
    for name in table:
        if name not in hints:
            raise KeyError(f"{path or word.__name__}: unknown key {name!r}")
    here = ".".join(part for part in (path, str(table.get("id", ""))) if part)
    known = {name: _value(hints[name], value, f"{here}.{name}", table) for name, value in table.items()}
    for each in dataclasses.fields(word):
        needed = each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
        if needed and each.name not in known:
            raise KeyError(f"{here or word.__name__}: {each.name!r} is absent")
    return word(**known)


def _value(hint: Any, value: Any, path: str, owner: Table) -> Any:
    hint = _bare(hint)
    if hint is Quantity:
        return _quantity(value, path, owner)
    if hint is Kind:
        return Kind(value)
    if hint is Fraction:
        return Fraction(str(value))
    if typing.get_origin(hint) is tuple:
        return tuple(_value(typing.get_args(hint)[0], each, path, owner) for each in value)
    if dataclasses.is_dataclass(hint):
        return _word(typing.cast(type, hint), value, path.rpartition(".")[0])
    if not isinstance(value, hint):
        raise TypeError(f"{path}: {value!r} is no {hint.__name__}")
    return value


def _bare(hint: Any) -> Any:
    """The type itself of an optional one."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(each for each in typing.get_args(hint) if each is not type(None))
    return hint


def _quantity(value: Any, path: str, owner: Table) -> Quantity:
    """A number alone is as verified as what it belongs to; a table may say more, or leave the value to the register."""
    table: Table = value if isinstance(value, dict) else {"value": value}
    unknown = table.keys() - {"value", "key", "label", "verified", "source"}
    if unknown:
        raise KeyError(f"{path}: unknown key {sorted(unknown)[0]!r}")
    given = table.get("value")
    return Quantity(
        key=table.get("key", path.strip(".")),
        value=None if given is None else Fraction(str(given)),
        source=str(table.get("source") or owner.get("article") or owner.get("source") or ""),
        verified=table.get("verified", bool(owner.get("verified", False)) and given is not None),
        label=str(table.get("label") or owner.get("label") or ""),
    )
