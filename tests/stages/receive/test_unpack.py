"""Files inside files: every workbook is taken out with its name and its message, and what is not taken is named."""

import io
import os
import random
import struct
import sys
import unicodedata
import zipfile
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from learnsoc_xlsx.engine import Runner
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.returns.mailbox import OWN_DOMAIN
from learnsoc_xlsx.model.returns.submissions import Mail, Status
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.commands.explain import explain
from learnsoc_xlsx.pipeline.terms.in_force import admissible
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.receive import receive
from learnsoc_xlsx.stages.receive.unpack.folder import lying_in
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, load, unpack
from tests.runs import letters_into, run_into, run_of
from tests.stages.receive.compound import compound

SAMPLE = Path("input_templates/sample")
REGISTER = next(SAMPLE.glob("Danh ba*"))
RETURN = next(SAMPLE.glob("2026/T02*")).read_bytes()
NAME = "Báo cáo thôn Đoài.xlsx"
WHEN = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
EXCEL = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PICTURE = b"\x89PNG\r\n\x1a\n"


def message(
    *attached: tuple[str, bytes], subject: str = "Báo cáo năm 2026", sender: str = "doai@example.vn"
) -> EmailMessage:
    found = EmailMessage()
    found["Received"] = "from a by b; Fri, 20 Nov 2026 15:30:00 +0700"
    found["From"] = f"Thôn Đoài <{sender}>"
    found["Subject"] = subject
    found["Date"] = "Thu, 19 Nov 2026 07:00:00 +0700"
    found.set_content("Kính gửi UBND xã.")
    for name, data in attached:
        found.add_attachment(data, maintype="application", subtype=EXCEL, filename=name)
    return found


def zipped(*files: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return made.getvalue()


def items(folder: Path, name: str, data: bytes) -> list[Item]:
    (folder / name).write_bytes(data)
    return unpack(folder, folder / name)


def names(found: list[Item]) -> list[str]:
    return [each.name for each in found]


def mails(found: list[Item]) -> list[Mail | None]:
    return [each.mail for each in found[1:]]


# Messages


def test_an_attachment_comes_out_with_who_sent_it_and_when_the_mailbox_received_it(tmp_path: Path) -> None:
    found = items(tmp_path, "thu.eml", bytes(message((NAME, RETURN))))

    assert names(found) == ["thu.eml", f"thu.eml › {NAME}"]
    assert mails(found) == [Mail("doai@example.vn", WHEN, "Báo cáo năm 2026")]
    assert load(found[1]) == RETURN


def test_a_message_that_no_mailbox_stamped_counts_from_when_it_was_sent(tmp_path: Path) -> None:
    unstamped = message((NAME, RETURN))
    del unstamped["Received"]

    sent = mails(items(tmp_path, "thu.eml", bytes(unstamped)))[0]

    assert sent is not None
    assert sent.received == datetime(2026, 11, 19, tzinfo=UTC)


def test_a_message_without_any_date_says_nothing_of_when(tmp_path: Path) -> None:
    undated = message((NAME, RETURN))
    del undated["Received"], undated["Date"]

    assert mails(items(tmp_path, "thu.eml", bytes(undated))) == [None]


@pytest.mark.parametrize(
    "header",
    [
        'filename="=?utf-8?B?QsOhbyBjw6FvLnhsc3g=?="',
        "filename*=utf-8''B%C3%A1o%20c%C3%A1o.xlsx",
        "filename*0*=utf-8''B%C3%A1o; filename*1*=%20c%C3%A1o.xlsx",
        'filename="Báo cáo.xlsx"',
        'filename="Báo cáo.xlsx"',
        'filename="C:\\\\Users\\\\x\\\\Báo cáo.xlsx"',
    ],
)
def test_the_name_of_an_attachment_is_read_however_it_is_written(header: str, tmp_path: Path) -> None:
    raw = (
        "From: a@example.vn\r\nDate: Fri, 20 Nov 2026 15:30:00 +0700\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/octet-stream\r\n"
        f"Content-Disposition: attachment; {header}\r\n\r\nabc\r\n--x--\r\n"
    )

    assert names(items(tmp_path, "thu.eml", raw.encode())) == ["thu.eml", "thu.eml › Báo cáo.xlsx"]


def test_a_forwarded_message_is_judged_by_its_own_sender_and_day(tmp_path: Path) -> None:
    outer = message(sender="canbo@example.vn", subject="Chuyển tiếp")
    outer.add_attachment(message((NAME, RETURN)))

    found = items(tmp_path, "thu.eml", bytes(outer))

    assert names(found) == ["thu.eml", f"thu.eml › Báo cáo năm 2026 › {NAME}"]
    assert mails(found) == [Mail("doai@example.vn", WHEN, "Báo cáo năm 2026")]


def test_a_message_forwarded_too_often_is_said_to_lie_too_deep_and_the_file_beside_it_is_read(tmp_path: Path) -> None:
    sent = message((NAME, RETURN))
    for _ in range(9):
        outer = message(("b.xlsx", b"b"), sender="canbo@example.vn", subject="Chuyển tiếp")
        outer.add_attachment(sent)
        sent = outer

    found = items(tmp_path, "thu.eml", bytes(sent))

    deepest = found[-1]
    assert len(found) == 1 + 9 + 1
    assert deepest.name == f"thu.eml › {'Chuyển tiếp › ' * 8}thư chuyển tiếp"
    assert deepest.fault == Fault(Code.NESTED_TOO_DEEP, "8", "8")
    assert [each.fault for each in found[:-1]] == [None] * 10


def test_pictures_and_signatures_are_named_in_one_breath_and_other_files_are_files(tmp_path: Path) -> None:
    sent = message((NAME, RETURN), ("image001.png", PICTURE), ("chu ky.vcf", b"BEGIN"), ("Quyết định.pdf", b"%PDF"))

    found = items(tmp_path, "thu.eml", bytes(sent))

    assert names(found) == ["thu.eml", f"thu.eml › {NAME}", "thu.eml › Quyết định.pdf"]
    assert found[0].taken is not None
    assert found[0].taken.aside == ("image001.png", "chu ky.vcf")


def test_two_attachments_of_one_name_stay_two_files(tmp_path: Path) -> None:
    found = items(tmp_path, "thu.eml", bytes(message((NAME, RETURN), (NAME, b"other"))))

    assert names(found)[1:] == [f"thu.eml › {NAME}", f"thu.eml › {NAME} (2)"]
    assert [load(each) for each in found[1:]] == [RETURN, b"other"]


def test_a_winmail_dat_is_called_by_its_name(tmp_path: Path) -> None:
    found = items(tmp_path, "thu.eml", bytes(message(("winmail.dat", b"\x78\x9f\x3e\x22rest"))))

    assert found[1].fault is not None
    assert found[1].fault.code is Code.WINMAIL


def test_a_mailbox_is_all_of_its_messages(tmp_path: Path) -> None:
    box = b"".join(
        b"From doai@example.vn Fri Nov 20 15:30:00 2026\n" + bytes(each) + b"\n"
        for each in (message((NAME, RETURN)), message(("b.xlsx", b"b"), sender="tay@example.vn", subject="Thôn Tây"))
    )

    found = items(tmp_path, "thu.mbox", box)

    assert names(found)[1:] == [f"thu.mbox › 1. Báo cáo năm 2026 › {NAME}", "thu.mbox › 2. Thôn Tây › b.xlsx"]
    assert [each.sender for each in mails(found) if each] == ["doai@example.vn", "tay@example.vn"]
    assert load(found[1]) == RETURN


# Outlook


def text(words: str) -> bytes:
    return words.encode("utf-16-le")


def outlook() -> dict[str, bytes]:
    ticks = (WHEN - datetime(1601, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) * 10
    return {
        "__properties_version1.0": bytes(32) + struct.pack("<IIQ", 0x0E060040, 6, ticks),
        "__substg1.0_0037001F": text("Báo cáo năm 2026"),
        "__substg1.0_5D01001F": text("doai@example.vn"),
        "__attach_version1.0_#00000000/__substg1.0_3707001F": text(NAME),
        "__attach_version1.0_#00000000/__substg1.0_37010102": RETURN,
        "__attach_version1.0_#00000001/__substg1.0_3707001F": text("nhỏ.xlsx"),
        "__attach_version1.0_#00000001/__substg1.0_37010102": b"small",
    }


def test_an_outlook_message_gives_its_attachments_its_sender_and_when_it_was_delivered(tmp_path: Path) -> None:
    found = items(tmp_path, "thu.msg", compound(outlook()))

    assert names(found) == ["thu.msg", f"thu.msg › {NAME}", "thu.msg › nhỏ.xlsx"]
    assert mails(found) == [Mail("doai@example.vn", WHEN, "Báo cáo năm 2026")] * 2
    assert [load(each) for each in found[1:]] == [RETURN, b"small"]


def test_a_message_inside_an_outlook_message_gives_its_attachments_too(tmp_path: Path) -> None:
    inside = {f"__attach_version1.0_#00000000/__substg1.0_3701000D/{name}": data for name, data in outlook().items()}
    outer = {"__properties_version1.0": bytes(32), "__substg1.0_0037001F": text("Chuyển tiếp")} | inside

    assert names(items(tmp_path, "thu.msg", compound(outer)))[1:] == [f"thu.msg › {NAME}", "thu.msg › nhỏ.xlsx"]


def test_a_broken_outlook_message_is_said_to_be_one(tmp_path: Path) -> None:
    found = items(tmp_path, "thu.msg", compound(outlook())[:2000] + "__properties_version1.0".encode("utf-16-le"))

    assert [each.fault.code for each in found if each.fault] == [Code.UNOPENED]


# Archives


def test_an_archive_gives_its_workbooks_with_their_folders_and_without_a_packer_s_litter(tmp_path: Path) -> None:
    packed = zipped((f"thôn/{NAME}", RETURN), ("__MACOSX/._x.xlsx", b""), ("anh.jpg", b"\xff\xd8\xff"))

    found = items(tmp_path, "xa.zip", packed)

    assert names(found) == ["xa.zip", f"xa.zip › thôn/{NAME}"]
    assert found[0].taken is not None
    assert found[0].taken.aside == ("__MACOSX/._x.xlsx", "anh.jpg")


def test_a_name_in_utf_8_that_the_packer_did_not_declare_is_read_all_the_same(tmp_path: Path) -> None:
    raw = NAME.encode()
    undeclared = bytearray(zipped(("x" * len(raw), RETURN)).replace(b"x" * len(raw), raw))

    assert names(items(tmp_path, "a.zip", bytes(undeclared)))[1:] == [f"a.zip › {NAME}"]


def test_a_decomposed_name_is_shown_composed(tmp_path: Path) -> None:
    assert names(items(tmp_path, "a.zip", zipped((unicodedata.normalize("NFD", "Báo cáo.xlsx"), RETURN))))[1:] == [
        "a.zip › Báo cáo.xlsx"
    ]


def test_three_archives_inside_one_another_in_a_message_are_opened_and_no_deeper(tmp_path: Path) -> None:
    four = zipped(("bon.zip", zipped(("nam.zip", zipped((NAME, RETURN))))))
    two = zipped(("hai.zip", zipped((NAME, RETURN))), ("ba.zip", four))

    found = items(tmp_path, "thu.eml", bytes(message(("mot.zip", two))))

    assert names(found)[1:] == [
        f"thu.eml › mot.zip › hai.zip › {NAME}",
        "thu.eml › mot.zip › ba.zip › bon.zip › nam.zip",
    ]
    assert [each.fault.code for each in found if each.fault] == [Code.NESTED_TOO_DEEP]
    assert [each.mail.sender for each in found if each.mail] == ["doai@example.vn"] * 3


def test_an_archive_with_a_password_is_said_to_have_one(tmp_path: Path) -> None:
    packed = bytearray(zipped((NAME, RETURN)))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1

    assert [each.fault.code for each in items(tmp_path, "a.zip", bytes(packed)) if each.fault] == [Code.PASSWORD]


def test_an_archive_that_swells_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnsoc_xlsx.stages.receive.unpack.archive._MOST", 1000)

    assert [each.fault.code for each in items(tmp_path, "a.zip", zipped((NAME, bytes(2000)))) if each.fault] == [
        Code.SWELLS
    ]


def test_a_workbook_without_its_ending_is_a_workbook_and_no_archive(tmp_path: Path) -> None:
    assert names(items(tmp_path, "bao cao", RETURN)) == ["bao cao"]


def test_a_member_that_climbs_out_of_its_archive_is_read_and_goes_nowhere(tmp_path: Path) -> None:
    found = items(tmp_path, "a.zip", zipped((f"../../{NAME}", RETURN), ("./b.xlsx", RETURN), (".an.xlsx", RETURN)))

    assert names(found)[1:] == [f"a.zip › ../../{NAME}", "a.zip › ./b.xlsx", "a.zip › .an.xlsx"]
    assert [path.name for path in tmp_path.rglob("*")] == ["a.zip"]
    assert not (tmp_path.parent.parent / NAME).exists()


# Called what they are


def refusals(folder: Path, name: str, data: bytes) -> list[tuple[str, str]]:
    """What is said of a file and of what it holds, as (file, what it is called), but of what is sound."""
    taken = [receive(item, 0, admissible()) for item in items(folder, name, data)]
    return [
        (arrival.submission.file, finding.given)
        for arrival in taken
        for finding in arrival.findings
        if finding.code is not Code.UNPACKED
    ]


IWA = [(f"Index/{part}.iwa", b"x") for part in ("Document", "Tables", "CalculationEngine")]
NUMBERS = "tệp Numbers, Pages hoặc Keynote của Apple; hãy mở bằng máy Mac và xuất ra Excel"


@pytest.mark.parametrize(
    ("name", "data", "called"),
    [
        ("bc.numbers", zipped(*IWA, ("Metadata/Properties.plist", b"x"), ("preview.jpg", PICTURE)), NUMBERS),
        ("bc.pages", zipped(("Index.zip", b"x"), ("preview.jpg", PICTURE)), NUMBERS),
        ("bc.xlsx", zipped(*IWA), NUMBERS),
        ("bc.gsheet", b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', "lối tắt tới Google Trang tính, không phải chính tệp; hãy mở rồi tải về dạng .xlsx"),
        ("bc.gsheet", b'{"":"WARNING! DO NOT EDIT THIS FILE!","doc_id":"1","email":"a@b.vn"}', "lối tắt tới Google Trang tính, không phải chính tệp; hãy mở rồi tải về dạng .xlsx"),
        ("bc.url", b"[InternetShortcut]\r\nURL=https://vi-du.invalid/\r\n", "lối tắt tới một trang web, không phải chính tệp"),
        ("bc.webloc", b'<?xml version="1.0"?><!DOCTYPE plist><plist version="1.0"><dict><key>URL</key></dict></plist>', "lối tắt tới một trang web, không phải chính tệp"),
        ("bc.xlsx.lnk", b"L\0\0\0\1\x14\2\0" + bytes(50), "lối tắt tới một tệp trên máy của người gửi, không phải chính tệp"),
        ("bc.fods", b'<?xml version="1.0"?>\n<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">', "bảng tính OpenDocument ghi trong một tệp XML (.fods); hãy mở và lưu lại thành .xlsx hoặc .ods"),
        ("bc.tar", b"bc.xlsx" + bytes(250) + b"ustar" + bytes(600), "tệp nén tar"),
        ("bc.json", b'{"url": "x"}', "tệp văn bản"),
        ("bc.7z", b"7z\xbc\xaf\x27\x1cx", "tệp nén 7z"),
        ("bc.xlsx", b"%PDF-1.7", "tệp PDF"),
    ],
)  # fmt: skip
def test_a_file_is_called_what_it_is_in_one_finding(name: str, data: bytes, called: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, name, data) == [(name, called)]


def test_a_document_of_a_mac_that_is_a_folder_is_one_finding_in_an_archive(tmp_path: Path) -> None:
    packed = zipped(*((f"bc.numbers/{name}", data) for name, data in IWA), (NAME, RETURN))

    assert refusals(tmp_path, "a.zip", packed) == [("a.zip › bc.numbers", NUMBERS)]


def test_so_it_is_on_the_disk_and_a_folder_that_is_only_called_like_one_is_a_folder(tmp_path: Path) -> None:
    for folder, files in (("bc.numbers", [*IWA, ("preview.jpg", PICTURE)]), ("nam.pages", [("Thôn Hạ.xlsx", RETURN)])):
        for name, data in files:
            (tmp_path / folder / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / name).write_bytes(data)

    arrivals = [receive(unpack(tmp_path, path, name)[0], 0, admissible()) for name, path in lying_in(tmp_path).items()]

    assert [(one.submission.file, [each.given for each in one.findings]) for one in arrivals] == [
        ("bc.numbers", [NUMBERS]),
        ("nam.pages/Thôn Hạ.xlsx", []),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither")
def test_pipes_and_devices_and_links_to_them_keep_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.xlsx")
    for name, target in (("a.xlsx", "ong.xlsx"), ("b.xlsx", "/dev/zero"), ("c.xlsx", "khong-co.xlsx")):
        (tmp_path / name).symlink_to(target)

    taken = [
        receive(item, 0, admissible())
        for name, path in lying_in(tmp_path).items()
        for item in unpack(tmp_path, path, name)
    ]

    assert [(one.submission.file, one.findings[0].code.code) for one in taken] == [
        ("a.xlsx", "F51"),
        ("b.xlsx", "F51"),
        ("c.xlsx", "F39"),
        ("ong.xlsx", "F51"),
    ]


@pytest.mark.parametrize("name", ["bc.xlsx", "bc.xls", "bc.ods"])
@pytest.mark.parametrize("data", [zipped((NAME, RETURN)), bytes(message((NAME, RETURN)))], ids=["zip", "eml"])
def test_what_holds_files_is_opened_whatever_it_is_called(name: str, data: bytes, tmp_path: Path) -> None:
    assert names(items(tmp_path, name, data)) == [name, f"{name} › {NAME}"]


def with_method(data: bytes, method: int, flags: int = 0) -> bytes:
    """The same archive, its first member said to be packed in another way, or behind a password."""
    packed = bytearray(data)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = packed.index(sign) + at
        packed[start] |= flags
        packed[start + 2] = method
    return bytes(packed)


@pytest.mark.parametrize("method", [9, 93, 98, 99])
def test_a_member_packed_in_a_way_that_nobody_here_unpacks_is_said_to_be_so(method: int, tmp_path: Path) -> None:
    packed = with_method(zipped(("la.xlsx", b"x"), (NAME, RETURN)), method)

    assert refusals(tmp_path, "a.zip", packed) == [("a.zip › la.xlsx", "nén theo cách chương trình không mở được")]
    assert (
        refusals(tmp_path, "bc.xlsx", with_method(RETURN, method))[0][1] == "nén theo cách chương trình không mở được"
    )


def test_a_member_behind_a_password_keeps_no_other_back(tmp_path: Path) -> None:
    found = items(tmp_path, "a.zip", with_method(zipped(("kin.xlsx", b"x"), (NAME, RETURN)), 8, 1))

    assert [each.fault and each.fault.code for each in found[1:]] == [Code.PASSWORD, None]
    assert load(found[2]) == RETURN


# Names on the disk


@pytest.mark.parametrize("name", [unicodedata.normalize("NFD", "Báo cáo.xlsx").encode(), b"B\xe1o c\xe1o.xlsx"])
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="their disks take no such names")
def test_a_name_of_any_bytes_is_shown_in_composed_letters_and_found_again(name: bytes, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(RETURN)

    shown = unpack(tmp_path, path)[0].name

    assert shown in ("Báo cáo.xlsx", "B�o c�o.xlsx")
    assert lying_in(tmp_path) == {shown: path}


# Messages that carry nothing, or nonsense


def test_a_message_that_carries_nothing_is_named_by_the_mailbox_that_holds_it(tmp_path: Path) -> None:
    box = b"From a@example.vn Fri Nov 20 15:30:00 2026\n" + bytes(message(subject="Xin gia hạn"))

    found = items(tmp_path, "thu.mbox", box)

    assert [each.taken.aside for each in found if each.taken] == [("1. Xin gia hạn",)]


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_container_never_raises(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    whole = chance.choice([bytes(message((NAME, b"x" * 500))), compound(outlook()), zipped((NAME, RETURN))])
    data = bytearray(whole)
    for _ in range(chance.randrange(1, 40)):
        data[chance.randrange(min(len(data), 6000))] = chance.randrange(256)

    for item in items(tmp_path, "x", bytes(data)):
        load(item)


# A whole run


DAY = date(2026, 12, 5)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / REGISTER.name).write_bytes(REGISTER.read_bytes())
    return folder


def test_a_return_counts_the_same_whether_it_came_in_a_message_or_by_itself(inbox: Path, tmp_path: Path) -> None:
    (inbox / "T02.xlsx").write_bytes(RETURN)
    alone = run_of(inbox, DAY)
    (inbox / "T02.xlsx").unlink()
    (inbox / "thu.eml").write_bytes(bytes(message((NAME, RETURN))))

    within = run_into(inbox, tmp_path / "within", DAY, Runner.PROCESSES)

    assert [(each.id, each.indicator, each.value) for each in within.figures] == [
        (each.id, each.indicator, each.value) for each in alone.figures
    ]
    sent = {each.file: each for each in within.submissions}
    assert sent["thu.eml"].status is Status.NOT_A_FORM
    assert sent["thu.eml"].reason.startswith("Tệp này chứa tệp khác; đã lấy ra 1 tệp để đọc.")
    assert sent[f"thu.eml › {NAME}"].unit == "T02"
    assert sent[f"thu.eml › {NAME}"].received == date(2026, 11, 20)


def test_the_answer_to_a_return_in_a_message_is_the_sender_s_own_workbook(inbox: Path, tmp_path: Path) -> None:
    faulty = next(SAMPLE.glob("2026/T01*")).read_bytes()
    (inbox / "T01.xlsx").write_bytes(faulty)
    letters_into(inbox, tmp_path / "alone", DAY)
    (inbox / "T01.xlsx").unlink()
    (inbox / "thu.eml").write_bytes(bytes(message((NAME, faulty))))

    letters_into(inbox, tmp_path / "within", DAY)

    alone, within = (next((tmp_path / out / "phan_hoi").rglob("T01*.xlsx")) for out in ("alone", "within"))
    assert within.read_bytes() == alone.read_bytes()


def test_links_lead_to_the_container_and_explain_finds_the_rows_in_it(inbox: Path, tmp_path: Path) -> None:
    (inbox / "thu.eml").write_bytes(bytes(message((NAME, RETURN))))
    run_into(inbox, tmp_path / "out", DAY)

    told = list(explain("households_listed T02 2026", tmp_path / "out"))
    with zipfile.ZipFile(tmp_path / "out" / "Kiem_tra.xlsx") as check:
        links = "".join(check.read(name).decode() for name in check.namelist() if name.endswith(".rels"))

    assert any(f"thu.eml › {NAME}" in line for line in told)
    assert not any("không còn ở chỗ cũ" in line for line in told)
    assert "/thu.eml" in links
    assert "›" not in links


def test_a_message_without_any_workbook_is_asked_about(inbox: Path) -> None:
    (inbox / "thu.eml").write_bytes(bytes(message(("anh.png", PICTURE))))

    found = [each for each in run_of(inbox, DAY).findings if each.place.file == "thu.eml"]

    assert [(each.code, each.extra) for each in found] == [(Code.NOTHING_INSIDE, "; không đọc “anh.png”")]


def test_checking_a_message_checks_what_it_brings(tmp_path: Path) -> None:
    (tmp_path / "thu.eml").write_bytes(bytes(message(("a.pdf", b"%PDF"))))

    found = inspect([tmp_path / "thu.eml"])

    assert [(each.place.file, each.code) for each in found] == [
        (str(tmp_path / "thu.eml"), Code.UNPACKED),
        (f"{tmp_path / 'thu.eml'} › a.pdf", Code.NOT_A_WORKBOOK),
    ]


def test_a_letter_that_this_program_drafted_is_no_report(tmp_path: Path) -> None:
    letter = message(("T05.xlsx", b"PK\x03\x04 1"))
    letter["Message-ID"] = f"<1@{OWN_DOMAIN}>"
    (one,) = items(tmp_path, "T05.eml", letter.as_bytes())

    arrival = receive(one, 0, admissible())

    assert [each.code for each in arrival.findings] == [Code.OWN_OUTPUT]
    assert arrival.submission.status is Status.NOT_A_FORM


def test_it_stays_shut_where_it_comes_back_inside_another_and_the_report_beside_it_is_read(tmp_path: Path) -> None:
    letter = message(("T05.xlsx", b"PK\x03\x04 1"), subject="Đề nghị xem lại")
    letter["Message-ID"] = f"<1@{OWN_DOMAIN}>"
    back = message((NAME, RETURN), subject="Gửi lại")
    back.add_attachment(letter)

    found = items(tmp_path, "thu.eml", bytes(back))

    assert [(each.name, each.fault) for each in found[1:]] == [
        (f"thu.eml › {NAME}", None), ("thu.eml › Đề nghị xem lại", Fault(Code.OWN_OUTPUT)),
    ]  # fmt: skip
