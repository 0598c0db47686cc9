"""Files that count for nobody: whose report each may be, of which year, and beside which gap it is shown."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from learnsoc_xlsx.messages.senders import Senders
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.returns.submissions import Astray, Mail, Missing, Stamp, Status, Submission
from learnsoc_xlsx.stages.settle.astray import astray
from learnsoc_xlsx.stages.settle.owing import expected, missing

FORMS = (Form("village", "01", "Thôn", ("village",), ()), Form("commune", "06", "Xã", ("commune",), (), gathers=True))
UNITS = (
    Unit("X", "commune", "Xã Hồng Phúc", None, "xa@vi-du.vn", None, None, None, None),
    Unit("T01", "village", "Thôn Đông", "X", "dong@vi-du.vn; chung@vi-du.vn", None, None, None, "Xóm Sông"),
    Unit("T02", "village", "Thôn Đông Hạ", "X", "ha@vi-du.vn, chung@vi-du.vn", None, None, None, None),
)
PROFILE = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
REGISTER = Register("danh ba.xlsx", (PROFILE,), UNITS, settings={"return_to": "Nhận <bao.cao@vi-du.vn>"})
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)


def came(
    file: str, code: Code = Code.NOT_A_WORKBOOK, given: str = "", by: str = "", on: datetime = NOON, **more: object
) -> Submission:
    """A file that was turned away."""
    refusal = Finding(code, Place(file), 0, given=given)
    one = Submission(0, file, file, 1, Status.NOT_A_FORM, refusal=refusal, mail=Mail(by, on) if by else None)
    return replace(one, **more)  # type: ignore[arg-type]


def whose(sent: Submission) -> tuple[str, str, str, int] | None:
    """Of whose mailbox, of what name, near whose name, and of which year a file is; None: nobody's."""
    one = next(iter(astray([sent], REGISTER)), None)
    return (one.sender, " ".join(sorted(one.named)), " ".join(sorted(one.near)), one.year) if one else None


@pytest.mark.parametrize(
    ("file", "named"),
    [
        ("thon dong 2026.xlsx", "T01"),
        ("THÔN_ĐÔNG-2026.xlsx", "T01"),
        ("bao cao thôn đông hạ 2026.xlsx", "T02"),
        ("thon dong/2026.xlsx", "T01"),
        ("xom song 2026.xlsx", "T01"),
        ("T02 2026.xlsx", "T02"),
        ("thon dong, thon dong ha 2026.xlsx", "T02"),
    ],
)
def test_a_file_is_of_the_unit_that_its_name_or_its_folder_names_in_whole_words(file: str, named: str) -> None:
    assert whose(came(file)) == ("", named, named, 2026)


@pytest.mark.parametrize("file", ["thondong 2026.xlsx", "thon dongha.xlsx", "scan0001.pdf", "T1 2026.xlsx"])
def test_a_name_that_names_nobody_is_nobody_s(file: str) -> None:
    assert whose(came(file)) is None


def test_a_file_from_a_unit_s_own_mailbox_is_of_that_unit() -> None:
    assert whose(came("scan.pdf", by="Trưởng thôn <HA@vi-du.vn>")) == ("T02", "", "", 2026)


@pytest.mark.parametrize("by", ["chung@vi-du.vn", "xa@vi-du.vn", "bao.cao@vi-du.vn", "ai@vi-du.vn"])
def test_a_mailbox_of_several_of_the_commune_or_of_nobody_tells_nothing(by: str) -> None:
    assert whose(came("scan.pdf", by=by)) is None


@pytest.mark.parametrize(
    ("given", "near"), [("Thon Dong", "T01"), ("Xóm Sông", "T01"), ("Thôn Đông Hạ.", "T02"), ("Thôn Tây", "")]
)
def test_a_cover_that_comes_near_a_name_is_near_that_unit(given: str, near: str) -> None:
    assert whose(came("a.xlsx", Code.UNKNOWN_UNIT, given)) == (("", "", near, 0) if near else None)


def test_what_is_said_of_something_else_than_a_cover_names_nobody() -> None:
    assert whose(came("a.xlsx", Code.UNKNOWN_FORM, "Thôn Đông")) is None


def test_a_stamp_of_a_unit_of_the_register_says_whose_it_is_and_one_of_another_does_not() -> None:
    assert whose(came("a.xlsx", unit="T01")) == ("", "", "T01", 0)
    assert whose(came("a.xlsx", unit="T99")) is None


@pytest.mark.parametrize("code", [Code.LOCK_FILE, Code.SYSTEM_FILE, Code.OWN_OUTPUT, Code.UNPACKED])
def test_what_is_no_report_is_nobody_s_whatever_it_is_called(code: Code) -> None:
    assert whose(came("thon dong 2026.xlsx", code)) is None


def test_what_counts_or_gave_way_to_another_version_is_not_astray() -> None:
    assert whose(came("thon dong.xlsx", status=Status.ACCEPTED)) is None
    assert whose(came("thon dong.xlsx", status=Status.SUPERSEDED)) is None
    assert whose(came("thon dong.xlsx", refusal=None)) is None


@pytest.mark.parametrize(
    ("file", "on", "year"),
    [
        ("thon dong 2025.xlsx", NOON, 2025),
        ("2024/thon dong 2025.xlsx", NOON, 2025),
        ("thon dong 120255.xlsx", NOON, 2026),
        ("thon dong.xlsx", NOON, 2026),
        ("thon dong.xlsx", datetime(2027, 2, 28, 5, tzinfo=UTC), 2026),
        ("thon dong.xlsx", datetime(2027, 3, 6, 5, tzinfo=UTC), 2027),
    ],
)
def test_the_year_is_that_of_the_name_else_that_of_the_message(file: str, on: datetime, year: int) -> None:
    (one,) = astray([came(file, by="ai@vi-du.vn", on=on)], REGISTER)

    assert one.year == year


def test_the_year_of_a_stamp_goes_before_that_of_the_name_and_that_of_the_cover_stands_beside_it() -> None:
    stamped = came("thon dong 2025.xlsx", Code.OTHER_YEAR, "2027", stamp=Stamp("village", "", 2026))

    (one,) = astray([stamped], REGISTER)

    assert (one.year, one.cover_year) == (2026, 2027)


def test_a_file_without_a_year_and_without_a_message_is_of_no_year() -> None:
    (one,) = astray([came("thon dong.xlsx")], REGISTER)

    assert (one.year, one.cover_year) == (0, 0)


# Who speaks for whom


def test_a_mailbox_speaks_for_the_units_that_the_register_gives_it() -> None:
    senders = Senders(REGISTER)

    assert senders.units_of("chung@vi-du.vn") == {"T01", "T02"}
    assert senders.owners("chung@vi-du.vn", 2026) == "Thôn Đông; Thôn Đông Hạ"
    assert senders.speak_for("T01", ["dong@vi-du.vn", "chung@vi-du.vn"])
    assert not senders.speak_for("T01", ["dong@vi-du.vn", "ha@vi-du.vn"])


@pytest.mark.parametrize(
    ("by", "unit", "foreign"),
    [("ha@vi-du.vn", "T01", True), ("chung@vi-du.vn", "T01", False), ("ai@vi-du.vn", "T01", False), ("", "T01", False), ("xa@vi-du.vn", "T01", False)],
)  # fmt: skip
def test_a_mailbox_of_other_units_alone_is_foreign(by: str, unit: str, foreign: bool) -> None:
    assert Senders(REGISTER).foreign(came("a.xlsx", by=by, unit=unit)) is foreign


@pytest.mark.parametrize(("by", "office"), [("XA@vi-du.vn", True), ("bao.cao@vi-du.vn", True), ("ha@vi-du.vn", False), ("", False)])  # fmt: skip
def test_the_commune_s_own_mailboxes_are_the_office_and_no_sender(by: str, office: bool) -> None:
    senders, sent = Senders(REGISTER), came("a.xlsx", by=by)

    assert senders.from_office(sent) is office
    assert senders.of(sent) == ("" if office else by)


# What is owed


def last_day(_kind: str, year: int) -> date:
    return date(year, 11, 29)


def gaps(*submissions: Submission, files: tuple[Submission, ...] = (), day: date = date(2026, 12, 5)) -> list[Missing]:
    lost: list[Astray] = astray(files, REGISTER)
    return missing(submissions, REGISTER, FORMS, (2025, 2026), last_day, day, lost)


def report(unit: str, year: int, on: date | None = None, status: Status = Status.ACCEPTED) -> Submission:
    return Submission(0, f"{unit} {year}.xlsx", "", 1, status, Stamp("village", "", year), unit, on)


def test_each_unit_owes_each_year_and_the_commune_that_adds_up_owes_none() -> None:
    assert [(gap.unit, gap.form, gap.year, gap.due, gap.state) for gap in gaps()] == [
        (unit, "village", year, date(year, 11, 29), "missing") for year in (2025, 2026) for unit in ("T01", "T02")
    ]


@pytest.mark.parametrize(("day", "owed"), [(date(2026, 11, 29), [2025]), (date(2026, 11, 30), [2025, 2026])])
def test_nothing_is_missing_before_the_last_day_is_over(day: date, owed: list[int]) -> None:
    assert [gap.year for gap in gaps(day=day) if gap.unit == "T01"] == owed


@pytest.mark.parametrize(("on", "late"), [(date(2026, 11, 29), False), (date(2026, 11, 30), True), (None, False)])
def test_a_report_is_late_from_the_day_after_the_last(on: date | None, late: bool) -> None:
    mine = [gap for gap in gaps(report("T01", 2026, on)) if (gap.unit, gap.year) == ("T01", 2026)]

    assert mine == ([Missing("T01", "village", 2026, date(2026, 11, 29), "late", on)] if late else [])


@pytest.mark.parametrize("typed", [date(2062, 11, 5), date(1926, 11, 5)])
def test_a_day_of_another_age_makes_no_report_late_and_none_timely(typed: date) -> None:
    mistyped = report("T01", 2026, typed)

    assert [gap.year for gap in gaps(mistyped) if gap.unit == "T01"] == [2025]

    corrected = report("T01", 2026, date(2026, 12, 1))
    older = replace(mistyped, status=Status.SUPERSEDED)
    assert [(gap.year, gap.state) for gap in gaps(older, corrected) if gap.unit == "T01"] == [
        (2025, "missing"),
        (2026, "late"),
    ]


def test_who_corrects_a_report_that_came_in_time_is_not_late() -> None:
    first, second = report("T01", 2026, date(2026, 11, 20), Status.SUPERSEDED), report("T01", 2026, date(2026, 12, 1))

    assert [gap.year for gap in gaps(second, first) if gap.unit == "T01"] == [2025]


def test_a_report_that_was_refused_is_unread_and_its_file_is_named_once() -> None:
    shut = came("thon dong 2026.xlsx")

    (gap,) = [gap for gap in gaps(files=(shut,)) if (gap.unit, gap.year) == ("T01", 2026)]

    assert (gap.state, gap.file, gap.near) == ("unread", "thon dong 2026.xlsx", ())


def test_a_file_without_a_year_stands_beside_the_newest_report_that_is_owed() -> None:
    shut = came("thon dong.xlsx")

    assert [(gap.year, gap.state) for gap in gaps(files=(shut,)) if gap.unit == "T01"] == [
        (2025, "missing"),
        (2026, "unread"),
    ]


def test_files_that_may_be_a_report_stand_beside_the_gap_of_their_year() -> None:
    near = came("a 2025.xlsx", Code.UNKNOWN_UNIT, "Thôn Đông")

    shown = {(gap.unit, gap.year): gap.near for gap in gaps(files=(near,))}

    assert shown == {("T01", 2025): ("a 2025.xlsx",), ("T02", 2025): (), ("T01", 2026): (), ("T02", 2026): ()}


def test_a_unit_owes_while_it_lives_on_the_last_day() -> None:
    units = (*UNITS[:2], replace(UNITS[2], until=date(2026, 11, 28)))
    names = [unit.id for unit in expected(replace(REGISTER, units=units), FORMS, 2026, last_day)]

    assert names == ["T01"]


def test_a_unit_whose_form_is_not_added_up_owes_it_whoever_stands_below() -> None:
    units = (*UNITS, Unit("S01", "school", "Trường Đông", "T01", None, None, None, None, None))
    owing = expected(replace(REGISTER, units=units), FORMS, 2026, last_day)

    assert [unit.id for unit in owing] == ["T01", "T02"]
