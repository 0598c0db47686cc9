"""A whole run: returns that were edited, sent twice, sent anew or broken lie in one folder; all that it writes of them is read back."""

import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
from openpyxl import Workbook, load_workbook

from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
from learnsoc_xlsx.pipeline.settings.products import Products
from tests.books import saved_unpacked
from tests.ledger.balance import faults
from tests.ledger.cells import sheets_of
from tests.ledger.edits import Edit
from tests.ledger.forms import book_of
from tests.ledger.record import Became, Named, Record, Recorded
from tests.mutations.returns import AS_OF, YEAR, register, unit_of
from tests.runs import ON_ONE

Json = Mapping[str, Any]
Sent = list[tuple[str, str, list[Edit]]]
"""For each return its form, the sheet that is edited, and how."""
_TAKEN = ("file", "sheet", "row", "form", "year", "unit", "unit_name")
_BOOK = "Kiem_tra.xlsx"


def laid(inbox: Path, sent: Sent, chance: Random) -> None:
    """Lay the returns into a folder, each of a unit of its own, beside the register and what else people send."""
    inbox.mkdir()
    (inbox / "danh ba.xlsx").write_bytes(register(len(sent)))
    for number, (form, name, done) in enumerate(sent):
        book = _of_unit(form, number)
        page = book[name]
        for edit in done:
            edit.change(book, page)
        data = saved_unpacked(book)
        (inbox / f"{number} {form}.xlsx").write_bytes(data)
        if number == 0:
            (inbox / "again.xlsx").write_bytes(data)
            book.worksheets[-1].cell(90, 2, "thêm về sau")
            (inbox / "anew.xlsx").write_bytes(saved_unpacked(book))
            at = chance.randrange(len(data))
            (inbox / "broken.xlsx").write_bytes(data[:at])
    (inbox / "anh.png").write_bytes(b"\x89PNG")
    (inbox / "phu").mkdir()
    (inbox / "phu" / "ghi chu.txt").write_text("gửi xã", encoding="utf-8")


def _of_unit(form: str, number: int) -> Workbook:
    book = book_of(form, *(sheet["name"] for sheet in sheets_of(form, YEAR)))
    (first, first_name), (unit, name) = unit_of(form, 0), unit_of(form, number)
    for page in book.worksheets:
        for cell in page._cells.values():
            if isinstance(cell.value, str):
                cell.value = cell.value.replace(f":{first}", f":{unit}") if "learnsoc:" in cell.value else cell.value
                cell.value = name if cell.value == first_name else cell.value
    return book


def unbalanced(inbox: Path, out: Path) -> list[str]:
    """Consolidate a folder, and return what does not balance in what was written."""
    consolidate(inbox, out, AS_OF, Products(replies=False, papers=False, tables=True), ON_ONE)
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return [*_lines(inbox, run), *_pages(out, run), *_rows(inbox, out, run)]


def _lines(inbox: Path, run: Json) -> Iterator[str]:
    """Every file that lies there is one line, and no other."""
    lie = sorted(os.path.relpath(Path(folder) / name, inbox) for folder, _, names in os.walk(inbox) for name in names)
    lines = sorted(sent["file"] for sent in run["submissions"])
    if lie != lines:
        yield f"{lie} lie there, {lines} are said"
    for sent in run["submissions"]:
        if not sent["status"].startswith("accepted") and not sent["reason"]:
            yield f"{sent['file']} does not count, and nothing says why"


def _pages(out: Path, run: Json) -> Iterator[str]:
    """The workbook for the officer says of every table and every row what the machines are told."""
    book = load_workbook(out / _BOOK)
    balances = [
        (sent["file"], *(table[name] for name in ("read", "accepted", "rejected", "ignored")))
        for sent in run["submissions"]
        for table in sent["tables"]
    ]
    printed = [(file, *numbers) for file, _, _, *numbers, _ in _printed(book, "Chênh lệch (phải bằng 0)", 8)]
    if sorted(printed) != sorted(balances):
        yield f"the page of balances differs: {set(printed) ^ set(balances)}"
    outcomes = sorted((one["file"], str(one["row"] or ""), one["sheet"]) for one in run["outcomes"])
    left_out = sorted(
        (file, row if str(row).isdecimal() else "", sheet)  # an empty cell with a link is read as its target
        for file, _, sheet, row, *_ in _printed(book, "Lý do", 6)
    )
    if left_out != outcomes:
        yield f"the page of rows differs: {set(left_out) ^ set(outcomes)}"


def _printed(book: Workbook, last: str, columns: int) -> Iterator[tuple[Any, ...]]:
    """The rows under a header of so many columns, of which this is the last."""
    for page in book.worksheets:
        rows = list(page.iter_rows(values_only=True))
        heads = [at for at, row in enumerate(rows) if row[columns - 1 : columns] == (last,) and not any(row[columns:])]
        for row in rows[heads[0] + 1 :] if heads and page.title.startswith(_LEDGER) else ():
            if row[0]:
                yield row[:columns]


_LEDGER = ("Sổ dòng", "Dòng không tính")


def _rows(inbox: Path, out: Path, run: Json) -> Iterator[str]:
    """Every row of every return, by the cells of its own file."""
    counted = {path.stem: pd.read_parquet(path) for path in (out / "bang").glob("*.parquet")}
    lines = (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    findings = [json.loads(line) for line in lines]
    for sent in run["submissions"]:
        if sent["tables"] and sent["form"] != "register":
            book = load_workbook(io.BytesIO((inbox / sent["file"]).read_bytes()))
            record = _record(sent, run, counted, findings)
            yield from (f"{sent['file']}: {fault}" for fault in faults(book, record))


def _record(sent: Json, run: Json, counted: Mapping[str, pd.DataFrame], findings: Iterable[Json]) -> Record:
    tables = {one["table"]: Recorded((one["read"], one["accepted"], one["rejected"], one["ignored"])) for one in sent["tables"]}  # fmt: skip
    for key, table in tables.items():
        listed = counted.get(key.split(".")[1]) if key.count(".") == 1 else None
        for row in listed[listed["file"] == sent["file"]].to_dict("records") if listed is not None else ():
            given = {str(name).rstrip("_") for name, value in row.items() if name not in _TAKEN and not pd.isna(value)}
            table.count(row["row"], given)
    for one in run["outcomes"]:
        if one["file"] == sent["file"]:
            tables[one["table"]].others.append(Became(one["row"], one["outcome"] == "rejected", one["reason"]))
    named = [Named(one["code"], one["sheet"] or "", one["cell"] or "", one["message"]) for one in findings if one["file"] == sent["file"]]  # fmt: skip
    return Record(sent["form"], sent["year"], sent["status"].startswith("accepted"), tables, named)
