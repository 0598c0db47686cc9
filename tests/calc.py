"""Somebody at LibreOffice Calc: opens a workbook, looks at cells, types into some, saves, perhaps in another format.

Each process of ours has a profile of its own, kept until it ends: the first start of a profile takes a second longer.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar
from xml.sax.saxutils import escape

import pytest

PRESENT = shutil.which("soffice") is not None
NEEDED = [
    pytest.mark.office,
    pytest.mark.skipif(not PRESENT, reason="LibreOffice (soffice) is not on this machine"),
]
"""The marks of tests that start the office program."""
Test = TypeVar("Test", bound=Callable[..., None])
Cell = tuple[str, str]
"""A sheet and an address."""

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{macro}
</script:module>
"""
_MACRO = """
Sub Main
  Dim way(0) As New com.sun.star.beans.PropertyValue
  way(0).Name = "Hidden"
  way(0).Value = True
  book = StarDesktop.loadComponentFromURL({came}, "_blank", 0, way())
  report = createUnoService("com.sun.star.io.TextOutputStream")
  report.setOutputStream(createUnoService("com.sun.star.ucb.SimpleFileAccess").openFileWrite({report}))
  report.setEncoding("UTF-8")
  report.writeString(book.CurrentController.ActiveSheet.Name)
{looks}
{types}
  way(0).Name = "FilterName"
  way(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL({saved}, way())
  report.closeOutput()
  book.close(True)
  StarDesktop.terminate()
End Sub
"""
_CELL = "  cell = book.Sheets.getByName({sheet}).getCellRangeByName({address})\n"
_LOOK = _CELL + '  report.writeString(Chr(0) & Hex(cell.CellBackColor) & Chr(9) & cell.String & Chr(9) & cell.Annotation.String)'  # fmt: skip
_TYPE = _CELL + "  cell.setFormula({typed})"


def needs_office(test: Test) -> Test:
    """Mark one test that starts the office program."""
    for mark in NEEDED:
        test = mark(test)
    return test


@dataclass(frozen=True)
class Seen:
    """What the eye sees of a cell: its fill (as in "FFD9C2"), its text and its comment."""

    fill: str
    text: str
    comment: str


@dataclass(frozen=True)
class Sight:
    """The sheet that stood before the eye when the workbook was opened, and the cells that were looked at."""

    sheet: str
    cells: Mapping[Cell, Seen]


def saved_as(kind: str, path: Path, folder: Path) -> Path:
    """Open a file, save it in another format into a folder, and return where it lies."""
    return all_saved_as(kind, [path], folder)[0]


def all_saved_as(kind: str, paths: Iterable[Path], folder: Path) -> list[Path]:
    """Do so with files of different names, in one start for all."""
    paths = list(paths)
    _soffice("--convert-to", kind, "--outdir", str(folder), *map(str, paths))
    return [folder / f"{path.stem}.{kind}" for path in paths]


def mended(path: Path, saved: Path, looked_at: Iterable[Cell], typed: Mapping[Cell, object], folder: Path) -> Sight:
    """Open `path`, look at some cells, type into others, save as `saved` (.xlsx); `folder` is scratch."""
    looked_at = list(looked_at)
    report = folder / "report"
    macro = _MACRO.format(
        came=_said(path.resolve().as_uri()),
        report=_said(report.resolve().as_uri()),
        saved=_said(saved.resolve().as_uri()),
        looks="\n".join(_LOOK.format(sheet=_said(sheet), address=_said(cell)) for sheet, cell in looked_at),
        types="\n".join(
            _TYPE.format(sheet=_said(sheet), address=_said(cell), typed=_said(str(value)))
            for (sheet, cell), value in typed.items()
        ),
    )
    module = _profile(os.getpid()) / "user/basic/Standard/Module1.xba"
    if not module.parent.is_dir():
        _soffice("--terminate_after_init")
    module.write_text(_MODULE.format(macro=escape(macro)), encoding="utf-8")
    _soffice("macro:///Standard.Module1.Main")
    sheet, *cells = report.read_text(encoding="utf-8").split("\0")
    return Sight(sheet, {at: Seen(*each.split("\t", 2)) for at, each in zip(looked_at, cells, strict=True)})


@cache
def _place(process: int) -> tempfile.TemporaryDirectory[str]:
    """A process that was forked gets another: one profile serves one office program at a time."""
    return tempfile.TemporaryDirectory(prefix=f"office-{process}-", ignore_cleanup_errors=True)


def _profile(process: int) -> Path:
    return Path(_place(process).name).resolve()


def _soffice(*words: str) -> None:
    command = [
        "soffice",
        f"-env:UserInstallation={_profile(os.getpid()).as_uri()}",
        "--headless",
        "--norestore",
        *words,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def _said(text: str) -> str:
    """A text as Basic writes it."""
    return '"' + re.sub('"', '""', text) + '"'
