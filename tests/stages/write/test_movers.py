"""Who is still in a village's list, who moved, left or is new: counted unit by unit, and named with the cells of both years."""

from dataclasses import replace
from pathlib import Path

import pandas as pd

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.form.form import FIRST_ROW
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.report import Grid, Listing, Page, View, Workbook
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views import VIEWS
from tests.stages.write.a_run import DONG, TAY, a_run

HOUSEHOLDS = form_in("village", 2026, law()).sheet("households")
Listed = dict[tuple[str, int], list[tuple[str, int | None]]]
"""Names and years of birth, from row 7 on, by unit and year."""
TWO_VILLAGES: Listed = {
    (DONG, 2025): [("Lê An", 1970), ("Lê Bình", 1971), ("Lê Chi", 1972)],
    (TAY, 2025): [("Lê Em", 1974)],
    (DONG, 2026): [("Lê Bình", 1971), ("Lê Dũng", 1973)],
    (TAY, 2026): [("Lê Em", 1974), ("Lê An", 1970)],
}


def page(show: str, lists: Listed) -> Page | None:
    """A page on the households of 2026 and of the year before, each list in a file of its own."""
    sent = [
        Submission(number, f"{year}/{unit}.xlsx", "", 1, Status.ACCEPTED, Stamp("village", "", year), unit)
        for number, (unit, year) in enumerate(lists)
    ]
    rows = [
        {"submission": one.number, "row": row, "head": name, "birth_year": born}
        for one in sent
        for row, (name, born) in enumerate(lists[one.unit, one.year], FIRST_ROW)
    ]
    kinds = {"submission": "Int64", "row": "Int64", "head": "string", "birth_year": "Int64"}
    layouts = {one.number: Layout(one.file, "Gia đình", {"head": "B", "birth_year": "C"}) for one in sent}
    table = Table(HOUSEHOLDS, pd.DataFrame(rows, columns=list(kinds)).astype(kinds), layouts)
    run = replace(a_run(Path("in"), tables=(table,)), submissions=tuple(sent))
    view = View(show, "Biến động", "TIÊU ĐỀ", ("households",))
    return VIEWS[show](Scope(Lookup(run), Workbook("w", "w", "", "year", (view,)), 2026), view)


def counted(lists: Listed) -> list[list[object]]:
    shown = page("movements", lists)
    assert shown is not None
    (grid,) = shown.blocks
    assert isinstance(grid, Grid)
    return [[cell.value for cell in row.cells] for row in grid.rows[1:]]


def test_each_village_s_rows_of_last_year_and_of_this_one_are_all_accounted_for() -> None:
    assert counted(TWO_VILLAGES) == [
        ["Thôn Đông", 3, 1, 1, 1, 0, 2, 1, 0, 1, 0, ""],
        ["Thôn Tây", 1, 1, 0, 0, 0, 2, 1, 1, 0, 0, ""],
        ["Cộng: Gia đình", 4, 2, 1, 1, 0, 4, 2, 1, 1, 0, ""],
    ]


def test_a_village_without_a_list_last_year_says_so_and_nobody_is_new_there() -> None:
    lists = {key: names for key, names in TWO_VILLAGES.items() if key != (TAY, 2025)}

    assert counted(lists)[1] == ["Thôn Tây", None, None, None, None, None, 2, 0, 1, 0, 0, "không có danh sách năm trước"]  # fmt: skip


def test_a_village_without_a_list_this_year_says_so_and_nobody_has_left_it() -> None:
    lists = {key: names for key, names in TWO_VILLAGES.items() if key != (DONG, 2026)}

    assert counted(lists)[0] == ["Thôn Đông", 3, 0, 1, 0, 0, None, None, None, None, None, "chưa có danh sách năm nay"]


def test_who_is_not_simply_still_there_is_named_with_the_cells_of_both_years() -> None:
    shown = page("moved", TWO_VILLAGES)

    assert shown is not None
    (listing,) = shown.blocks
    assert isinstance(listing, Listing)
    _, units, _, names, born, courses, before, now = listing.columns
    lines = zip(units.values, names.values, born.values, courses.values, before.links, now.links, strict=True)
    assert [tuple(str(part) if part else None for part in line) for line in lines] == [
        ("Thôn Đông", "Lê Chi", "1972", "Không còn", f"2025/{DONG}.xlsx › Gia đình › B9", None),
        ("Thôn Đông", "Lê Dũng", "1973", "Mới", None, f"2026/{DONG}.xlsx › Gia đình › B8"),
        ("Thôn Tây", "Lê An", "1970", "Chuyển đến, từ Thôn Đông", f"2025/{DONG}.xlsx › Gia đình › B7", f"2026/{TAY}.xlsx › Gia đình › B8"),
    ]  # fmt: skip


def test_of_the_first_year_there_is_nothing_to_compare_with_and_the_lists_say_so() -> None:
    first = {key: names for key, names in TWO_VILLAGES.items() if key[1] == 2026}
    annex = page("moved", first)

    assert page("movements", first) is None
    assert annex is not None
    assert (annex.blocks, annex.intro) == ((), ("Không có danh sách năm trước (năm 2025): chưa so sánh được ai còn, ai chuyển, ai mới.",))  # fmt: skip
