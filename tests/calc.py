"""Somebody at LibreOffice Calc: opens a workbook, looks at cells, types into some, saves.

The macro is written into a profile of its own that has been started once before, for the first start lays down its own.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

PRESENT = shutil.which("soffice") is not None
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


def mended(path: Path, saved: Path, looked_at: Iterable[Cell], typed: Mapping[Cell, object], folder: Path) -> Sight:
    """Open `path`, look at some cells, type into others, save as `saved` (.xlsx); `folder` is scratch."""
    looked_at = list(looked_at)
    profile, report = folder / "profile", folder / "report"
    _soffice(profile, "--terminate_after_init")
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
    module = profile / "user/basic/Standard/Module1.xba"
    module.write_text(_MODULE.format(macro=escape(macro)), encoding="utf-8")
    _soffice(profile, "macro:///Standard.Module1.Main")
    sheet, *cells = report.read_text(encoding="utf-8").split("\0")
    return Sight(sheet, {at: Seen(*each.split("\t", 2)) for at, each in zip(looked_at, cells, strict=True)})


def _soffice(profile: Path, *words: str) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--norestore", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def _said(text: str) -> str:
    """A text as Basic writes it."""
    return '"' + re.sub('"', '""', text) + '"'
