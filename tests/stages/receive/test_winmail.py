"""What Outlook wraps in a winmail.dat is read like any attachment; what cannot be taken out is said to be in there."""

import random
import struct
import time
from pathlib import Path

import pytest

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.preflight.preflight import preflight
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from learnsoc_xlsx.stages.receive.unpack import winmail
from learnsoc_xlsx.stages.receive.unpack.unpack import load, unpack
from learnsoc_xlsx.stages.receive.unpack.winmail import open_winmail
from tests.messages.letters import in_base64
from tests.stages.receive.test_unpack import NAME, RETURN
from tests.stages.receive.tnef import attribute, file, file_as_property, message, tnef

HEADERS = "Content-Type: application/ms-tnef; name=winmail.dat"
BUSY = tnef() + attribute(1, 0x9003, 6, struct.pack("<I", 0xFFFF_FFFF))


def test_its_files_come_out_with_the_names_that_their_sender_gave_them() -> None:
    assert open_winmail(tnef(file(NAME, RETURN), file("nhỏ.xlsx", b"small"))) == [
        (NAME, RETURN),
        ("nhỏ.xlsx", b"small"),
    ]


def test_a_letter_s_winmail_dat_is_one_more_container(tmp_path: Path) -> None:
    (tmp_path / "thu.eml").write_bytes(in_base64(HEADERS, tnef(file(NAME, RETURN))))

    found = unpack(tmp_path, tmp_path / "thu.eml")

    assert [each.name for each in found] == ["thu.eml", f"thu.eml › winmail.dat › {NAME}"]
    assert load(found[1]) == RETURN
    assert found[1].mail is not None
    assert found[1].mail.sender == "can-bo@vi-du.invalid"


def test_so_is_one_that_somebody_saved_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "ATT00001.dat").write_bytes(tnef(file(NAME, RETURN)))

    assert [each.name for each in unpack(tmp_path, tmp_path / "ATT00001.dat")][1:] == [f"ATT00001.dat › {NAME}"]


def test_a_message_attached_in_it_gives_its_files_too() -> None:
    inside = message(file(NAME, RETURN), message(file("b.xlsx", b"b")))

    assert open_winmail(tnef(file("a.xlsx", b"a"), inside)) == [("a.xlsx", b"a"), (NAME, RETURN), ("b.xlsx", b"b")]


def test_a_workbook_whose_bytes_stand_among_the_properties_is_whole() -> None:
    """The library cuts the NULs off their end, and a zip ends with NULs."""
    opened = open_winmail(tnef(file_as_property(NAME, RETURN)))

    assert isinstance(opened, list)
    ((name, content),) = opened
    assert (name, content[: len(RETURN)]) == (NAME, RETURN)
    assert isinstance(preflight(content), Sound)
    assert isinstance(preflight(RETURN.rstrip(b"\0")), Fault)


def test_one_that_holds_no_more_than_the_looks_of_a_letter_is_named_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "thu.eml").write_bytes(in_base64(HEADERS, tnef()))

    (found,) = unpack(tmp_path, tmp_path / "thu.eml")

    assert found.taken is not None
    assert (found.taken.files, found.taken.aside) == (0, ("winmail.dat",))


def test_a_nameless_file_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "winmail.dat").write_bytes(tnef(file("", b"PK")).replace(b"BAOCAO~1.XLS", bytes(12)))

    assert [each.name for each in unpack(tmp_path, tmp_path / "winmail.dat")][1:] == [
        "winmail.dat › đính kèm không tên"
    ]


# What stays shut


def test_without_the_extra_the_finding_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(winmail, "find_spec", lambda _: None)
    (tmp_path / "thu.eml").write_bytes(in_base64(HEADERS, tnef(file(NAME, RETURN))))

    found = inspect([tmp_path / "thu.eml"])

    assert [each.code for each in found] == [Code.UNPACKED, Code.WINMAIL]
    assert (
        "nên không mở được (máy này chưa cài phần mở winmail.dat; người cài máy chạy: python -m pip install tnefparse). "
        in found[1].message
    )


@pytest.mark.parametrize("data", [b"\x78\x9f\x3e\x22", tnef()[:9], tnef(file(NAME, RETURN)).replace(b"\x02\x02\x90", b"\x02\x77\x90", 1)])  # fmt: skip
def test_a_broken_one_is_said_to_be_broken(data: bytes) -> None:
    assert open_winmail(data) == Fault(Code.WINMAIL, extra=" (nội dung bị hỏng)")


def test_one_that_claims_four_thousand_million_properties_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(winmail, "PATIENCE", 2)
    begun = time.monotonic()

    found = open_winmail(BUSY)

    assert len(BUSY) < 120
    assert found == Fault(Code.WINMAIL, extra=" (đọc thử thì quá thời gian mà chưa xong)")
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_one_never_raises(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(tnef(file(NAME, b"x" * 500), message(file("b.xlsx", b"b" * 300))))
    for _ in range(chance.randrange(1, 20)):
        data[chance.randrange(4, len(data))] = chance.randrange(256)

    found = open_winmail(bytes(data))

    assert isinstance(found, Fault) or all(isinstance(content, bytes) for _, content in found)
