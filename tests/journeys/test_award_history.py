"""What was awarded before: by the council's records and by the register, known to the rounds that look at the same years."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.model.law.verdicts import Outcome
from learnsoc_xlsx.model.run import Run
from tests.journeys.commune_word import (
    YEAR,
    findings,
    held,
    lay_own,
    lay_register,
    lay_return,
    nominated,
    verdict,
)
from tests.journeys.council_word import AN, BINH, HELD_ON, agreed, filled, listed, printed
from tests.made_up.values import Row

LAST, INTERIM = YEAR - 1, f"interim-{YEAR - 1}"
MEETING = date(LAST, 12, 20)
RECORD = "Hoi dong nam truoc.xlsx"
GIVEN: Row = {
    "year": LAST,
    "kind": "household",
    "name": "Nguyễn Văn An",
    "birth_year": 1951,
    "unit": "T01",
    "form": "Giấy khen",
    "number": "15/QĐ-UBND",
    "decided_on": date(LAST, 12, 30),
    "issuer": "UBND xã",
}


def commune(inbox: Path, past_awards: Sequence[Row] = (), **more: Sequence[Row]) -> Path:
    """A commune in which a village nominates the same two households in two years."""
    lay_register(inbox, past_awards=past_awards, **more)
    for year in (LAST, YEAR):
        named = [nominated("Nguyễn Văn An"), nominated("Trần Thị Bình")]
        lay_return(inbox, "T01", year, households=[AN, BINH], nominations=named)
    return inbox


def with_last_year_s_decision(tmp_path: Path, **more: Sequence[Row]) -> Path:
    """The same commune, whose council agreed last year on one of the two."""
    inbox, out = commune(tmp_path / "in", **more), tmp_path / "out"
    printed(inbox, out)
    meet(inbox, out, present=8)
    return inbox


def meet(inbox: Path, out: Path, present: int) -> None:
    """Lay the record of last year's meeting of so many of nine, which agreed on one of the two."""
    met = {HELD_ON: MEETING, "D12": 9, "D13": present, "D15": "Chủ tịch"}
    filled(out / str(LAST) / f"Hoi_dong_{LAST}.xlsx", inbox / RECORD, {"Nguyễn Văn An": agreed(3, 0)}, met)


def test_who_was_awarded_is_held_back_in_a_later_round_over_the_same_year_and_told_by_which(tmp_path: Path) -> None:
    run = held(with_last_year_s_decision(tmp_path))

    an = verdict(run, "Nguyễn Văn An", INTERIM)
    assert an.outcome is Outcome.ON_HOLD
    (reason,) = [reason for reason in an.reasons if reason.blocks]
    assert reason.actual == f"có (Giấy khen: Khen thưởng hằng năm {LAST}, Hội đồng họp ngày 20/12/{LAST})"
    assert [place.file for place in reason.places] == [RECORD]
    assert verdict(run, "Trần Thị Bình", INTERIM).outcome is Outcome.RECOMMENDED
    assert verdict(run, "Nguyễn Văn An", f"annual-{LAST}").outcome is Outcome.RECOMMENDED, "its own round is as it was"


@pytest.mark.parametrize(("present", "outcome"), [(5, Outcome.RECOMMENDED), (6, Outcome.ON_HOLD)])
def test_a_meeting_of_too_few_awarded_nobody(present: int, outcome: Outcome, tmp_path: Path) -> None:
    inbox = with_last_year_s_decision(tmp_path)
    meet(inbox, tmp_path / "out", present)

    assert verdict(held(inbox), "Nguyễn Văn An", INTERIM).outcome is outcome


def test_who_was_awarded_for_another_year_may_be_awarded_again_and_is_shown_with_it(tmp_path: Path) -> None:
    inbox, out = with_last_year_s_decision(tmp_path), tmp_path / "out"

    run = printed(inbox, out)

    an = verdict(run, "Nguyễn Văn An")
    assert an.outcome is Outcome.RECOMMENDED
    assert [(award.years, award.round) for award in an.received] == [((LAST,), f"annual-{LAST}")]
    line = listed(out / str(YEAR) / f"Hoi_dong_{YEAR}.xlsx")["Nguyễn Văn An"]
    assert line["remarks"] == (
        f"Khen thưởng đã nhận: Giấy khen: Khen thưởng hằng năm {LAST}, Hội đồng họp ngày 20/12/{LAST}."
    )


def test_where_the_commune_chooses_so_an_award_of_a_year_is_for_another_achievement_than_the_phase_s(
    tmp_path: Path,
) -> None:
    chosen: Row = {"choice": "phase.awarded", "value": "thành tích khác", "source": "NQ 5"}

    run = held(with_last_year_s_decision(tmp_path, choices=[chosen]))

    an = verdict(run, "Nguyễn Văn An", INTERIM)
    assert an.outcome is Outcome.RECOMMENDED
    assert [award.round for award in an.received] == [f"annual-{LAST}"]


@pytest.mark.parametrize(("chosen", "outcome"), [([], Outcome.ON_HOLD), (["thành tích khác"], Outcome.RECOMMENDED)])
def test_whether_who_was_awarded_here_may_be_proposed_to_the_level_above_is_the_commune_s_choice(
    tmp_path: Path, chosen: list[str], outcome: Outcome
) -> None:
    choices: list[Row] = [{"choice": "upward.awarded", "value": value, "source": "NQ 5"} for value in chosen]
    inbox = with_last_year_s_decision(tmp_path, choices=choices)
    named = [nominated("Nguyễn Văn An", upward=True)]
    lay_return(inbox, "T01", LAST, households=[AN, BINH], nominations=named)

    run = held(inbox)

    assert [one.is_final for one in run.decided] == [True]
    assert verdict(run, "Nguyễn Văn An", f"upward-{LAST}").outcome is outcome


def test_what_the_register_tells_of_the_day_of_the_meeting_or_later_holds_nobody_back_in_it(tmp_path: Path) -> None:
    inbox = with_last_year_s_decision(tmp_path)
    lay_register(inbox, past_awards=[{**GIVEN, "decided_on": MEETING}])

    run = held(inbox)

    assert verdict(run, "Nguyễn Văn An", f"annual-{LAST}").outcome is Outcome.RECOMMENDED
    assert [one.is_final for one in run.decided] == [True]
    assert verdict(run, "Nguyễn Văn An", INTERIM).outcome is Outcome.ON_HOLD


def test_two_rounds_on_which_the_council_meets_on_one_day_do_not_hold_each_other_back(tmp_path: Path) -> None:
    inbox, out = with_last_year_s_decision(tmp_path), tmp_path / "out"
    (inbox / RECORD).rename(tmp_path / RECORD)
    printed(inbox, out)
    (tmp_path / RECORD).rename(inbox / RECORD)
    record = out / "giai_doan_1" / f"Hoi_dong_so_ket_{LAST}.xlsx"
    met = {HELD_ON: MEETING, "D12": 9, "D13": 8, "D15": "Chủ tịch"}
    filled(record, inbox / "So ket.xlsx", {"Nguyễn Văn An": agreed()}, met)

    run = held(inbox)

    assert [one.is_final for one in run.decided] == [True, True]
    assert findings(run, "D73") == []


@pytest.mark.parametrize(("years", "outcome"), [([LAST], Outcome.ON_HOLD), ([LAST, YEAR], Outcome.RECOMMENDED)])
def test_a_round_on_which_nobody_met_is_closed_to_later_awards_when_the_next_year_is_reported(
    years: list[int], outcome: Outcome, tmp_path: Path
) -> None:
    inbox, out = tmp_path / "in", tmp_path / "out"
    lay_register(inbox)
    for year in years:
        lay_return(inbox, "T01", year, households=[AN], nominations=[nominated("Nguyễn Văn An", upward=True)])
    printed(inbox, out)
    met = {HELD_ON: date(YEAR, 1, 10), "D12": 9, "D13": 8, "D15": "Chủ tịch"}
    filled(out / "giai_doan_1" / f"Hoi_dong_so_ket_{LAST}.xlsx", inbox / RECORD, {"Nguyễn Văn An": agreed()}, met)

    run = held(inbox)

    assert [one.is_final for one in run.decided] == [True]
    assert verdict(run, "Nguyễn Văn An", f"upward-{LAST}").outcome is outcome


def confirm(inbox: Path, day: date) -> None:
    """Lay the commune's word that he was not awarded for the same achievement."""
    row: Row = {
        "kind": "household",
        "name": "Nguyễn Văn An",
        "birth_year": 1951,
        "unit": "T01",
        "already_awarded": False,
    }
    whole: Row = {"confirmed_by": "Trần Mẫu Ba", "confirmed_on": day}
    lay_own(inbox, "confirmation", "Xac nhan.xlsx", LAST, confirmed=[whole], subjects=[row])


@pytest.mark.parametrize(
    ("day", "outcome", "codes"),
    [(date(LAST, 12, 19), Outcome.ON_HOLD, []), (date(LAST, 12, 20), Outcome.RECOMMENDED, ["D80"])],
)
def test_what_the_commune_confirms_after_the_meeting_stands_over_the_record_and_both_are_named(
    tmp_path: Path, day: date, outcome: Outcome, codes: list[str]
) -> None:
    inbox = with_last_year_s_decision(tmp_path)
    confirm(inbox, day)

    run = held(inbox)

    assert verdict(run, "Nguyễn Văn An", INTERIM).outcome is outcome
    assert [(code, file) for code, file, *_ in findings(run, "D80")] == [(code, "Xac nhan.xlsx") for code in codes]
    assert all(f"{RECORD} › Danh sách › K" in one.message for one in run.findings if one.code.code == "D80")


# What the register tells


def outcome_under(tmp_path: Path, given: Row, round_id: str = f"annual-{LAST}") -> tuple[Run, Outcome]:
    run = held(commune(tmp_path / "in", [given]))
    return run, verdict(run, "Nguyễn Văn An", round_id).outcome


def test_an_award_that_the_register_tells_of_holds_back_in_its_year_with_number_day_and_issuer(tmp_path: Path) -> None:
    run, outcome = outcome_under(tmp_path, GIVEN)

    assert outcome is Outcome.ON_HOLD
    reason = next(one for one in verdict(run, "Nguyễn Văn An", f"annual-{LAST}").reasons if one.blocks)
    assert reason.actual == (f"có (Giấy khen, QĐ 15/QĐ-UBND ngày 30/12/{LAST} của UBND xã, thành tích năm {LAST})")
    assert [str(place) for place in reason.places] == ["Danh ba.xlsx › Đã khen thưởng › D7"]
    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.RECOMMENDED


@pytest.mark.parametrize(
    ("other", "outcome", "shown"),
    [
        ({"birth_year": 1952}, Outcome.RECOMMENDED, []),
        ({"birth_year": None}, Outcome.ON_HOLD, [True]),
        ({"birth_year": None, "unit": "T02"}, Outcome.RECOMMENDED, [False]),
        ({"unit": "T02"}, Outcome.ON_HOLD, [True]),
        ({"kind": "individual"}, Outcome.RECOMMENDED, []),
    ],
)
def test_who_was_awarded_is_told_by_year_of_birth_and_unit_and_never_by_the_name_alone(
    tmp_path: Path, other: Row, outcome: Outcome, shown: list[bool]
) -> None:
    run, found = outcome_under(tmp_path, {**GIVEN, **other})

    assert found is outcome
    assert [award.sure for award in verdict(run, "Nguyễn Văn An", f"annual-{LAST}").received] == shown


@pytest.mark.parametrize("day", [date(LAST - 1, 12, 31), date(YEAR, 12, 6)])
def test_an_award_decided_before_its_achievement_or_after_today_is_asked_about_and_not_used(
    tmp_path: Path, day: date
) -> None:
    run, outcome = outcome_under(tmp_path, {**GIVEN, "decided_on": day})

    assert outcome is Outcome.RECOMMENDED
    assert findings(run, "D81") == [("D81", "Danh ba.xlsx", "Đã khen thưởng", "I7")]


def test_an_award_of_a_unit_that_nobody_knows_is_asked_about(tmp_path: Path) -> None:
    run, _ = outcome_under(tmp_path, {**GIVEN, "unit": "T99"})

    assert findings(run, "D11") == [("D11", "Danh ba.xlsx", "Đã khen thưởng", "F7")]
