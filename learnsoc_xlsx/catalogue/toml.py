"""Decisions as TOML: strict reading into the words of model/decisions.py. A key nobody knows is an error."""

import dataclasses
import tomllib
import types
import typing
from fractions import Fraction
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.decisions import Decision, Quantity

Table = dict[str, Any]
NUMBER_KEYS = frozenset({"value", "key", "label", "verified", "source"})


class DecisionError(Exception):
    """A decision file says something that no word of the model knows; names the file and the key."""


def decision_from(file: Path | Traversable) -> Decision:
    """Read one decision. Raises DecisionError naming the file and the key that is unknown, absent or of a wrong kind."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        return typing.cast(Decision, _Reader(str(table.get("name", ""))).word(Decision, table, ""))
    except (ValueError, TypeError) as error:
        raise DecisionError(f"{file.name}: {error}") from error


@dataclasses.dataclass(frozen=True)
class _Reader:
    """Reads the tables of one decision; `decision` is its name, which every number without a source of its own cites."""

    decision: str

    def word(self, word: type[Any], table: Table, path: str) -> object:
        """Make a dataclass of a table by name."""
        hints = typing.get_type_hints(word)
        here = ".".join(part for part in (path, str(table.get("id", ""))) if part)
        _refuse_unknown(table, hints.keys(), here or word.__name__)
        known = {name: self._value(hints[name], value, f"{here}.{name}", table) for name, value in table.items()}
        for each in dataclasses.fields(word):
            needed = each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
            if needed and each.name not in known:
                raise ValueError(f"{here or word.__name__}: {each.name!r} is absent")
        return word(**known)

    def _value(self, hint: Any, value: Any, path: str, owner: Table) -> Any:
        hint = _bare(hint)
        if hint is Quantity:
            return self._quantity(value, path, owner)
        if hint is Kind:
            return Kind(value)
        if hint is Fraction:
            return Fraction(str(value))
        if typing.get_origin(hint) is tuple:
            if not isinstance(value, list):
                raise TypeError(f"{path}: {value!r} is no list")
            return tuple(self._value(typing.get_args(hint)[0], each, path, owner) for each in value)
        if dataclasses.is_dataclass(hint):
            return self.word(typing.cast(type, hint), value, path.rpartition(".")[0])
        if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
            raise TypeError(f"{path}: {value!r} is no {hint.__name__}")
        return value

    def _quantity(self, value: Any, path: str, owner: Table) -> Quantity:
        """A number alone is as verified as what it belongs to; a table may say more, or leave the value to the register."""
        table: Table = value if isinstance(value, dict) else {"value": value}
        _refuse_unknown(table, NUMBER_KEYS, path)
        given = table.get("value")
        cited = ", ".join(part for part in (self.decision, str(owner.get("article", ""))) if part)
        return Quantity(
            key=table.get("key", path.strip(".")),
            value=None if given is None else Fraction(str(given)),
            source=str(table.get("source") or cited),
            verified=table.get("verified", bool(owner.get("verified", False)) and given is not None),
            label=str(table.get("label") or owner.get("label") or ""),
        )


def _refuse_unknown(table: Table, known: typing.Collection[str], where: str) -> None:
    unknown = sorted(table.keys() - set(known))
    if unknown:
        raise ValueError(f"{where}: unknown key {unknown[0]!r}")


def _bare(hint: Any) -> Any:
    """The type itself of an optional one."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(each for each in typing.get_args(hint) if each is not type(None))
    return hint
