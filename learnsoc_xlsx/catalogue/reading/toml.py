"""Decisions as TOML: cattrs reads them strictly into the words of `model/law`, and numbers stay as exact as written.

A number may be written bare: what it leaves unsaid it has from the table that it stands in.
"""

import dataclasses
import hashlib
import re
import tomllib
import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from cattrs import BaseValidationError, Converter, override
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn

from learnsoc_xlsx.catalogue.reading.faults import DecisionError, Spot
from learnsoc_xlsx.catalogue.reading.misread import misread
from learnsoc_xlsx.model.law.awards import Blocker
from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.texts.decisions import Decision

Hook = Callable[[Any, Any], Any]
_OURS = {
    Decision: ("file", "sha256"),
    Quantity: ("local",),
    Title: ("treatment",),
    Blocker: ("bases",),
    OpenChoice: ("chosen", "number", "source", "local"),
}
"""What the program sets itself, and no file may say."""
_POSITION = re.compile(r"line (\d+), column (\d+)")


class WrittenTable(dict[str, Any]):
    """A table as written, which knows the name of its decision, and the ids of the tables around it and its own."""

    decision = ""
    ids: tuple[str, ...] = ()


def decision_from(file: Path | Traversable) -> Decision:
    """Read one decision. Raises DecisionError with file, table and key for a word or key that is unknown, absent or of a wrong kind."""
    table = _parsed(file)
    try:
        decision = _CONVERTER.structure(table, Decision)
    except BaseValidationError as error:
        raise misread(error, table, file.name) from error
    return dataclasses.replace(decision, file=file.name, sha256=_digest(file))


def _digest(file: Path | Traversable) -> str:
    """The hash of a text, whatever ends its lines."""
    return hashlib.sha256(file.read_text(encoding="utf-8").encode()).hexdigest()


def _parsed(file: Path | Traversable) -> WrittenTable:
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except ValueError as error:
        raise _unreadable(file.name, error) from error
    table: WrittenTable = _placed(written, str(written.get("name", "")), ())
    return table


def _unreadable(name: str, error: ValueError) -> DecisionError:
    at = _POSITION.search(str(error))
    where = f"dòng {at[1]}, cột {at[2]}" if at else "cuối tệp"
    sentence = "tệp không phải văn bản UTF-8" if isinstance(error, UnicodeDecodeError) else "không đúng cú pháp TOML"
    return Spot(name).fault(where, sentence)


def _placed(written: Any, decision: str, ids: tuple[str, ...]) -> Any:
    """Let every table know where it stands."""
    if isinstance(written, list):
        return [_placed(item, decision, ids) for item in written]
    if not isinstance(written, dict):
        return written
    own = (*ids, str(written["id"])) if "id" in written else ids
    table = WrittenTable({key: _placed(value, decision, own) for key, value in written.items()})
    table.decision, table.ids = decision, own
    return table


# What cattrs is told: nothing is turned into something else, and a bare number is a whole one


def _exactly(value: object, kind: type) -> object:
    if type(value) is not kind:
        raise TypeError(value)
    return value


def _member(value: object, kind: type[StrEnum]) -> StrEnum:
    """One of an enumeration of texts, which cattrs would take for a text."""
    return kind(str(value))


def _number(value: object, _: type) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(value)
    return Fraction(value)


def _is_list(kind: Any) -> bool:
    return typing.get_origin(kind) is tuple


def _list(kind: Any, converter: Converter) -> Hook:
    structured = homogenous_tuple_structure_factory(kind, converter)

    def hook(value: object, _: object) -> Any:
        return structured(_exactly(value, list), kind)

    return hook


def _table(word: type[Any], converter: Converter) -> Hook:
    hidden = {name: override(omit=True) for name in _OURS.get(word, ())}
    structured = make_dict_structure_fn(word, converter, **hidden)  # type: ignore[arg-type]
    hints = typing.get_type_hints(word)
    numbers = [name for name, hint in hints.items() if Quantity in (hint, *typing.get_args(hint))]

    def hook(value: object, _: object) -> Any:
        if not isinstance(value, WrittenTable):
            raise TypeError(value)
        whole = {name: _whole(name, value) for name in numbers if name in value}
        return structured({**value, **whole}, word)

    return hook


def _whole(name: str, owner: WrittenTable) -> WrittenTable:
    """A number with its key, source, label and whether it is verified: its own, else those of what it belongs to."""
    own = owner[name] if isinstance(owner[name], WrittenTable) else {"value": owner[name]}
    cited = ", ".join(part for part in (owner.decision, str(owner.get("article", ""))) if part)
    usual = {
        "key": ".".join((*owner.ids, name)),
        "value": None,
        "source": cited,
        "label": owner.get("label", ""),
        "clause": owner.get("article", ""),
        "example": None,
        "verified": owner.get("verified", False) if "value" in own else False,
    }
    return WrittenTable(usual | own)


def _strict() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for plain in (str, int, bool, date):
        converter.register_structure_hook(plain, _exactly)
    converter.register_structure_hook(StrEnum, _member)
    converter.register_structure_hook(Fraction, _number)
    converter.register_structure_hook_factory(_is_list, _list)
    converter.register_structure_hook_factory(dataclasses.is_dataclass, _table)
    return converter


_CONVERTER = _strict()
