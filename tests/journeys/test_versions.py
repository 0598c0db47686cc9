"""Two senders for one unit, from their messages to the page of differences, and the officer's word in the register."""

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from learnsoc_xlsx.model.form.form import FIRST_ROW
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import opened, saved
from tests.runs import letters_into, run_into, run_of

Pick = dict[str, object]
"""A row of “Chọn bản báo cáo”, by field."""

SAMPLE = Path("input_templates/sample")
UNIT, YEAR = "D05", 2025
DAY = date(YEAR, 12, 31)
CELL, INDICATOR = "D8", "communication_sessions"
FIRST, SECOND = "2025/thu 1.eml › bao cao.xlsx", "2025/thu 2.eml › bao cao.xlsx"
PICK: Pick = {"file": FIRST, "unit": UNIT, "year": YEAR, "reason": "Hội xác nhận", "by": "Bà Mẫu"}


@pytest.fixture(scope="module")
def letters() -> dict[str, bytes]:
    return {
        f"thu {number}.eml": letter(number, f"{sender}@vi-du.invalid")
        for number, sender in ((1, "d05"), (2, "ke.toan"))
    }


def letter(number: int, sender: str) -> bytes:
    """A message of the day of November `number`, with a report that says `number` at the cell of the first indicator."""
    book = opened(next(SAMPLE.glob(f"{YEAR}/{UNIT}*.xlsx")))
    book["Chỉ tiêu"][CELL].value = number
    message = EmailMessage()
    message["From"], message["Subject"] = f"Người gửi <{sender}>", "Báo cáo"
    message["Date"] = f"Mon, {number} Nov 2025 08:00:00 +0700"
    message.set_content("Kính gửi UBND xã.")
    message.add_attachment(saved(book), maintype="application", subtype="octet-stream", filename="bao cao.xlsx")
    return bytes(message)


def sent(folder: Path, letters: dict[str, bytes], *picks: Pick) -> Path:
    """Lay the register, with these words of the officer, and the letters into a folder."""
    inbox = folder / "in"
    (inbox / str(YEAR)).mkdir(parents=True)
    book, sheet = opened(next(SAMPLE.glob("Danh ba*"))), form_of("register", 2026).sheet("picks")
    for row, pick in enumerate(picks, FIRST_ROW):
        for field, value in pick.items():
            book[sheet.name][f"{anchors(sheet)[field]}{row}"].value = value
    book.save(inbox / "Danh ba.xlsx")
    for name, data in letters.items():
        (inbox / str(YEAR) / name).write_bytes(data)
    return inbox


def counted(run: Run) -> object:
    (figure,) = [each for each in run.figures if (each.indicator, each.id, each.period) == (INDICATOR, UNIT, str(YEAR))]
    return figure.value


def found(run: Run) -> list[tuple[str, str, str]]:
    return [
        (each.code.code, each.severity.word, str(each.place))
        for each in run.findings
        if "D30" <= each.code.code < "D40"
    ]


def test_two_senders_are_an_error_and_the_newest_counts_meanwhile(tmp_path: Path, letters: dict[str, bytes]) -> None:
    unsettled = letters_into(sent(tmp_path, letters), tmp_path / "out", DAY)

    assert found(unsettled) == [("D30", "error", SECOND)]
    assert counted(unsettled) == 2
    assert list((tmp_path / "out").rglob("*.eml"))
    assert not list((tmp_path / "out").rglob(f"{UNIT}.*")), "the officer settles it; the sender is not written to"
    (pair,) = unsettled.comparisons
    assert [(str(each.older.place), each.older.value, each.newer.value) for each in pair.shown] == [
        (f"{FIRST} › Chỉ tiêu › {CELL}", 1, 2)
    ]


def test_the_officer_s_pick_in_the_register_counts_and_leaves_a_note(tmp_path: Path, letters: dict[str, bytes]) -> None:
    settled = run_into(sent(tmp_path, letters, PICK), tmp_path / "out", DAY)

    assert found(settled) == [("D31", "note", SECOND)]
    assert counted(settled) == 1
    page = opened(tmp_path / "out" / "Kiem_tra.xlsx")["Khác nhau giữa các bản"]
    assert [SECOND, FIRST] in [[row[4], row[6]] for row in page.iter_rows(values_only=True)]


def test_a_pick_that_leads_nowhere_is_said_at_its_cell(tmp_path: Path, letters: dict[str, bytes]) -> None:
    astray = PICK | {"file": "bao cao khac.xlsx"}, PICK | {"unit": "D99"}

    told = [(each.code.code, each.place.cell) for each in run_of(sent(tmp_path, letters, *astray), DAY).findings]

    assert {("D33", "B7"), ("D11", "C8"), ("D30", "")} <= set(told)
