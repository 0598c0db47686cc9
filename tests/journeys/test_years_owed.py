"""When reports are due, and from which year on: who is missing, who is reminded, and what is never chased."""

import shutil
from collections.abc import Callable
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.steps.register import register_in
from learnsoc_xlsx.pipeline.terms import terms
from learnsoc_xlsx.pipeline.terms.calendar import Calendar
from tests.journeys.commune_word import lay_register, lay_return
from tests.registers import COMMUNE, laid
from tests.runs import letters_into, run_of

SAMPLE = Path("input_templates/sample")
T01 = {"id": "T01", "kind": "village", "name": "Thôn Đông Hòa", "parent": "X1", "email": "t01@vi-du.invalid"}
T02 = {"id": "T02", "kind": "village", "name": "Thôn Hạ", "parent": "X1", "email": "t02@vi-du.invalid"}
DAY = date(2026, 12, 5)
AHEAD = ("D46", "Cài đặt", "D9")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with the report of one village for 2026."""
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(next(SAMPLE.glob("2026/T01*")), folder)
    return folder


def register(folder: Path, **lists: Any) -> None:
    laid(folder, "danh ba.xlsx", **({"units": [COMMUNE, T01, T02]} | lists))


def calendar(folder: Path, **lists: Any) -> Calendar:
    register(folder, **lists)
    found = register_in(folder)
    assert found is not None
    return terms.terms_of(found, DAY).calendar


def codes(run: Run) -> list[tuple[str, str, str]]:
    """What is said of the register, but for the rounds that are not held."""
    said = (each for each in run.findings if each.place.file == run.register.file and each.code.code != "D56")
    return [(each.code.code, each.place.sheet, each.place.cell) for each in said]


def gaps(run: Run) -> list[tuple[str, int, str]]:
    return [(each.unit, each.year, each.state) for each in run.missing]


# The last day


def test_a_whole_date_without_a_year_is_the_last_day_of_its_own_year_only(inbox: Path) -> None:
    days = calendar(inbox, deadlines=[{"unit_kind": "village", "last_day": date(2026, 11, 20)}])

    assert [days.last_day("village", year) for year in (2025, 2026, 2027)] == [
        date(2025, 11, 29), date(2026, 11, 20), date(2027, 11, 29),
    ]  # fmt: skip


def test_dates_of_two_years_and_a_day_for_every_year_stand_beside_one_another(inbox: Path) -> None:
    rows = [
        {"unit_kind": "village", "last_day": date(2025, 11, 20)},
        {"unit_kind": "village", "year": 2026, "last_day": date(2027, 1, 15)},
        {"unit_kind": "village", "month": 11, "day": 10},
    ]

    days = calendar(inbox, deadlines=rows)

    assert [days.last_day("village", year) for year in (2024, 2025, 2026)] == [
        date(2024, 11, 10), date(2025, 11, 20), date(2027, 1, 15),
    ]  # fmt: skip
    assert codes(run_of(inbox, DAY)) == [("D06", "", "")] * 2


@pytest.mark.parametrize(
    ("second", "code", "cell"),
    [
        ({"last_day": date(2026, 11, 25)}, "R03", "B8"),
        ({"year": 2026, "last_day": date(2026, 11, 25)}, "R03", "B8"),
        ({"year": 2026, "last_day": date(2016, 11, 25)}, "D40", "D8"),
        ({"year": 2025, "last_day": date(2027, 1, 1)}, "D40", "D8"),
        ({"month": 11}, "R06", "F8"),
    ],
)
def test_a_deadline_that_cannot_be_gone_by_is_said_at_its_cell(
    second: dict[str, object], code: str, cell: str, inbox: Path
) -> None:
    rows = [{"unit_kind": "village", "last_day": date(2026, 11, 20)}, {"unit_kind": "village"} | second]

    register(inbox, settings=[{"reports_since": 2026}], deadlines=rows)

    assert codes(run_of(inbox, DAY)) == [(code, "Hạn nộp", cell)]


# Since when a commune reports


def test_a_commune_that_began_in_2026_is_chased_for_no_year_before(inbox: Path) -> None:
    register(inbox, settings=[{"reports_since": 2026}])

    run = run_of(inbox, DAY)

    assert gaps(run) == [("T02", 2026, "missing")]
    assert "D06" not in {code for code, _, _ in codes(run)}
    assert {each.id for each in run.rounds} == {"annual-2026", "upward-2026", "final-2030", "upward_final-2030"}
    assert {each.period for each in run.figures} == {"2026", "phase-2"}


def test_the_interim_round_of_a_commune_that_began_in_2026_is_not_held_and_that_is_said(inbox: Path) -> None:
    register(inbox, settings=[{"reports_since": 2026}])

    (said,) = [each for each in run_of(inbox, DAY).findings if each.code.code == "D56"]

    assert (said.place.sheet, said.field, said.severity.word) == ("Cài đặt", "reports_since", "note")
    assert "Sơ kết giai đoạn 1 năm 2025" in said.message


@pytest.mark.parametrize(("since", "said"), [(2026, []), (2027, [AHEAD]), (2031, [AHEAD])])
def test_a_year_that_has_not_begun_is_asked_about_for_then_nobody_owes_a_report(
    since: int, said: list[tuple[str, str, str]], inbox: Path
) -> None:
    numbers = [{"key": "award.household.labour", "value": 2}]
    register(inbox, settings=[{"reports_since": since}], thresholds=numbers)

    assert codes(run_of(inbox, DAY)) == said


def test_without_that_word_every_year_of_the_movement_is_owed(inbox: Path) -> None:
    register(inbox)

    assert gaps(run_of(inbox, DAY)) == [(unit, year, "missing") for year in (2024, 2025) for unit in ("T01", "T02")] + [
        ("T02", 2026, "missing")
    ]


def test_a_report_of_a_year_before_that_came_all_the_same_counts(inbox: Path) -> None:
    shutil.copy(next(SAMPLE.glob("2025/T01*")), inbox)
    register(inbox, settings=[{"reports_since": 2026}])

    run = run_of(inbox, DAY)

    assert gaps(run) == [("T02", 2026, "missing")]
    total = next(
        each
        for each in run.figures
        if (each.indicator, each.scope, each.period) == ("households_total", "commune", "2025")
    )
    assert (total.reported, total.expected) == (1, 1)


# The closing date, and today


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Let the program be run on a day."""

    def run_on(day: date) -> None:
        class Today(date):
            @classmethod
            def today(cls) -> "Today":
                return cls(day.year, day.month, day.day)

        monkeypatch.setattr(terms, "date", Today)

    return run_on


def closing(inbox: Path, day: date) -> Path:
    register(inbox, settings=[{"closing_date": day, "reports_since": 2026}])
    return inbox


@pytest.mark.parametrize(("today", "reminded"), [(date(2026, 11, 29), False), (date(2026, 11, 30), True)])
def test_nobody_is_reminded_before_the_last_day_has_passed_though_the_register_closes_later(
    today: date, reminded: bool, inbox: Path, tmp_path: Path, on: Callable[[date], None]
) -> None:
    on(today)

    run = letters_into(closing(inbox, DAY), tmp_path / "out", None)

    assert gaps(run) == [("T02", 2026, "missing")]
    assert (tmp_path / "out/phan_hoi/2026/T02_nhac.eml").exists() is reminded


@pytest.mark.parametrize(
    ("today", "dated"),
    [(date(2026, 12, 1), "01 Dec 2026"), (date(2026, 12, 5), "05 Dec 2026"), (date(2027, 1, 9), "05 Dec 2026")],
)
def test_a_letter_bears_no_day_that_is_yet_to_come(
    today: date, dated: str, inbox: Path, tmp_path: Path, on: Callable[[date], None]
) -> None:
    on(today)

    letters_into(closing(inbox, DAY), tmp_path / "out", None)

    letter = message_from_bytes((tmp_path / "out/phan_hoi/2026/T02_nhac.eml").read_bytes())
    assert dated in letter["Date"]


def test_the_closing_date_hides_no_return_and_is_asked_about_where_it_is_of_a_year_before(
    inbox: Path, on: Callable[[date], None]
) -> None:
    on(date(2026, 12, 20))

    run = run_of(closing(inbox, date(2025, 12, 5)), None)

    assert [each.status.counts for each in run.submissions] == [True, True]
    assert ("D41", "Cài đặt", "D8") in codes(run)
    assert {each.id: each.decided_on for each in run.rounds}["annual-2026"] == date(2026, 12, 20)


def test_when_a_file_was_laid_there_is_not_when_the_report_came(inbox: Path) -> None:
    register(inbox)
    before = run_of(inbox, DAY)

    for path in inbox.iterdir():
        path.touch()

    assert run_of(inbox, DAY).submissions == before.submissions
    assert {each.received for each in before.submissions if each.unit == "T01"} != {date.today()}


# What lies there unread


@pytest.mark.parametrize("name", ["bao cao thon ha.xlsx", "Thôn Hạ/bao cao.xlsx", "2026/T02.xlsx", "Thôn Hạ 2026.docx"])
def test_a_file_that_could_not_be_read_is_named_where_the_report_would_be_missing(name: str, inbox: Path) -> None:
    register(inbox, settings=[{"reports_since": 2026}])
    (inbox / name).parent.mkdir(exist_ok=True)
    (inbox / name).write_bytes(b"no workbook")

    (gap,) = run_of(inbox, DAY).missing

    assert (gap.unit, gap.state, gap.file) == ("T02", "unread", name)


@pytest.mark.parametrize("name", ["bao cao.xlsx", "Thôn Hạnh.xlsx", "Thôn Hạ 2025.xlsx", "thon dong hoa, thon ha.jpg"])
def test_a_file_that_may_be_anybody_s_is_nobody_s(name: str, inbox: Path) -> None:
    register(inbox, settings=[{"reports_since": 2026}])
    (inbox / name).write_bytes(b"no workbook")

    assert gaps(run_of(inbox, DAY)) == [("T02", 2026, "missing")]


def test_a_return_that_was_refused_is_unread_and_no_reminder_says_that_nothing_came(
    inbox: Path, tmp_path: Path
) -> None:
    register(inbox, settings=[{"reports_since": 2026}], units=[COMMUNE, T01 | {"kind": "school"}, T02])

    run = letters_into(inbox, tmp_path, DAY)

    assert gaps(run) == [("T01", 2026, "unread"), ("T02", 2026, "missing")]
    assert sorted(path.name for path in tmp_path.glob("phan_hoi/2026/*.eml")) == ["T01.eml", "T02_nhac.eml"]


def said_in(letter: Path) -> str:
    """The words of a letter, on one line."""
    body = message_from_bytes(letter.read_bytes(), policy=default).get_body(("plain",))
    return " ".join(body.get_content().split()) if body else ""


def test_a_form_of_one_year_whose_cover_says_another_is_unread_for_both_and_answered_once(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    lay_register(folder, settings=[{"reports_since": 2025, "closing_date": DAY}])
    lay_return(folder, "T01", 2025, cover=[{"report_year": 2026}])

    run = letters_into(folder, out, DAY)

    assert [gap for gap in gaps(run) if gap[0] == "T01"] == [("T01", 2025, "unread"), ("T01", 2026, "unread")]
    assert sorted(path.name for path in out.glob("phan_hoi/*/T01*.eml")) == ["T01.eml"]


def test_a_form_of_a_year_that_was_reported_is_unread_for_the_year_that_its_cover_says(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    lay_register(folder, settings=[{"reports_since": 2025, "closing_date": DAY}])
    lay_return(folder, "T01", 2025).rename(folder / "bao cao.xlsx")
    lay_return(folder, "T01", 2025, cover=[{"report_year": 2026}])

    run = letters_into(folder, out, DAY)

    assert [gap for gap in gaps(run) if gap[0] == "T01"] == [("T01", 2026, "unread")]
    said = [said_in(letter) for letter in sorted(out.glob("phan_hoi/*/T01*.eml"))]
    (about,) = (each for each in said if "Mẫu này in cho năm 2025" in each)
    assert "xã chưa có báo cáo năm 2026 nào khác của đơn vị" in about
    assert not list(out.glob("phan_hoi/*/T01_nhac.eml"))
