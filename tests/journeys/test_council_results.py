"""What comes of a meeting: the page “Kết quả họp”, run.json, the screen, each with what is still open."""

import json
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.pipeline.commands.explain import explain
from learnsoc_xlsx.pipeline.screen.consolidated import summary
from learnsoc_xlsx.stages.write.write import Written
from tests.books import opened
from tests.journeys.commune_word import DAY, YEAR, held, lay_return, nominated
from tests.journeys.council_word import (
    AN,
    ANNUAL,
    BINH,
    FILE,
    HELD_ON,
    MET,
    agreed,
    commune,
    decided,
    filled,
    printed,
    refused,
    row_of,
)
from tests.runs import run_into
from tests.test_contract import PAGE, described, keys_of

LAID = "Bien ban.xlsx"
BY_HAND = {"name": "Mai Văn Mới", "birth_year": 1970, "of_unit": "Thôn Hạ", **agreed()}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a commune in `in` whose council met, and what a run writes in `out`: one agreed upon, one not, one whose
    return changed since, one added by hand.
    """
    base = tmp_path_factory.mktemp("met")
    before = {"year": 2024, "kind": "household", "name": "Trần Thị Bình", "birth_year": 1960, "unit": "T01"}
    inbox = commune(base / "in", past_awards=[before])
    third = {**AN, "head": "Lê Thị Cúc", "birth_year": 1970}
    named = [nominated(name, upward=True) for name in ("Nguyễn Văn An", "Trần Thị Bình", "Lê Thị Cúc")]
    lay_return(inbox, "T01", households=[AN, BINH, third], nominations=named)
    printed(inbox, base / "printed")
    record = base / "printed" / FILE
    votes = {"Nguyễn Văn An": agreed(), "Trần Thị Bình": refused(), "Lê Thị Cúc": agreed(7, 1)}
    filled(record, inbox / LAID, votes | {str(row_of(record, "Lê Thị Cúc") + 4): BY_HAND})
    lay_return(inbox, "T01", households=[AN, BINH, {**third, "labour_days": 9}], nominations=named)
    run_into(inbox, base / "out", DAY)
    return base


@pytest.fixture(scope="module")
def page(base: Path) -> dict[str, list[list[str]]]:
    """The tables of the page by caption, each row as what its cells say; under "" what stands above them."""
    sheet = opened(base / "out" / f"{YEAR}/Khen_thuong_{YEAR}.xlsx")["Kết quả họp"]
    tables: dict[str, list[list[str]]] = {"": []}
    for cells in sheet.iter_rows(values_only=True):
        words = [str(cell) for cell in cells if cell not in (None, "")]
        if len(words) == 1 and ANNUAL_NAME in words[0] and not words[0].startswith(ANNUAL_NAME):
            tables[words[0]] = []
        elif words:
            list(tables.values())[-1].append(words)
    return tables


ANNUAL_NAME = f"Khen thưởng hằng năm {YEAR}"


def test_the_page_begins_with_the_meeting_and_what_came_of_it(page: dict[str, list[list[str]]]) -> None:
    above = [line[0] for line in page[""]]

    assert f"{ANNUAL_NAME}: họp ngày 02/12/{YEAR}, có mặt 8/9 thành viên, chủ trì: Trần Mẫu Hai, Chủ tịch." in above
    assert (
        "Kết quả: 1 nhất trí, 1 không nhất trí, 3 chưa được Hội đồng xem xét, 1 thay đổi sau khi họp, cần kết luận lại, "
        "1 ghi thêm tại cuộc họp, chưa được xét."
    ) in above


def test_the_final_list_has_form_and_money_by_award_and_their_sum(page: dict[str, list[list[str]]]) -> None:
    rows = page[f"Hội đồng nhất trí đề nghị khen thưởng: {ANNUAL_NAME}"]

    assert rows[1:3] == [
        ["Hộ gia đình tiêu biểu"],
        ["1", "Nguyễn Văn An (sinh 1951)", "Thôn Đoài", "● Đề nghị khen", "8/0", "Giấy khen", "1140000"],
    ]
    assert rows[3] == ["Cộng: 1", "1140000"]


def test_the_page_tells_apart_what_differs_what_changed_what_is_open_and_what_was_added(
    page: dict[str, list[list[str]]],
) -> None:
    names = {caption.partition(":")[0]: [row[1] for row in rows[1:] if len(row) > 1] for caption, rows in page.items()}

    assert names["Hội đồng kết luận khác kết quả xét"] == ["Trần Thị Bình (sinh 1960)"]
    assert names["Thay đổi sau khi họp, cần Hội đồng kết luận lại"] == ["Lê Thị Cúc (sinh 1970)"]
    assert page[f"Chưa được Hội đồng xem xét: {ANNUAL_NAME}"][:1] == [
        ["? Chưa kết luận (3): Trường Tiểu học Tân Học; Thôn Đoài; Thôn Hạ."]
    ]
    assert "Mai Văn Mới (sinh 1970)" in names["Ghi thêm tại cuộc họp hoặc không còn được đề nghị, chưa được tính"]


def test_each_line_of_the_final_list_leads_to_its_line_in_the_record(base: Path) -> None:
    sheet = opened(base / "out" / f"{YEAR}/Khen_thuong_{YEAR}.xlsx")["Kết quả họp"]
    name = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Nguyễn Văn An (sinh 1951)")

    link = sheet.cell(name.row, 1).hyperlink

    assert link.target.endswith("in/Bien%20ban.xlsx")
    assert link.location == f"'Danh sách'!K{row_of(base / 'printed' / FILE, 'Nguyễn Văn An')}"


def test_the_sum_of_money_that_is_not_verified_looks_as_its_parts_do(base: Path) -> None:
    sheet = opened(base / "out" / f"{YEAR}/Khen_thuong_{YEAR}.xlsx")["Kết quả họp"]

    (total,) = [row for row in sheet.iter_rows() if str(row[1].value).startswith("Cộng:")]

    assert (total[6].value is not None, total[6].font.i) == (True, True)


def test_a_round_without_a_record_has_no_page(base: Path) -> None:
    book = opened(base / "out" / "giai_doan_1/Khen_thuong_so_ket_2025.xlsx")

    assert "Kết quả họp" not in book.sheetnames
    assert "Hội đồng" not in book.sheetnames


def told(base: Path) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads((base / "out" / "run.json").read_text(encoding="utf-8"))
    return whole


def test_run_json_tells_the_meeting_and_every_conclusion_and_nothing_of_persons_but_where_it_stands(base: Path) -> None:
    run = told(base)

    held_rounds = {one["id"]: one for one in run["rounds"]}
    assert held_rounds[ANNUAL]["sitting"] == {
        "held_on": MET[HELD_ON].isoformat(),  # type: ignore[attr-defined]
        "members": 9,
        "present": 8,
        "quorum": True,
        "needed": "từ hai phần ba trở lên (mặc định, xã chưa chọn)",
        "file": LAID,
        "sheet": "Phiên họp",
        "cell": HELD_ON,
    }
    assert [one["sitting"] for name, one in held_rounds.items() if name != ANNUAL] == [None] * (len(held_rounds) - 1)
    assert [(one["decision"], one["state"], one["votes_for"], one["subject"]) for one in run["decided"]] == [
        ("agreed", "changed_since", 7, "Lê Thị Cúc"),
        ("agreed", "applied", 8, "Nguyễn Văn An"),
        ("not_agreed", "applied", 1, "Trần Thị Bình"),
        ("agreed", "by_hand", 8, None),
    ]
    words = json.dumps(run, ensure_ascii=False)
    assert "Mai Văn Mới" not in words
    assert "chưa tiêu biểu" not in words
    assert "Trần Mẫu Hai, Chủ tịch" not in words


@pytest.mark.parametrize("name", ["rounds", "verdicts", "decided"])
def test_every_key_of_what_a_meeting_comes_to_is_in_the_contract_and_no_other(base: Path, name: str) -> None:
    lists = described(PAGE.split("## run.json")[1].split("```")[1])

    assert keys_of(told(base)[name]) == lists[name]


def test_each_verdict_bears_what_was_concluded_of_it(base: Path) -> None:
    verdicts = {one["subject"]: one for one in told(base)["verdicts"] if one["round"] == ANNUAL}

    assert verdicts["Nguyễn Văn An"]["decided"]["bonus"]["amount"] == 1_140_000
    assert verdicts["Trần Thị Bình"]["verdict"] == "recommended"
    assert verdicts["Trần Thị Bình"]["decided"]["decision"] == "not_agreed"
    assert verdicts["Thôn Hạ"]["decided"] is None


def test_the_screen_says_in_a_line_what_the_council_concluded_and_what_is_open(base: Path) -> None:
    run = held(base / "in")

    (line,) = [line for line in summary(run, Written((), ())) if line.startswith("Hội đồng")]

    assert line == (
        f"Hội đồng họp ngày 02/12/{YEAR}, {ANNUAL_NAME}: 1 nhất trí, 1 không nhất trí, 3 chưa được Hội đồng xem xét, "
        "1 thay đổi sau khi họp, cần kết luận lại, 1 ghi thêm tại cuộc họp, chưa được xét"
    )
    assert decided(run, "Lê Thị Cúc").bonus is None


def test_a_verdict_is_explained_with_what_the_council_concluded_and_where_it_says_so(base: Path) -> None:
    lines = list(explain("Trần Thị Bình", base / "out"))

    at = lines.index("  Hội đồng: Không nhất trí")
    assert lines[at + 1] == f"      ← {LAID} › Danh sách › K{row_of(base / 'printed' / FILE, 'Trần Thị Bình')}"
