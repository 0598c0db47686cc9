"""The ledger balances: of every table read = accepted + rejected + ignored, and every row that somebody wrote is one of them.

`python -m tests.ledger` tries every form, many times.
"""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from tests.ledger.balance import faults
from tests.ledger.edits import Edit, copy_row, put, write_row
from tests.ledger.forms import book_of, edited, unbalanced
from tests.ledger.record import Became, Named, Record, Recorded
from tests.ledger.whole_run import Sent, laid
from tests.ledger.whole_run import unbalanced as unbalanced_run
from tests.mutations.returns import YEAR

FORMS = ("centre", "office", "recognitions")
FUNDS = "Kinh phí"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ledger")


@settings(max_examples=25, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(edited(FORMS))
def test_every_row_that_somebody_wrote_is_accepted_rejected_or_ignored(
    folder: Path, page: tuple[str, str, list[Edit]]
) -> None:
    assert unbalanced(*page, folder) == []


def test_a_whole_run_accounts_for_every_file_sheet_and_row(tmp_path: Path) -> None:
    sent: Sent = [
        ("centre", "Chuyên đề, lớp", [write_row(9, ["", 5]), copy_row(7, 12), put(14, 2, "Cộng"), put(15, 20, "ghi thêm")]),
        ("centre", FUNDS, [write_row(30, ["Mua sách", "khoảng mươi"]), write_row(31, [" \u200b", 5]), put(12, 1, "x y")]),
    ]  # fmt: skip
    laid(tmp_path / "in", sent, Random(1))

    assert unbalanced_run(tmp_path / "in", tmp_path / "out") == []


# That it bites


def recorded(*rows: int, read: int, others: tuple[Became, ...] = ()) -> Record:
    """A record of the centre's money list, of which these rows count."""
    rejected = sum(one.rejected for one in others)
    table = Recorded((read, len(rows), rejected, len(others) - rejected), {row: {"item"} for row in rows}, [*others])
    return Record("centre", YEAR, True, {"centre.funds": table}, [])


def balanced(record: Record) -> list[str]:
    """What does not balance in three rows of money, 7 to 9, by such a record."""
    return [fault for fault in faults(book_of("centre", FUNDS), record) if "funds: " in fault and "lost" not in fault]


def test_what_is_recorded_as_it_is_written_balances() -> None:
    assert balanced(recorded(7, 8, 9, read=3)) == []
    assert balanced(recorded(7, 9, read=3, others=(Became(8, True, "vì sao"),))) == []


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        (recorded(7, 8, read=2), "row 9 is written and in no ledger"),
        (recorded(7, 8, 9, read=4), "4 read, but 3 + 0 + 0"),
        (recorded(7, 8, 9, 10, read=4), "row 10 is in the ledger, but empty"),
        (recorded(7, 8, 9, read=4, others=(Became(9, True, "vì sao"),)), "row 9 is in the ledger 2 times"),
        (recorded(7, 8, read=3, others=(Became(9, False, ""),)), "a row that does not count, and no reason"),
    ],
)
def test_a_row_that_is_forgotten_on_both_sides_is_missed_here(record: Record, fault: str) -> None:
    assert f"centre.funds: {fault}" in balanced(record)


def test_what_is_lost_of_a_row_is_named_at_its_cell() -> None:
    record = recorded(7, 8, 9, read=3)

    lost = [fault for fault in faults(book_of("centre", FUNDS), record) if "budget" in fault]

    assert lost == [f"centre.funds: row {row}, column 3 (budget) says {500_000 * (row - 6)} and is lost in silence" for row in (7, 8, 9)]  # fmt: skip
    named = [Named("C02", FUNDS, f"C{row}", "vì sao") for row in (7, 8)]
    still = faults(book_of("centre", FUNDS), Record("centre", YEAR, True, record.tables, named))
    assert [fault for fault in still if "budget" in fault] == lost[2:]
