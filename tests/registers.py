"""A register as tests fill it in: the smallest that can be gone by, with what a test changes in it."""

import pickle
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from learnsoc_xlsx.model.form.form import LIST_SHEET, STAMP_SHEET
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.template.template import template
from tests.books import opened, saved_unpacked, without_looks
from tests.made_up.filling import fill
from tests.printing import short

PROFILE = {
    "since": "1/7/2020", "unit": "X1", "parent_name": "UBND TỈNH THỬ", "issuer": "UBND XÃ MỘT", "place_name": "Một",
    "signer_title": "CHỦ TỊCH", "signer": "Bà Mẫu",
}  # fmt: skip
COMMUNE = {"id": "X1", "kind": "commune", "name": "Xã Một"}
EAST = {"id": "A1", "kind": "village", "name": "Thôn Đông", "parent": "X1"}
WEST = {"id": "A2", "kind": "village", "name": "Thôn Tây", "parent": "X1"}
SMALLEST = {"profile": [PROFILE], "units": [COMMUNE, EAST, WEST]}


@cache
def _blank(year: int) -> bytes:
    return saved_unpacked(without_looks(opened(template(short(form_of("register", year))))))


def register_book(year: int = 2026, without: Collection[str] = (), **lists: Any) -> Workbook:
    """The register of a year with these rows by sheet id, and without the sheets of these ids."""
    form = form_of("register", year)
    book = fill(_blank(year), form, SMALLEST | lists)
    for name in without:
        book.remove(book[form.sheet(name).name])
    assert {LIST_SHEET, STAMP_SHEET} <= set(book.sheetnames)
    return book


def laid(folder: Path, name: str, year: int = 2026, without: Collection[str] = (), **lists: Any) -> Path:
    """Lay such a register into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(_saved(pickle.dumps((year, without, lists))))
    return folder / name


@lru_cache(maxsize=256)
def _saved(asked: bytes) -> bytes:
    year, without, lists = pickle.loads(asked)
    return saved_unpacked(register_book(year, without, **lists))
