"""What the seven years are made of, looked at without living through them: `make long` does that."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import opened
from tests.long import plan
from tests.long.returns import BY_ID, filled, named, reported
from tests.long.story.chronicle import Told, absent, came, wrong
from tests.made_up.values import Row
from tests.printing import printed

WHOLE = form_of("village", 2026)
FORM = replace(WHOLE, sheets=(WHOLE.sheet("cover"), WHOLE.sheet("households")))
HEADS: list[Row] = [{"head": "Nguyễn Văn An", "birth_year": 1951}, {"head": "Trần Thị Bình", "birth_year": 1960}]


def test_what_the_template_says_already_is_not_typed_again() -> None:
    book = opened(printed(FORM, Prefill("T01", "Thôn Đoài", {"households": HEADS})))

    first = filled(book, FORM, {"households": [row | {"members": 4} for row in HEADS]}).cells

    assert first == 2
    assert filled(book, FORM, {"households": [row | {"members": 4} for row in HEADS]}).cells == 0


def test_who_is_here_no_more_is_struck_and_who_is_new_takes_the_next_empty_line() -> None:
    book = opened(printed(FORM, Prefill("T01", "Thôn Đoài", {"households": HEADS})))

    filled(book, FORM, {"households": [HEADS[1], {"head": "Mai Văn Mới", "birth_year": 1970}]})

    assert [book["Gia đình"][f"B{row}"].value for row in (7, 8, 9)] == [None, "Trần Thị Bình", "Mai Văn Mới"]


def test_people_of_a_village_that_is_split_live_on_in_its_parts() -> None:
    heads = {unit: {row["head"] for row in reported(WHOLE, BY_ID[unit], 2026, 1)["households"]} for unit in ("T05", "T06", "T07")}  # fmt: skip

    assert heads["T06"] | heads["T07"] == heads["T05"]
    assert not heads["T06"] & heads["T07"]


def test_the_plan_speaks_of_units_that_report_in_the_years_it_speaks_of() -> None:
    spoken = {(one.unit, one.year) for one in (*plan.MISTAKES, *plan.CORRECTIONS)}

    assert all(BY_ID[unit].reports(year) for unit, year in spoken | {plan.TWICE[::-1], plan.LATE[1::-1]})
    assert all(BY_ID[one.unit].reports(one.told.year) and one.told.year > one.year for one in plan.CORRECTIONS)


@pytest.mark.parametrize(("day", "name"), [(date(2025, 6, 30), "Thôn Đoài"), (date(2025, 7, 1), "Thôn Đoài Thượng")])
def test_a_unit_bears_its_new_name_from_its_day_on(day: date, name: str) -> None:
    assert named("T02", day) == name


# The story


SENT = {"unit": "T01", "year": 2026, "status": "accepted", "file": "thu.eml › T01.xlsx"}
ERROR = {"severity": "error", "unit": "T01", "year": 2026, "code": "C01", "sheet": "Chỉ tiêu", "cell": "D8", "given": "nhiều", "superseded": False}  # fmt: skip


def told(folder: Path, first: dict[str, Any], last: dict[str, Any]) -> Told:
    """A year of whose runs this much is recorded."""
    units = [{"id": "T01", "name": "Thôn Đoài"}, {"id": "E01", "name": "Công ty May"}]
    nothing: dict[str, Any] = {"units": units, "submissions": [], "missing": [], "findings": []}
    for name, run in (("first", first), ("last", last)):
        (folder / name).mkdir()
        (folder / name / "run.json").write_text(json.dumps(nothing | run), encoding="utf-8")
    return Told(2026, folder / "first", folder / "last")


def test_the_story_counts_what_came_and_names_who_did_not(tmp_path: Path) -> None:
    missing = [{"unit": "E01", "year": 2026, "state": "missing"}, {"unit": "E01", "year": 2025, "state": "missing"}]
    older = SENT | {"status": "superseded", "file": "T01 cũ.xlsx"}
    year = told(tmp_path, {}, {"submissions": [SENT, older, SENT | {"year": 2025}], "missing": missing})

    assert list(came(year)) == ["Báo cáo được tính: 1, trong đó 1 qua thư; 1 bản đã có bản mới hơn thay."]
    assert list(absent(year)) == ["Chưa gửi: Công ty May."]


@pytest.mark.parametrize(("left", "mended"), [([], "đã sửa"), ([ERROR], "chưa sửa")])
def test_the_story_says_whether_what_was_wrong_was_mended(
    left: list[dict[str, Any]], mended: str, tmp_path: Path
) -> None:
    year = told(tmp_path, {"findings": [ERROR, ERROR | {"superseded": True}]}, {"findings": left})

    assert list(wrong(year)) == [f"Sai: Thôn Đoài ghi “nhiều” ở Chỉ tiêu, ô D8 (C01), {mended}."]
