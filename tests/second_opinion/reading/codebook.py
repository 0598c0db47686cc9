"""The codebook of a year, as the program prints it: forms, sheets and fields (docs/contract.md, “codebook”)."""

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True)
class Asked:
    """A field of a sheet: `kind` says what may be typed, `least` and `most` between what."""

    id: str
    label: str
    kind: str
    required: bool
    least: float | None
    most: float | None
    adds_up: str | None


@dataclass(frozen=True)
class Sheet:
    """A sheet of a form: its fields by id, and what another field of the form says instead of one."""

    id: str
    name: str
    listed: bool
    fields: dict[str, Asked]
    elsewhere: dict[str, tuple[str, str]]


@dataclass(frozen=True)
class Form:
    """A form of the codebook: its sheets by id."""

    id: str
    sheets: dict[str, Sheet]


@cache
def codebook(year: int) -> dict[str, Form]:
    """Return the forms of a year by id, asked of the program as anybody would: in a process of its own."""
    command = [sys.executable, "-m", "learnsoc_xlsx", "codebook", "--year", str(year), "--format", "json"]
    said = json.loads(subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout)
    return {
        form["id"]: Form(form["id"], {sheet["id"]: _sheet(sheet) for sheet in form["sheets"]}) for form in said["forms"]
    }


def _sheet(said: dict[str, Any]) -> Sheet:
    fields = {field["id"]: _asked(field) for field in said.get("fields") or said.get("rows") or ()}
    elsewhere = {one["id"]: (one["sheet"], one["field"]) for one in said["said_elsewhere"]}
    return Sheet(said["id"], said["name"], said["kind"] == "list", fields, elsewhere)


def _asked(said: dict[str, Any]) -> Asked:
    least, most = said.get("min"), said.get("max")
    return Asked(said["id"], said["label"].strip(), said["kind"], said["required"], least, most, said.get("adds_up"))
