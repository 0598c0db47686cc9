"""Since: an award that was signed stands where what it rests on changed later, and only there."""

from dataclasses import replace
from datetime import date

import pytest

from learnsoc_xlsx.model.papers.issued import IssuedPaper, PaperKind
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.stages.award.decide.since import Since, since
from tests.stages.award.decide.record import HELD

MET, SIGNED = date(2026, 12, 2), date(2026, 12, 10)
DECISION = IssuedPaper("12/QĐ-UBND", SIGNED, Place("Danh ba.xlsx"))


@pytest.mark.parametrize(
    ("own", "other", "signed"),
    [
        (date(2026, 12, 11), MET, True),
        (SIGNED, MET, False),
        (date(2026, 12, 3), date(2026, 12, 11), False),
        (MET, date(2026, 12, 11), True),
        (MET, SIGNED, False),
        (MET, MET, False),
    ],
)
def test_it_was_signed_before_if_the_own_return_came_later_or_another_s_did_after_the_council_saw_the_own(
    own: date, other: date, signed: bool
) -> None:
    assert Since(DECISION, MET, {"T01": own, "T02": other}).is_signed("T01") is signed


def test_nothing_is_told_without_a_signed_decision_or_of_a_return_without_a_day() -> None:
    later = date(2026, 12, 11)

    assert not Since(None, MET, {"T01": later}).is_signed("T01")
    assert not Since(DECISION, MET, {"T02": later}).is_signed("T01")
    assert not Since(DECISION, None, {"T01": MET, "T02": later}).is_signed("T01")


def sent(unit: str, day: int | None, year: int = 2026, status: Status = Status.ACCEPTED) -> Submission:
    """A return that came on a day of December."""
    received = None if day is None else date(2026, 12, day)
    return Submission(day or 0, "a.xlsx", "", 1, status, Stamp("village", f"{year}.1", year), unit, received)


def test_of_each_unit_the_last_return_of_the_round_s_years_that_counts_gives_the_day() -> None:
    signed = replace(HELD, papers={PaperKind.DECISION: DECISION})
    returns = [
        sent("T01", 11),
        sent("T01", 3),
        sent("T01", 12, year=2025),
        sent("T01", 13, status=Status.SUPERSEDED),
        sent("T02", 1, status=Status.ACCEPTED_WITH_FINDINGS),
        sent("T03", None),
        sent("", 14),
    ]

    assert since(signed, MET, returns) == Since(DECISION, MET, {"T01": date(2026, 12, 11), "T02": date(2026, 12, 1)})


def test_a_decision_without_its_day_is_not_signed_yet() -> None:
    unsigned = replace(HELD, papers={PaperKind.DECISION: replace(DECISION, signed_on=None)})

    assert since(unsigned, None, []) == Since(None, None, {})
