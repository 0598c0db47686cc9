"""Rows of lists: what they say stands in their cells or among the shared words, and only what changed is drawn again."""

import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from learnsoc_xlsx.model.report import Cell, Column, Grid, ListColumn, Listing, Look, Page, Report, Row, Show
from learnsoc_xlsx.stages.write.draw.listing import blocks, rows
from learnsoc_xlsx.stages.write.draw.listing.blocks import RowBlock, blocks_of
from learnsoc_xlsx.stages.write.draw.listing.rows import xml_of
from learnsoc_xlsx.stages.write.draw.listing.words import SharedWords
from learnsoc_xlsx.stages.write.draw.render import render

HEADS = (Column("Đơn vị", 24), Column("Số", 10, Show.COUNT))


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


@pytest.mark.parametrize("few", [0, 9], ids=["in the cells", "shared"])
def test_a_list_keeps_the_blanks_of_a_text_and_spends_no_word_on_a_text_without(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "FEW", few)
    texts = ("Lê A", " Lê A", "Lê A ", "Lê  A", "Lê\nA", "\u00a0Lê A")
    words = SharedWords()

    xml = b"".join(map(xml_of, blocks_of([ListColumn(HEADS[0], texts)], [{Show.TEXT: 1}], slice(0, 6), 1, words)))

    written = xml.decode() + words.with_those_of('<sst count="0" uniqueCount="0"></sst>')
    assert re.findall(r'<t( xml:space="preserve")?>([^<]*)</t>', written) == [
        ("" if text == "Lê A" else ' xml:space="preserve"', text) for text in texts
    ]


def a_list(*columns: Sequence[object], looks: Sequence[Look] = (Look.GOOD,)) -> Report:
    """A table that says something, and a list of names, units and marks on the next page."""
    heads = (*HEADS, Column("x", 9, Show.CENTRE))
    listing = Listing(tuple(ListColumn(*one) for one in zip(heads, columns, strict=False)), len(columns[0]))  # type: ignore[arg-type]
    grid = Grid(HEADS[:1], tuple(Row((Cell("Ba", look=look),)) for look in looks))
    pages = (Page("t", "Bảng", "BẢNG", (grid,)), Page("l", "Danh sách", "DANH SÁCH", (listing,)))
    return Report("x.xlsx", "Thử", None, date(2026, 1, 1), date(2026, 1, 1), "", pages)


def test_a_list_of_nobody_is_its_heading(tmp_path: Path) -> None:
    render(a_list([], [], []), tmp_path / "x.xlsx", Path, tmp_path, None)

    assert [row[0].value for row in load_workbook(tmp_path / "x.xlsx")["Danh sách"] if row[0].value][-1] == "Đơn vị"


def test_a_list_says_what_it_says_whether_or_not_its_texts_are_shared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words in several columns and blocks, with signs that XML spells otherwise, beside those of the pages themselves."""
    names = ["Lê <A> & B", "=1+1", None, "DANH SÁCH", "Lê <A> & B"] * 2
    report = a_list(names, range(10), [True, None, False, True, True] * 2)
    monkeypatch.setattr(blocks, "BLOCK", 4)
    written = []
    for few in (0, 9):
        monkeypatch.setattr(blocks, "FEW", few)
        render(report, tmp_path / "x.xlsx", tmp_path.joinpath, tmp_path)
        sheet = load_workbook(tmp_path / "x.xlsx")["Danh sách"]
        written.append([[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_col=3)])

    assert written[0] == written[1]
    assert [row[0] for row in written[1]] == names
    shared = part(tmp_path / "x.xlsx", "xl/sharedStrings.xml")
    count, unique = (int(number) for number in re.findall(r'ount="(\d+)"', shared))
    assert shared.count("<si>") == unique
    assert count == sum(part(tmp_path / "x.xlsx", f"xl/worksheets/sheet{n}.xml").count(' t="s"') for n in (1, 2))


def test_only_the_block_that_says_something_else_is_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a name that is corrected in one block nor a look in a table before the list touches the other blocks."""
    monkeypatch.setattr(blocks, "BLOCK", 4)
    monkeypatch.setattr(blocks, "FEW", 2)
    names = [f"Lê {at}" for at in range(12)]
    corrected = ["Lê Sửa", *names[1:]]
    drawn_before: set[RowBlock] = set()
    fresh: list[int] = []

    def counted(block: RowBlock) -> bytes:
        fresh[-1] += block not in drawn_before
        drawn_before.add(block)
        return rows.drawn_rows(block)

    good, more = (Look.GOOD,), (Look.GOOD, Look.BAD)
    for of, looks in ((names, good), (names, good), (corrected, good), (corrected, more)):
        fresh.append(0)
        report = a_list(of, range(12), [True, False, None] * 4, looks=looks)
        render(report, tmp_path / "x.xlsx", tmp_path.joinpath, tmp_path, rows=counted)

    assert fresh == [3, 0, 1, 0]
