"""Since: an award that was signed stands where what it rests on changed later, and only there."""

from datetime import date

import pytest

from learnsoc_xlsx.model.papers.issued import IssuedPaper
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.stages.award.decide.since import Since

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
