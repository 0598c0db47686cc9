"""Which of several returns of a unit for a year counts, and what only the officer can settle."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Pick, Profile, Register, Unit
from learnsoc_xlsx.model.returns.submissions import Mail, Stamp, Status, Submission
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.stages.settle.owing import missing
from learnsoc_xlsx.stages.settle.settle import settle
from learnsoc_xlsx.vietnamese.letters import clean

DONG, TAY = "dong@example.vn", "tay@example.vn"
UNITS = tuple(
    Unit(name, "village", said, "X", email, None, None, None, None)
    for name, said, email in (("A", "Thôn Đông", f"{DONG}; truong.thon@example.vn"), ("B", "Thôn Tây", TAY))
)
PROFILE = Profile(date(2020, 1, 1), "X", "", "", "", "", None, None, None)
COMMUNE = Unit("X", "commune", "Xã Một", None, "xa@example.vn", None, None, None, None)
SETTINGS: dict[str, object] = {"return_to": "Hộp thư nhận báo cáo <Bao.Cao@example.vn>"}
REGISTER = Register("danh ba.xlsx", (PROFILE,), (COMMUNE, *UNITS), settings=SETTINGS)
TODAY = date(2026, 12, 31)


def last_day(_kind: str, year: int) -> date:
    return date(year, 11, 29)


def sent(file: str, cover: int | None = 10, mail: int = 0, by: str = DONG, same: str = "") -> tuple[Submission, Cover]:
    """A return of Thôn Đông for 2026: the day of November on its cover, and (0: unknown) that of its message.

    Days over 30 are of December. `same` names the file whose bytes it has.
    """
    path = f"{file}.xlsx"
    letter = Mail(by, _noon(mail)) if mail else None
    made = Submission(0, path, same or file, 1, Status.ACCEPTED, Stamp("village", "", 2026, "A"), "A", mail=letter)
    name, year, dated = (Place(path, "Trang bìa", cell) for cell in ("D9", "D8", "D10"))
    day = None if cover is None else _noon(cover).date()
    return made, Cover("Thôn Đông", 2026, day, name, year, dated)


def _noon(day: int) -> datetime:
    return datetime(2026, 11, day, 5, tzinfo=UTC) if day <= 30 else datetime(2026, 12, day - 30, 5, tzinfo=UTC)


def settled(*returns: tuple[Submission, Cover], picks: tuple[Pick, ...] = ()) -> tuple[list[Submission], list[Finding]]:
    numbered = [replace(each, number=number) for number, (each, _) in enumerate(returns)]
    covers = {number: cover for number, (_, cover) in enumerate(returns)}
    return settle(numbered, covers, replace(REGISTER, picks=picks), FORMS, last_day, TODAY)


def outcome(*returns: tuple[Submission, Cover], picks: tuple[Pick, ...] = ()) -> tuple[str, list[tuple[str, str]]]:
    """The file that counts, and every finding as (code, file)."""
    found, findings = settled(*returns, picks=picks)
    (counts,) = [each.file for each in found if each.status.counts]
    return counts, sorted((each.code.code, each.place.file) for each in findings)


def pick(file: str, unit: str = "A") -> Pick:
    return Pick(file, unit, 2026, "đơn vị xác nhận", "Bà Mẫu", Place("danh ba.xlsx", "Chọn bản báo cáo", "B7"))


# The newest counts


def test_of_two_that_were_mailed_the_one_received_last_counts_whatever_their_covers_say() -> None:
    assert outcome(sent("a", cover=20, mail=21), sent("b", cover=20, mail=22)) == ("b.xlsx", [("F13", "a.xlsx")])
    assert outcome(sent("a", cover=None, mail=22), sent("b", cover=20, mail=21)) == ("a.xlsx", [("F13", "b.xlsx")])


def test_a_cover_dated_after_that_of_the_one_received_later_is_asked_about() -> None:
    assert outcome(sent("a", cover=19, mail=21), sent("b", cover=18, mail=22)) == ("b.xlsx", [("D34", "a.xlsx")])


def test_where_one_of_two_was_not_mailed_the_covers_decide() -> None:
    assert outcome(sent("a", cover=20), sent("b", cover=10, mail=18)) == ("a.xlsx", [("F13", "b.xlsx")])
    assert outcome(sent("a", cover=10), sent("b", cover=20, mail=5)) == ("b.xlsx", [("F13", "a.xlsx")])


def test_two_attachments_of_one_message_go_by_their_covers() -> None:
    assert outcome(sent("a", cover=12, mail=20), sent("b", cover=11, mail=20))[0] == "a.xlsx"
    assert outcome(sent("a", mail=20), sent("b", mail=20))[1][0][0] == "F14"


def test_a_refused_newer_version_does_not_beat_an_older_acceptable_one() -> None:
    older, (newer, cover) = sent("a", cover=10, mail=10), sent("b", cover=20, mail=20)
    refused = replace(newer, status=Status.REFUSED), cover
    of_last_year = newer, replace(cover, report_year=2025)

    assert outcome(older, refused) == ("a.xlsx", [])
    assert outcome(older, of_last_year) == ("a.xlsx", [("F05", "b.xlsx")])


def test_the_order_of_the_files_does_not_matter_even_where_mail_and_covers_go_in_circles() -> None:
    """Received: a before c. On the covers: c before b before a."""
    three = (sent("a", cover=20, mail=1), sent("b", cover=15), sent("c", cover=10, mail=5))

    assert {outcome(*each)[0] for each in permutations(three)} == {"b.xlsx"}
    assert len({tuple(sorted(outcome(*each)[1])) for each in permutations(three)}) == 1


# A date that speaks against all else


def saved_on(made: tuple[Submission, Cover], saved: str, day: date | None = None) -> tuple[Submission, Cover]:
    """The same return, saved at a moment, and perhaps with another day on its cover."""
    return made[0], replace(made[1], saved=saved, report_date=day or made[1].report_date)


def test_a_correction_received_later_but_dated_earlier_is_asked_about() -> None:
    counts, findings = outcome(sent("a", cover=20), sent("b", cover=10, mail=28))

    assert (counts, findings) == ("a.xlsx", [("F43", "b.xlsx")])


def test_a_correction_saved_later_but_dated_earlier_is_asked_about() -> None:
    older = saved_on(sent("a", cover=20), "2026-11-20T08:00:00Z")

    assert outcome(older, saved_on(sent("b", cover=18), "2026-11-25T08:00:00Z"))[1] == [("F43", "b.xlsx")]
    assert outcome(older, saved_on(sent("b", cover=18), "2026-11-18T08:00:00Z"))[1] == [("F13", "b.xlsx")]
    assert outcome(older, saved_on(sent("b", cover=18), ""))[1] == [("F13", "b.xlsx")]


AMERICAN = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (saved_on(sent("b"), "2026-12-05T09:30:00Z", AMERICAN), "tệp được lưu ngày 05/12/2026"),
        (saved_on(sent("b", mail=36), "", AMERICAN), "thư đến ngày 06/12/2026"),
    ],
)
def test_a_date_whose_other_reading_agrees_with_all_else_is_asked_back_and_changes_nothing(
    made: tuple[Submission, Cover], why: str
) -> None:
    returns, findings = settled(made)

    (asked,) = [each for each in findings if each.code.code == "F44"]
    assert (asked.place.cell, asked.given, asked.expected, asked.other) == ("D10", "12/05/2026", "05/12/2026", why)
    assert [each.code.code for each in findings if each.code.code == "F12"] == (["F12"] if made[0].mail else [])
    assert returns[0].received == (date(2026, 12, 6) if made[0].mail else AMERICAN)


def test_the_older_version_that_an_american_date_lets_win_is_asked_about() -> None:
    older = saved_on(sent("a", cover=20), "2026-11-20T08:00:00Z")
    newer = saved_on(sent("b"), "2026-12-05T09:30:00Z", AMERICAN)

    counts, findings = outcome(older, newer)

    assert (counts, findings) == ("a.xlsx", [("F43", "b.xlsx"), ("F44", "b.xlsx")])
    (asked,) = [each for each in settled(older, newer)[1] if each.code.code == "F43"]
    assert "có thể là 05/12/2026" in asked.message


def test_the_reports_of_other_years_tell_the_other_reading_too() -> None:
    last = sent("a")
    last = (
        replace(last[0], stamp=Stamp("village", "", 2025, "A")),
        replace(last[1], report_date=date(2025, 12, 3), report_year=2025),
    )

    asked = [each for each in settled(last, saved_on(sent("b"), "", AMERICAN))[1] if each.code.code == "F44"]

    assert [each.other for each in asked] == ["báo cáo năm 2025 của đơn vị lập ngày 03/12/2025"]


@pytest.mark.parametrize(
    ("day", "saved"),
    [
        (date(2026, 5, 12), "2026-05-13T00:00:00Z"), (date(2026, 5, 12), ""), (date(2026, 5, 20), "2026-12-05T00:00:00Z"),
        (date(2026, 12, 5), "2026-12-05T00:00:00Z"), (date(2026, 12, 12), "2026-05-12T00:00:00Z"),
        (date(2026, 5, 12), "2026-08-05T00:00:00Z"), (date(2026, 5, 12), "hôm qua"), (date(2026, 11, 12), "2026-12-11T00:00:00Z"),
    ],
)  # fmt: skip
def test_a_date_that_nothing_speaks_against_is_not_asked_back(day: date, saved: str) -> None:
    assert not [each for each in settled(saved_on(sent("b"), saved, day))[1] if each.code.code == "F44"]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        ((sent("a", cover=None), sent("b", cover=None)), "cả hai không ghi ngày lập: bản này và"),
        ((sent("a", cover=None), sent("b")), "bản này không ghi ngày lập: bản này và “b.xlsx”. Chương trình lấy bản có ghi ngày lập."),
        ((sent("a"), sent("b")), "cùng ghi ngày 10/11/2026: bản này và"),
        ((sent("a"), sent("b")), "không biết bản nào mới hơn nên tạm lấy bản kia"),
        ((saved_on(sent("a"), "2026-11-10T08:00:00Z"), saved_on(sent("b"), "2026-11-11T09:30:00Z")), "lấy bản được lưu sau cùng (09:30 ngày 11/11/2026)"),
    ],
)  # fmt: skip
def test_two_versions_that_no_day_parts_are_said_to_be_so_truly(
    made: tuple[tuple[Submission, Cover], ...], words: str
) -> None:
    (asked,) = [each for each in settled(*made)[1] if each.code.code == "F14"]

    assert words in asked.message


# The same bytes again


def test_the_same_bytes_sent_again_after_the_last_day_are_no_late_report() -> None:
    first, again = sent("a", mail=20), sent("b", mail=32, same="a")

    assert outcome(again, first) == ("a.xlsx", [("F15", "b.xlsx")])
    assert missing(settled(again, first)[0], REGISTER, FORMS, [2026], last_day, date(2026, 11, 1)) == []


def test_who_corrects_a_report_that_came_in_time_does_not_send_it_late() -> None:
    in_time, mended = sent("a", mail=29), sent("b", mail=32)

    assert outcome(in_time, mended) == ("b.xlsx", [("F13", "a.xlsx"), ("F45", "b.xlsx")])
    assert missing(settled(in_time, mended)[0], REGISTER, FORMS, [2026], last_day, date(2026, 11, 1)) == []


def test_who_corrects_a_late_report_sent_it_late() -> None:
    late, mended = sent("a", mail=30), sent("b", mail=32)

    assert outcome(late, mended) == ("b.xlsx", [("F12", "a.xlsx"), ("F12", "b.xlsx"), ("F13", "a.xlsx")])
    (owed,) = missing(settled(late, mended)[0], REGISTER, FORMS, [2026], last_day, date(2026, 11, 1))
    assert (owed.state, owed.received) == ("late", date(2026, 12, 2))


def test_who_sends_an_old_version_once_more_wants_it_to_count() -> None:
    counts, found = outcome(sent("a", mail=20), sent("b", mail=21), sent("c", mail=22, same="a"))

    assert counts == "a.xlsx"
    assert found == [("F13", "b.xlsx"), ("F15", "c.xlsx")]


# Two senders


def test_two_senders_of_different_reports_are_an_error_for_the_officer_on_the_one_that_counts_meanwhile() -> None:
    ours, theirs = sent("a", mail=20), sent("b", mail=21, by="Ke.Toan@example.vn")

    found, findings = settled(ours, theirs)

    assert [(each.file, each.status.word) for each in found] == [("a.xlsx", "superseded"), ("b.xlsx", "accepted")]
    assert [(each.code.code, each.severity.word, each.place.file) for each in findings] == [
        ("F13", "note", "a.xlsx"),
        ("D30", "error", "b.xlsx"),
    ]
    said = findings[1].message
    assert all(part in said for part in ("ke.toan@example.vn gửi", f"còn {DONG} gửi", "“a.xlsx”", "Chọn bản báo cáo"))
    assert Code.TWO_SENDERS.for_office


@pytest.mark.parametrize(
    ("by", "same", "why"),
    [
        (DONG.upper(), "", "one address written in two ways"),
        ("truong.thon@example.vn", "", "both speak for the unit by the register"),
        ("ke.toan@example.vn", "a", "the same bytes"),
        ("", "", "nobody known"),
        ("/O=EXCHANGE/CN=KE TOAN", "", "no address"),
        ("bao.cao@example.vn", "", "passed on by the mailbox that takes reports"),
        ("xa@example.vn", "", "passed on by the commune itself"),
    ],
)
def test_there_is_no_conflict_between(by: str, same: str, why: str) -> None:
    found = outcome(sent("a", mail=20), sent("b", mail=21, by=by, same=same))[1]

    assert "D30" not in {code for code, _ in found}, why


def test_two_senders_and_their_files_are_named_in_order() -> None:
    ours, theirs = sent("b", mail=21), sent("a", mail=22, by="ke.toan@example.vn")
    others = sent("c", mail=20, by="an@example.vn"), sent("d", mail=19)

    _, findings = settled(ours, theirs, *others)

    (conflict,) = [each for each in findings if each.code is Code.TWO_SENDERS]
    assert (conflict.given, conflict.expected) == ("ke.toan@example.vn", f"an@example.vn; {DONG}")
    assert conflict.other == "“b.xlsx”; “c.xlsx”; “d.xlsx”"


def test_a_file_saved_by_hand_has_no_sender_to_quarrel_with() -> None:
    assert outcome(sent("a", cover=9), sent("b", cover=10, mail=21, by="ke.toan@example.vn"))[1] == [("F13", "a.xlsx")]


def test_one_conflict_over_three_versions_is_one_finding_that_names_the_other_files() -> None:
    third = sent("c", mail=22, by="ke.toan@example.vn")
    _, findings = settled(sent("a", mail=20), sent("b", mail=21), third)

    (conflict,) = [each for each in findings if each.code is Code.TWO_SENDERS]
    assert conflict.other == "“a.xlsx”; “b.xlsx”"


# One file from the mailboxes of two units


@pytest.mark.parametrize("day", [19, 21])
def test_a_file_that_another_unit_s_mailbox_sent_too_is_an_error_at_that_copy(day: int) -> None:
    ours, theirs = sent("a", mail=20), sent("b", mail=day, by=TAY, same="a")

    counts, found = outcome(ours, theirs)
    said = settled(ours, theirs)[1][0].message

    assert (counts, found) == ("a.xlsx", [("D32", "b.xlsx")])
    assert said.startswith(f"Tệp này giống hệt “a.xlsx” nhưng do hộp thư {TAY} của “Thôn Tây” gửi.")


def test_a_copy_from_another_unit_s_mailbox_makes_no_version_newer() -> None:
    late_copy = sent("c", mail=25, by=TAY, same="a")

    assert outcome(sent("a", mail=20), sent("b", mail=21), late_copy)[0] == "b.xlsx"


# A report that only another unit's mailbox sent


@pytest.mark.parametrize(
    ("by", "found"),
    [(TAY, [("D89", "a.xlsx")]), (DONG, []), ("ke.toan@example.vn", []), ("", []), ("xa@example.vn", [])],
)
def test_a_report_that_only_another_unit_s_mailbox_sent_counts_and_is_said(
    by: str, found: list[tuple[str, str]]
) -> None:
    assert outcome(sent("a", mail=20, by=by)) == ("a.xlsx", found)


def test_the_officer_reads_whose_mailbox_sent_it_and_how_to_settle_it() -> None:
    (said,) = settled(sent("a", mail=20, by=TAY))[1]

    assert said.message.startswith(f"Báo cáo này ghi “Thôn Đông” nhưng do hộp thư {TAY} của “Thôn Tây” gửi.")
    assert outcome(sent("a", mail=20, by=TAY), picks=(pick("a.xlsx"),))[1] == []


def test_one_from_another_unit_s_mailbox_that_beats_the_unit_s_own_is_said_for_both_reasons() -> None:
    assert outcome(sent("a", mail=20), sent("b", mail=21, by=TAY)) == (
        "b.xlsx",
        [("D30", "b.xlsx"), ("D89", "b.xlsx"), ("F13", "a.xlsx")],
    )


# What the register picks


def conflict() -> Iterator[tuple[Submission, Cover]]:
    yield sent("2026/a", mail=20)
    yield sent("2026/b", mail=21, by="ke.toan@example.vn")


@pytest.mark.parametrize("named", ["2026/a.xlsx", "a.xlsx", " “2026\\A.xlsx” ", "./2026/a.xlsx"])
def test_the_file_that_the_register_picks_counts_and_the_conflict_becomes_a_note_with_who_and_why(named: str) -> None:
    _, findings = settled(*conflict(), picks=(pick(named),))

    assert outcome(*conflict(), picks=(pick(named),)) == ("2026/a.xlsx", [("D31", "2026/b.xlsx")])
    assert findings[0].severity.word == "note"
    assert "“2026/a.xlsx”; lý do: đơn vị xác nhận (Bà Mẫu)." in findings[0].message


@pytest.mark.parametrize(
    "file", ["2026/hai  dau cach", "2026/hai\u00a0dau cach", "2026/hai\u200b dau cach", "2026/\u00f0oan"]
)
def test_a_file_with_odd_spaces_and_letters_is_picked_by_its_name_as_a_cell_gives_it(file: str) -> None:
    odd, other = sent(file, mail=20), sent("2026/b", mail=21, by="ke.toan@example.vn")

    assert outcome(odd, other, picks=(pick(clean(odd[0].file)),))[0] == odd[0].file


def test_of_two_files_whose_names_differ_in_capitals_alone_the_very_name_is_picked() -> None:
    upper, lower = sent("2026/A", mail=20), sent("2026/a", mail=21, by="ke.toan@example.vn")

    assert outcome(upper, lower, picks=(pick("2026/A.xlsx"),))[0] == "2026/A.xlsx"
    assert outcome(upper, lower, picks=(pick("2026/a.xlsx"),))[0] == "2026/a.xlsx"


def test_the_newest_may_be_picked_too() -> None:
    assert outcome(*conflict(), picks=(pick("b.xlsx"),)) == ("2026/b.xlsx", [("D31", "2026/a.xlsx")])


def test_a_file_sent_by_two_units_is_settled_by_the_same_page() -> None:
    found = outcome(sent("a", mail=20), sent("b", mail=21, by=TAY, same="a"), picks=(pick("a.xlsx"),))

    assert found == ("a.xlsx", [("D31", "b.xlsx")])


@pytest.mark.parametrize(
    ("chosen", "because"),
    [
        (pick("2026/x.xlsx"), "không có tệp nào mang tên ấy (đơn vị đã gửi: “2026/a.xlsx”; “2026/b.xlsx”; "),
        (pick("a.xlsx", "B"), "tệp ấy là của đơn vị mã A, năm 2026"),
        (pick("hỏng.xlsx"), "tệp ấy không nhận được (không nhận)"),
        (pick("hai.xlsx"), "có 2 tệp mang tên ấy (“1/hai.xlsx”; “2/hai.xlsx”)"),
    ],
)
def test_a_pick_that_names_no_return_of_the_unit_is_said_at_its_cell_and_changes_nothing(
    chosen: Pick, because: str
) -> None:
    broken, cover = sent("hỏng")
    others = (replace(broken, status=Status.REFUSED), cover), sent("1/hai", cover=2), sent("2/hai", cover=3)

    counts = outcome(*conflict(), *others, picks=(chosen,))[0]
    found = [each for each in settled(*conflict(), *others, picks=(chosen,))[1] if each.code is Code.PICK_UNUSED]

    assert counts == "2026/b.xlsx"
    assert [(each.severity.word, str(each.place)) for each in found] == [
        ("error", "danh ba.xlsx › Chọn bản báo cáo › B7")
    ]
    assert because in found[0].message


def test_of_two_picks_for_one_unit_and_year_the_first_is_followed() -> None:
    assert outcome(*conflict(), picks=(pick("a.xlsx"), pick("b.xlsx")))[0] == "2026/a.xlsx"
