"""What the commune confirms: a run prints whom it would propose, the commune fills it in, the next run goes by it."""

from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.forms.own.confirmation import SUBJECT_KINDS
from learnsoc_xlsx.catalogue.workbooks import TO_FILL
from learnsoc_xlsx.model.form.form import FIRST_ROW
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import Outcome
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.consolidate import added_up, returns, weighed
from learnsoc_xlsx.pipeline.steps.council.to_confirm import to_confirm
from learnsoc_xlsx.pipeline.steps.intake import tasks_of
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import opened
from tests.calc import needs_office, saved_as
from tests.journeys.commune_word import (
    DAY,
    YEAR,
    findings,
    held,
    household,
    lay_own,
    lay_register,
    lay_return,
    nominated,
    verdict,
)
from tests.made_up.values import Row
from tests.runs import letters_into, run_into

AN, BINH = household("Nguyễn Văn An", 1951), household("Trần Thị Bình", 1960)
LIST = "Danh sách xác nhận"
PRINTED = f"{YEAR}/Xac_nhan_{YEAR}.xlsx"
CONFIRMED: Row = {"confirmed_by": "Trần Mẫu Ba, công chức Nội vụ", "confirmed_on": date(YEAR, 12, 1)}


def commune(inbox: Path, **of_an: bool) -> Path:
    """A commune in which one village nominates two households, one of them with these marks."""
    lay_register(inbox)
    named = [nominated("Nguyễn Văn An") | of_an, nominated("Trần Thị Bình")]
    lay_return(inbox, "T01", revision=1, households=[AN, BINH], nominations=named)
    return inbox


def about(name: str, born: int | None = None, **more: object) -> Row:
    return {"kind": "household", "name": name, "birth_year": born, "unit": "T01", **more}  # type: ignore[dict-item]


def confirm(inbox: Path, *rows: Row, name: str = "Xac nhan.xlsx", **of_all: object) -> Path:
    return lay_own(inbox, "confirmation", name, confirmed=[CONFIRMED | of_all], subjects=rows)  # type: ignore[list-item]


def asked(inbox: Path, out: Path, as_of: date) -> Run:
    """Print the confirmations that a run asks for under `out`, and nothing else, and return the run."""
    received = returns(inbox, tasks_of(inbox), as_of, map)
    run = weighed(added_up(inbox, received), received)
    for _ in to_confirm(run, received.batch.spoken.statements, TO_FILL, out):
        pass
    return run


def listed(path: Path) -> list[dict[str, object]]:
    """The rows of a printed confirmation, by field."""
    sheet = form_of("confirmation", YEAR).sheet("subjects")
    page = opened(path)[sheet.name]
    rows = [
        {name: page[f"{letter}{row}"].value for name, letter in anchors(sheet).items()}
        for row in range(FIRST_ROW, page.max_row + 1)
    ]
    return [{name: value for name, value in row.items() if value is not None} for row in rows if row["name"]]


def test_the_sheet_offers_the_kinds_of_subject_that_are_awarded() -> None:
    assert [choice.id for choice in SUBJECT_KINDS.entries] == list(Subject)


def test_a_run_prints_whom_it_would_propose_with_unit_and_year_of_birth(tmp_path: Path) -> None:
    run_into(commune(tmp_path / "in"), tmp_path / "out", DAY)

    assert listed(tmp_path / "out" / PRINTED) == [
        {"kind": "Hộ gia đình", "name": name, "birth_year": born, "of_unit": "Thôn Đoài", "unit": "T01"}
        for name, born in (("Nguyễn Văn An", 1951), ("Trần Thị Bình", 1960))
    ]


def test_whom_a_round_proposes_that_is_provisional_yet_is_asked_about_too(tmp_path: Path) -> None:
    run = asked(commune(tmp_path / "in"), tmp_path / "out", date(2026, 11, 20))

    assert {held.id for held in run.rounds if held.provisional} >= {f"annual-{YEAR}"}
    assert [row["name"] for row in listed(tmp_path / "out" / PRINTED)] == ["Nguyễn Văn An", "Trần Thị Bình"]


def filled(path: Path, target: Path, cell: str) -> Path:
    """Fill in a printed confirmation as the commune does: who, when, and an x."""
    book = opened(path)
    book["Xác nhận"]["D8"].value, book["Xác nhận"]["D9"].value = CONFIRMED["confirmed_by"], CONFIRMED["confirmed_on"]
    book[LIST][cell].value = "x"
    book.save(target)
    return target


def test_what_the_commune_fills_in_and_lays_among_the_returns_holds_back_and_names_its_cell(tmp_path: Path) -> None:
    inbox, out = commune(tmp_path / "in"), tmp_path / "out"
    asked(inbox, out, DAY)
    filled(out / PRINTED, inbox / "Xac nhan.xlsx", "G7")

    run = asked(inbox, out, DAY)

    one = verdict(run, "Nguyễn Văn An")
    assert one.outcome is Outcome.ON_HOLD
    (reason,) = [reason for reason in one.reasons if reason.blocks]
    assert "kỷ luật" in reason.condition
    assert reason.actual == "có; theo xác nhận của Trần Mẫu Ba, công chức Nội vụ ngày 01/12/2026"
    assert [str(place) for place in reason.places] == [f"Xac nhan.xlsx › {LIST} › G7"]
    assert verdict(run, "Trần Thị Bình").outcome is Outcome.RECOMMENDED
    assert {row["name"]: row.get("pending") for row in listed(out / PRINTED)} == {
        "Nguyễn Văn An": "x",
        "Trần Thị Bình": None,
    }, "what was confirmed is printed again, though he is proposed no more"


@needs_office
def test_a_confirmation_saved_by_libreoffice_is_taken_as_well(tmp_path: Path) -> None:
    inbox, out = commune(tmp_path / "in"), tmp_path / "out"
    asked(inbox, out, DAY)
    saved_as("ods", filled(out / PRINTED, tmp_path / "Xac nhan.xlsx", "G7"), inbox)

    assert verdict(held(inbox), "Nguyễn Văn An").outcome is Outcome.ON_HOLD


def test_the_commune_s_word_stands_over_the_unit_s_old_mark_and_the_officer_is_told(tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in", pending=True)
    assert verdict(held(inbox), "Nguyễn Văn An").outcome is Outcome.ON_HOLD
    confirm(inbox, about("Nguyễn Văn An", 1951, pending=False))

    run = held(inbox)

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.RECOMMENDED
    ((code, file, sheet, _),) = findings(run, "D69")
    assert (code, file, sheet) == ("D69", "T01 2026.xlsx", "Đề nghị khen")
    (said,) = [one for one in run.findings if one.code.code == "D69"]
    assert said.code.for_office
    assert "Nguyễn" not in said.message
    assert said.given == ""


def test_an_earlier_award_is_named_with_the_decision_that_gave_it(tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in")
    earlier = {"already_awarded": True, "already_awarded_by": "QĐ 12/QĐ-UBND ngày 3/3/2026 của UBND xã"}
    confirm(inbox, about("Nguyễn Văn An", 1951, **earlier))

    (reason,) = [reason for reason in verdict(held(inbox), "Nguyễn Văn An").reasons if reason.blocks]

    assert reason.actual.startswith("có (QĐ 12/QĐ-UBND ngày 3/3/2026 của UBND xã); theo xác nhận của Trần Mẫu Ba")


def test_what_the_commune_left_blank_it_did_not_say(tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in", pending=True)
    confirm(inbox, about("Nguyễn Văn An", 1951))

    assert verdict(held(inbox), "Nguyễn Văn An").outcome is Outcome.ON_HOLD
    assert findings(held(inbox), "D69") == []


def test_of_several_confirmations_the_newest_counts(tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in")
    confirm(inbox, about("Nguyễn Văn An", 1951, pending=True), name="a.xlsx", confirmed_on=date(YEAR, 12, 1))
    confirm(inbox, about("Nguyễn Văn An", 1951, pending=False), name="b.xlsx", confirmed_on=date(YEAR, 12, 3))

    run = held(inbox)

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.RECOMMENDED
    assert findings(run, "F13") == [("F13", "a.xlsx", "", "")]


def test_a_confirmation_of_a_day_to_come_waits_and_the_earlier_one_holds(tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in")
    confirm(inbox, about("Nguyễn Văn An", 1951, pending=True), name="a.xlsx", confirmed_on=DAY)
    confirm(inbox, about("Nguyễn Văn An", 1951, pending=False), name="b.xlsx", confirmed_on=date(YEAR, 12, 6))

    run = held(inbox)

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.ON_HOLD
    assert findings(run, "F16") == [("F16", "b.xlsx", "Xác nhận", "D9")]


def test_a_confirmation_that_came_by_mail_is_not_used(tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in")
    confirm(inbox, about("Nguyễn Văn An", 1951, pending=True), name="thu/Thôn Hạ/Xac nhan.xlsx")

    run = held(inbox)

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.RECOMMENDED
    assert [code for code, *_ in findings(run, "D64")] == ["D64"]


def test_a_row_about_somebody_who_is_proposed_no_more_does_no_harm_and_is_kept(tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in")
    confirm(inbox, about("Lê Văn Cường", 1970, pending=True), about("Nguyễn Văn An"))

    run = asked(inbox, tmp_path / "out", DAY)

    assert not [one for one in run.findings if one.place.file == "Xac nhan.xlsx"]
    assert [row["name"] for row in listed(tmp_path / "out" / PRINTED)] == [
        "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"unit": "T09"}, "danh bạ không có đơn vị mang mã ở dòng này"),
        ({"name": "Nguyễn Văn Ân"}, "Thôn Đoài không đề nghị ai như thế; gần giống: “Nguyễn Văn An”"),
        ({"kind": "individual"}, "Thôn Đoài không đề nghị ai như thế; gần giống: “Nguyễn Văn An”"),
        ({"birth_year": 1950}, "danh sách của Thôn Đoài ghi năm sinh khác: “Nguyễn Văn An” sinh 1951"),
        ({"kind": "individual", "name": "Thôn Đoài"}, "tên này là tên đơn vị, mà đối tượng không phải Tập thể"),
    ],
)
def test_an_answer_that_reaches_nobody_though_somebody_was_meant_is_said_at_its_row(
    given: Row, why: str, tmp_path: Path
) -> None:
    inbox = commune(tmp_path / "in")
    confirm(inbox, about("Nguyễn Văn An", 1951, pending=True) | given)

    run = held(inbox)

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.RECOMMENDED
    assert findings(run, "D61") == [("D61", "Xac nhan.xlsx", LIST, "C7")]
    assert why in next(one.message for one in run.findings if one.code.code == "D61")


def test_an_answer_about_one_of_two_of_one_name_reaches_neither_without_a_year_of_birth(tmp_path: Path) -> None:
    lay_register(tmp_path)
    both = [household("Nguyễn Văn An", born) for born in (1951, 1978)]
    named = [nominated("Nguyễn Văn An", birth_year=born) for born in (1951, 1978)]
    lay_return(tmp_path, "T01", households=both, nominations=named)
    confirm(tmp_path, about("Nguyễn Văn An", pending=True))

    run = held(tmp_path)

    assert {one.outcome for one in run.verdicts if one.subject == "Nguyễn Văn An"} == {Outcome.RECOMMENDED}
    (said,) = [one.message for one in run.findings if one.code.code == "D61"]
    assert "đề nghị nhiều người cùng tên: “Nguyễn Văn An” sinh 1951; “Nguyễn Văn An” sinh 1978" in said


@pytest.mark.parametrize("name", ["Hộ ông Nguyễn Văn An", "NGUYỄN VĂN AN"])
def test_an_answer_may_address_people_as_papers_do(name: str, tmp_path: Path) -> None:
    inbox = commune(tmp_path / "in")
    confirm(inbox, about(name, 1951, pending=True))

    run = held(inbox)

    assert verdict(run, "Nguyễn Văn An").outcome is Outcome.ON_HOLD
    assert findings(run, "D61") == []


@pytest.mark.parametrize("mark", [True, False])
def test_a_unit_as_a_whole_is_confirmed_by_its_code(mark: bool, tmp_path: Path) -> None:
    lay_register(tmp_path)
    lay_return(tmp_path, "T01", cover=[{}])
    confirm(tmp_path, {"kind": "collective", "name": "Thôn Đoài", "unit": "T01", "pending": mark})

    assert (verdict(held(tmp_path), "Thôn Đoài").outcome is Outcome.ON_HOLD) is mark


def test_no_letter_quotes_what_was_confirmed(tmp_path: Path) -> None:
    inbox, out = commune(tmp_path / "in", pending=False), tmp_path / "out"
    confirm(inbox, about("Nguyễn Văn An", 1951, pending=True))

    run = letters_into(inbox, out, DAY)

    letters = b"".join(path.read_bytes() for path in out.rglob("*.eml"))
    assert letters
    assert "xác nhận của".encode() not in letters
    assert all(one.code.for_office and not one.given for one in run.findings if one.place.file == "Xac nhan.xlsx")
