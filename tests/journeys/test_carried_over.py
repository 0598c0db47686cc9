"""A register of a new year: what the current one says is printed into it, and what a newer one lacks is named."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.pipeline.commands.templates import blanks
from learnsoc_xlsx.pipeline.steps.register import register_in
from tests.books import opened
from tests.registers import COMMUNE, EAST, PROFILE, WEST, laid
from tests.runs import run_of

DAY = date(2027, 1, 20)
FULL: dict[str, Any] = {
    "settings": [{"reports_since": 2025, "sample": True, "return_to": "xa@vi-du.invalid", "contact": "Bà Mẫu, 0900", "blank_paper": "A3 ngang", "blank_shift_down": "-1,5"}],
    "profile": [PROFILE, PROFILE | {"since": "1/1/2026", "signer": "Ông Mới"}],
    "units": [COMMUNE, EAST | {"aliases": "Xóm Đông; Làng Đông"}, WEST | {"until": "31/12/2026", "successor": "A1"}],
    "targets": [{"indicator": "households_share", "year": 2028, "at_least": "72,5", "source": "Nghị quyết"}],
    "thresholds": [
        {"key": "award.village.initiatives", "value": 2, "source": "Họp hội đồng"},
        {"key": "award.village.initiatives", "value": 3, "since": 2027},
        {"key": "bonus.2024.household", "value": "0,225"},
        {"key": "jump.people.factor", "value": 4},
    ],
    "choices": [{"choice": "phase.title", "value": "mọi năm", "source": "Họp hội đồng"}],
    "quotas": [{"award": "household", "round": "annual", "limit": 8, "decided_on": date(2026, 12, 10)}],
    "papers": [{"kind": "decision", "round": "annual", "year": 2026, "number": "15/QĐ-UBND", "signed_on": date(2026, 12, 10), "note": "đã gửi"}],
    "fund": [{"year": 2026, "kind": "budget", "amount": 15_000_000, "source": "QĐ 9"}],
    "blank_frames": [{"part": "name", "top": "133,5", "align": "left"}],
    "deadlines": [{"unit_kind": "village", "month": 11, "day": 20, "source": "Công văn"}],
    "picks": [{"file": "a.xlsx", "unit": "A1", "year": 2026, "reason": "thôn xác nhận", "by": "Bà Mẫu"}],
    "waivers": [{"code": "R05", "unit": "A1", "cell": "C8", "reason": "đã hỏi", "by": "Bà Mẫu"}],
}  # fmt: skip


def said(register: Register) -> dict[str, object]:
    """What a register says, wherever it stands."""
    lists = {name: getattr(register, name) for name in FULL if name != "settings"}
    return {"settings": register.settings | {"submission": 0, "row": 0}} | {
        name: sorted((_bare(row) for row in rows), key=str) for name, rows in lists.items()
    }


def _bare(row: Any) -> Any:
    """A row without its place, and without what is printed beside a number to explain it."""
    printed = [name for name in ("meaning", "clause", "example") if hasattr(row, name)]
    return replace(row, place=None, **dict.fromkeys(printed))


def read(folder: Path) -> Register:
    register = register_in(folder)
    assert register is not None
    return register


def carried(folder: Path, year: int, **lists: Any) -> Path:
    """The register of a year that is printed for a folder with such a register of 2026."""
    laid(folder / "in", "danh ba.xlsx", **lists)
    (path,) = (path for path in blanks(year, folder / "out", folder / "in") if path.name.endswith("_X1.xlsx"))
    return path


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_register_of_a_year_is_printed_with_everything_that_the_current_one_says(year: int, tmp_path: Path) -> None:
    path = carried(tmp_path, year, **FULL)

    assert path.name == f"Mau_00_Danh_ba_{year}_X1.xlsx"
    again = tmp_path / "again"
    again.mkdir()
    path.rename(again / path.name)
    assert said(read(again)) == said(read(tmp_path / "in"))


def test_the_day_on_which_figures_were_closed_is_not_that_of_the_next_year(tmp_path: Path) -> None:
    closed = FULL["settings"][0] | {"closing_date": date(2026, 12, 5)}

    path = carried(tmp_path, 2027, **FULL | {"settings": [closed]})
    (tmp_path / "in" / "danh ba.xlsx").write_bytes(path.read_bytes())
    register = read(tmp_path / "in")

    assert (register.closing_date, register.settings["return_to"]) == (None, "xa@vi-du.invalid")


def test_what_could_not_be_understood_is_carried_as_it_was_typed(tmp_path: Path) -> None:
    rows = [{"award": "household", "round": "annual", "limit": "tám"}]

    book = opened(carried(tmp_path, 2027, quotas=rows))

    assert [cell.value for cell in book["Số lượng khen"][7][1:5]] == ["household", "annual", None, "tám"]


def test_every_open_number_of_the_new_year_is_listed_with_the_values_that_are_set(tmp_path: Path) -> None:
    page = opened(carried(tmp_path, 2027, **FULL))["Ngưỡng"]

    rows = [[cell.value for cell in row[1:8]] for row in page.iter_rows(min_row=7) if row[1].value]
    village = [row for row in rows if row[0] == "award.village.initiatives"]
    assert [(row[1], row[4], row[5]) for row in village] == [
        ("Nhóm 2: số sáng kiến ít nhất trong năm", 2, None),
        ("Nhóm 2: số sáng kiến ít nhất trong năm", 3, 2027),
    ]
    assert [row[4] for row in rows if row[0] == "award.unit.initiatives"] == [None]


def test_a_form_for_a_unit_is_printed_under_the_commune_s_own_numbers_of_its_year(tmp_path: Path) -> None:
    number = {"key": "learning_family.1.most", "value": 40, "since": 2027}
    laid(tmp_path / "in", "danh ba.xlsx", thresholds=[number])

    def prompt(year: int) -> bool:
        (path,) = (path for path in blanks(year, tmp_path / "out", tmp_path / "in") if path.name.endswith("_A1.xlsx"))
        checks = opened(path)["Gia đình"].data_validations.dataValidation
        return any("từ 0 đến 40" in str(check.prompt) for check in checks)

    assert [prompt(year) for year in (2026, 2027)] == [False, True]


# What a newer register lacks


def lacks(folder: Path, **newer: Any) -> list[tuple[str, str, str]]:
    """What is said of a register of 2027 beside the full one of 2026: code, sheet, entries."""
    laid(folder, "danh ba 2026.xlsx", 2026, **FULL)
    laid(folder, "danh ba 2027.xlsx", 2027, **(FULL | newer))
    findings = run_of(folder, DAY).findings
    return [(each.code.code, each.place.sheet, each.given) for each in findings if each.code.code == "D44"]


def test_a_newer_register_that_says_everything_lacks_nothing(tmp_path: Path) -> None:
    assert lacks(tmp_path) == []


@pytest.mark.parametrize(
    ("newer", "sheet", "entries"),
    [
        (
            {"settings": [{"reports_since": 2025, "sample": True}]},
            "Cài đặt",
            "Nơi nhận báo cáo; Người hướng dẫn; Khổ phôi; Dịch xuống dưới",
        ),
        ({"profile": [PROFILE]}, "Thông tin xã", "UBND XÃ MỘT từ 01/01/2026"),
        ({"units": [COMMUNE, FULL["units"][1]], "picks": FULL["picks"]}, "Đơn vị", "A2 Thôn Tây"),
        ({"units": [COMMUNE, EAST | {"aliases": "Làng Đông"}, FULL["units"][2]]}, "Đơn vị", "A1: “Xóm Đông”"),
        ({"targets": []}, "Mục tiêu", "households_share năm 2028"),
        ({"thresholds": FULL["thresholds"][1:]}, "Ngưỡng", "award.village.initiatives"),
        ({"thresholds": []}, "Ngưỡng", "award.village.initiatives; bonus.2024.household; jump.people.factor"),
        ({"choices": []}, "Lựa chọn", "phase.title"),
        ({"quotas": []}, "Số lượng khen", "household, đợt annual"),
        ({"papers": []}, "Văn bản", "Quyết định khen thưởng 15/QĐ-UBND, đợt annual-2026"),
        ({"fund": []}, "Quỹ khen thưởng", "Ngân sách nhà nước 15.000.000 đồng, năm 2026"),
        ({"blank_frames": []}, "Phôi giấy khen", "Tên người, tập thể"),
        ({"deadlines": []}, "Hạn nộp", "Thôn"),
        ({"picks": []}, "Chọn bản báo cáo", "A1, năm 2026: a.xlsx"),
        ({"waivers": []}, "Chấp nhận", "R05 của A1"),
    ],
)
def test_what_a_newer_register_lacks_is_named_once_a_kind_at_its_sheet(
    newer: dict[str, Any], sheet: str, entries: str, tmp_path: Path
) -> None:
    assert lacks(tmp_path, **newer) == [("D44", sheet, entries)]


def test_a_paper_whose_round_is_named_with_its_year_is_the_same_paper(tmp_path: Path) -> None:
    assert lacks(tmp_path, papers=[FULL["papers"][0] | {"round": "annual-2026", "year": None}]) == []


def test_whom_a_newer_register_no_more_calls_recognised_is_counted_by_title_and_year(tmp_path: Path) -> None:
    decision = {
        "number": "12/QĐ-UBND",
        "decided_on": date(2026, 10, 20),
        "issuer": "UBND xã",
        "title": "learning_family",
    }
    before = [
        decision | {"year": 2026, "name": name, "unit": "A1"} for name in ("Trần Văn Một", "Trần Văn Hai", "Lê Ba")
    ]
    laid(tmp_path, "danh ba 2026.xlsx", 2026, **FULL, recognitions=before)
    laid(tmp_path, "danh ba 2027.xlsx", 2027, **FULL, recognitions=before[:1])

    (lacking,) = [each for each in run_of(tmp_path, DAY).findings if each.code.code == "D44"]

    assert (lacking.place.sheet, lacking.given) == ("Quyết định công nhận", "2 tên của “Gia đình học tập”, năm 2026")


def test_a_number_that_is_set_otherwise_is_not_lacking(tmp_path: Path) -> None:
    rows = [{"key": row["key"], "value": 9} for row in FULL["thresholds"][1:]]

    assert lacks(tmp_path, thresholds=rows) == []
