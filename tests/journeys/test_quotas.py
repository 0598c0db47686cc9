"""Quotas as the register gives them: how many, on which day, and what happens when neither can be read."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.model.law.verdicts import Outcome
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.law import law_in_words
from tests.books import opened
from tests.runs import run_into, run_of

SAMPLE = Path("input_templates/sample")
SHEET = "Số lượng khen"
ROUND = "annual-2026"
DAY = date(2026, 12, 31)
FIRST = 7


def laid(folder: Path, *rows: tuple[str, str, object, object, object]) -> Path:
    """Lay two returns of 2026 into a folder, and a register with these rows of “Số lượng khen”: award, round, year, limit, day of decision."""
    inbox = folder / "in"
    inbox.mkdir()
    for path in SAMPLE.glob("2026/T0[12]*"):
        shutil.copy(path, inbox / path.name)
    book = opened(next(SAMPLE.glob("Danh ba*")))
    page = book[SHEET]
    page.delete_rows(FIRST, page.max_row)
    for number, row in enumerate(rows, FIRST):
        for column, value in enumerate(row, 2):
            page.cell(number, column).value = value
    book.save(inbox / "Danh ba.xlsx")
    return inbox


def held(folder: Path, *rows: tuple[str, str, object, object, object]) -> Run:
    """Hold the rounds of 2026 with these rows."""
    return run_of(laid(folder, *rows), DAY)


def outcomes(run: Run, award: str) -> Counter[Outcome]:
    mine = [each for each in run.verdicts if (each.round, each.award) == (ROUND, award)]
    return Counter(each.outcome for each in mine if each.rank is not None)


def test_a_quota_and_its_day_of_decision_may_stand_in_two_rows(tmp_path: Path) -> None:
    run = held(
        tmp_path,
        ("household", "annual", None, 1, None),
        ("household", "annual", 2026, None, date(2026, 12, 10)),
    )

    assert outcomes(run, "household")[Outcome.RECOMMENDED] == 1
    assert outcomes(run, "household")[Outcome.RESERVE] > 0
    assert next(each for each in run.rounds if each.id == ROUND).day_of("household") == date(2026, 12, 10)


def test_without_a_row_there_is_no_limit(tmp_path: Path) -> None:
    assert outcomes(held(tmp_path), "household")[Outcome.RESERVE] == 0


@pytest.fixture(scope="module")
def unreadable(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A whole run under limits that nobody understands."""
    folder = tmp_path_factory.mktemp("unreadable")
    limits = (("household", "tám"), ("clan", "1.5 hộ"), ("citizen", -2))
    return run_into(laid(folder, *((award, "annual", None, limit, None) for award, limit in limits)), folder / "out", DAY)  # fmt: skip


def test_a_limit_that_cannot_be_read_is_a_finding_at_its_cell(unreadable: Run) -> None:
    assert [each.place.cell for each in unreadable.findings if each.place.sheet == SHEET] == ["E7", "E8", "E9"]


@pytest.fixture(scope="module")
def of_no_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Limits of a year that nobody understands: of households alone, of clans beside one of 2026."""
    rows = [
        ("household", "annual", "2O25", 1, None),
        ("clan", "annual", "2O25", 1, None),
        ("clan", "annual", 2026, 9, None),
    ]
    return laid(tmp_path_factory.mktemp("of no year"), *rows)


def test_a_limit_of_a_year_that_cannot_be_read_is_no_limit_of_every_year(of_no_year: Path) -> None:
    run = run_of(of_no_year, DAY)

    said = [(each.code.code, each.place.cell) for each in run.findings if each.place.sheet == SHEET]
    assert sorted(said) == [("C08", "D7"), ("C08", "D8"), ("D52", "D7"), ("D52", "D8")]
    assert outcomes(run, "household")[Outcome.RECOMMENDED] == 0, "it may be of 2026: nobody is proposed by it"
    assert outcomes(run, "clan")[Outcome.RECOMMENDED] == outcomes(run, "clan").total(), "2026 has a limit of its own"


def test_the_law_in_words_says_of_such_a_row_that_it_cannot_be_read(of_no_year: Path) -> None:
    said = " ".join(law_in_words(of_no_year, 2026, "text").split())

    assert "Khen thưởng hằng năm 2026: không đọc được số lượng, năm ở dòng này: chưa đề nghị ai cho đến khi sửa" in said
    assert "nhiều nhất 9" in said
    assert "nhiều nhất 1 " not in said
    assert "› Số lượng khen › D7: “2O25” không phải một năm." in said.partition("DÒNG CỦA DANH BẠ CẦN XEM LẠI")[2]


@pytest.mark.parametrize("award", ["household", "clan", "citizen"])
def test_a_limit_that_cannot_be_read_recommends_nobody(award: str, unreadable: Run) -> None:
    assert outcomes(unreadable, award)[Outcome.RECOMMENDED] == 0
    assert outcomes(unreadable, award)[Outcome.RESERVE] > 0
