"""Whose a return is, and which of several counts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Profile, Register, Unit
from learnsoc_xlsx.model.returns.submissions import Mail, Stamp, Status, Submission
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.stages.settle.settle import settle

UNITS = tuple(
    Unit(name, "village", said, "X", None, None, None, None, None)
    for name, said in (("A", "Thôn Đông"), ("B", "Thôn Tây"))
)
TODAY = date(2026, 12, 5)
REGISTER = Register("danh ba.xlsx", (Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None),), UNITS)


def sent(number: int, unit: str = "A", year: int = 2026) -> Submission:
    return Submission(
        number, f"{number}.xlsx", f"sha {number}", 1, Status.ACCEPTED, Stamp("village", "", year, unit), unit
    )


def cover(name: str | None = "Thôn Đông", day: date | None = date(2026, 11, 20), saved: str = "") -> Cover:
    return Cover(
        name,
        2026,
        day,
        Place("x", "Trang bìa", "D9"),
        Place("x", "Trang bìa", "D8"),
        Place("x", "Trang bìa", "D10"),
        saved,
    )


def settled(*submissions: Submission, covers: dict[int, Cover]) -> tuple[list[str], list[tuple[str, str]]]:
    """What became of each, and the findings by code and cell."""
    found, findings = settle(submissions, covers, REGISTER, FORMS, lambda _kind, year: date(year, 11, 29), TODAY)
    return [each.status.word for each in found], [told(each) for each in findings]


def told(finding: Finding) -> tuple[str, str]:
    return finding.code.code, finding.place.cell


def test_a_return_in_time_under_its_own_name_has_no_finding() -> None:
    assert settled(sent(0), covers={0: cover()}) == (["accepted"], [])


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2025, 12, 31), "F17"), (date(2026, 1, 1), None), (date(2026, 11, 29), None),
        (date(2026, 11, 30), "F12"), (date(2027, 12, 31), "F12"), (date(2028, 1, 1), "F17"), (date(2062, 11, 20), "F17"),
    ],
)  # fmt: skip
def test_a_report_after_the_last_day_is_late_and_one_of_another_age_is_asked_about(day: date, code: str | None) -> None:
    found = [(code, "D10")] if code else []

    assert settled(sent(0), covers={0: cover(day=day)}) == (["accepted"], found)


def test_a_cover_that_names_another_unit_is_refused_at_the_name() -> None:
    assert settled(sent(0), covers={0: cover("Thôn Tây")}) == (["refused"], [("D14", "D9")])


def test_a_cover_that_names_nobody_is_counted_for_the_stamp_s_unit_and_said() -> None:
    assert settled(sent(0), covers={0: cover("Thôn Đông Bắc")}) == (["accepted"], [("D15", "D9")])


def test_a_name_without_its_diacritics_is_still_the_name() -> None:
    assert settled(sent(0), covers={0: cover("thon dong")}) == (["accepted"], [])


def test_a_form_without_its_cover_is_its_stamp_s_unit_s_and_is_no_second_return() -> None:
    statuses, findings = settled(sent(0), sent(1), covers={})

    assert sorted(statuses) == ["accepted", "superseded"]
    assert [code for code, _ in findings] == ["F14"]


def test_a_form_without_cover_and_unit_is_refused() -> None:
    assert settled(sent(0, unit=""), covers={}) == (["refused"], [("F07", "")])


def test_a_name_of_the_register_is_not_said_to_be_lacking_where_the_stamp_names_nobody() -> None:
    found, (finding,) = settle([sent(0, unit="Z9")], {0: cover()}, REGISTER, FORMS, lambda _kind, _year: date(2026, 11, 29), TODAY)  # fmt: skip

    assert found[0].status is Status.REFUSED
    assert told(finding) == ("F46", "D9")
    assert "Trang bìa ghi “Thôn Đông”" in finding.message
    assert "dấu của tệp ghi mã “Z9”, danh bạ không có mã này" in finding.message
    assert "Z9" not in finding.to_the_sender


def test_nor_where_two_units_bear_it_and_the_form_is_a_blank_one() -> None:
    twice = replace(REGISTER, units=(*UNITS, replace(UNITS[0], id="C")))

    _, (finding,) = settle([sent(0, unit="")], {0: cover()}, twice, FORMS, lambda _kind, _year: date(2026, 11, 29), TODAY)  # fmt: skip

    assert told(finding) == ("F46", "D9")
    assert "2 đơn vị mang tên này" in finding.message


def test_a_code_without_end_is_shown_as_far_as_a_code_may_go() -> None:
    _, (finding,) = settle([sent(0, unit="t" * 260)], {0: cover()}, REGISTER, FORMS, lambda _kind, _year: date(2026, 11, 29), TODAY)  # fmt: skip

    assert f"“{'t' * 60}…”" in finding.message


def test_the_version_with_the_later_date_counts() -> None:
    older, newer = cover(day=date(2026, 11, 1)), cover(day=date(2026, 11, 20))

    assert settled(sent(0), sent(1), covers={0: newer, 1: older}) == (["accepted", "superseded"], [("F13", "")])


def test_a_version_whose_date_cannot_be_read_is_not_said_to_be_the_older() -> None:
    assert settled(sent(0), sent(1), covers={0: cover(), 1: cover(day=None)})[1] == [("F14", "")]


def mailed(moment: datetime) -> Submission:
    return replace(sent(0), mail=Mail("thon.dong@example.vn", moment))


@pytest.mark.parametrize(
    ("moment", "late"),
    [
        (datetime(2026, 11, 29, 16, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 29, 17, 0, tzinfo=UTC), True),
    ],
)
def test_a_report_that_was_mailed_is_late_by_the_day_in_vietnam_on_which_the_mailbox_received_it(
    moment: datetime, late: bool
) -> None:
    found = [("F12", "")] if late else []

    assert settled(mailed(moment), covers={0: cover()}) == (["accepted"], found)


def test_a_cover_dated_after_the_last_day_is_not_late_when_the_message_came_in_time() -> None:
    in_time = mailed(datetime(2026, 11, 20, tzinfo=UTC))

    assert settled(in_time, covers={0: cover(day=date(2026, 12, 1))}) == (["accepted"], [])


def test_the_day_of_the_message_is_the_day_of_receipt_and_is_said_in_the_sentence() -> None:
    evening = mailed(datetime(2026, 12, 1, 18, tzinfo=UTC))

    found, findings = settle([evening], {0: cover()}, REGISTER, FORMS, lambda _kind, _year: date(2026, 11, 29), TODAY)

    assert found[0].received == date(2026, 12, 2)
    assert [each.message.partition(".")[0] for each in findings] == [
        "Báo cáo gửi đến ngày 02/12/2026, sau hạn cuối 29/11/2026"
    ]


def test_a_mailed_report_dated_in_another_age_is_asked_about_and_judged_by_its_message() -> None:
    in_time = mailed(datetime(2026, 12, 1, tzinfo=UTC) - timedelta(days=10))

    assert settled(in_time, covers={0: cover(day=date(2062, 11, 20))}) == (["accepted"], [("F17", "D10")])


def test_an_unknown_name_typed_without_marks_and_with_the_commune_s_is_told_with_the_unit_it_may_be() -> None:
    station = replace(UNITS[0], id="S", name="Trạm Y tế xã")
    register = replace(REGISTER, units=(*UNITS, station))

    _, (finding,) = settle((sent(0, unit=""),), {0: cover("Tram y te xa Binh An")}, register, FORMS, lambda *_: TODAY, TODAY)  # fmt: skip

    assert (finding.code.code, finding.given) == ("F07", "Tram y te xa Binh An")
    assert "gần giống “Trạm Y tế xã”" in finding.message


# What was known on a day


def known_on(day: date | None, *submissions: Submission, covers: dict[int, Cover]) -> list[tuple[str, str, str]]:
    """What became of each, with the finding because of which it does not count, as known on a day that was asked for."""
    settled_then, _ = settle(
        submissions, covers, REGISTER, FORMS, lambda _kind, year: date(year, 11, 29), day or TODAY, day
    )
    return [
        (
            each.status.word,
            each.refusal.code.code if each.refusal else "",
            each.refusal.place.cell if each.refusal else "",
        )
        for each in settled_then
    ]


@pytest.mark.parametrize(("day", "counts"), [(date(2026, 11, 24), True), (date(2026, 11, 25), False)])
def test_a_return_dated_after_the_day_that_is_told_of_does_not_count_and_is_named(day: date, counts: bool) -> None:
    (became,) = known_on(date(2026, 11, 24), sent(0), covers={0: cover(day=day)})

    assert became == (("accepted", "", "") if counts else ("refused", "D58", "D10"))


def test_without_a_day_asked_for_nothing_came_too_late_to_count() -> None:
    assert known_on(None, sent(0), covers={0: cover(day=date(2027, 1, 20))}) == [("accepted", "", "")]


def test_on_that_day_the_version_that_was_there_counts() -> None:
    covers = {0: cover(day=date(2026, 11, 20)), 1: cover(day=date(2026, 11, 28))}

    before, after = (known_on(day, sent(0), sent(1), covers=covers) for day in (date(2026, 11, 24), date(2026, 11, 28)))

    assert [word for word, _, _ in before] == ["accepted", "refused"]
    assert [word for word, _, _ in after] == ["superseded", "accepted"]


def test_a_mailed_return_was_known_from_the_day_of_its_message_whatever_its_cover_says() -> None:
    early, late = (mailed(datetime(2026, 11, day, 3, tzinfo=UTC)) for day in (20, 27))

    assert known_on(date(2026, 11, 24), early, covers={0: cover(day=date(2026, 11, 28))})[0][0] == "accepted"
    assert known_on(date(2026, 11, 24), late, covers={0: cover(day=date(2026, 11, 20))})[0] == ("refused", "D58", "")


def test_when_a_file_was_saved_says_nothing_of_when_it_came() -> None:
    day = date(2026, 11, 24)

    assert known_on(day, sent(0), covers={0: cover(day=None, saved="2026-11-30T08:00:00")}) == [("accepted", "", "")]
