"""Single files looked at without a run: a register, a return, a letter's text, each as far as it speaks for itself."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.reply.wording.wording import issued
from tests.books import opened
from tests.journeys.commune_word import lay_own
from tests.registers import COMMUNE, EAST, PROFILE, WEST, laid
from tests.runs import run_of

DAY = date(2026, 12, 31)
WRONG: dict[str, Any] = {
    "units": [COMMUNE, EAST | {"aliases": "Thôn Tây"}, WEST | {"parent": "X9"}],
    "targets": [{"indicator": "households_share", "year": 2028, "at_least": "0,7"}],
    "thresholds": [{"key": "award.village.initiative", "value": 2}, {"key": "learning_clan.families", "value": "0,7"}],
    "quotas": [{"award": "hộ", "round": "annual", "limit": 8}, {"award": "household", "round": "hằng năm"}],
    "deadlines": [{"unit_kind": "village", "year": 2026, "last_day": date(2016, 11, 20)}],
    "waivers": [{"code": "Z99", "unit": "A9", "reason": "đã hỏi", "by": "Bà Mẫu"}],
}


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(each.code.code, each.place.sheet, each.place.cell) for each in findings]


def test_of_a_register_all_is_said_that_a_run_would_say(tmp_path: Path) -> None:
    path = laid(tmp_path, "danh ba.xlsx", **WRONG)

    alone = told(inspect([path]))

    in_a_run = [each for each in run_of(tmp_path, DAY).findings if each.place.sheet]
    assert sorted(alone) == sorted(told(in_a_run))
    assert {(code, cell) for code, _, cell in alone} >= {
        ("D03", "E9"), ("C05", "D7"), ("D04", "B7"), ("C05", "F8"), ("D04", "C8"), ("D40", "D7"), ("D11", "C7"),
    }  # fmt: skip


def test_a_sound_register_has_nothing_said(tmp_path: Path) -> None:
    assert inspect([laid(tmp_path, "danh ba.xlsx")]) == []


@pytest.mark.parametrize("lists", [{"profile": []}, {"units": [EAST, WEST]}, {"profile": [PROFILE | {"unit": "X7"}]}])
def test_a_register_under_which_nothing_runs_is_said_to_be_one(lists: dict[str, Any], tmp_path: Path) -> None:
    findings = inspect([laid(tmp_path, "danh ba.xlsx", **lists)])

    assert [each.code.code for each in findings if not each.place.sheet] == ["D45"]


SENT = next(Path("input_templates/sample").glob("2025/S03*.xlsx"))


def sent(folder: Path, sheet: str, label: str, typed: object) -> list[Finding]:
    """What is said of a return in which something is typed anew, in the first row under or right of its label."""
    book = opened(SENT)
    (at,) = (cell for row in book[sheet].iter_rows() for cell in row if str(cell.value).startswith(label))
    cell = book[sheet][f"{at.column_letter}7"] if at.row == 6 else book[sheet][f"D{at.row}"]
    cell.value = typed
    book.save(folder / "ban.xlsx")
    return inspect([folder / "ban.xlsx"])


def test_a_nominee_who_is_on_none_of_the_lists_of_the_return_is_said_at_the_name(tmp_path: Path) -> None:
    sheet = form_of("school", 2025).sheet("nominations").name

    findings = told(sent(tmp_path, sheet, "Họ và tên", "Nguyễn Văn Không Có"))

    assert [(code, page, cell[1:]) for code, page, cell in findings] == [("D01", sheet, "7")]
    assert inspect([SENT]) == []


def test_a_cover_of_another_year_is_said_and_that_it_may_be_late_is_not(tmp_path: Path) -> None:
    assert told(sent(tmp_path, "Trang bìa", "Năm báo cáo", 2024)) == [("F05", "Trang bìa", "D8")]
    assert told(sent(tmp_path, "Trang bìa", "Ngày lập báo cáo", date(2026, 3, 1))) == []


@pytest.mark.parametrize(
    ("text", "code"), [(issued("thu_tra_loi.txt"), "F37"), ("Tiêu đề: {{ khong_co }}\n\nThư", "F38")]
)
def test_of_a_letter_s_text_is_said_whether_it_can_be_used(text: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "thu_tra_loi.txt"
    path.write_text(text, encoding="utf-8")

    assert [(each.code.code, each.place.file) for each in inspect([path])] == [(code, str(path))]


def test_a_file_is_looked_at_alone_whatever_lies_beside_it(tmp_path: Path) -> None:
    path = laid(tmp_path, "danh ba.xlsx")
    laid(tmp_path, "danh ba khac.xlsx", **WRONG)
    shutil.copy(path, tmp_path / "thu_nhac.txt")

    assert inspect([path]) == []
    assert opened(path).sheetnames


def test_a_form_of_the_commune_s_own_is_looked_at_alone_as_far_as_it_speaks_for_itself(tmp_path: Path) -> None:
    lay_own(tmp_path, "confirmation", "Xac nhan.xlsx", subjects=[{"kind": "household", "name": "Nguyễn Văn An"}])

    assert told(inspect([tmp_path / "Xac nhan.xlsx"])) == [
        ("C12", "Danh sách xác nhận", "F7"),
        ("C12", "Xác nhận", "D8"),
        ("C12", "Xác nhận", "D9"),
    ]
