"""What a letter must not tell, where somebody filled in a copy of another unit's file."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.returns.submissions import Mail, Status
from learnsoc_xlsx.stages.reply.addressees import answers
from tests.books import opened
from tests.privacy import leaks
from tests.runs import letters_into
from tests.stages.write.a_run import DONG, TAY, a_run

SAMPLE = Path("input_templates/sample")
REGISTER = next(SAMPLE.glob("Danh ba*"))
FIRST, COPY = "T02 Thôn Đoài 2026.xlsx", "T06 Thôn Quý Khê 2026.xlsx"
DAY = date(2026, 12, 5)


def filled(page: Any, rows: range, columns: str) -> Iterator[tuple[str, Any]]:
    yield from ((f"{letter}{row}", page[f"{letter}{row}"].value) for row in rows for letter in columns)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two villages, of which one gives the other's figures, names fourteen of its households and proposes three of them."""
    folder = tmp_path_factory.mktemp("inbox")
    for path in (REGISTER, SAMPLE / "2026" / FIRST):
        shutil.copy(path, folder)
    theirs, book = opened(SAMPLE / "2026" / FIRST), opened(SAMPLE / "2026" / COPY)
    for sheet, rows, columns in (("Chỉ tiêu", range(7, 90), "D"), ("Gia đình", range(7, 21), "BC"), ("Đề nghị khen", range(7, 10), "BCD")):  # fmt: skip
        for address, value in filled(theirs[sheet], rows, columns):
            if value is not None:
                book[sheet][address].value = value
    book.save(folder / COPY)
    return folder


def test_who_copied_another_unit_s_file_is_asked_to_look_again_and_told_nothing_of_that_unit(
    inbox: Path, tmp_path: Path
) -> None:
    run = letters_into(inbox, tmp_path, DAY)

    codes = {finding.code.code for finding in run.findings if finding.unit == "T06"}
    assert codes >= {"D16", "D19", "D24"}
    assert FIRST in " ".join(finding.message for finding in run.findings if finding.code.elsewhere)
    assert leaks(run, tmp_path) == []


@pytest.mark.parametrize(
    ("by", "to"),
    [("tay@example.vn", ("tay@example.vn",)), ("dong@example.vn", ("dong@example.vn",)), ("ai.do@example.vn", ("dong@example.vn",))],
)  # fmt: skip
def test_what_only_another_unit_s_mailbox_sent_goes_only_back_to_that_mailbox(by: str, to: tuple[str, ...]) -> None:
    run = a_run(Path("in"))
    units = tuple(replace(unit, email="tay@example.vn") if unit.id == TAY else unit for unit in run.register.units)
    (sent,) = [sent for sent in run.submissions if (sent.unit, sent.year) == (DONG, 2026)]
    mailed = replace(sent, mail=Mail(by, datetime(2026, 11, 20, tzinfo=UTC)))
    asked = Finding(Code.NOT_A_COUNT, run.findings[1].place, sent.number, given="ba")

    run = replace(
        run, register=replace(run.register, units=units), submissions=(mailed,), findings=(asked,), missing=()
    )
    (answer,) = answers(run, lambda *_: DAY)

    assert answer.to == to


def test_a_file_whose_cover_names_another_unit_goes_only_back_to_where_it_came_from() -> None:
    run = a_run(Path("in"))
    (sent,) = [sent for sent in run.submissions if (sent.unit, sent.year) == (DONG, 2026)]
    fault = Finding(Code.COVER_OF_ANOTHER, run.findings[1].place, sent.number, given="Thôn Tây", expected="Thôn Đông")
    refused = replace(sent, status=Status.REFUSED, refusal=fault)
    asked = Finding(Code.NOT_A_COUNT, fault.place, sent.number, given="ba")

    for submission, finding, to in ((sent, asked, ("dong@example.vn",)), (refused, fault, ())):
        (answer,) = answers(replace(run, submissions=(submission,), findings=(finding,), missing=()), lambda *_: DAY)
        assert answer.to == to
