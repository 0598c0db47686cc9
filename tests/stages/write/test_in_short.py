"""What units sent, in short: nothing about persons, what is alike once, each leading to the row where it stands whole."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from learnsoc_xlsx.model.form.form import Choice, Choices, Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.report import Grid, Look, Page, ToRow, View, Workbook
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views import VIEWS
from learnsoc_xlsx.stages.write.views.sent.foremost import LONGEST, MOST
from tests.stages.write.a_run import DONG, FILES, SCHOOL, a_run

KINDS = Choices("kinds", (Choice("model", "Mô hình"), Choice("idea", "Sáng kiến")))
DEEDS = Sheet(
    "deeds", "Việc tốt", "VIỆC TỐT", SheetKind.LIST,
    (
        Field("name", "Tên", Kind.TEXT, identity=True, width=30),
        Field("author", "Tác giả", Kind.TEXT, personal=True),
        Field("kind", "Loại", Kind.CHOICE, choices=KINDS),
        Field("people", "Số người hưởng lợi", Kind.COUNT),
    ),
    form="village",
)  # fmt: skip
WORDS = Sheet("words", "Lời", "LỜI", SheetKind.FIXED, (Field("results", "Kết quả", Kind.TEXT),), form="village")
SENT = {1: FILES[DONG, 2026], 2: FILES[SCHOOL, 2026]}


def page(table: Table, show: str, *of: str) -> Page:
    view = View(show, "Trang", "TIÊU ĐỀ", of)
    shown = VIEWS[show](
        Scope(Lookup(a_run(Path("in"), tables=(table,))), Workbook("w", "w", "", "year", (view,)), 2026), view
    )
    assert shown is not None
    return shown


def deeds(*rows: tuple[str, str, str | None, int | None]) -> Table:
    """A list of Thôn Đông, from its row 7 on."""
    names, authors, kinds, people = zip(*rows, strict=True)
    frame = {
        "submission": pd.Series([1] * len(rows), dtype="Int64"),
        "row": pd.Series(range(7, 7 + len(rows)), dtype="Int64"),
        **{name: pd.Series(words, dtype="string") for name, words in (("name", names), ("author", authors), ("kind", kinds))},
        "people": pd.Series(people, dtype="Int64"),
    }  # fmt: skip
    anchors = dict(zip(("name", "author", "kind", "people"), "BCDE", strict=True))
    return Table(DEEDS, pd.DataFrame(frame), {1: Layout(SENT[1], "Việc tốt", anchors)})


def words(*said: str) -> Table:
    frame = {"submission": pd.Series(list(SENT)[: len(said)], dtype="Int64"), "row": pd.Series([7] * len(said), dtype="Int64")}  # fmt: skip
    layouts = {number: Layout(file, "Lời", {"results": "C7"}) for number, file in SENT.items()}
    return Table(WORDS, pd.DataFrame({**frame, "results": pd.Series(said, dtype="string")}), layouts)


def texts(block: object) -> Sequence[list[Any]]:
    assert isinstance(block, Grid)
    return [[cell.value for cell in row.cells] for row in block.rows]


def test_the_records_with_the_most_stand_first_without_who_made_them() -> None:
    shown = page(deeds(("Tủ sách", "Lê An", "model", 5), ("Lớp tối", "Bùi Hoa", "idea", 9)), "foremost", "deeds", "kind", "people")  # fmt: skip

    largest, _ = shown.blocks
    assert texts(largest) == [
        [1, "Lớp tối", "Sáng kiến", 9, "Thôn Đông"],
        [2, "Tủ sách", "Mô hình", 5, "Thôn Đông"],
    ]
    assert isinstance(largest, Grid)
    assert largest.rows[0].cells[1].link == ToRow("lists:deeds", "1:8")


def test_a_record_without_an_amount_comes_last_and_the_sum_of_its_sort_bears_the_sign() -> None:
    shown = page(deeds(("Tủ sách", "", "model", None), ("Lớp tối", "", None, 0)), "foremost", "deeds", "kind", "people")

    largest, sorts = shown.blocks
    assert [row[1:4] for row in texts(largest)] == [["Lớp tối", "", 0], ["Tủ sách", "Mô hình", None]]
    assert texts(sorts) == [[1, "Mô hình", 1, None], [2, "Chưa ghi", 1, 0], ["", "Cộng", 2, 0]]
    assert isinstance(sorts, Grid)
    assert [row.cells[3].show.name for row in sorts.rows if row.cells[3].show] == [
        "PARTIAL_COUNT", "COUNT", "PARTIAL_COUNT",
    ]  # fmt: skip


def test_of_many_records_only_some_are_shown_and_it_is_said_of_how_many() -> None:
    shown = page(deeds(*((f"Việc {at}", "", "model", at) for at in range(25))), "foremost", "deeds", "kind", "people")

    largest, _ = shown.blocks
    assert isinstance(largest, Grid)
    assert len(largest.rows) == MOST
    assert largest.caption == "20 trên 25, xếp theo số người hưởng lợi"


def test_what_two_units_wrote_alike_stands_once_with_both_of_them() -> None:
    shown = page(words("Mở lớp tối.", "mở lớp  tối"), "in_short", "words")

    assert texts(shown.blocks[0]) == [["Kết quả"], ["Mở lớp tối.", "Thôn Đông, Trường Tiểu học"]]


def test_a_long_text_is_cut_between_words_and_leads_to_the_whole() -> None:
    shown = page(words("Chúng tôi đã mở lớp. " * 20), "in_short", "words")

    (table,) = shown.blocks
    assert isinstance(table, Grid)
    section, row = table.rows
    assert section.look is Look.SECTION
    assert len(str(row.cells[0].value)) <= LONGEST + 2
    assert str(row.cells[0].value).endswith(" …")
    assert row.cells[0].link == ToRow("answers:words", "1:results")
