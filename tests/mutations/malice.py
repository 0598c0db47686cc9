"""Dossier that nobody sends by mistake, and honest ones of their size: what each gets, how soon, and at what memory.

`python -m tests.mutations.malice` prints the table, each file in a process of its own, and exits with 1 where one got
something else than it should, or more than 10 seconds or 1 GB.
"""

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.stages.receive.unpack.unpack import Item
from tests.mutations.breaking import parts_of
from tests.mutations.returns import form_of, valid
from tests.stages.receive.locked import locked, locked_for_long
from tests.stages.receive.test_preflight import ONE_ODS_CELL, cell, opendocument, row, workbook, zipped

SECONDS, MEMORY = 10.0, 1 << 30
HOUSEHOLDS, BLANK_ROWS = 20_000, 1_000_000
_LAST = 1_048_576


@dataclass(frozen=True)
class File:
    """A file, and the codes of the findings that it must get: none, where it is honest."""

    what: str
    name: str
    data: Callable[[], bytes]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Got:
    """What one file got, in how many seconds, and the most memory in bytes that a process took over it."""

    codes: tuple[str, ...]
    seconds: float
    memory: int


def _bomb() -> bytes:
    return workbook(row(1, cell("A1")), **{"xl/sharedStrings.xml": bytes(300 << 20)})


def _entities() -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    attack = f'<!DOCTYPE sst [<!ENTITY a0 "ha">{levels}]><sst><si><t>&a9;</t></si></sst>'.encode()
    return workbook(row(1, cell("A1")), **{"xl/sharedStrings.xml": attack})


def _far_in_odd_spelling() -> bytes:
    return workbook(b"<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")


def _merged() -> bytes:
    return workbook(row(1, cell("A1")), b'<mergeCells count="1"><mergeCell ref="A5:XFD1048576"/></mergeCells>')


def _flood() -> bytes:
    return workbook(b"".join(row(n, b"".join(cell(f"{letter}{n}") for letter in "ABCDEFGHIJ")) for n in range(1, 210_001)))  # fmt: skip


def _repeated() -> bytes:
    return opendocument(b'<table:table-row table:number-rows-repeated="1048576">' + ONE_ODS_CELL * 9 + b"</table:table-row>")  # fmt: skip


def _with_rows(sheet: str, after: Callable[[bytes], Iterator[bytes]]) -> bytes:
    """A faultless return with more rows in one of its lists: `after` makes them of the second record's row."""
    name = f"xl/worksheets/sheet{2 + [each.id for each in form_of('village').sheets].index(sheet)}.xml"

    def change(body: bytes) -> bytes:
        second = re.search(rb'<row r="8".*?</row>', body, re.DOTALL)
        last = re.search(rb".*</row>", body, re.DOTALL)
        assert second
        assert last
        return body[: last.end()] + b"".join(after(second[0])) + body[last.end() :]

    return zipped({part: change(body) if part == name else body for part, body in parts_of(valid("village"))})


def _households(second: bytes) -> Iterator[bytes]:
    for number in range(1000, 1000 + HOUSEHOLDS):
        moved = re.sub(rb'r="([A-Z]*)8"', rb'r="\g<1>%d"' % number, second)
        yield re.sub(rb"<t>[^<]*</t>", b"<t>H\xe1\xbb\x99 %d</t>" % number, moved, count=1)


def _blank_rows(_: bytes) -> Iterator[bytes]:
    for number in range(1000, 1000 + BLANK_ROWS):
        yield b'<row r="%d" s="1"><c r="B%d" s="1"/><c r="H%d" s="1"/></row>' % (number, number, number)


FILES = (
    File("a part that swells to 300 MB", "bomb.xlsx", _bomb, ("F21",)),
    File("entities that swell a thousand million times", "entities.xlsx", _entities, ("F25",)),
    File("a cell at the end of the world", "far.xlsx", lambda: workbook(row(_LAST, cell(f"XFD{_LAST}"))), ("F26",)),
    File("the same, spelt oddly", "far2.xlsx", _far_in_odd_spelling, ("F29",)),
    File("a merge over the whole sheet", "merge.xlsx", _merged, ("F28",)),
    File("2,100,000 filled cells", "flood.xlsx", _flood, ("F27",)),
    File("9,437,184 cells by repetition", "flood.ods", _repeated, ("F27",)),
    File("behind a password nobody told", "locked.xlsx", lambda: locked(valid("village"), "?"), ("F24",)),
    File("behind one that takes 999,999 turns", "slow.xlsx", lambda: locked_for_long(valid("village"), "?", 999_999), ("F24",)),
    File("behind Excel's own password", "default.xlsx", lambda: locked(valid("village"), "VelvetSweatshop"), ("F35",)),
    File("cut short", "cut.xlsx", lambda: valid("village")[:20_000], ("F01",)),
    File("empty", "empty.xlsx", bytes, ("F01",)),
    File("a lock file", "~$return.xlsx", lambda: b"\x04Lan" + bytes(160), ("F10",)),
    File("a PDF called .xlsx", "scan.xlsx", lambda: b"%PDF-1.7\n" + bytes(5000), ("F01",)),
    File("a web page called .xls", "page.xls", lambda: b"<html><table><tr><td>1</td></tr></table></html>", ("F01",)),
    File("an .xlsx called .xls", "renamed.xls", lambda: valid("village")),
    File("an .ods called .xlsx", "renamed.xlsx", lambda: opendocument(b"<table:table-row>" + ONE_ODS_CELL + b"</table:table-row>"), ("F03",)),
    File("a return with 1,000,000 formatted blank rows", "blank.xlsx", lambda: _with_rows("households", _blank_rows)),
    File("a return with 20,000 households more", "large.xlsx", lambda: _with_rows("households", _households)),
)  # fmt: skip


def got(file: File, folder: Path) -> Got:
    """Have a process of its own take in one file."""
    path = folder / file.name
    path.write_bytes(file.data())
    ended = subprocess.run(
        [sys.executable, "-m", "tests.mutations.malice", str(path)], capture_output=True, check=True, text=True
    )
    said = json.loads(ended.stdout)
    return Got(tuple(said["codes"]), said["seconds"], said["memory"])


def as_it_should(file: File, got: Got) -> bool:
    """Whether a file got its findings, and no others, within the limits."""
    return got.codes == file.codes and got.seconds <= SECONDS + 1 and got.memory <= MEMORY


def main() -> int:
    """Print the table; return 1 when a file got something else than it should."""
    printed, failed = Table("File", "Expected", "Got", "Seconds", "Memory, MB", "OK", box=None), 0
    with tempfile.TemporaryDirectory() as folder:
        for file in FILES:
            found = got(file, Path(folder))
            fine = as_it_should(file, found)
            failed += not fine
            printed.add_row(
                file.what,
                " ".join(file.codes) or "read",
                " ".join(found.codes) or "read",
                f"{found.seconds:.2f}",
                f"{found.memory >> 20}",
                "ok" if fine else "FAILED",
            )
    Console(width=None if sys.stdout.isatty() else 120).print(printed)
    return 1 if failed else 0


def _take_in(path: Path) -> dict[str, object]:
    import resource

    begun = time.monotonic()
    batch = intake(Task(((0, Item(path.name, path)),)))
    seconds = time.monotonic() - begun
    own = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    most = max(int(own[1]) if own else 0, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    return {"codes": [each.code.code for each in batch.findings], "seconds": seconds, "memory": most << 10}


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(_take_in(Path(sys.argv[1]))))
    else:
        sys.exit(main())
