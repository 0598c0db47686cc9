"""The benchmark measures what it says: its wrong cells are found, and no others."""

from dataclasses import replace
from pathlib import Path

import pytest

from learnsoc_xlsx.pipeline.commands.check import inspect
from tests.bench.inboxes import corrected, inbox
from tests.bench.returns import FEW_ROWS, USUAL, Lot, Size, register, village
from tests.books import opened

HUNDRED: Size = (100, 100)


def test_check_finds_the_wrong_cells_of_a_return_and_no_others(tmp_path: Path) -> None:
    sent = village(1, replace(USUAL, households=HUNDRED, citizens=HUNDRED))
    path = tmp_path / sent.name
    path.write_bytes(sent.data)
    found = [(each.place.sheet, each.place.cell) for each in inspect([path])]
    assert len(sent.wrong) > 30
    assert sorted(found) == sorted(sent.wrong)


def test_check_finds_nothing_in_the_register(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(register(3).data)
    assert inspect([path]) == []


def test_what_is_wrong_changes_nothing_else_of_a_return() -> None:
    few, none = (village(2, Lot(2, wrong, households=HUNDRED, citizens=HUNDRED)) for wrong in (0.01, 0.0))

    before, after = cells(none.data), cells(few.data)
    counted = {cell for cell, value in before.items() if str(value).startswith("=")}
    assert none.wrong == frozenset()
    assert {cell for cell in before | after if before.get(cell) != after.get(cell)} - counted == few.wrong


def test_half_of_the_cells_are_wrong_when_so_many_are_asked_for() -> None:
    usual, half = (len(village(1, Lot(1, wrong, households=HUNDRED, citizens=HUNDRED)).wrong) for wrong in (0.01, 0.5))

    assert half == pytest.approx(50 * usual, rel=0.02)


def test_a_return_lists_as_many_as_are_asked_for_and_each_lot_lies_in_a_folder_of_its_own() -> None:
    small = Lot(3, households=FEW_ROWS, citizens=FEW_ROWS)

    names = [row[1] for row in opened(village(3, small).data)["Công dân"].iter_rows(min_row=9, values_only=True)]

    assert FEW_ROWS[0] <= sum(name is not None for name in names) <= FEW_ROWS[1]
    assert small.name != Lot(3).name == "3 returns, 0.01 wrong, seed 1"


def cells(data: bytes) -> dict[tuple[str, str], object]:
    return {(page.title, cell.coordinate): cell.value for page in opened(data) for row in page for cell in row}


def test_a_folder_is_as_it_was_after_one_of_its_files_was_corrected_even_by_who_was_ended(tmp_path: Path) -> None:
    lot = Lot(1)
    path = inbox(lot, tmp_path) / village(1, lot).name
    before = path.read_bytes()

    with corrected(path, b"corrected"):
        assert path.read_bytes() == b"corrected"
    assert path.read_bytes() == before

    never_left = corrected(path, b"corrected")
    never_left.__enter__()

    assert path.read_bytes() == b"corrected"
    assert (inbox(lot, tmp_path) / path.name).read_bytes() == before
    assert sorted(found.name for found in tmp_path.iterdir()) == [path.parent.name]
