"""The council's record: a run prints it, the council fills it in, the next run goes by it, and says where it cannot."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.forms.own.council_record import OPINIONS
from learnsoc_xlsx.model.form.form import FIRST_ROW
from learnsoc_xlsx.model.law.council import Opinion, Standing
from learnsoc_xlsx.model.law.verdicts import Outcome
from tests.books import opened
from tests.calc import all_saved_as, needs_office
from tests.journeys.commune_word import DAY, YEAR, findings, held, lay_own, lay_register, lay_return, nominated, verdict
from tests.journeys.council_word import (
    AN,
    ANNUAL,
    BALLOT,
    BINH,
    CHAIR,
    FILE,
    HELD_ON,
    MEMBERS,
    MET,
    PRESENT,
    SITTING,
    Votes,
    agreed,
    commune,
    decided,
    filled,
    lay_village,
    listed,
    printed,
    refused,
    row_of,
)
from tests.made_up.values import Row
from tests.runs import run_into

LAID = "Bien ban.xlsx"
BOTH = {"Nguyễn Văn An": agreed(), "Trần Thị Bình": refused()}


@pytest.fixture(scope="module")
def before_the_meeting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune in `in`, and in `out` the records that a run prints for it."""
    place = tmp_path_factory.mktemp("before")
    printed(commune(place / "in"), place / "out")
    return place


@pytest.fixture
def record(before_the_meeting: Path, tmp_path: Path) -> Path:
    """The record of the year's round as a run prints it for a commune in `in`: a test's own copy of both."""
    shutil.copytree(before_the_meeting, tmp_path, dirs_exist_ok=True)
    return tmp_path / "out" / FILE


def laid(record: Path, votes: Votes, name: str = LAID, met: Mapping[str, object] = MET) -> Path:
    """Fill in the record and lay it among the returns; return the folder."""
    inbox = record.parents[2] / "in"
    filled(record, inbox / name, votes, {**MET, **met})
    return inbox


def test_the_conclusions_that_may_be_chosen_are_those_that_the_program_knows() -> None:
    assert [(one.id, one.label) for one in OPINIONS.entries] == [(one.word, one.label) for one in Opinion]


# What is printed


def test_a_record_lists_whom_the_council_is_asked_about_by_group_and_award(record: Path) -> None:
    lines = listed(record)

    assert list(lines)[-2:] == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert lines["Nguyễn Văn An"] == {
        "award_name": "Hộ gia đình tiêu biểu",
        "name": "Nguyễn Văn An",
        "birth_year": 1951,
        "of_unit": "Thôn Đoài",
        "recommended": "● Đề nghị khen, hạng 1",
        "proposed_form": "Giấy khen",
    }
    assert lines["Thôn Hạ"]["recommended"] == "? Chưa kết luận"


def test_a_record_says_of_which_round_and_commune_it_is_and_what_it_was_printed_from(record: Path) -> None:
    stamp = str(opened(record)["_learnsoc"]["A5"].value)
    code = str(opened(record)[BALLOT][f"N{row_of(record, 'Nguyễn Văn An')}"].value)

    form, round_and_commune, data = stamp.rpartition(":")[0], stamp.split(":")[5:7], stamp.rpartition(":")[2]
    assert form.startswith(f"learnsoc:council_record:{YEAR}.1:{YEAR}::")
    assert round_and_commune == [ANNUAL, "X01"]
    assert len(data) == len(code.rpartition("#")[2]) == 16
    assert code.startswith(f"{ANNUAL}|household|T01|Nguyễn Văn An|1951|C7#")
    assert opened(record)[BALLOT].column_dimensions["N"].hidden


def test_a_forecast_has_no_record_and_a_round_of_a_phase_has_its_own(tmp_path: Path) -> None:
    run = printed(commune(tmp_path / "in"), tmp_path / "out")

    there = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.xlsx")}
    assert any(one.forecast for one in run.rounds)
    assert there == {FILE, "giai_doan_1/Hoi_dong_so_ket_2025.xlsx"}


# What is read back


def test_what_the_council_concludes_is_known_to_the_next_run_with_votes_form_money_and_its_cell(record: Path) -> None:
    run = held(laid(record, BOTH))

    an, binh = decided(run, "Nguyễn Văn An"), decided(run, "Trần Thị Bình")
    assert (an.opinion, an.votes, an.form, an.standing) == (Opinion.AGREED, "8/0", "Giấy khen", Standing.APPLIED)
    assert str(an.place) == f"{LAID} › {BALLOT} › K{row_of(record, 'Nguyễn Văn An')}"
    assert an.bonus == verdict(run, "Nguyễn Văn An").bonus
    assert (binh.opinion, binh.votes, binh.reason, binh.bonus) == (
        Opinion.NOT_AGREED,
        "1/7",
        "chưa tiêu biểu",
        None,
    )
    assert verdict(run, "Trần Thị Bình").decided == binh
    assert verdict(run, "Trần Thị Bình").outcome is Outcome.RECOMMENDED, "what was recommended stays to be seen"
    assert verdict(run, "Thôn Hạ").decided is None
    (sitting,) = run.sittings
    assert (sitting.round, sitting.held_on, sitting.members, sitting.present, sitting.quorum) == (
        ANNUAL,
        MET[HELD_ON],
        9,
        8,
        True,
    )
    assert [one for one in run.findings if one.place.file == LAID] == []


def test_the_council_s_form_of_award_sets_the_money(record: Path) -> None:
    run = held(laid(record, {"Nguyễn Văn An": agreed(form="Biểu dương")}))

    one = decided(run, "Nguyễn Văn An")
    assert one.form == "Biểu dương"
    assert one.bonus is not None
    assert one.bonus.amount == 0


@needs_office
def test_a_record_saved_by_libreoffice_in_any_format_is_read_alike(record: Path, tmp_path: Path) -> None:
    whole = filled(record, tmp_path / "Hoi dong.xlsx", BOTH)
    saved = all_saved_as(["xlsx", "ods", "xls"], [whole], tmp_path / "saved")

    for kind, (path,) in saved.items():
        inbox = tmp_path / "in"
        (inbox / path.name).write_bytes(path.read_bytes())
        run = held(inbox)
        (inbox / path.name).unlink()
        assert [(one.subject, one.opinion, one.votes, one.standing) for one in run.decided] == [
            ("Nguyễn Văn An", Opinion.AGREED, "8/0", Standing.APPLIED),
            ("Trần Thị Bình", Opinion.NOT_AGREED, "1/7", Standing.APPLIED),
        ], kind


def test_taking_the_record_away_brings_the_recommendation_back(record: Path) -> None:
    inbox = laid(record, BOTH)
    assert held(inbox).decided
    (inbox / LAID).unlink()

    run = held(inbox)

    assert (run.decided, run.sittings) == ((), ())
    assert verdict(run, "Trần Thị Bình").decided is None


def test_a_run_after_the_decision_writes_the_same_bytes_and_prints_what_was_concluded(
    record: Path, tmp_path: Path
) -> None:
    inbox, out = laid(record, BOTH), tmp_path / "results"
    run_into(inbox, out, DAY)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}

    run_into(inbox, out, DAY)

    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    lines, first = listed(out / FILE), opened(out / FILE)[SITTING]
    assert (
        lines["Trần Thị Bình"] | {"votes_for": 1, "votes_against": 7, "opinion": "Không nhất trí"}
        == lines["Trần Thị Bình"]
    )
    assert [first[cell].value for cell in (MEMBERS, PRESENT, CHAIR)] == [9, 8, MET[CHAIR]]


def test_the_record_as_it_is_printed_again_says_the_same_when_it_is_laid(record: Path) -> None:
    inbox, out = laid(record, BOTH), record.parents[1]
    before = printed(inbox, out)
    (inbox / LAID).write_bytes((out / FILE).read_bytes())

    after = held(inbox)

    assert after.decided == before.decided
    assert [(one.held_on, one.chair) for one in after.sittings] == [(one.held_on, one.chair) for one in before.sittings]


# What changed since


def test_a_conclusion_on_somebody_whose_return_was_mended_since_is_said_and_not_applied(record: Path) -> None:
    inbox, out = laid(record, BOTH), record.parents[1]
    lay_village(inbox, labour_days=9)

    run = printed(inbox, out)

    an, row = decided(run, "Nguyễn Văn An"), row_of(record, "Nguyễn Văn An")
    assert (an.standing, an.is_final, an.bonus) == (Standing.CHANGED, False, None)
    assert findings(run, "D73") == [("D73", LAID, BALLOT, f"K{row}")]
    (one,) = [one for one in run.findings if one.code.code == "D73"]
    assert "nay là: đề nghị khen" in one.message
    assert decided(run, "Trần Thị Bình").standing is Standing.APPLIED
    line = listed(out / FILE)["Nguyễn Văn An"]
    assert "opinion" not in line
    assert line["remarks"] == (
        "Họp ngày 02/12/2026: Nhất trí (8/0); sau đó kết quả xét hoặc số liệu thay đổi, cần kết luận lại."
    )


def test_a_return_that_comes_again_in_another_order_changes_nothing(record: Path) -> None:
    inbox = laid(record, BOTH)
    named = [nominated("Trần Thị Bình"), nominated("NGUYỄN VĂN AN")]
    lay_return(inbox, "T01", households=[BINH, AN], nominations=named)

    run = held(inbox)

    assert [one.standing for one in run.decided] == [Standing.APPLIED, Standing.APPLIED]


def test_a_record_that_lost_its_column_of_codes_is_read_by_name(record: Path) -> None:
    inbox = laid(record, BOTH)
    book = opened(inbox / LAID)
    book[BALLOT].delete_cols(14)
    book.save(inbox / LAID)

    run = held(inbox)

    assert [one.standing for one in run.decided] == [Standing.APPLIED, Standing.APPLIED]


def test_nobody_is_awarded_whom_the_commune_holds_back_since(record: Path) -> None:
    inbox, out = laid(record, BOTH), record.parents[1]
    row: Row = {"kind": "household", "name": "Nguyễn Văn An", "birth_year": 1951, "unit": "T01", "pending": True}
    whole: Row = {"confirmed_by": "Trần Mẫu Ba", "confirmed_on": date(YEAR, 12, 3)}
    lay_own(inbox, "confirmation", "Xac nhan.xlsx", confirmed=[whole], subjects=[row])

    run = printed(inbox, out)

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.ON_HOLD
    assert decided(run, "Nguyễn Văn An").standing is Standing.CHANGED
    assert "Nguyễn Văn An" not in listed(out / FILE), "the council is asked about him no more"


def test_a_conclusion_on_somebody_who_is_nominated_no_more_is_kept_and_not_applied(record: Path) -> None:
    inbox = laid(record, BOTH)
    lay_return(inbox, "T01", households=[AN, BINH], nominations=[nominated("Trần Thị Bình")])

    run = held(inbox)

    assert decided(run, "Nguyễn Văn An").standing is Standing.CHANGED
    (one,) = [one for one in run.findings if one.code.code == "D73"]
    assert "nay là: không còn được đề nghị" in one.message


def test_a_confirmation_that_holds_nothing_back_leaves_a_conclusion_as_it_is(record: Path) -> None:
    inbox = laid(record, BOTH)
    row: Row = {"kind": "household", "name": "Nguyễn Văn An", "birth_year": 1951, "unit": "T01", "pending": False}
    lay_own(
        inbox,
        "confirmation",
        "Xac nhan.xlsx",
        confirmed=[{"confirmed_by": "Trần Mẫu Ba", "confirmed_on": date(YEAR, 12, 3)}],
        subjects=[row],
    )

    run = held(inbox)

    assert decided(run, "Nguyễn Văn An").standing is Standing.APPLIED


# What is signed


SIGNED: Row = {
    "round": ANNUAL,
    "year": YEAR,
    "kind": "decision",
    "number": "12/QĐ-UBND",
    "signed_on": date(YEAR, 12, 3),
}
AFTER, BEFORE = date(YEAR, 12, 4), date(YEAR, 11, 5)


def mended(inbox: Path, day: date, paper: Row = SIGNED) -> None:
    """The register tells of a decision, and the village's return, in which An has other figures, is of a day."""
    lay_register(inbox, papers=[paper])
    named = [nominated("Nguyễn Văn An"), nominated("Trần Thị Bình")]
    lay_return(
        inbox, "T01", cover=[{"report_date": day}], households=[AN | {"labour_days": 9}, BINH], nominations=named
    )


def test_an_award_stands_whose_decision_was_signed_before_the_return_was_mended_and_that_is_said(record: Path) -> None:
    inbox, out = laid(record, BOTH), record.parents[1]
    mended(inbox, AFTER)

    run = printed(inbox, out)

    an, row = decided(run, "Nguyễn Văn An"), row_of(record, "Nguyễn Văn An")
    assert (an.standing, an.is_final) == (Standing.APPLIED, True)
    assert an.bonus is not None
    assert (findings(run, "D73"), findings(run, "D88")) == ([], [("D88", LAID, BALLOT, f"K{row}")])
    (one,) = [one for one in run.findings if one.code.code == "D88"]
    assert one.message.startswith("Quyết định 12/QĐ-UBND ngày 03/12/2026 đã ký")
    assert listed(out / FILE)["Nguyễn Văn An"]["opinion"] == "Nhất trí"


@pytest.mark.parametrize("day", [SIGNED["signed_on"], BEFORE])
def test_what_was_mended_by_the_day_of_the_signing_is_concluded_on_anew(record: Path, day: date) -> None:
    inbox = laid(record, BOTH)
    mended(inbox, day)

    assert decided(held(inbox), "Nguyễn Văn An").standing is Standing.CHANGED


def test_a_conclusion_that_gives_no_award_is_concluded_on_anew_whatever_is_signed(record: Path) -> None:
    inbox = laid(record, {"Nguyễn Văn An": refused(), "Trần Thị Bình": agreed()})
    mended(inbox, AFTER)

    run = held(inbox)

    assert decided(run, "Nguyễn Văn An").standing is Standing.CHANGED
    assert findings(run, "D88") == []


@pytest.mark.parametrize(
    "paper", [SIGNED | {"number": None}, SIGNED | {"signed_on": None}, SIGNED | {"kind": "minutes"}]
)
def test_a_decision_is_signed_when_the_register_tells_its_number_and_its_day(record: Path, paper: Row) -> None:
    inbox = laid(record, BOTH)
    mended(inbox, AFTER, paper)

    assert decided(held(inbox), "Nguyễn Văn An").standing is Standing.CHANGED


def test_a_signed_award_that_nobody_proposes_any_more_stays_in_the_record_that_is_printed_again(record: Path) -> None:
    inbox, out = laid(record, BOTH), record.parents[1]
    lay_register(inbox, papers=[SIGNED])
    named = [nominated("Trần Thị Bình")]
    lay_return(inbox, "T01", cover=[{"report_date": AFTER}], households=[AN, BINH], nominations=named)

    run = printed(inbox, out)

    line = listed(out / FILE)["Nguyễn Văn An"]
    assert (line["recommended"], line["opinion"]) == ("Không còn được đề nghị", "Nhất trí")
    (inbox / LAID).write_bytes((out / FILE).read_bytes())
    again = held(inbox)
    assert [decided(one, "Nguyễn Văn An").is_final for one in (run, again)] == [True, True]
    assert [decided(one, "Trần Thị Bình").is_final for one in (run, again)] == [False, False]


# What is wrong with a line


def test_more_votes_than_members_present_are_said_at_their_cell_and_not_used(record: Path) -> None:
    row = row_of(record, "Nguyễn Văn An")

    run = held(laid(record, {"Nguyễn Văn An": agreed(80), "Trần Thị Bình": agreed(5, 4)}))

    assert findings(run, "D70") == [("D70", LAID, BALLOT, f"I{row}"), ("D70", LAID, BALLOT, f"J{row + 1}")]
    assert decided(run, "Nguyễn Văn An").votes == "–/0"
    assert decided(run, "Nguyễn Văn An").is_final, "what was concluded is not in doubt"


@pytest.mark.parametrize(("votes_for", "votes_against", "wrong"), [(8, 0, 0), (4, 4, 0), (9, 0, 1), (4, 5, 1)])
def test_as_many_votes_as_members_present_are_right_and_one_more_is_not(
    record: Path, votes_for: int, votes_against: int, wrong: int
) -> None:
    run = held(laid(record, {"Nguyễn Văn An": agreed(votes_for, votes_against)}))

    assert len(findings(run, "D70")) == wrong


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        (agreed(3, 5), ["D79"]),
        (agreed(4, 4), []),
        (refused(votes_for=7, votes_against=1), ["D79"]),
        ({"votes_for": 1, "votes_against": 7, "opinion": "Xem xét sau"}, []),
    ],
)
def test_a_conclusion_against_most_of_the_votes_is_asked_about(
    record: Path, cells: dict[str, object], codes: list[str]
) -> None:
    row = row_of(record, "Nguyễn Văn An")

    run = held(laid(record, {"Nguyễn Văn An": cells}))

    assert findings(run, "D79") == [(code, LAID, BALLOT, f"K{row}") for code in codes]


def test_a_conclusion_that_is_none_of_the_three_is_asked_back_and_the_candidate_is_not_treated(record: Path) -> None:
    row = row_of(record, "Nguyễn Văn An")

    run = held(laid(record, {"Nguyễn Văn An": agreed(opinion="Khen luôn")}))

    assert findings(run, "C11") == [("C11", LAID, BALLOT, f"K{row}")]
    assert run.decided == ()


def test_votes_without_a_conclusion_are_asked_about(record: Path) -> None:
    row = row_of(record, "Nguyễn Văn An")

    run = held(laid(record, {"Nguyễn Văn An": agreed(opinion=None)}))

    assert findings(run, "R06") == [("R06", LAID, BALLOT, f"K{row}")]
    assert run.decided == ()


BY_HAND = str(FIRST_ROW + 6)
MAI = {"name": "Mai Văn Mới", "birth_year": 1970, "of_unit": "Thôn Hạ", **agreed()}


def test_somebody_added_for_whom_nobody_proposed_is_kept_as_by_hand_and_never_awarded(record: Path) -> None:
    inbox, out = laid(record, BOTH | {BY_HAND: MAI}), record.parents[1]

    run = printed(inbox, out)

    one = decided(run, "Mai Văn Mới")
    assert (one.standing, one.unit_name, one.born, one.is_final) == (Standing.BY_HAND, "Thôn Hạ", 1970, False)
    assert findings(run, "D72") == [("D72", LAID, BALLOT, f"C{BY_HAND}")]
    assert listed(out / FILE)["Mai Văn Mới"]["opinion"] == "Nhất trí", "it is printed again"
    assert decided(run, "Nguyễn Văn An").standing is Standing.APPLIED


def test_somebody_typed_over_a_copied_line_is_by_hand_too(record: Path) -> None:
    code = opened(record)[BALLOT][f"N{row_of(record, 'Nguyễn Văn An')}"].value

    run = held(laid(record, BOTH | {BY_HAND: MAI | {"code": code}}))

    assert decided(run, "Mai Văn Mới").standing is Standing.BY_HAND
    assert decided(run, "Nguyễn Văn An").standing is Standing.APPLIED


def test_a_line_whose_code_is_gone_is_told_by_name_unit_and_year_of_birth(record: Path) -> None:
    run = held(laid(record, {"Nguyễn Văn An": agreed(code=None)}))

    assert decided(run, "Nguyễn Văn An").standing is Standing.APPLIED
    assert verdict(run, "Nguyễn Văn An").decided is not None


def test_a_line_whose_code_is_gone_is_not_applied_where_anything_has_changed_since(record: Path) -> None:
    inbox = laid(record, {"Nguyễn Văn An": agreed(code=None)})
    lay_village(inbox, labour_days=9)

    run = held(inbox)

    assert decided(run, "Nguyễn Văn An").standing is Standing.CHANGED
    assert [code for code, *_ in findings(run, "D73")] == ["D73"]


def test_a_printed_line_that_names_somebody_else_now_is_asked_back(record: Path) -> None:
    row = row_of(record, "Nguyễn Văn An")

    run = held(laid(record, {"Nguyễn Văn An": agreed(name="Nguyễn Văn Ân")}))

    assert findings(run, "D74") == [("D74", LAID, BALLOT, f"C{row}")]
    assert "dòng này in cho “Nguyễn Văn An”" in next(one.message for one in run.findings if one.code.code == "D74")
    assert run.decided == ()


def test_of_two_lines_on_one_candidate_the_first_is_used_and_the_second_named(record: Path) -> None:
    row = row_of(record, "Nguyễn Văn An")
    again = {"name": "Nguyễn Văn An", "birth_year": 1951, "of_unit": "T01", **refused()}

    run = held(laid(record, BOTH | {BY_HAND: again}))

    assert decided(run, "Nguyễn Văn An").opinion is Opinion.AGREED
    assert findings(run, "D75") == [("D75", LAID, BALLOT, f"C{BY_HAND}")]
    assert f"ở dòng {row}, và hai kết luận khác nhau" in next(
        one.message for one in run.findings if one.code.code == "D75"
    )


# What is wrong with the meeting


def test_more_members_present_than_there_are_is_said_at_the_cell(record: Path) -> None:
    run = held(laid(record, BOTH, met={PRESENT: 12}))

    assert findings(run, "R01") == [("R01", LAID, SITTING, PRESENT)]
    assert run.sittings[0].quorum is None


@pytest.mark.parametrize(("present", "codes"), [(6, []), (5, ["D71"])])
def test_fewer_members_than_two_thirds_are_no_quorum_until_the_commune_says_otherwise(
    record: Path, present: int, codes: list[str]
) -> None:
    run = held(laid(record, {"Nguyễn Văn An": agreed(present)}, met={PRESENT: present}))

    assert [code for code, *_ in findings(run, "D71")] == codes
    assert run.sittings[0].quorum is (codes == [])
    assert decided(run, "Nguyễn Văn An").is_final, "the commune is told, and decides itself"


def test_the_commune_chooses_what_a_quorum_is(tmp_path: Path) -> None:
    choice = {"choice": "council.quorum", "value": "quá một nửa", "source": "Quy chế Hội đồng"}
    inbox = commune(tmp_path / "in", choices=[choice])
    printed(inbox, tmp_path / "out")
    record = tmp_path / "out" / FILE
    assert opened(record)[SITTING]["D14"].value == "quá một nửa (xã chọn)"

    run = held(laid(record, {"Nguyễn Văn An": agreed(5)}, met={PRESENT: 5}))

    assert run.sittings[0].quorum is True
    assert findings(run, "D71") == []


def test_a_meeting_without_its_day_is_asked_about(record: Path) -> None:
    run = held(laid(record, BOTH, met={HELD_ON: None}))

    assert [one for one in findings(run, "C12") if one[1] == LAID] == [("C12", LAID, SITTING, HELD_ON)]
    assert decided(run, "Nguyễn Văn An").is_final


def test_a_day_whose_month_and_day_changed_places_is_asked_back(record: Path) -> None:
    run = held(laid(record, BOTH, met={HELD_ON: date(YEAR, 4, 12)}))

    assert findings(run, "F44") == [("F44", LAID, SITTING, HELD_ON)]
    assert "nhưng có thể là 04/12/2026" in next(one.message for one in run.findings if one.code.code == "F44")


def test_a_meeting_that_is_yet_to_come_waits(record: Path) -> None:
    run = held(laid(record, BOTH, met={HELD_ON: date(YEAR, 12, 20)}))

    assert findings(run, "F16") == [("F16", LAID, SITTING, HELD_ON)]
    assert run.decided == ()


# Whose record it is


def test_of_two_records_of_one_round_the_newer_meeting_counts(record: Path) -> None:
    laid(record, BOTH, "Lan 1.xlsx")

    run = held(laid(record, {"Nguyễn Văn An": refused()}, "Lan 2.xlsx", met={HELD_ON: date(YEAR, 12, 4)}))

    assert [(one.subject, one.opinion) for one in run.decided] == [("Nguyễn Văn An", Opinion.NOT_AGREED)]
    assert findings(run, "D78") == [("D78", "Lan 1.xlsx", "", "")]


def test_a_record_counts_only_where_the_commune_laid_it(record: Path) -> None:
    inbox = laid(record, BOTH, f"thu/T01/{LAID}")

    run = held(inbox)

    assert [code for code, *_ in findings(run, "D64")] == ["D64"]
    assert run.decided == ()


def test_a_record_of_another_commune_is_not_used(record: Path) -> None:
    inbox = laid(record, BOTH)
    book = opened(inbox / LAID)
    book["_learnsoc"]["A5"].value = str(book["_learnsoc"]["A5"].value).replace(":X01:", ":X02:")
    book.save(inbox / LAID)

    run = held(inbox)

    assert findings(run, "D76") == [("D76", LAID, "", "")]
    assert run.decided == ()


@pytest.mark.parametrize("round_id", ["annual-2025", "annual-1999", "final-2030"])
def test_a_record_of_a_round_that_is_not_held_is_not_used(record: Path, round_id: str) -> None:
    inbox = laid(record, BOTH)
    book = opened(inbox / LAID)
    book["_learnsoc"]["A5"].value = str(book["_learnsoc"]["A5"].value).replace(ANNUAL, round_id)
    book.save(inbox / LAID)

    run = held(inbox)

    assert findings(run, "D77") == [("D77", LAID, "", "")]
    assert run.decided == ()
    (sent,) = [sent for sent in run.submissions if sent.file == LAID]
    assert not sent.status.counts


def test_a_record_that_says_no_round_is_not_used(tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in")
    lay_own(inbox, "council_record", LAID, ballot=[{"name": "Nguyễn Văn An", "opinion": "agreed"}])

    assert [code for code, *_ in findings(held(inbox), "D77")] == ["D77"]


def test_no_letter_to_a_unit_speaks_of_the_council(record: Path, tmp_path: Path) -> None:
    inbox, out = laid(record, BOTH | {BY_HAND: MAI}), tmp_path / "out"

    run_into(inbox, out, DAY)

    letters = [path.read_text(encoding="utf-8") for path in (out / "phan_hoi").rglob("*.eml")]
    assert letters
    assert not any("Mai Văn Mới" in letter or "Hội đồng" in letter for letter in letters)
