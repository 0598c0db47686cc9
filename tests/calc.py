"""Somebody at LibreOffice Calc: opens workbooks, looks at cells, types into some, saves, perhaps in other formats.

To start the program takes longer than all that it is asked to do: each process of ours starts it once, in a profile of
its own, gives it its orders, and ends it when it ends itself.
"""

import atexit
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from tests.calc_profile import ORDERS, REPORT, set_up

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

FILTERS = {
    "xlsx": "Calc MS Excel 2007 XML",
    "xls": "MS Excel 97",
    "ods": "calc8",
    "pdf": "calc_pdf_Export",
    "docx": "MS Word 2007 XML",
}
"""What the program calls the formats it saves in."""
WRITER_PDF = "writer_pdf_Export"
"""What it calls a PDF that it makes of a text."""


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
    """Do so with files of different names in each of several formats."""
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


def reckoned_anew(paths: Iterable[Path], folder: Path) -> dict[Path, tuple[Path, Path]]:
    """Open files, reckon every formula anew, and save each into a folder as .xlsx and as it is printed, as .pdf."""
    saved = {path: (folder / f"{path.stem}.xlsx", folder / f"{path.stem}.pdf") for path in paths}
    folder.mkdir(parents=True, exist_ok=True)
    orders: list[Order] = []
    for path, (book, paper) in saved.items():
        orders += [("open", _url(path)), ("reckon",)]
        orders += [("save", FILTERS["xlsx"], _url(book)), ("save", FILTERS["pdf"], _url(paper)), ("close",)]
    _carry_out(orders)
    return saved


def papers_printed(paths: Iterable[Path], folder: Path) -> list[Path]:
    """Open papers in Word (.docx) and save each into a folder as it is printed, as .pdf."""
    paths = list(paths)
    saved = [folder / f"{path.stem}.pdf" for path in paths]
    folder.mkdir(parents=True, exist_ok=True)
    orders: list[Order] = []
    for path, paper in zip(paths, saved, strict=True):
        orders += [("open", _url(path)), ("save", WRITER_PDF, _url(paper)), ("close",)]
    _carry_out(orders)
    return saved


def sheets_of_paper(pdf: Path) -> int:
    """Return how many pages a PDF has that the program saved."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def mended(path: Path, saved: Path, looked_at: Iterable[Cell], typed: Mapping[Cell, object]) -> Sight:
    """Open `path`, look at some cells, type into others, and save as `saved` (.xlsx)."""
    looked_at = list(looked_at)
    orders: list[Order] = [("open", _url(path)), ("sheet",)]
    orders += [("look", *cell) for cell in looked_at]
    orders += [("type", *cell, str(value)) for cell, value in typed.items()]
    sheet, *cells = _carry_out([*orders, ("save", FILTERS["xlsx"], _url(saved)), ("close",)])
    return Sight(sheet, {at: Seen(*each.split("\t", 2)) for at, each in zip(looked_at, cells, strict=True)})


def edited(path: Path, saved: Path, orders: Iterable[Order]) -> Path:
    """Open a document in Writer, carry out orders ("replace", old, new; "bold", words), save it as `saved` (.docx), and return where it lies."""
    saved.parent.mkdir(parents=True, exist_ok=True)
    _carry_out([("open", _url(path)), *orders, ("save", FILTERS["docx"], _url(saved)), ("close",)])
    return saved


_PATIENCE = 200
"""Seconds in which the office program carries out its orders; it is started anew once, for it may hang."""


def _carry_out(orders: Sequence[Order]) -> list[str]:
    """Have the program carry out the orders, and return what it reports."""
    process = os.getpid()
    report = _profile(process) / REPORT
    for _ in range(2):
        _give(process, orders)
        program, end = _program(process), time.monotonic() + _PATIENCE
        while program.poll() is None and not report.exists() and time.monotonic() < end:
            time.sleep(0.02)
        if report.exists():
            break
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()
        set_up(_profile(process))  # it ended, or hung, or the first start of the profile undid what was set up
    assert report.exists(), "the office program does not answer"
    reported = report.read_text(encoding="utf-8").split("\0")
    report.unlink()
    assert not reported[-1].startswith("failed:"), reported[-1]
    return reported


def _give(process: int, orders: Iterable[Order]) -> None:
    """Lay orders where the program looks for them, all at once."""
    new = _profile(process) / "new"
    new.write_text("\n".join("\t".join(order) for order in orders), encoding="utf-8")
    new.replace(new.with_name(ORDERS))


def _url(path: Path) -> str:
    return path.resolve().as_uri()


_programs: dict[int, subprocess.Popen[bytes]] = {}


def _program(process: int) -> subprocess.Popen[bytes]:
    """The office program of a process: the one that waits for its orders, or a new one."""
    if process not in _programs or _programs[process].poll() is not None:
        profile = _profile(process)
        command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "macro:///Standard.Module1.Main"]  # fmt: skip
        environment = os.environ | {"ORDERS": _url(profile / ORDERS), "REPORT": _url(profile / REPORT)}
        _programs[process] = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        atexit.register(_end, process)
    return _programs[process]


def _end(process: int) -> None:
    """End the office program of a process with it."""
    if process == os.getpid() and _programs[process].poll() is None:
        _give(process, [("end",)])
        try:
            _programs[process].wait(timeout=20)
        except subprocess.TimeoutExpired:
            _programs[process].terminate()


@cache
def _place(process: int) -> tempfile.TemporaryDirectory[str]:
    """A process that was forked gets another: one profile serves one office program at a time."""
    place = tempfile.TemporaryDirectory(prefix=f"office-{process}-", ignore_cleanup_errors=True)
    set_up(Path(place.name))
    return place


def _profile(process: int) -> Path:
    return Path(_place(process).name).resolve()
