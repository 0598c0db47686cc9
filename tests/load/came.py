"""What came of a folder: what its run.json and its workbook of findings say of each file and each unit."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.load.sent import Wrong

FILES, HEADER = "Tệp đã nhận", "Tệp"
"""The sheet of Kiem_tra that lists the files, and the word at the head of their column."""


@dataclass(frozen=True)
class Came:
    """The files by name as run.json gives them, with what it found in each; the units without a return; the figures of the
    year, by unit and by indicator, and of the commune; and the words of Kiem_tra on each file.
    """

    files: Mapping[str, Mapping[str, Any]]
    listed: int
    found: Mapping[str, Sequence[Wrong]]
    missing: frozenset[str]
    figures: Mapping[tuple[str, str], object]
    commune: Mapping[str, object]
    told: Mapping[str, Sequence[str]]


def came(out: Path, year: int) -> Came:
    """Return what came of the folder whose results lie under `out`."""
    record = json.loads((out / "run.json").read_bytes())
    figures = [one for one in record["figures"] if one["period"] == str(year)]
    return Came(
        files={one["file"]: one for one in record["submissions"]},
        listed=len(record["submissions"]),
        found=_found(out / "findings.jsonl"),
        missing=frozenset(one["unit"] for one in record["missing"]),
        figures={(one["id"], one["indicator"]): one["value"] for one in figures if one["scope"] == "unit"},
        commune={one["indicator"]: one["value"] for one in figures if one["scope"] == "commune"},
        told=_told(out / "Kiem_tra.xlsx"),
    )


def _found(path: Path) -> Mapping[str, Sequence[Wrong]]:
    """The findings in each file, cell by cell."""
    found = defaultdict(list)
    with path.open("rb") as lines:
        for one in map(json.loads, lines):
            found[one["file"]].append(Wrong(one["sheet"] or "", one["cell"] or "", one["code"]))
    return found


def _told(path: Path) -> Mapping[str, Sequence[str]]:
    """What Kiem_tra says of each file in the row that bears its name."""
    book = load_workbook(path, read_only=True)
    rows = [[str(word or "") for word in row] for row in book[FILES].iter_rows(values_only=True)]
    book.close()
    begin = next(at for at, row in enumerate(rows) if row[0] == HEADER)
    return {row[0]: row[1:] for row in rows[begin + 1 :] if row[0]}
