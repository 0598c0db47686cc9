"""Rows of a table as words: taken column by column, each cell is what it is by itself."""

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest

from learnsoc_xlsx.frames import Records, exact, positions
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.returns.tables import Table

FIELDS = (
    Field("name", "Họ và tên", Kind.TEXT, identity=True),
    Field("score", "Điểm", Kind.SCORE),
    Field("hours", "Số giờ", Kind.NUMBER),
    Field("people", "Số người", Kind.COUNT),
    Field("on", "Ngày", Kind.DATE),
    Field("mark", "Đạt", Kind.MARK),
)
ROWS = pd.DataFrame(
    {
        "submission": pd.array([2, 1, 2], dtype="Int64"),
        "row": pd.array([6, 7, 8], dtype="Int64"),
        "name": pd.array(["An", "Bình", None], dtype="str"),
        "score": pd.array([750, None, 800], dtype="Int64"),
        "hours": pd.array([12_500, 0, None], dtype="Int64"),
        "people": pd.array([3, 0, None], dtype="Int64"),
        "on": pd.array([date(2026, 3, 4).toordinal(), None, 1], dtype="Int64"),
        "mark": pd.array([True, False, None], dtype="boolean"),
    }
)
TABLE = Table(Sheet("list", "Danh sách", "Danh sách", SheetKind.LIST, FIELDS), ROWS, {})


def test_a_record_holds_of_each_cell_what_the_cell_is_exactly() -> None:
    assert Records(TABLE)[0] == {
        "submission": 2,
        "row": 6,
        "name": "An",
        "score": Fraction(15, 2),
        "hours": Fraction(5, 4),
        "people": 3,
        "on": date(2026, 3, 4),
        "mark": True,
    }


@pytest.mark.parametrize("places", [None, [2, 1], [0]])
def test_a_column_is_read_as_each_of_its_cells_would_be_by_itself(places: list[int] | None) -> None:
    records = Records(TABLE, places)

    for at in [0, 1, 2] if places is None else places:
        alone = {field.id: exact(field.kind, ROWS[field.id].iloc[at]) for field in FIELDS}
        taken = {name: value for name, value in records[at].items() if name in alone}
        assert [(type(value), value) for value in taken.values()] == [(type(value), value) for value in alone.values()]


def test_a_record_that_was_not_asked_for_is_not_there() -> None:
    with pytest.raises(KeyError):
        Records(TABLE, [2])[0]


def test_only_the_columns_that_are_named_are_laid_out() -> None:
    assert Records(TABLE, named={"row", "people"})[1] == {"row": 7, "people": 0}


def test_submissions_stand_in_the_order_of_their_first_rows_wherever_the_others_stand() -> None:
    assert list(positions(TABLE).items()) == [(2, [0, 2]), (1, [1])]
    assert positions(Table(TABLE.sheet, ROWS.iloc[:0], {})) == {}
