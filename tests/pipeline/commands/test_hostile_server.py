"""Collecting from a hostile or broken server: it ends in one sentence, in time; what was saved stays, and one bad letter stops
no other. The limits are small here, so that nobody waits for them; `python -m tests.hostile` holds the real ones.
"""

import errno
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from time import monotonic

import pytest

import learnsoc_xlsx.pipeline.commands.collect as collecting
from learnsoc_xlsx.model.errors import CannotWrite, Refusal
from learnsoc_xlsx.pipeline.commands.collect import Collected, collect
from learnsoc_xlsx.pipeline.screen.collected import collected
from learnsoc_xlsx.pipeline.settings.mailbox import Given
from learnsoc_xlsx.pipeline.settings.means import in_silence
from learnsoc_xlsx.spreadsheet.on_disk.whole_file import write_whole
from learnsoc_xlsx.stages.fetch import index, keep
from learnsoc_xlsx.stages.fetch.imap.line import USUAL, Bounds
from learnsoc_xlsx.stages.write.moving.lease import alone
from tests.messages.letters import WORKBOOK, simple
from tests.stages.fetch import tricks
from tests.stages.fetch.server import GREETING, FakeImap, Session, Stored, Trick

BOUNDS = Bounds(seconds=2.5, silence=0.5, message=1_000_000, line=100_000, lines=200_000)
ENDS = 8.0
"""Seconds within which each of these must end, on a busy machine too."""
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def box() -> Iterator[FakeImap]:
    letters = {uid: Stored(simple("a@vi-du.invalid", f"Thư {uid}", (f"{uid}.xlsx", WORKBOOK))) for uid in (1, 2, 3)}
    with FakeImap({"INBOX": letters}) as server:
        yield server


def run(box: FakeImap, inbox: Path, folder: str = "INBOX", bounds: Bounds = BOUNDS) -> Collected:
    start = monotonic()
    given = Given("127.0.0.1", box.port, "xa", folder, True)
    try:
        return collect(inbox, given, lambda _: "mật khẩu", in_silence, bounds)
    finally:
        assert monotonic() - start < ENDS


def files(inbox: Path) -> list[str]:
    return sorted(path.name[11:] for path in (inbox / "thu").rglob("*.xlsx"))


def remembered(inbox: Path) -> list[int]:
    return [entry["uid"] for entry in json.loads((inbox / "thu" / ".thu.json").read_text(encoding="utf-8"))["letters"]]


# Nothing can be had


NO_ANSWER: list[Trick] = [
    tricks.broken_off, tricks.endless_lines, tricks.endless_line, tricks.endless_continuation,
    tricks.literal("4294967296"), tricks.literal("9" * 5000), tricks.said("rác\r\n"),
    tricks.said("* \x00\x1b[2J\r\n"), tricks.said("* BYE go away\r\n"), tricks.said("A1 OK\r\nA2 OK\r\n"), tricks.said("\r\n"),
    tricks.said("* CAPABILITY \udcff\udcfe\r\n* SEARCH \udcff\r\n"),
]  # fmt: skip


@pytest.mark.parametrize("command", [GREETING, "CAPABILITY", "AUTHENTICATE", "EXAMINE", "UID SEARCH"])
@pytest.mark.parametrize("trick", NO_ANSWER)
def test_a_server_that_gives_no_answer_is_one_sentence(command: str, trick: Trick, box: FakeImap, inbox: Path) -> None:
    box.tricks[command] = trick

    try:
        sentence = "\n".join(collected(run(box, inbox)))
    except Refusal as refusal:
        sentence = str(refusal)
        assert re.fullmatch(r"(Máy chủ thư|Không nối được)[^\n]*\.", sentence)

    assert not CONTROLS.search(sentence)
    assert "mật khẩu" not in sentence.replace("không nhận mật khẩu", "").partition("Hãy")[0]


@pytest.mark.parametrize("command", [GREETING, "AUTHENTICATE", "EXAMINE", "UID SEARCH"])
@pytest.mark.parametrize("trick", [tricks.silent, tricks.slow])
def test_a_server_that_never_comes_to_an_end_is_left_in_time(
    command: str, trick: Trick, box: FakeImap, inbox: Path
) -> None:
    box.tricks[command] = trick

    with pytest.raises(Refusal, match=r"^(Máy chủ thư|Không nối được)[^\n]*\.$"):
        run(box, inbox, bounds=replace(BOUNDS, seconds=1))


@pytest.mark.parametrize(
    ("command", "trick", "sentence"),
    [
        (GREETING, tricks.said("* NO\r\n"), "Không nối được với máy chủ thư"),
        (GREETING, tricks.said("SSH-2.0-OpenSSH_9.2\r\n"), "Không nối được với máy chủ thư"),
        ("AUTHENTICATE", tricks.refused, "không nhận mật khẩu"),
        ("AUTHENTICATE", tricks.misunderstood, "không nhận mật khẩu"),
        ("AUTHENTICATE", tricks.said("+ a\r\n"), "ngắt đường truyền khi đăng nhập"),
        ("AUTHENTICATE", tricks.endless_continuation, "ngắt đường truyền khi đăng nhập"),
        ("EXAMINE", tricks.misunderstood, "không cho mở hộp “INBOX”"),
        ("EXAMINE", tricks.broken_off, "ngắt đường truyền khi mở hộp “INBOX”"),
        ("UID SEARCH", tricks.refused, "không cho biết hộp “INBOX” có những thư nào"),
        ("UID SEARCH", tricks.misunderstood, "không cho biết hộp “INBOX” có những thư nào"),
        ("UID SEARCH", tricks.said(""), "không cho biết hộp “INBOX” có những thư nào"),
        (
            "UID SEARCH",
            tricks.said("* SEARCH " + "1" * 100_001 + "\r\n"),
            "không cho biết hộp “INBOX” có những thư nào",
        ),
    ],
)
def test_the_sentence_says_what_the_server_did_not_do(
    command: str, trick: Trick, sentence: str, box: FakeImap, inbox: Path
) -> None:
    box.tricks[command] = trick

    with pytest.raises(Refusal, match=sentence):
        run(box, inbox)


@pytest.mark.parametrize(
    "trick", [tricks.endless_lines, tricks.endless_line, tricks.endless_continuation, tricks.endless_answers]
)
@pytest.mark.parametrize("command", ["AUTHENTICATE", "UID SEARCH"])
def test_what_has_no_end_is_ended_by_its_bytes_long_before_its_time(
    command: str, trick: Trick, box: FakeImap, inbox: Path
) -> None:
    box.tricks[command] = trick

    with pytest.raises(Refusal):
        run(box, inbox, bounds=replace(BOUNDS, seconds=60, silence=60))


@pytest.mark.parametrize(
    "trick", [tricks.endless_lines, tricks.endless_line, tricks.endless_answers, tricks.endless_letters]
)
def test_a_letter_that_has_no_end_is_ended_by_its_bytes_long_before_its_time(
    trick: Trick, box: FakeImap, inbox: Path
) -> None:
    box.tricks["UID FETCH"] = tricks.for_one(2, trick)

    found = run(box, inbox, bounds=replace(BOUNDS, seconds=60, silence=60))

    assert (found.cut, files(inbox), [letter.uid for letter in found.withheld]) == (False, ["1.xlsx", "3.xlsx"], [2])


# A list that is broken


@pytest.mark.parametrize(
    "line",
    [
        "* SEARCH 1 2 3 x", "* SEARCH 1 2 3 -4", "* SEARCH 0 1 2 3", "* SEARCH 1 2 3 99999999999", "* SEARCH 1 2",
        f"* SEARCH 1 2 3 {'7' * 5000}", "* SEARCH 1 2 3 \udcff", "* SEARCH 1 2\r\n* SEARCH 3 ²",
    ],
)  # fmt: skip
def test_a_broken_list_is_read_as_far_as_it_goes_and_said(line: str, box: FakeImap, inbox: Path) -> None:
    box.tricks["UID SEARCH"] = tricks.said(f"{line}\r\n")

    found = run(box, inbox)

    assert files(inbox) == [f"{uid}.xlsx" for uid in (1, 2, 3) if str(uid) in line.split()]
    assert any("kể danh sách thư không trọn vẹn" in line for line in collected(found))


@pytest.mark.parametrize(
    "line", ["* SEARCH 1 2 3", "* SEARCH 3 1\r\n* SEARCH 2", "* SEARCH 1 2 3 (MODSEQ 9)", "* SEARCH 1 2 3 3"]
)
def test_a_whole_list_is_no_broken_one(line: str, box: FakeImap, inbox: Path) -> None:
    box.tricks["UID SEARCH"] = tricks.said(f"{line}\r\n")

    found = run(box, inbox)

    assert (found.whole, files(inbox)) == (True, ["1.xlsx", "2.xlsx", "3.xlsx"])


# One letter that cannot be had


BAD: list[Trick] = [
    tricks.refused, tricks.misunderstood, tricks.broken_off, tricks.silent, tricks.slow, tricks.endless_answers, tricks.endless_line,
    tricks.endless_lines, tricks.literal("4294967296"), tricks.literal("1000001"), tricks.literal("-5"), tricks.literal("x"),
    tricks.literal("9" * 5000), tricks.literal("900000"), tricks.said("* BYE\r\n"), tricks.said("rác\r\n"),
    tricks.said(""), tricks.said('* 2 FETCH (UID 2 BODY[] "abc)\r\n'), tricks.said("* 9 FETCH (UID 9 BODY[] {3}\r\nabc)\r\n"),
]  # fmt: skip


@pytest.mark.parametrize("trick", BAD)
def test_a_letter_that_cannot_be_had_stops_no_other_and_is_named(trick: Trick, box: FakeImap, inbox: Path) -> None:
    box.tricks["UID FETCH"] = tricks.for_one(2, trick)

    found = run(box, inbox)

    assert (found.cut, files(inbox), remembered(inbox)) == (False, ["1.xlsx", "3.xlsx"], [1, 3])
    assert [(letter.uid, letter.sender, letter.subject) for letter in found.withheld] == [
        (2, "a@vi-du.invalid", "Thư 2")
    ]
    box.tricks.clear()
    assert [entry.uid for entry in run(box, inbox).entries] == [2]


@pytest.mark.parametrize(
    "trick", [tricks.refused, tricks.silent, tricks.said(""), tricks.said("* 2 FETCH (UID -2)\r\n")]
)
def test_a_letter_whose_size_cannot_be_had_stops_no_other(trick: Trick, box: FakeImap, inbox: Path) -> None:
    box.tricks["UID FETCH"] = tricks.for_one(2, trick, "(UID RFC822.SIZE)")

    found = run(box, inbox)

    assert (found.cut, files(inbox)) == (False, ["1.xlsx", "3.xlsx"])
    assert [letter.subject for letter in found.withheld] == ["Thư 2"]


def test_letters_that_come_slowly_but_steadily_are_had(box: FakeImap, inbox: Path) -> None:
    files_of_20_kb = {uid: (f"{uid}.xlsx", WORKBOOK + bytes([uid]) * 20_000) for uid in (1, 2, 3)}
    box.folders["INBOX"] = {uid: Stored(simple("a@vi-du.invalid", "", file)) for uid, file in files_of_20_kb.items()}
    box.tricks["UID FETCH"] = tricks.for_one(2, tricks.steady)

    found = run(box, inbox, bounds=replace(BOUNDS, seconds=0.7, much=20_000, silence=0.35, little=2_500))

    assert (found.cut, found.withheld, files(inbox)) == (False, (), ["1.xlsx", "2.xlsx", "3.xlsx"])


def test_a_letter_larger_than_may_be_is_named_with_its_size_and_never_asked_for(box: FakeImap, inbox: Path) -> None:
    box.folders["INBOX"][2] = Stored(simple("to@vi-du.invalid", "Rất to", ("to.bin", b"0" * 1_000_000)))

    found = run(box, inbox)

    assert files(inbox) == ["1.xlsx", "3.xlsx"]
    assert [line for line in collected(found) if "Rất to" in line] == [
        "  lớn hơn 1 MB (1,4 MB) — 20/11/2026, to@vi-du.invalid, “Rất to”"
    ]
    assert not [words for words in box.asked("BODY.PEEK[])") if "2" in words.split()[2].split(",")]


def test_a_letter_larger_than_the_server_says_stops_no_other(box: FakeImap, inbox: Path) -> None:
    box.folders["INBOX"][2] = Stored(simple("to@vi-du.invalid", "Rất to", ("to.bin", b"0" * 1_000_000)))
    sizes = "".join(f"* {uid} FETCH (UID {uid} RFC822.SIZE 10)\r\n" for uid in (1, 2, 3))
    box.tricks["UID FETCH 1,2,3 (UID RFC822.SIZE)"] = tricks.said(sizes)

    found = run(box, inbox)

    assert (found.cut, files(inbox)) == (False, ["1.xlsx", "3.xlsx"])
    assert [letter.subject for letter in found.withheld] == ["Rất to"]


def test_a_server_that_refuses_every_letter_is_asked_for_a_while_and_the_rest_counted(
    box: FakeImap, inbox: Path
) -> None:
    box.folders["INBOX"] |= {uid: Stored(b"") for uid in range(4, 301)}
    box.tricks["UID FETCH"] = tricks.refused

    found = run(box, inbox)

    assert len(found.withheld) == 300
    assert list(collected(found))[-1] == "  và 250 thư nữa"


def test_a_server_that_breaks_off_at_every_letter_is_left(box: FakeImap, inbox: Path) -> None:
    box.folders["INBOX"] |= {uid: Stored(b"") for uid in range(4, 301)}
    box.tricks["UID FETCH"] = tricks.broken_off

    assert run(box, inbox).cut
    assert len(box.asked("EXAMINE")) <= 12


def test_a_mailbox_that_is_another_after_a_break_is_left(box: FakeImap, inbox: Path) -> None:
    def another(session: Session, _words: str) -> None:
        session.box.validity += 1

    box.tricks["UID FETCH 1,2,3 (UID INTERNALDATE"] = another

    assert run(box, inbox).cut
    assert files(inbox) == []


# What a server says beside


@pytest.mark.parametrize(
    "date",
    [
        "rác",
        "",
        "99-Foo-2026 88:00:00 +0700",
        "31-Dec-9999 23:59:59 -1400",
        "01-Jan-1970 00:00:00 +0000",
        "20-Nov-2026",
        "9" * 5000,
    ],
)
def test_a_day_that_is_none_is_the_day_of_fetching_and_said(date: str, box: FakeImap, inbox: Path) -> None:
    box.folders["INBOX"][2].received = date

    found = run(box, inbox)

    assert files(inbox) == ["1.xlsx", "2.xlsx", "3.xlsx"]
    assert [entry.uid for entry in found.undated] == [2]
    assert any("không cho biết ngày nhận" in line for line in collected(found))


def test_answers_about_other_letters_and_twice_about_one_are_none(box: FakeImap, inbox: Path) -> None:
    def twice(session: Session, words: str) -> str | None:
        session.write(b'* 9 FETCH (UID 9 INTERNALDATE "20-Nov-2026 08:00:00 +0700" BODY[] {3}\r\nabc)\r\n')
        session.honest(words)
        return session.honest(words)

    box.tricks["UID FETCH 1,2,3 (UID INTERNALDATE"] = twice

    found = run(box, inbox)

    assert ([entry.uid for entry in found.entries], found.withheld) == ([1, 2, 3], ())


@pytest.mark.parametrize(
    "words",
    ["[UIDVALIDITY -1]", "[UIDVALIDITY x]", f"[UIDVALIDITY {'9' * 5000}]", "[UIDVALIDITY", "[UIDVALIDITY ]", "[]"],
)
def test_a_count_of_uids_that_is_none_is_no_count(words: str, box: FakeImap, inbox: Path) -> None:
    def opened(session: Session, _words: str) -> str:
        session.folder = session.box.folders["INBOX"]
        session.say(f"* OK {words} x")
        return "OK done"

    box.tricks["EXAMINE"] = opened

    assert (len(run(box, inbox).entries), len(run(box, inbox).entries)) == (3, 0)


@pytest.mark.parametrize(
    "name", ['"\x1b[2Jxin chao"', '"\u202egnohk"', '"&2AA-"', '"&" x', "{8}\r\n\x1b]0;a\x07bc", '"' + "a" * 2000 + '"']
)
def test_the_name_of_a_folder_controls_no_screen(name: str, box: FakeImap, inbox: Path) -> None:
    box.tricks["LIST"] = tricks.said(f'* LIST () "/" {name}\r\n' * 40)

    with pytest.raises(Refusal, match="Hộp thư không có thư mục “Khac”") as refusal:
        run(box, inbox, folder="Khac")

    assert not CONTROLS.search(str(refusal.value))
    assert len(str(refusal.value)) < 4000


def test_what_a_stranger_writes_controls_no_screen_and_is_remembered_as_text(box: FakeImap, inbox: Path) -> None:
    odd = b"From: \x1b[31m <a\x1b@vi-du.invalid>\r\nSubject: =?utf-7?Q?+2AA-?= =?utf-8?Q?=1B[2J=E2=80=AE?= x\r\n"
    part = b'Content-Type: application/x; name="=?utf-8?Q?a=1B]0;=07=C2=9B=E2=80=AE.png?="\r\n\r\nabc'
    box.folders["INBOX"] = {1: Stored(odd + part), 2: Stored(odd + part.replace(b".png", b".xlsx"))}

    lines = list(collected(run(box, inbox)))

    assert len(lines) > 4
    assert not CONTROLS.search("\n".join(lines))
    assert remembered(inbox) == [1, 2]
    assert not CONTROLS.search((inbox / "thu" / ".thu.json").read_text(encoding="utf-8"))
    assert not any(CONTROLS.search(path.name) for path in inbox.rglob("*"))


# Two at once, a full box, a full disk


def test_of_two_who_collect_at_once_the_second_is_told_so_and_asks_no_server(box: FakeImap, inbox: Path) -> None:
    (inbox / "thu").mkdir()
    with alone(inbox / "thu"), pytest.raises(CannotWrite, match=r"Một lần chạy khác đang ghi .* từ \d\d:\d\d ngày"):
        run(box, inbox)

    assert box.log == []
    assert len(run(box, inbox).entries) == 3
    assert [path.name for path in (inbox / "thu").glob(".learnsoc*")] == []


def test_where_nothing_came_no_folder_stays(box: FakeImap, inbox: Path) -> None:
    box.tricks["AUTHENTICATE"] = tricks.refused

    with pytest.raises(Refusal):
        run(box, inbox)

    assert list(inbox.iterdir()) == []


def test_the_work_grows_as_the_letters_do(box: FakeImap, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = 120
    box.folders["INBOX"] = {
        uid: Stored(simple("a@vi-du.invalid", "", ("bc.xlsx", WORKBOOK + str(uid).encode()))) for uid in range(letters)
    }
    looked_at: list[Path] = []
    written: list[int] = []
    monkeypatch.setattr(keep, "_hash", looked_at.append)
    monkeypatch.setattr(collecting, "_EVERY", 1)
    monkeypatch.setattr(collecting, "write_index", lambda _, entries: written.append(len(entries)))

    run(box, inbox, bounds=USUAL)

    assert len(list((inbox / "thu").rglob("*.xlsx"))) == letters - 1  # no message has the UID 0
    assert looked_at == []
    assert sum(written) <= 12 * letters


def test_a_disk_that_is_full_is_one_sentence_and_what_was_saved_is_remembered(
    box: FakeImap, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes, draft: Path) -> None:
        if path.name.endswith("2.xlsx"):
            raise OSError(errno.ENOSPC, "No space left on device")
        write_whole(path, data, draft)

    monkeypatch.setattr(keep, "write_whole", full)

    with pytest.raises(CannotWrite, match=r"Không ghi được “.*2\.xlsx” \(hết chỗ trống\)\. Hãy kiểm tra"):
        run(box, inbox)

    assert (files(inbox), remembered(inbox)) == (["1.xlsx"], [1])
    monkeypatch.undo()
    run(box, inbox)
    assert (files(inbox), remembered(inbox)) == (["1.xlsx", "2.xlsx", "3.xlsx"], [1, 2, 3])


def test_an_index_that_cannot_be_written_is_one_sentence_and_nothing_is_saved_twice(
    box: FakeImap, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(index, "write_whole", full)

    with pytest.raises(CannotWrite, match=r"Không ghi được sổ thư “.*” \(hết chỗ trống\)"):
        run(box, inbox)

    monkeypatch.undo()
    run(box, inbox)
    assert (files(inbox), remembered(inbox)) == (["1.xlsx", "2.xlsx", "3.xlsx"], [1, 2, 3])


@pytest.mark.parametrize(
    "name",
    [
        "CON.xlsx",
        "aux",
        "lpt¹.xlsx",
        "a:b.xlsx",
        "..\\..\\x.xlsx",
        "../../x.xlsx",
        "a" * 400 + ".xlsx",
        "ệ" * 300 + ".xlsx",
        "a.xlsx. .",
        "\x9bA.xlsx",
    ],
)
def test_a_name_that_some_system_refuses_stops_nothing(name: str, box: FakeImap, inbox: Path) -> None:
    box.folders["INBOX"][2] = Stored(simple(f'"CON" <{"n" * 60}@vi-du.invalid>', "2", (name, WORKBOOK)))

    found = run(box, inbox)

    assert len(found.entries) == 3
    (kept,) = found.entries[1].kept
    assert (inbox / kept.file).read_bytes() == WORKBOOK
    assert (inbox / kept.file).resolve().is_relative_to(inbox.resolve() / "thu")
    assert not any(PureWindowsPath(part).is_reserved() for part in Path(kept.file).parts)
