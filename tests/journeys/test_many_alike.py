"""The same mistake down a whole column is told once, marked in every cell, and written out in full for machines."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.findings.alike import cells_of
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.pipeline.commands.check import inspect, rendered
from learnsoc_xlsx.stages.write.views.check import long_list
from learnsoc_xlsx.stages.write.write import write
from tests.books import opened
from tests.drawing import Desk
from tests.journeys.commune_word import DAY, held, household, lay_register, lay_return
from tests.journeys.test_changes import after
from tests.runs import letters_into, run_into
from tests.stages.reply.test_reply import marks, text_of, the_letter

FIVE = """
    |    | B    | D    |
    | 7  | Họ A | bốn  |
    | 8  | Họ B | bốn  |
    | 9  | Họ C | bốn  |
    | 10 | Họ D | mấy  |
    | 11 | Họ Đ | bốn  |
"""
SIX = f"{FIVE.rstrip()}\n    | 13 | Họ E | đông |\n"
NAMES = [f"Nguyễn Văn {letter}" for letter in "ABCDEGHK"]
ROWS = range(7, 15)


def spots(findings: Sequence[Finding]) -> set[tuple[str, str, int]]:
    return {(one.code.code, one.alike.ranges if one.alike else one.place.cell, one.size) for one in findings}


def test_five_cells_of_a_column_wrong_in_one_way_are_five_findings(desk: Desk) -> None:
    assert spots(desk.check("village", "households", FIVE)) == {("C01", f"D{row}", 1) for row in range(7, 12)}


def test_a_sixth_makes_them_one_finding_that_names_its_cells_and_what_stands_in_them(desk: Desk) -> None:
    (finding,) = desk.check("village", "households", SIX)

    assert (finding.code.code, finding.place.cell, finding.size) == ("C01", "D7", 6)
    assert finding.message.startswith("“bốn” không phải số đếm.")
    assert finding.message.endswith(" Cột này có 6 ô như vậy (D7:D11, D13); cũng ghi “mấy”, “đông”.")
    assert [(one.place.cell, one.given) for one in finding.one_by_one()] == [
        ("D7", "bốn"), ("D8", "bốn"), ("D9", "bốn"), ("D10", "mấy"), ("D11", "bốn"), ("D13", "đông"),
    ]  # fmt: skip


def test_another_cause_in_the_same_column_is_another_finding(desk: Desk) -> None:
    findings = desk.check("village", "households", f"{SIX}| 14 | Họ G | '-3 |")

    assert spots(findings) == {("C01", "D7:D11, D13", 6), ("C13", "D14", 1)}


def test_a_rule_that_a_whole_column_breaks_is_one_finding_and_each_cell_keeps_its_own_numbers(desk: Desk) -> None:
    rows = "\n".join(f"| {row} | Họ {row} | {row} | {row + 10} |" for row in range(7, 14))

    (finding,) = desk.check("village", "households", f"| | B | D | E |\n{rows}")

    assert spots([finding]) == {("R01", "E7:E13", 7)}
    assert [(one.given, one.expected) for one in finding.one_by_one()] == [(str(n + 10), str(n)) for n in range(7, 14)]


def test_a_cell_of_many_has_no_second_finding_for_what_follows_from_it(desk: Desk) -> None:
    rows = "\n".join(
        f"| {row} | Nguyễn Văn A, Trần Thị {letter} | 4 |" for row, letter in zip(ROWS, "BCDEGHKL", strict=True)
    )

    findings = desk.check("village", "households", f"| | B | D |\n{rows}")

    assert spots(findings) == {(Code.SEVERAL_NAMES.value.code, "B7:B14", 8)}


def test_names_that_a_whole_list_lacks_are_one_finding_and_each_row_is_left_out_by_it(tmp_path: Path) -> None:
    lay_register(tmp_path / "in")
    path = lay_return(tmp_path / "in", "T01", households=[household(name, 1970) for name in NAMES])
    book = opened(path)
    for row in range(7, 14):
        book["Gia đình"][f"B{row}"].value = None
    book.save(path)

    run = held(tmp_path / "in")

    assert ("R07", "B7:B13", 7) in spots([one for one in run.findings if one.place.sheet == "Gia đình"])
    rejected = [(one.row, one.cause) for one in run.outcomes if one.sheet == "Gia đình" and one.finding]
    assert [(row, cause.place.cell) for row, cause in rejected if cause] == [(row, f"B{row}") for row in range(7, 14)]
    assert all("Cột này" not in one.reason for one in run.outcomes)


def test_check_tells_it_in_a_line_and_its_json_with_all_cells(desk: Desk) -> None:
    findings = inspect([desk.fill("village", "households", SIX)])

    (line,) = [line for line in rendered(findings, "text").splitlines() if "[C01]" in line]
    (entry,) = [
        one for one in json.loads(rendered(findings, "json")) if one["code"] == "C01" and one["field"] == "members"
    ]
    assert "Cột này có 6 ô như vậy" in line
    assert (entry["cell"], entry["cells"], entry["count"]) == ("D7", "D7:D11, D13", 6)


# A whole run


def lay(folder: Path, wrong: Sequence[int], born: object = 1970) -> Path:
    """A village of eight households, of which those in these rows give no number of days; and the commune's register."""
    lay_register(folder / "in")
    days = ["nhiều" if row in wrong else 5 for row in ROWS]
    rows = [household(name, labour_days=given, birth_year=born) for name, given in zip(NAMES, days, strict=True)]
    lay_return(folder / "in", "T01", households=rows)
    return folder / "in"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("alike")
    run_into(lay(folder, range(7, 14), born="bí mật"), folder / "out", DAY)
    return folder / "out"


def lines(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()]


def test_run_json_has_one_entry_and_findings_jsonl_a_line_for_each_cell(out: Path) -> None:
    run = json.loads((out / "run.json").read_bytes())

    (entry,) = [one for one in run["findings"] if one["field"] == "labour_days"]
    cells = [one for one in lines(out) if one["field"] == "labour_days"]
    assert (entry["cell"], entry["cells"], entry["count"], entry["given"]) == ("N7", "N7:N13", 7, "nhiều")
    assert [one["cell"] for one in cells] == [f"N{row}" for row in range(7, 14)]
    assert all(one.keys() == entry.keys() - {"cells", "count"} for one in lines(out))
    assert len(lines(out)) == sum(one["count"] for one in run["findings"])
    assert "findings.jsonl" in [one["file"] for one in run["outputs"]]


def test_what_is_typed_about_persons_stands_in_neither(out: Path) -> None:
    of_persons = [one for one in lines(out) if one["field"] == "birth_year"]

    assert [(one["cell"], one["given"]) for one in of_persons] == [(f"C{row}", None) for row in ROWS]
    assert "bí mật" not in (out / "findings.jsonl").read_text(encoding="utf-8")
    assert "bí mật" not in (out / "run.json").read_text(encoding="utf-8")


def test_the_letter_tells_it_once_and_the_workbook_marks_every_cell(out: Path) -> None:
    letter = text_of(the_letter(out / "phan_hoi/2026/T01.eml"))
    book = (out / "phan_hoi/2026/T01.xlsx").read_bytes()

    assert letter.count("“nhiều”") == 1
    assert "Cột này có 7 ô như vậy (N7:N13)." in " ".join(letter.split())
    of_days = {cell: text for (sheet, cell), text in marks(book).items() if sheet == "Gia đình" and cell[0] == "N"}
    assert set(of_days) == {f"N{row}" for row in range(7, 14)}
    assert all("“nhiều” không phải số đếm" in text and "Cột này" not in text for text in of_days.values())


def test_a_fresh_workbook_marks_every_cell_where_it_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = lay(tmp_path, ROWS)
    path = inbox / "T01 2026.xlsx"
    book = opened(path)
    for column in "BCDEFGHIJKLMNOPQ":
        book["Gia đình"][f"{column}9"].value = None
    book.save(path)
    monkeypatch.setattr("learnsoc_xlsx.stages.reply.reply._sent", lambda _: path.with_name("gone").read_bytes())

    letters_into(inbox, tmp_path / "out", DAY)

    of_days = [cell for (_, cell) in marks((tmp_path / "out/phan_hoi/2026/T01.xlsx").read_bytes()) if cell[0] == "N"]
    assert of_days == [f"N{row}" for row in range(7, 14)]


def test_kiem_tra_says_in_how_many_cells_it_stands(out: Path) -> None:
    sheet = opened(out / "Kiem_tra.xlsx")["Điểm cần xem"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]

    assert "N7, …" in texts
    assert any("Cột này có 7 ô như vậy (N7:N13)" in text for text in texts)
    assert any("kể là một điểm" in text for text in texts)


def test_kiem_tra_shows_a_bounded_number_and_counts_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_list, "SHOWN", 1)
    run = held(lay(tmp_path, [7, 8, 9]))
    run_findings = len(run.findings)

    write(run, [one for one in WORKBOOKS if one.path == "Kiem_tra.xlsx"], tmp_path / "out")

    sheet = opened(tmp_path / "out/Kiem_tra.xlsx")["Điểm cần xem"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert sum(text in ("✖ Lỗi", "▲ Cần xem", "• Ghi chú") for text in texts) == 1
    assert any(f"nêu 1 điểm đầu; còn {run_findings - 1} điểm nữa" in text for text in texts)
    assert len(lines(tmp_path / "out")) == run_findings


# Since the last run


@pytest.mark.parametrize(
    ("was", "now", "differs"),
    [
        (range(7, 14), range(7, 14), []),
        (range(7, 13), range(7, 14), [("N7:N12", "N7:N13")]),
        (range(7, 14), range(8, 14), [("N7:N13", "N8:N13")]),
        (range(7, 14), range(7, 9), [("N7:N13", "N7")]),
        (range(7, 9), range(7, 14), [("N7", "N7:N13")]),
        (range(7, 14), [], [("N7:N13", "")]),
        ([], range(7, 14), [("", "N7:N13")]),
        (range(7, 9), range(7, 10), [("", "N9")]),
    ],
)
def test_a_cell_that_joins_the_others_or_leaves_them_is_a_change_of_the_one_finding(
    was: Sequence[int], now: Sequence[int], differs: list[tuple[str, str]], tmp_path: Path
) -> None:
    after(held(lay(tmp_path, was)), tmp_path / "out")

    changes = after(held(lay(tmp_path, now)), tmp_path / "out")

    assert changes is not None
    sides = [
        [(one and (one.cells or one.place.cell)) or "" for one in (each.was, each.now)] for each in changes.findings
    ]
    assert [tuple(each) for each in sides if "N" in "".join(each)] == differs


def test_ranges_of_cells_are_read_back_as_they_are_written(desk: Desk) -> None:
    (finding,) = desk.check("village", "households", SIX)

    assert finding.alike
    assert list(cells_of(finding.alike.ranges)) == [one.place.cell for one in finding.one_by_one()]
    assert list(cells_of("(cả tệp)")) == ["(cả tệp)"]
