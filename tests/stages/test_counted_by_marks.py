"""What is counted by marks: rows of a list that bear two of them, and units that say yes on a fixed sheet."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
import pytest

from learnsoc_xlsx.model.form.form import AddsUp, Counted, Field, Form, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.law.indicators import Asked, Indicator, Marked, Ratio, Source, Summed, gives
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.aggregate.aggregate import aggregate

LIST = Sheet("list", "Danh sách", "", SheetKind.LIST, (Field("learning", "Học tập", Kind.MARK), Field("culture", "Văn hóa", Kind.MARK)), form="village")  # fmt: skip
COVER = Sheet("cover", "Trang bìa", "", SheetKind.FIXED, (Field("title", "Thôn văn hóa", Kind.MARK),), form="village")
BOTH = Indicator("both", "Cả hai", "hộ", "II.5", AddsUp.STOCK, Counted("list", "learning", "culture"))
EVERY = Indicator("every", "Số hộ", "hộ", "II.5", AddsUp.STOCK, Counted("list"))
TITLED = Indicator("titled", "Thôn văn hóa", "thôn", "II.5", AddsUp.STOCK, Marked("cover", "title"))
IN_FILE = {"learning": "C", "culture": "D"}
REGISTER = Register(
    "danh ba.xlsx",
    (Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None),),
    (
        Unit("X", "commune", "Xã", None, None, None, None, None, None),
        *(Unit(name, "village", name, "X", None, None, None, None, None) for name in "AB"),
    ),
)


def figures(*tables: Table, counted: Indicator = BOTH) -> dict[tuple[str, str], Figure]:
    """What A and B reported for 2025, by indicator and body."""
    sent = {
        number: Submission(number, f"{unit}.xlsx", "", 0, Status.ACCEPTED, Stamp("village", "", 2025), unit)
        for number, unit in enumerate("AB")
    }
    made = aggregate(tables, sent, REGISTER, (counted, TITLED), (), lambda _, __: frozenset("AB"), date(2026, 1, 1))
    return {(figure.indicator, figure.id): figure for figure in made}


def marked(
    learning: list[bool | None],
    culture: list[bool | None],
    columns: Mapping[str, str] = IN_FILE,
    counted: Indicator = BOTH,
) -> Figure | None:
    """The households of A that bear both marks, or that are `counted` otherwise; None where nothing is known of them."""
    rows = pd.DataFrame(
        {
            "submission": pd.array([0] * len(learning), dtype="int64"),
            "row": pd.array(range(7, 7 + len(learning)), dtype="int64"),
            "learning": pd.array(learning, dtype="boolean"),
            "culture": pd.array(culture, dtype="boolean"),
        }
    )
    layout = Layout("A.xlsx", "Danh sách", dict(columns))
    return figures(Table(LIST, rows, {0: layout}), counted=counted).get((counted.id, "A"))


def covers(*answers: bool | None) -> dict[tuple[str, str], Figure]:
    """The covers of A and B, who say yes, no or nothing."""
    rows = pd.DataFrame({"submission": [0, 1], "row": [0, 0], "title": pd.array(answers, dtype="boolean")})
    return figures(Table(COVER, rows, {at: Layout(f"{unit}.xlsx", "Trang bìa", {"title": "D8"}) for at, unit in enumerate("AB")}))  # fmt: skip


def test_a_row_with_both_marks_counts_and_one_with_either_alone_does_not() -> None:
    both = marked([True, True, False, None, True], [True, False, True, True, True])

    assert both is not None
    assert (both.value, both.origins[0].rows, both.origins[0].place.cell) == (2, 2, "C7:C11")


def test_a_row_counts_whatever_it_bears_where_the_figure_asks_for_no_mark() -> None:
    every = marked([True, False, None], [False, None, None], counted=EVERY)

    assert every is not None
    assert (every.value, every.origins[0].rows) == (3, 3)


def test_where_the_column_of_one_of_the_marks_is_not_there_nothing_is_known() -> None:
    assert marked([True], [True], {"learning": "C"}) is None


@pytest.mark.parametrize(
    ("answers", "of_commune", "reported"),
    [
        ((True, True), 2, 2),
        ((True, False), 1, 2),
        ((False, False), 0, 2),
        ((True, None), 1, 1),
    ],
)
def test_so_many_units_bear_a_mark_as_say_yes_and_silence_is_no_no(
    answers: tuple[bool | None, bool | None], of_commune: int, reported: int
) -> None:
    titled = covers(*answers)["titled", "X"]

    assert (titled.value, titled.reported, titled.expected) == (of_commune, reported, 2)


def test_a_mark_that_was_counted_leads_to_its_cell() -> None:
    (origin,) = covers(True, None)["titled", "A"].origins

    assert (origin.place.file, origin.place.sheet, origin.place.cell) == ("A.xlsx", "Trang bìa", "D8")


@pytest.mark.parametrize(
    ("source", "given"),
    [
        (Asked(("village",)), True),
        (Asked(("school",)), False),
        (Counted("list"), True),
        (Summed("other", "money"), False),
        (Marked("cover", "title"), True),
        (Marked("cover", "level"), False),
        (Ratio("both", "titled"), False),
    ],
)
def test_a_form_gives_what_it_asks_or_has_the_sheet_and_the_mark_for(source: Source, given: bool) -> None:
    assert gives(Form("village", "01", "Thôn", ("village",), (COVER, LIST)), source) is given
