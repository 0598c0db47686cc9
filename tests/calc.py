"""Somebody at LibreOffice Calc: opens workbooks, looks at cells, types into some, saves, perhaps in other formats.

To start the program takes longer than all that it is asked to do: what is wanted of it is put into one list of orders.
Each process of ours has a profile of its own, kept until it ends.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

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
Order = tuple[str, ...]
"""What the program is to do, and with what."""

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}
"""What the program calls the formats it saves in."""

_PROFILE = {
    "user/registrymodifications.xcu": """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
""",
    "user/basic/script.xlc": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library">
<library:library library:name="Standard" library:link="false"/>
</library:libraries>
""",
    "user/basic/Standard/script.xlb": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard">
<library:element library:name="Module1"/>
</library:library>
""",
    "user/basic/Standard/Module1.xba": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
  Dim way(0) As New com.sun.star.beans.PropertyValue
  disk = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  orders = createUnoService("com.sun.star.io.TextInputStream")
  orders.setInputStream(disk.openFileRead(Environ("ORDERS")))
  orders.setEncoding("UTF-8")
  report = createUnoService("com.sun.star.io.TextOutputStream")
  report.setOutputStream(disk.openFileWrite(Environ("REPORT")))
  report.setEncoding("UTF-8")
  On Error GoTo Failed
  Do While Not orders.isEOF()
    order = Split(orders.readLine(), Chr(9))
    Select Case order(0)
    Case "open"
      way(0).Name = "Hidden"
      way(0).Value = True
      book = StarDesktop.loadComponentFromURL(order(1), "_blank", 0, way())
    Case "sheet"
      report.writeString(book.CurrentController.ActiveSheet.Name)
    Case "look"
      cell = book.Sheets.getByName(order(1)).getCellRangeByName(order(2))
      report.writeString(Chr(0) &amp; Hex(cell.CellBackColor) &amp; Chr(9) &amp; cell.String &amp; Chr(9) &amp; cell.Annotation.String)
    Case "type"
      book.Sheets.getByName(order(1)).getCellRangeByName(order(2)).setFormula(order(3))
    Case "save"
      way(0).Name = "FilterName"
      way(0).Value = order(1)
      book.storeToURL(order(2), way())
    Case "close"
      book.close(True)
    End Select
  Loop
  GoTo Done
Failed:
  report.writeString(Chr(0) &amp; "failed: " &amp; Error$)
Done:
  report.closeOutput()
  StarDesktop.terminate()
End Sub
</script:module>
""",
}
"""A profile that was set up already, with a macro that carries out orders, one on a line, and reports what it sees."""


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
    return all_saved_as([kind], [path], folder)[kind][0]


def all_saved_as(kinds: Iterable[str], paths: Iterable[Path], folder: Path) -> dict[str, list[Path]]:
    """Do so with files of different names in each of several formats, in one start for all."""
    paths = list(paths)
    saved = {kind: [folder / f"{path.stem}.{kind}" for path in paths] for kind in kinds}
    folder.mkdir(parents=True, exist_ok=True)
    orders: list[Order] = []
    for at, path in enumerate(paths):
        orders.append(("open", _url(path)))
        orders += [("save", FILTERS[kind], _url(saved[kind][at])) for kind in saved]
        orders.append(("close",))
    _carry_out(orders)
    return saved


def mended(path: Path, saved: Path, looked_at: Iterable[Cell], typed: Mapping[Cell, object]) -> Sight:
    """Open `path`, look at some cells, type into others, and save as `saved` (.xlsx)."""
    looked_at = list(looked_at)
    orders: list[Order] = [("open", _url(path)), ("sheet",)]
    orders += [("look", *cell) for cell in looked_at]
    orders += [("type", *cell, str(value)) for cell, value in typed.items()]
    sheet, *cells = _carry_out([*orders, ("save", FILTERS["xlsx"], _url(saved)), ("close",)])
    return Sight(sheet, {at: Seen(*each.split("\t", 2)) for at, each in zip(looked_at, cells, strict=True)})


def _carry_out(orders: Iterable[Order]) -> list[str]:
    """Start the program, have it carry out the orders, and return what it reports."""
    profile = _profile(os.getpid())
    asked, report = profile / "orders", profile / "report"
    asked.write_text("\n".join("\t".join(order) for order in orders), encoding="utf-8")
    report.unlink(missing_ok=True)
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "macro:///Standard.Module1.Main"]  # fmt: skip
    environment = os.environ | {"ORDERS": _url(asked), "REPORT": _url(report)}
    for _ in range(2):
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=600)
        if report.exists():
            break
        _set_up(profile)  # the first start of a profile may undo what was set up
    reported = report.read_text(encoding="utf-8").split("\0")
    assert not reported[-1].startswith("failed:"), reported[-1]
    return reported


def _url(path: Path) -> str:
    return path.resolve().as_uri()


@cache
def _place(process: int) -> tempfile.TemporaryDirectory[str]:
    """A process that was forked gets another: one profile serves one office program at a time."""
    place = tempfile.TemporaryDirectory(prefix=f"office-{process}-", ignore_cleanup_errors=True)
    _set_up(Path(place.name))
    return place


def _set_up(profile: Path) -> None:
    for name, text in _PROFILE.items():
        path = profile / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _profile(process: int) -> Path:
    return Path(_place(process).name).resolve()
