"""The council: its records as a run prints them, filled in as it decides, and read as what it decided."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from learnsoc_xlsx.model.form.form import FIRST_ROW, STAMP_SHEET, Form
from learnsoc_xlsx.model.form.printing import anchors
from tests.long.plan import DISSENT

AGREED = "Nhất trí"
PROPOSED = "●"
"""With this mark a record begins its word on whom the run recommends."""
MEMBERS, PRESENT = 9, 8


@dataclass(frozen=True)
class Conclusion:
    """What the council concluded of a candidate: on which line of which round, by the name of the award, and in which words."""

    round: str
    award: str
    name: str
    unit: str
    opinion: str


def records(out: Path) -> dict[str, Path]:
    """Return the records that a run printed, by the round that their stamp names."""
    found = {}
    for path in sorted(out.rglob("Hoi_dong*.xlsx")):
        page = load_workbook(path, read_only=True)[STAMP_SHEET]
        stamp = next(str(cell) for (cell, *_) in page.iter_rows(values_only=True) if str(cell).startswith("learnsoc:"))
        found[stamp.split(":")[5]] = path
    return found


def meet(record: Path, form: Form, held: str, day: date) -> tuple[bytes, list[Conclusion]]:
    """Fill in the record of a round: all that are recommended are agreed on, but where the council dissents."""
    book = load_workbook(record)
    _sit(book, form, day)
    sheet = form.sheet("ballot")
    page, where = book[sheet.name], anchors(sheet)
    recommended = list(_recommended(page, where))
    concluded = []
    for row, award in recommended:
        dissent = next((one for one in DISSENT if (one.round, one.award) == (held, award)), None)
        is_last = (row, award) == [line for line in recommended if line[1] == award][-1]
        opinion, reason = (dissent.opinion, dissent.reason) if dissent and is_last else (AGREED, None)
        votes = (PRESENT, 0) if opinion == AGREED else (2, PRESENT - 2)
        for name, value in zip(("votes_for", "votes_against", "opinion", "reason"), (*votes, opinion, reason), strict=True):  # fmt: skip
            page[f"{where[name]}{row}"].value = value
        name, unit = (str(page[f"{where[field]}{row}"].value) for field in ("name", "of_unit"))
        concluded.append(Conclusion(held, award, name, unit, opinion))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), concluded


def confirm(record: Path, form: Form, doubtful: Sequence[str]) -> bytes:
    """Fill in, in a record that is printed anew, what was concluded before on those who are named."""
    book, sheet = load_workbook(record), form.sheet("ballot")
    page, where = book[sheet.name], anchors(sheet)
    for row in range(FIRST_ROW, page.max_row + 1):
        if page[f"{where['name']}{row}"].value in doubtful:
            for name, value in {"votes_for": PRESENT, "votes_against": 0, "opinion": AGREED}.items():
                page[f"{where[name]}{row}"].value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sit(book: Workbook, form: Form, day: date) -> None:
    sheet = form.sheet("sitting")
    cells, page = anchors(sheet), book[sheet.name]
    met = {"held_on": day, "venue": "Hội trường UBND xã", "members": MEMBERS, "present": PRESENT, "chair": "Chủ tịch UBND xã", "secretary": "Thư ký Hội đồng"}  # fmt: skip
    for name, value in met.items():
        page[cells[name]].value = value


def _recommended(page: Worksheet, where: dict[str, str]) -> Iterator[tuple[int, str]]:
    """The lines of those whom the run recommends: the row, and the name of the award."""
    for row in range(FIRST_ROW, page.max_row + 1):
        if str(page[f"{where['recommended']}{row}"].value or "").startswith(PROPOSED):
            yield row, str(page[f"{where['award_name']}{row}"].value)
