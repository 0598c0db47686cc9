"""Collecting, against a small server: what goes where, what is remembered, and that the mailbox stays as it was."""

import json
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.reading.faults import DecisionError, Spot
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.returns.mailbox import OWN_DOMAIN
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.commands.collect import Collected, collect
from learnsoc_xlsx.pipeline.screen.collected import collected
from learnsoc_xlsx.pipeline.settings.mailbox import Given
from learnsoc_xlsx.pipeline.settings.means import in_silence
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.steps.messages import with_mail
from learnsoc_xlsx.stages.receive.unpack import winmail
from learnsoc_xlsx.vietnamese.dates import VIETNAM
from tests.books import opened
from tests.commands import learnsoc
from tests.messages.letters import WORKBOOK, in_base64, simple
from tests.runs import run_of
from tests.stages.fetch.server import FakeImap, Stored
from tests.stages.receive.compound import compound
from tests.stages.receive.test_unpack import outlook
from tests.stages.receive.tnef import file, tnef

SAMPLE = Path("input_templates/sample")
REGISTER = next(SAMPLE.glob("Danh ba*"))
RETURN = next(SAMPLE.glob("2026/T05*"))
T05 = "Thôn Mỹ Thủy"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


@pytest.fixture
def box() -> Iterator[FakeImap]:
    with FakeImap({"INBOX": {}, "B&AOE-o c&AOE-o": {}}) as server:
        yield server


def put(box: FakeImap, *letters: bytes, first: int = 1, folder: str = "INBOX") -> None:
    box.folders[folder] |= {uid: Stored(each) for uid, each in enumerate(letters, first)}


def run(box: FakeImap, inbox: Path, password: str = "mật khẩu", folder: str = "INBOX") -> Collected:
    return collect(inbox, Given("127.0.0.1", box.port, "xa", folder, True), lambda _: password, in_silence)


def files(inbox: Path) -> list[str]:
    return sorted(
        path.relative_to(inbox).as_posix()
        for path in (inbox / "thu").rglob("*")
        if path.name != ".thu.json" and path.is_file()
    )


def said(found: Collected) -> str:
    return "\n".join(collected(found))


# What goes where


def test_the_unit_is_known_by_its_address_in_the_register(box: FakeImap, inbox: Path) -> None:
    shutil.copy(REGISTER, inbox)
    put(box, simple("Trưởng thôn <T05@vi-du.invalid>", "Báo cáo", ("bc.xlsx", WORKBOOK)))

    run(box, inbox)

    assert files(inbox) == [f"thu/{T05}/2026-11-20 bc.xlsx"]
    assert (inbox / files(inbox)[0]).read_bytes() == WORKBOOK


@pytest.mark.parametrize(
    "sender", ["t05@vi-du.invalid", "PHO.THON@vi-du.invalid", '"Thủy, Mỹ" <ke.toan@vi-du.invalid>']
)
def test_the_unit_is_known_however_the_register_writes_its_addresses(sender: str, box: FakeImap, inbox: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(REGISTER)
    (cell,) = (cell for row in book["Đơn vị"].iter_rows() for cell in row if cell.value == "t05@vi-du.invalid")
    cell.value = "Thôn Mỹ Thủy <T05@vi-du.invalid>; pho.thon@vi-du.invalid\nKế toán <ke.toan@vi-du.invalid>"
    book.save(inbox / REGISTER.name)
    put(box, simple(sender, "Báo cáo", ("bc.xlsx", WORKBOOK)))

    run(box, inbox)

    assert files(inbox) == [f"thu/{T05}/2026-11-20 bc.xlsx"]


def test_an_unknown_address_s_return_goes_by_its_stamp(box: FakeImap, inbox: Path) -> None:
    shutil.copy(REGISTER, inbox)
    put(box, simple("ai-do@vi-du.invalid", "Báo cáo", ("bc.xlsx", RETURN.read_bytes())))

    run(box, inbox)

    assert files(inbox) == [f"thu/{T05}/2026-11-20 bc.xlsx"]


def test_without_a_register_the_stamp_s_id_or_else_the_address_names_the_folder(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "", ("bc.xlsx", RETURN.read_bytes()), ("khac.xlsx", WORKBOOK)))

    run(box, inbox)

    assert files(inbox) == ["thu/T05/2026-11-20 bc.xlsx", "thu/a@vi-du.invalid/2026-11-20 khac.xlsx"]


def test_the_officer_forwards_and_the_village_is_still_known(box: FakeImap, inbox: Path) -> None:
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    shutil.copy(REGISTER, inbox)
    inner = message_from_bytes(simple("t05@vi-du.invalid", "gốc", ("bc.zip", b"PK\x03\x04 1")), policy=policy.default)
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "can-bo@vi-du.invalid", "Fwd: gốc"
    outer.set_content("chuyển")
    outer.add_attachment(inner)
    put(box, outer.as_bytes())

    run(box, inbox)

    assert files(inbox) == [f"thu/{T05}/2026-11-20 bc.zip"]


def test_two_files_of_one_name_are_both_kept_and_the_names_they_came_with_are_known(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "", ("b?o c*o.xls", WORKBOOK), ("b?o c*o.xls", WORKBOOK + b"2")))

    found = run(box, inbox)

    assert files(inbox) == [f"thu/a@vi-du.invalid/2026-11-20 b_o c_o{end}.xls" for end in (" (2)", "")]
    assert [each.name for each in found.entries[0].kept] == ["b?o c*o.xls"] * 2


def test_what_is_in_the_folder_already_is_never_overwritten(box: FakeImap, inbox: Path) -> None:
    mine = inbox / "thu" / "a@vi-du.invalid" / "2026-11-20 bc.xlsx"
    mine.parent.mkdir(parents=True)
    mine.write_bytes(b"the officer's own")
    put(box, simple("a@vi-du.invalid", "", ("bc.xlsx", WORKBOOK)))

    run(box, inbox)

    assert mine.read_bytes() == b"the officer's own"
    assert mine.with_name("2026-11-20 bc (2).xlsx").read_bytes() == WORKBOOK


def test_a_workbook_without_a_name_gets_the_ending_of_what_it_is(box: FakeImap, inbox: Path) -> None:
    from base64 import encodebytes

    head = (
        b"From: a@vi-du.invalid\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    put(box, head + encodebytes(RETURN.read_bytes()))

    run(box, inbox)

    assert files(inbox) == ["thu/T05/2026-11-20 khong ten.xlsx"]


@pytest.mark.parametrize(
    ("name", "data", "kept"),
    [
        ("chu ky.png", b"\x89PNG" + b"0" * 100, False),
        ("giay.pdf", b"%PDF" + b"0" * 19_996, False),
        ("giay.pdf", b"%PDF" + b"0" * 19_997, True),
        ("anh.jpg", b"\xff\xd8\xff" + b"0" * 50_000, True),
        ("rong.xlsx", b"", True),
        ("bc.rar", b"Rar!", True),
        ("winmail.dat", b"0" * 50_000, False),
        ("lich.ics", b"BEGIN:VCALENDAR", False),
    ],
)
def test_what_may_be_a_report_is_kept_and_the_rest_is_named(
    name: str, data: bytes, kept: bool, box: FakeImap, inbox: Path
) -> None:
    put(box, simple("a@vi-du.invalid", "Gửi", (name, data)))

    found = run(box, inbox)

    assert len(files(inbox)) == kept
    assert (f"“{name}”" in said(found)) is not kept


def test_a_letter_that_this_program_drafted_is_left_and_named(box: FakeImap, inbox: Path) -> None:
    own = f"Message-ID: <1@{OWN_DOMAIN}>\n".encode() + simple("xa@vi-du.invalid", "Sửa", ("T05.xlsx", WORKBOOK))
    put(box, own, in_base64("Content-Type: message/rfc822", own))

    found = run(box, inbox)

    assert files(inbox) == []
    assert [each.why for entry in found.entries for each in entry.aside] == [
        "thư do chương trình này soạn, không phải báo cáo"
    ] * 2


def test_a_saved_message_that_is_broken_is_kept_for_the_run_to_say_so(box: FakeImap, inbox: Path) -> None:
    broken = compound(outlook())[:2000] + "__properties_version1.0".encode("utf-16-le")
    put(box, simple("a@vi-du.invalid", "", ("goc.msg", broken), ("bc.xlsx", WORKBOOK)))

    run(box, inbox)

    assert files(inbox) == ["thu/a@vi-du.invalid/2026-11-20 bc.xlsx", "thu/a@vi-du.invalid/2026-11-20 goc.msg"]
    assert [each.code for each in inspect([inbox / files(inbox)[1]])] == [Code.UNOPENED]


def test_a_winmail_dat_that_cannot_be_opened_here_is_kept_for_the_run_to_say_so(
    box: FakeImap, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(winmail, "find_spec", lambda _: None)
    put(box, simple("a@vi-du.invalid", "", ("winmail.dat", tnef(file("bc.xlsx", WORKBOOK)))))

    run(box, inbox)

    assert files(inbox) == ["thu/a@vi-du.invalid/2026-11-20 winmail.dat"]
    assert [each.code for each in inspect([inbox / files(inbox)[0]])] == [Code.WINMAIL]


def test_a_winmail_dat_without_files_is_left_and_named(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "", ("winmail.dat", tnef())))

    (entry,) = run(box, inbox).entries

    assert files(inbox) == []
    assert [(each.name, each.why) for each in entry.aside] == [
        ("winmail.dat", "Outlook chỉ gói cách trình bày thư, không có tệp nào")
    ]


def test_what_an_outlook_message_only_names_is_left_and_named(box: FakeImap, inbox: Path) -> None:
    named = outlook()
    del named["__attach_version1.0_#00000000/__substg1.0_37010102"]
    put(box, simple("a@vi-du.invalid", "", ("goc.msg", compound(named))))

    found = run(box, inbox)

    assert files(inbox) == ["thu/doai@example.vn/2026-11-20 nhỏ.xlsx"]
    assert [(each.name, each.why) for each in found.entries[0].aside] == [
        ("Báo cáo thôn Đoài.xlsx", "đính kèm không nằm trong thư")
    ]


def test_it_says_what_it_looked_at_what_it_kept_and_which_letters_were_empty(box: FakeImap, inbox: Path) -> None:
    put(
        box,
        simple("a@vi-du.invalid", "Báo cáo", ("bc.xlsx", WORKBOOK), ("chữ ký.png", b"\x89PNG")),
        simple("b@vi-du.invalid", "Xin nộp sau"),
    )

    assert said(run(box, inbox)).splitlines() == [
        "Hộp thư xa, thư mục “INBOX”: 2 thư, 2 thư mới.",
        "Tệp đã lưu: 1",
        "      1  thu/a@vi-du.invalid",
        "Tệp để lại trong hộp thư: 1",
        "  “chữ ký.png”: nhỏ hơn 20 kB, không phải bảng tính (ảnh chụp) — 20/11/2026, a@vi-du.invalid, “Báo cáo”",
        "Thư không có tệp đính kèm: 1",
        "  20/11/2026, b@vi-du.invalid, “Xin nộp sau”",
    ]


# What is remembered


def test_a_second_run_fetches_nothing_anew(box: FakeImap, inbox: Path) -> None:
    put(box, *(simple("a@vi-du.invalid", str(each), ("bc.xlsx", WORKBOOK + bytes([each]))) for each in range(60)))
    run(box, inbox)
    before = files(inbox)
    box.log.clear()

    found = run(box, inbox)

    assert len(before) == 60
    assert (found.letters, found.entries, files(inbox)) == (60, (), before)
    assert box.asked("FETCH") == []


def test_a_new_letter_is_all_that_is_fetched(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "1"))
    run(box, inbox)
    put(box, simple("a@vi-du.invalid", "2"), first=9)
    box.log.clear()

    assert [each.subject for each in run(box, inbox).entries] == ["2"]
    assert box.asked("BODY") == ["UID FETCH 9 (UID INTERNALDATE BODY.PEEK[])"]


def test_a_mailbox_counted_anew_gives_no_doubles(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "1", ("bc.xlsx", WORKBOOK)))
    run(box, inbox)
    box.validity = 8

    found = run(box, inbox)

    assert (found.doubles, found.entries, len(files(inbox))) == (1, (), 1)
    box.log.clear()
    assert run(box, inbox).doubles == 0
    assert box.asked("FETCH") == []


def test_a_lost_index_is_made_again_without_doubles(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "1", ("bc.xlsx", WORKBOOK)))
    run(box, inbox)
    before = files(inbox)
    (inbox / "thu" / ".thu.json").unlink()

    assert len(run(box, inbox).entries[0].kept) == 1
    assert files(inbox) == before


def test_a_broken_index_is_said_and_not_forgotten(box: FakeImap, inbox: Path) -> None:
    (inbox / "thu").mkdir()
    (inbox / "thu" / ".thu.json").write_text("{", encoding="utf-8")

    with pytest.raises(Refusal, match=r"Không đọc được sổ thư .*\.thu\.json"):
        run(box, inbox)


def test_a_line_that_breaks_half_way_leaves_what_was_saved_and_the_next_run_goes_on(box: FakeImap, inbox: Path) -> None:
    large = [(f"{each}.xlsx", WORKBOOK + bytes([each]) * 5_000_000) for each in range(3)]
    put(box, *(simple("a@vi-du.invalid", name, (name, data)) for name, data in large))
    box.cut_at = 3

    found = run(box, inbox)

    assert found.cut
    assert [Path(each).name for each in files(inbox)] == ["2026-11-20 0.xlsx", "2026-11-20 1.xlsx"]
    box.cut_at = 0
    found = run(box, inbox)
    assert not found.cut
    assert [each.uid for each in found.entries] == [3]
    assert len(files(inbox)) == 3


# What the mailbox sees


def test_nothing_in_the_mailbox_is_changed(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "1", ("bc.xlsx", WORKBOOK)))

    run(box, inbox)

    assert [each.flags for each in box.folders["INBOX"].values()] == [set()]
    assert {" ".join(each.split()[: 2 if each.startswith("UID") else 1]) for each in box.log} == {
        "CAPABILITY", "AUTHENTICATE", "EXAMINE", "UID SEARCH", "UID FETCH", "LOGOUT",
    }  # fmt: skip


def test_a_folder_with_a_vietnamese_name(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "1"), folder="B&AOE-o c&AOE-o")

    assert run(box, inbox, folder="Báo cáo").letters == 1


def test_the_day_is_vietnam_s_day_wherever_the_server_stands(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "1", ("bc.xlsx", WORKBOOK)))
    box.folders["INBOX"][1].received = " 1-Dec-2026 01:30:00 +0900"

    found = run(box, inbox)

    assert found.entries[0].received.isoformat() == "2026-11-30T23:30:00+07:00"
    assert files(inbox) == ["thu/a@vi-du.invalid/2026-11-30 bc.xlsx"]


def test_a_letter_of_nothing_at_all_is_a_letter_and_is_not_asked_for_again(box: FakeImap, inbox: Path) -> None:
    put(box, b"", simple("a@vi-du.invalid", "1", ("bc.xlsx", WORKBOOK)))

    found = run(box, inbox)

    assert (found.letters, len(found.entries)) == (2, 2)
    assert run(box, inbox).entries == ()


def test_a_day_that_the_server_cannot_tell_is_the_day_on_which_the_letter_was_fetched(
    box: FakeImap, inbox: Path
) -> None:
    put(box, simple("a@vi-du.invalid", "1", ("bc.xlsx", WORKBOOK)))
    box.folders["INBOX"][1].received = "99-Foo-2026 88:00:00 +0700"

    (entry,) = run(box, inbox).entries

    assert abs(datetime.now(VIETNAM) - entry.received) < timedelta(minutes=5)


# What goes wrong


@pytest.mark.parametrize("command", ["LOGIN", "AUTHENTICATE"])
def test_a_line_that_breaks_at_the_login_is_not_called_a_wrong_password(
    command: str, box: FakeImap, inbox: Path
) -> None:
    box.plain_login_only = command == "LOGIN"
    box.hangs_up_at = command

    with pytest.raises(Refusal, match=r"ngắt đường truyền khi đăng nhập\. Hãy chạy lại sau\."):
        run(box, inbox, password="mat-khau")


def test_a_server_that_does_not_say_which_letters_there_are_has_no_empty_mailbox(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "1", ("bc.xlsx", WORKBOOK)))
    box.refuses = "UID SEARCH"

    with pytest.raises(Refusal, match=r"không cho biết hộp “INBOX” có những thư nào\. Hãy chạy lại sau\."):
        run(box, inbox)


def test_a_letter_that_the_server_refuses_is_counted(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "1", ("bc.xlsx", WORKBOOK)))
    box.refuses = "UID FETCH"

    found = run(box, inbox)

    assert (found.letters, len(found.entries), len(found.withheld)) == (1, 0, 1)
    assert "  máy chủ thư từ chối đưa ra — thư số 1 trên máy chủ" in said(found).splitlines()


def test_a_wrong_password_is_a_sentence_and_is_never_shown(box: FakeImap, inbox: Path) -> None:
    for plain_login in (False, True):
        box.plain_login_only = plain_login
        with pytest.raises(Refusal, match="không nhận mật khẩu của “xa”") as refusal:
            run(box, inbox, password="bi-mat-sai")

        assert "bi-mat-sai" not in str(refusal.value)
    assert files(inbox) == []


def test_a_password_that_login_cannot_carry_is_a_sentence(box: FakeImap, inbox: Path) -> None:
    box.plain_login_only = True

    with pytest.raises(Refusal, match="không nhận mật khẩu"):
        run(box, inbox)


def test_the_password_is_written_nowhere(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "1", ("bc.xlsx", WORKBOOK)))

    run(box, inbox)

    for path in inbox.rglob("*"):
        assert not path.is_file() or "mật khẩu".encode() not in path.read_bytes()


def test_a_folder_that_is_not_there_is_answered_with_those_that_are(box: FakeImap, inbox: Path) -> None:
    with pytest.raises(Refusal, match=r"không có thư mục “Bao cao”\. Các thư mục đang có: “INBOX”; “Báo cáo”"):
        run(box, inbox, folder="Bao cao")


def test_a_host_that_is_not_there(inbox: Path) -> None:
    with pytest.raises(Refusal, match=r"Không tìm thấy máy chủ thư “khong-co\.invalid”"):
        collect(inbox, Given("khong-co.invalid", 993, "xa"), lambda _: "x", in_silence)
    with pytest.raises(Refusal, match="Không nối được với máy chủ thư"):
        collect(inbox, Given("127.0.0.1", 1, "xa", plain=True), lambda _: "x", in_silence)


def test_a_server_without_tls_is_not_told_the_password(box: FakeImap, inbox: Path) -> None:
    with pytest.raises(Refusal, match="Không nối được"):
        collect(inbox, Given("127.0.0.1", box.port, "xa"), lambda _: "x", in_silence)
    assert not box.asked("LOGIN")


def test_plain_is_for_this_machine_alone(inbox: Path) -> None:
    with pytest.raises(Refusal, match="gửi mật khẩu không mã hóa"):
        collect(inbox, Given("thu.vi-du.invalid", 143, "xa", plain=True), lambda _: "x", in_silence)


@pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl, which makes the certificate, is not on this machine"
)
def test_over_tls_only_a_server_that_can_prove_its_name_is_told_the_password(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    subprocess.run([*make.split(), "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    letters = {1: Stored(simple("a@vi-du.invalid", "1"))}
    with FakeImap({"INBOX": letters}, tls=context) as box:
        given = Given("localhost", box.port, "xa")

        with pytest.raises(Refusal, match="không chứng minh được mình là “localhost”"):
            collect(inbox, given, lambda _: "mật khẩu", in_silence)
        assert box.log == []

        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert collect(inbox, given, lambda _: "mật khẩu", in_silence).letters == 1
        with pytest.raises(Refusal, match="không chứng minh được mình là"):
            collect(inbox, Given("127.0.0.1", box.port, "xa"), lambda _: "mật khẩu", in_silence)


def test_without_a_password_and_without_anybody_to_ask_it_is_a_sentence(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LEARNSOC_MAIL_PASSWORD", raising=False)

    ended = learnsoc("collect", str(inbox), "--host", "127.0.0.1", "--user", "xa")

    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert "biến môi trường LEARNSOC_MAIL_PASSWORD" in ended.stderr


# Where the mailbox is


def test_a_faulty_law_stops_it_before_a_server_is_called(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty() -> Law:
        raise Spot("2026-moi.toml").fault("rule", "không có “evry”")

    monkeypatch.setattr("learnsoc_xlsx.pipeline.commands.collect.law", faulty)

    with pytest.raises(DecisionError, match=r"2026-moi\.toml › rule: không có “evry”"):
        collect(inbox, Given("127.0.0.1", 1, "xa", plain=True), lambda _: "x", in_silence)


def test_an_example_is_written_where_nobody_names_the_mailbox(inbox: Path) -> None:
    with pytest.raises(Refusal, match="vừa ghi tệp mẫu"):
        collect(inbox, Given(), lambda _: "x", in_silence)
    with pytest.raises(Refusal, match="chưa ghi host"):
        collect(inbox, Given(), lambda _: "x", in_silence)
    assert "host =" in (inbox / "thu.toml").read_text(encoding="utf-8")


def test_the_file_names_the_mailbox_and_the_command_line_has_the_last_word(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "1"), folder="B&AOE-o c&AOE-o")
    text = f'\ufeffhost = "127.0.0.1"\r\nport = {box.port}\r\nuser = "ai"\r\nfolder = "Báo cáo"\r\n'
    (inbox / "thu.toml").write_text(text, encoding="utf-8")

    found = collect(inbox, Given(user="xa", plain=True), lambda _: "mật khẩu", in_silence)

    assert (found.account.user, found.letters) == ("xa", 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("host = imap", "viết sai cách"),
        ('password = "x"', "không được chứa mật khẩu"),
        ('mat_khau = "x"', "không được chứa mật khẩu"),
        ('hots = "x"', "mục lạ “hots”"),
        ('port = "993"', "“port” cần một số"),
        ('host = "a\\nb"\nuser = "x"', "ký tự lạ"),
    ],
)
def test_a_file_that_names_no_mailbox_says_why(text: str, words: str, inbox: Path) -> None:
    (inbox / "thu.toml").write_text(text, encoding="utf-8")

    with pytest.raises(Refusal, match=words):
        collect(inbox, Given(), lambda _: "x", in_silence)


def test_a_faulty_register_is_said_and_stops_no_letter(box: FakeImap, inbox: Path) -> None:

    shutil.copy(REGISTER, inbox)
    book = opened(REGISTER)
    book["Đơn vị"]["D7"].value = "Tên khác"
    book.save(inbox / "danh ba cu.xlsx")
    put(box, simple("a@vi-du.invalid", "1", ("bc.xlsx", WORKBOOK)))

    found = run(box, inbox)

    assert "Chưa dùng được danh bạ" in said(found)
    assert "Có 2 danh bạ khác nhau" in said(found)
    assert files(inbox) == ["thu/a@vi-du.invalid/2026-11-20 bc.xlsx"]


# What the run knows


def test_every_submission_knows_the_message_that_brought_it(box: FakeImap, inbox: Path) -> None:
    shutil.copy(REGISTER, inbox)
    late, other = next(SAMPLE.glob("2026/T05*")), next(SAMPLE.glob("2025/T0*"))
    put(
        box,
        simple("t05@vi-du.invalid", "Báo cáo năm", ("bc.xlsx", late.read_bytes())),
        simple("t02@vi-du.invalid", "Cũ", ("bc.xlsx", other.read_bytes())),
    )
    run(box, inbox)
    moved = next(each for each in files(inbox) if T05 not in each)
    (inbox / moved).rename(inbox / "doi cho.xlsx")

    found = run_of(inbox, date(2026, 12, 5))

    mails = {each.file: each.mail for each in found.submissions}
    assert set(mails) == {REGISTER.name, f"thu/{T05}/2026-11-20 bc.xlsx", "doi cho.xlsx", "thu/.thu.json"}
    assert mails[REGISTER.name] is None
    first, second = mails[f"thu/{T05}/2026-11-20 bc.xlsx"], mails["doi cho.xlsx"]
    assert first is not None
    assert (first.sender, first.subject) == ("t05@vi-du.invalid", "Báo cáo năm")
    assert first.received.isoformat() == "2026-11-20T08:00:00+07:00"
    assert second is not None
    assert second.subject == "Cũ"


def test_a_return_out_of_an_archive_came_with_the_archive_s_message(box: FakeImap, inbox: Path) -> None:
    put(box, simple("a@vi-du.invalid", "Nén", ("bc.zip", b"PK\x03\x04 1")))
    run(box, inbox)
    inside = [(inbox / f"{files(inbox)[0]}{end}", f"{files(inbox)[0]}{end} › b.xlsx") for end in ("", "x")]
    sent = tuple(
        Submission(at, name, str(at), 1, Status.ACCEPTED, path=path, member=0) for at, (path, name) in enumerate(inside)
    )

    told = with_mail(Batch(sent, (), (), ()), inbox).submissions

    assert [each.mail.subject if each.mail else "" for each in told] == ["Nén", ""]


def test_the_index_says_it_all(box: FakeImap, inbox: Path) -> None:
    put(box, simple("Thôn <a@vi-du.invalid>", "Gửi", ("bc*.xlsx", WORKBOOK)))

    run(box, inbox)

    (known,) = json.loads((inbox / "thu" / ".thu.json").read_text(encoding="utf-8"))["letters"]
    assert (known["uid"], known["validity"], known["sender"], known["sender_name"], known["subject"]) == (
        1, 7, "a@vi-du.invalid", "Thôn", "Gửi",
    )  # fmt: skip
    assert known["received"] == "2026-11-20T08:00:00+07:00"
    assert known["kept"][0] | {"sha256": ""} == {
        "file": "thu/a@vi-du.invalid/2026-11-20 bc_.xlsx", "name": "bc*.xlsx", "sha256": "", "size": len(WORKBOOK),
    }  # fmt: skip
