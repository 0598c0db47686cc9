"""All that settling says of a return: at which place, with which words; and where each line is drawn, from both sides."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.form.prefill import PrintedFrom
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Pick, Profile, Register, Unit
from learnsoc_xlsx.model.returns.submissions import Mail, Stamp, Status, Submission
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.stages.settle.laid import laid
from learnsoc_xlsx.stages.settle.settle import settle
from learnsoc_xlsx.stages.settle.several.two_ways import other_way, turned_day

PROFILE = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
UNITS = (
    Unit("X", "commune", "Xã Một", "H", None, None, None, None, None),
    Unit("A", "village", "Thôn Đông", "X", "dong@vi-du.vn", None, None, None, None),
    Unit("B", "village", "Thôn Tây", "X", "tay@vi-du.vn", date(2026, 1, 1), date(2026, 6, 30), None, None),
)
REGISTER = Register("danh ba.xlsx", (PROFILE,), UNITS)
UNTIL = date(2026, 12, 5)
Told = tuple[str, str, str, str, str, str]


def sent(
    name: str = "a", unit: str = "A", year: int = 2026, form: str = "village", mail: datetime | None = None
) -> Submission:
    letter = Mail("dong@vi-du.vn", mail) if mail else None
    return Submission(0, f"{name}.xlsx", name, 1, Status.ACCEPTED, Stamp(form, "", year, unit), unit, mail=letter)


def cover(day: date | None = date(2026, 11, 20), name: str = "Thôn Đông", year: int = 2026, saved: str = "") -> Cover:
    of_name, of_year, of_day = (Place("a.xlsx", "Trang bìa", cell) for cell in ("D9", "D8", "D10"))
    return Cover(name, year, day, of_name, of_year, of_day, saved)


def told(
    *returns: tuple[Submission, Cover], register: Register = REGISTER, seen_on: date | None = None
) -> tuple[list[Status], list[Told]]:
    """What becomes of each return, and all that is said: code, cell (or file), and the words."""
    numbered = [replace(one, number=number) for number, (one, _) in enumerate(returns)]
    covers = {number: of for number, (_, of) in enumerate(returns)}
    found, findings = settle(numbered, covers, register, FORMS, lambda _, year: date(year, 11, 29), UNTIL, seen_on)
    return [one.status for one in found], words(findings)


def words(findings: Sequence[Finding]) -> list[Told]:
    return [
        (of.code.code, of.place.cell or of.place.file, of.given, of.expected, of.other, of.extra) for of in findings
    ]


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 5, tzinfo=UTC)


# Whose


@pytest.mark.parametrize(
    ("one", "of", "said"),
    [
        (sent(), cover(year=2025), ("F16", "D8", "2025", "2026", "", "")),
        (sent(unit="Z"), cover(name="Thôn Đôn"), ("F07", "D9", "Thôn Đôn", "", "", "; gần giống “Thôn Đông”")),
        (sent(unit="Z"), cover(name="Phố Huế"), ("F07", "D9", "Phố Huế", "", "", "")),
        (sent(unit="Z"), cover(name=""), ("F07", "D9", "Z", "", "", "")),
        (sent(unit=""), cover(name=""), ("F07", "D9", "(để trống)", "", "", "")),
        (sent(form="school"), cover(), ("D13", "a.xlsx", "Thôn Đông", "01", "02", "")),
        (sent(), cover(name="Thôn Tây"), ("D14", "D9", "Thôn Tây", "Thôn Đông", "", "")),
        (sent(unit="X", form="commune"), cover(name="Xã Một"), ("F40", "a.xlsx", "Xã Một", "", "là báo cáo của chính đơn vị giữ danh bạ này", "")),
    ],
)  # fmt: skip
def test_a_return_that_counts_for_nobody_says_why(one: Submission, of: Cover, said: Told) -> None:
    statuses, found = told((one, of))

    assert statuses == [Status.REFUSED]
    assert [line[1:] for line in found] == [said[1:]]


def test_a_code_that_no_cell_could_hold_is_shown_by_its_beginning() -> None:
    _, ((_, _, _, _, other, _),) = told((sent(unit="Z" * 300), cover()))

    assert other.startswith("dấu của tệp ghi mã “ZZZ")
    assert "Z…”" in other
    assert len(other) < 200


@pytest.mark.parametrize(
    ("since", "until", "year", "counts"),
    [
        (None, None, 2026, True),
        (date(2026, 12, 31), None, 2026, True),
        (date(2027, 1, 1), None, 2026, False),
        (None, date(2026, 1, 1), 2026, True),
        (None, date(2025, 12, 31), 2026, False),
    ],
)
def test_a_unit_may_report_on_a_year_in_which_it_was_there_for_a_day(
    since: date | None, until: date | None, year: int, counts: bool
) -> None:
    units = (*UNITS[:1], replace(UNITS[1], since=since, until=until))

    (status,), found = told((sent(year=year), cover()), register=replace(REGISTER, units=units))

    assert (status is Status.ACCEPTED) is counts
    assert found == ([] if counts else [(found[0][0], "D9", "Thôn Đông", "2026", "", "")])


def test_a_unit_that_changed_its_row_with_the_year_reports_on_either_year() -> None:
    rows = replace(UNITS[1], until=date(2025, 12, 31)), replace(UNITS[1], since=date(2026, 1, 1))
    register = replace(REGISTER, units=(UNITS[0], *rows))

    assert told((sent(), cover()), register=register) == ([Status.ACCEPTED], [])
    assert told((sent(year=2025), cover(date(2025, 11, 20), year=2025)), register=register) == ([Status.ACCEPTED], [])


# When


def test_a_return_of_a_year_to_come_waits() -> None:
    statuses, found = told((sent(year=2027), cover(year=2027)))

    assert (statuses, found) == ([Status.REFUSED], [(found[0][0], "a.xlsx", "2027", "05/12/2026", "", "")])


@pytest.mark.parametrize(
    ("of", "mail", "place", "day", "came"),
    [
        (cover(date(2026, 11, 21)), None, "D10", "21/11/2026", "ghi ngày"),
        (cover(date(2026, 11, 1)), noon(date(2026, 11, 21)), "a.xlsx", "21/11/2026", "đến"),
    ],
)
def test_what_came_after_the_day_that_is_told_of_waits(
    of: Cover, mail: datetime | None, place: str, day: str, came: str
) -> None:
    statuses, found = told((sent(mail=mail), of), seen_on=date(2026, 11, 20))

    assert (statuses, found) == ([Status.REFUSED], [(found[0][0], place, day, "20/11/2026", came, "")])
    assert told((sent(mail=mail), of), seen_on=date(2026, 11, 21))[0] == [Status.ACCEPTED]


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2028, 1, 1), None])
def test_a_day_that_cannot_be_right_does_not_hold_a_return_back(day: date | None) -> None:
    assert told((sent(), cover(day)), seen_on=date(2020, 1, 1))[0] == [Status.ACCEPTED]


def test_a_late_report_is_said_where_its_day_stands() -> None:
    mailed = sent(mail=noon(date(2026, 11, 30)))

    assert told((sent(), cover(date(2026, 11, 30))))[1] == [("F12", "D10", "30/11/2026", "29/11/2026", "lập", "")]
    assert told((mailed, cover()))[1] == [("F12", "a.xlsx", "30/11/2026", "29/11/2026", "gửi đến", "")]


def test_a_correction_after_the_last_day_names_the_day_of_the_first() -> None:
    first, mended = sent("a", mail=noon(date(2026, 11, 29))), sent("b", mail=noon(date(2026, 11, 30)))

    _, found = told((first, cover()), (mended, cover()))

    assert ("F45", "b.xlsx", "30/11/2026", "29/11/2026", "gửi đến", "29/11/2026") in found


def test_a_message_late_at_night_came_on_the_next_day_in_vietnam() -> None:
    night = datetime(2026, 11, 29, 17, 30, tzinfo=UTC)

    assert told((sent(mail=night), cover()))[1] == [("F12", "a.xlsx", "30/11/2026", "29/11/2026", "gửi đến", "")]


def test_a_day_of_another_age_is_asked_about_and_no_lateness() -> None:
    assert told((sent(), cover(date(2062, 11, 20))))[1] == [("F17", "D10", "20/11/2062", "2026", "", "")]


# Which of two


@pytest.mark.parametrize(("later", "code"), [(timedelta(hours=24), "F43"), (timedelta(minutes=1), "F13")])
def test_a_version_dated_earlier_and_saved_later_by_a_day_is_asked_about(later: timedelta, code: str) -> None:
    saved = datetime(2026, 11, 20, 8, tzinfo=UTC)
    older = sent("b"), cover(date(2026, 11, 18), saved=(saved + later).isoformat())
    newer = sent("a"), cover(date(2026, 11, 20), saved=saved.isoformat())

    _, ((found, place, given, expected, other, why),) = told(newer, older)

    assert (found, place, other) == (code, "b.xlsx", "a.xlsx")
    assert (given, expected) == (("18/11/2026", "20/11/2026") if code == "F43" else ("", ""))
    assert why == ("được lưu sau (08:00 ngày 21/11/2026; bản kia 08:00 ngày 20/11/2026)" if code == "F43" else "")


@pytest.mark.parametrize(("newer", "code"), [(date(2026, 12, 4), "F43"), (date(2026, 12, 5), "F13")])
def test_a_version_whose_other_reading_is_the_very_day_of_the_other_is_not_called_the_later_one(
    newer: date, code: str
) -> None:
    older = sent("b"), cover(date(2026, 5, 12), saved="2026-12-05T08:00:00Z")

    _, findings = told((sent("a"), cover(newer)), older)

    assert [line[0] for line in findings if line[1] == "b.xlsx"] == [code]


def test_of_two_saved_in_one_moment_neither_is_called_the_later_one() -> None:
    both = (sent(name) for name in ("bb", "a"))

    _, ((_, _, _, expected, _, _),) = told(*((one, cover(saved="2026-11-21T08:00:00Z")) for one in both))

    assert expected == "không biết bản nào mới hơn nên tạm lấy bản kia"


def test_a_pick_that_stands_in_no_cell_is_said_of_the_register_with_the_file_and_the_report_that_it_is_for() -> None:
    picks = (Pick("b.xlsx", "A", 2026, "đã hỏi", "Bà Mẫu"),)

    statuses, findings = told((sent(), cover()), register=replace(REGISTER, picks=picks))

    why = "không có tệp nào mang tên ấy (đơn vị đã gửi: “a.xlsx”)"
    assert statuses == [Status.ACCEPTED]
    assert findings == [("D33", "danh ba.xlsx", "b.xlsx", "đơn vị mã A, năm 2026", why, "")]


def test_a_return_that_is_refused_bears_the_finding_that_refuses_it() -> None:
    one = replace(sent(form="school"), number=0)

    (found,), (finding,) = settle([one], {0: cover()}, REGISTER, FORMS, lambda _, year: date(year, 11, 29), UNTIL)

    assert found.refusal == finding


@pytest.mark.parametrize(
    ("day", "newer", "said"),
    [
        (date(2026, 11, 20), date(2026, 11, 20), "cùng ghi ngày 20/11/2026"),
        (None, date(2026, 11, 20), "bản này không ghi ngày lập"),
        (None, None, "cả hai không ghi ngày lập"),
    ],
)
def test_two_versions_that_no_day_parts_say_so(day: date | None, newer: date | None, said: str) -> None:
    _, ((code, _, given, _, _, _),) = told((sent("bb"), cover(day)), (sent("a"), cover(newer, saved="2026-11-21T08:00:00Z")))  # fmt: skip

    assert (code, given) == ("F14", said)


# A date that may be read the other way


@pytest.mark.parametrize(
    ("saved", "asked"),
    [("2026-12-05", True), ("2026-12-15", True), ("2026-12-16", False), ("2026-12-04", False)],
)
def test_a_report_is_dated_up_to_ten_days_before_it_is_saved(saved: str, asked: bool) -> None:
    way = other_way(sent(), cover(date(2026, 5, 12), saved=f"{saved}T08:00:00Z"), {}, UNTIL)

    assert (way is not None) is asked


@pytest.mark.parametrize(("last", "asked"), [(date(2025, 12, 26), True), (date(2025, 12, 27), False), (date(2025, 11, 14), True), (date(2025, 11, 13), False)])  # fmt: skip
def test_the_report_of_another_year_lies_within_three_weeks(last: date, asked: bool) -> None:
    assert (other_way(sent(), cover(date(2026, 5, 12)), {2025: last}, UNTIL) is not None) is asked


def test_the_report_of_a_leap_day_is_held_against_the_last_day_of_february() -> None:
    way = other_way(sent(), cover(date(2026, 10, 2)), {2024: date(2024, 2, 29)}, UNTIL)

    assert way is not None
    assert (way.day, way.why) == (date(2026, 2, 10), "báo cáo năm 2024 của đơn vị lập ngày 29/02/2024")


@pytest.mark.parametrize(("status", "asked"), [(Status.ACCEPTED, True), (Status.REFUSED, False)])
def test_a_report_that_was_refused_speaks_against_no_date(status: Status, asked: bool) -> None:
    last = replace(sent("last", year=2025), status=status), cover(date(2025, 12, 13), year=2025)

    _, findings = told(last, (sent(), cover(date(2026, 5, 12))))

    why = "báo cáo năm 2025 của đơn vị lập ngày 13/12/2025"
    assert [line for line in findings if line[0] == "F44"] == (
        [("F44", "D10", "12/05/2026", "05/12/2026", why, "")] if asked else []
    )


@pytest.mark.parametrize(("near", "asked"), [(date(2025, 6, 26), False), (date(2025, 6, 27), True)])
def test_what_agrees_with_a_date_within_six_weeks_speaks_for_it(near: date, asked: bool) -> None:
    way = other_way(sent(), cover(date(2026, 5, 12), saved="2026-12-05T08:00:00Z"), {2025: near}, UNTIL)

    assert (way is not None) is asked


def test_a_day_far_ahead_is_likelier_the_other_way_round() -> None:
    way = other_way(sent(), cover(date(2027, 12, 1)), {}, date(2027, 10, 16))

    assert way is not None
    assert (way.day, way.why) == (date(2027, 1, 12), "ngày 01/12/2027 chưa tới")
    assert other_way(sent(), cover(date(2027, 12, 1)), {}, date(2027, 10, 17)) is None
    assert other_way(sent(mail=noon(UNTIL)), cover(date(2027, 12, 1)), {}, date(2027, 10, 16)) is None


@pytest.mark.parametrize(
    ("came", "turned"),
    [
        ([date(2026, 12, 5)] * 2 + [date(2026, 5, 12)], True),
        ([date(2026, 12, 5), date(2026, 5, 12)], False),
        ([date(2027, 1, 19)] * 3, True),
        ([date(2027, 1, 20)] * 3, False),
        ([date(2026, 10, 21)] * 3, True),
        ([date(2026, 10, 20)] * 3, False),
        ([], False),
    ],
)
def test_a_last_day_is_turned_where_most_returns_came_by_its_other_reading(came: list[date], turned: bool) -> None:
    way = turned_day(date(2026, 5, 12), came)

    assert (way is not None) is turned
    if way:
        assert way.day == date(2026, 12, 5)
        assert way.why == f"{came.count(came[0])} trong {len(came)} báo cáo của năm ấy đến gần ngày 05/12/2026"


# What the commune lays itself

RECORD = Form("council", "07", "Biên bản", (), (), of_a_round=True)


def laid_down(
    one: Submission, of: Cover | None = None, form: Form = RECORD, day: date = UNTIL
) -> tuple[Status, list[Told]]:
    (kept,), findings = laid([one], {0: of} if of else {}, REGISTER, (form,), "thu", day)
    return kept.status, words(findings)


def record(commune: str | None, year: int = 2026) -> Submission:
    printed = PrintedFrom("annual-2026", commune, "") if commune else None
    return replace(sent(year=year), stamp=Stamp("council", "", year, printed_from=printed))


def test_the_record_of_a_round_counts_where_it_was_printed_here_or_bears_no_commune() -> None:
    assert laid_down(record("X")) == (Status.ACCEPTED, [])
    assert laid_down(record(None)) == (Status.ACCEPTED, [])


@pytest.mark.parametrize(
    ("file", "by"),
    [("thu/a.xlsx", "đến qua thư"), ("thu.zip › a.xlsx", "nằm trong tệp chứa khác")],
)
def test_what_the_commune_did_not_lay_itself_is_said_with_its_form_and_the_way_it_came(file: str, by: str) -> None:
    status, findings = laid_down(replace(record("X"), file=file))

    assert (status, findings) == (Status.REFUSED, [("D64", file, "07 “Biên bản”", "", by, "")])


def test_the_record_of_another_commune_is_refused_and_both_are_named() -> None:
    status, ((_, place, given, expected, _, _),) = laid_down(record("Y"))

    assert (status, place, given, expected) == (Status.REFUSED, "a.xlsx", "Y", "X")


@pytest.mark.parametrize(
    ("year", "day", "place", "given"),
    [
        (2026, date(2026, 12, 5), "", ""),
        (2026, date(2026, 12, 6), "D10", "2026, ghi ngày 06/12/2026"),
        (2027, date(2026, 12, 5), "a.xlsx", "2027"),
        (2027, None, "a.xlsx", "2027"),
        (2027, date(2027, 1, 2), "D10", "2027, ghi ngày 02/01/2027"),
    ],
)
def test_what_is_of_a_year_or_a_day_to_come_waits(year: int, day: date | None, place: str, given: str) -> None:
    status, found = laid_down(record("X", year), cover(day))

    assert (status is Status.ACCEPTED) is not bool(place)
    assert [line[1:4] for line in found] == ([(place, given, "05/12/2026")] if place else [])
