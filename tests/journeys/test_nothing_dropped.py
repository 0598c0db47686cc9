"""Everything that lies in the folder of returns gets a line: hidden, linked, or no file at all, nothing is dropped in silence."""

import os
import socket
from collections.abc import Iterator
from contextlib import chdir, closing
from pathlib import Path

import pytest

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.keeping.keys import bytes_at
from learnsoc_xlsx.pipeline.settings.mailbox import Given, account_of
from learnsoc_xlsx.pipeline.steps.intake import tasks_of
from learnsoc_xlsx.stages.receive.unpack.folder import lying_in
from tests.journeys.test_arrivals import DAY, POSIX, T02, T03, inbox, mailed, put
from tests.runs import letters_into, run_of
from tests.stages.receive.locked import locked
from tests.stages.receive.test_unpack import zipped

__all__ = ["inbox"]
APPLE = b"\0\5\x16\7\0\2\0\0" + bytes(60)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "ngoai"
    folder.mkdir()
    (folder / "T03.xlsx").write_bytes(T03)
    return folder


def lines(inbox: Path) -> dict[str, tuple[str, list[str]]]:
    """What becomes of each thing in the folder but the register, and every finding on it as a whole."""
    run = run_of(inbox, DAY)
    found: dict[str, list[str]] = {sent.file: [] for sent in run.submissions if sent.form != "register"}
    for finding in run.findings:
        if finding.place.file in found and not finding.place.sheet:
            found[finding.place.file].append(finding.code.code)
    return {sent.file: (sent.status.word, found[sent.file]) for sent in run.submissions if sent.file in found}


def test_a_report_is_read_whatever_its_name_begins_with(inbox: Path) -> None:
    put(inbox, **{".gitxoa.xlsx": T02, "thu.toml.xlsx": T03, ".an.xlsx": T03})

    assert {name: state for name, (state, _) in lines(inbox).items()} == {
        ".gitxoa.xlsx": "accepted_with_findings",
        ".an.xlsx": "accepted_with_findings",
        "thu.toml.xlsx": "superseded",
    }


@pytest.mark.parametrize(
    "name",
    [".gitignore", ".DS_Store", "Thumbs.db", "desktop.ini", "~$bao cao.xlsx", ".~lock.bao cao.xlsx#", "thu.toml"],
)
@pytest.mark.parametrize("made", ["xlsx", "xls", "cut", "xml", "locked", "zip", "rar", "mail"])
def test_a_report_is_one_by_its_bytes_even_under_a_name_that_a_system_or_a_program_keeps_for_itself(
    made: str, name: str, inbox: Path
) -> None:
    old = Path("input_templates/sample/2026/D01 Hội Khuyến học xã 2026.xls").read_bytes()
    sent = {
        "xlsx": T02, "xls": old, "cut": old[: len(old) * 9 // 10], "locked": locked(T02, "x"), "zip": zipped(("T02.xlsx", T02)),
        "xml": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "rar": b"Rar!" + bytes(2000),
        "mail": mailed(("T02.xlsx", T02)),
    }[made]  # fmt: skip
    put(inbox, **{"T02": sent})
    usual = lines(inbox)["T02"]

    (inbox / "T02").rename(inbox / name)

    assert lines(inbox)[name] == usual
    assert not {"F10", "F41", "F50"} & set(usual[1])


@POSIX
def test_what_was_not_looked_into_is_not_judged_by_its_name(inbox: Path) -> None:
    (inbox / "~$treo.xlsx").symlink_to("khong co.xlsx")
    put(inbox, **{"a.zip": zipped(("b.zip", zipped())), "c.zip": zipped(("~$d.xlsx", locked(T02, "x")))})

    found = lines(inbox)

    assert found["~$treo.xlsx"] == ("refused", ["F39"])
    assert found["c.zip › ~$d.xlsx"] == ("refused", ["F24"])
    assert [name for name in found if name.startswith("a.zip")] == ["a.zip"]


@pytest.mark.parametrize("name", ["Thumbs.db", ".an", "anh.png", "~$bao cao.xlsx"])
def test_so_it_is_in_an_archive(name: str, inbox: Path) -> None:
    put(inbox, **{"a.zip": zipped((name, T02))})

    assert lines(inbox)[f"a.zip › {name}"][0].startswith("accepted")


def test_what_the_program_lays_there_itself_is_named_as_that_and_only_at_its_place(inbox: Path) -> None:
    index = b'{"version": 1, "letters": []}'
    for folder in ("thu", "phu"):
        (inbox / folder).mkdir()
    put(inbox, **{"thu.toml": b'host = ""', "thu/.thu.json": index, "thu/.thu.json.moi": b"{", "phu/thu.toml": b"x"})

    assert lines(inbox) == {
        "phu/thu.toml": ("not_a_form", ["F01"]),
        "thu.toml": ("not_a_form", ["F50"]),
        "thu/.thu.json": ("not_a_form", ["F50"]),
        "thu/.thu.json.moi": ("not_a_form", ["F50"]),
    }


def test_a_folder_that_holds_only_what_the_program_lays_there_is_empty(tmp_path: Path) -> None:
    put(tmp_path, **{"thu.toml": b'host = ""'})

    with pytest.raises(Refusal, match="chưa có tệp nào"):
        tasks_of(tmp_path)


def test_what_git_and_other_systems_keep_is_named_in_short_and_is_no_report_that_nobody_read(inbox: Path) -> None:
    (inbox / ".git/objects").mkdir(parents=True)
    (inbox / "System Volume Information").mkdir()
    put(inbox, **{".git/HEAD": b"ref", ".git/objects/1": b"x", ".gitkeep": b"", "desktop.ini": b"[x]"})
    put(inbox, **{"System Volume Information/T02 2026.xlsx": b"x", ".directory": b"[Desktop Entry]"})

    found = lines(inbox)

    assert {code for _, codes in found.values() for code in codes} == {"F41"}
    assert set(found) == {".git", ".gitkeep", "desktop.ini", "System Volume Information/T02 2026.xlsx", ".directory"}
    assert {gap.state for gap in run_of(inbox, DAY).missing} == {"missing"}


@POSIX
def test_a_linked_folder_is_never_followed_and_its_line_says_whether_anything_there_was_read(
    inbox: Path, outside: Path
) -> None:
    put(inbox, **{"T02.xlsx": T02})
    (inbox / "vong").symlink_to(inbox)
    (inbox / "ngoai").symlink_to(outside)

    found = lines(inbox)

    assert {name: codes for name, (_, codes) in found.items()} == {"T02.xlsx": [], "ngoai": ["F52"], "vong": ["F53"]}
    assert [one.message for one in run_of(inbox, DAY).findings if one.code.code == "F52"] == [
        f"Đây là lối tắt tới thư mục “{outside}”, nằm ngoài thư mục báo cáo. Chương trình không đọc theo lối tắt ấy. "
        "Nếu ở đó có báo cáo, hãy chép các tệp vào thư mục báo cáo rồi chạy lại; nếu không, hãy xóa lối tắt."
    ]


@POSIX
def test_a_linked_file_outside_of_the_folder_is_read_and_said_to_lie_there_to_nobody_but_the_officer(
    inbox: Path, outside: Path, tmp_path: Path
) -> None:
    (inbox / "T03.xlsx").symlink_to(outside / "T03.xlsx")

    assert lines(inbox) == {"T03.xlsx": ("accepted_with_findings", ["F53"])}
    assert [one.code.code for one in inspect([inbox / "T03.xlsx"]) if not one.place.sheet] == ["F53"]
    letters_into(inbox, tmp_path / "out", DAY)
    assert not any(str(outside).encode() in path.read_bytes() for path in (tmp_path / "out").rglob("*.eml"))


@pytest.fixture
def strange(inbox: Path) -> Iterator[Path]:
    """A folder in which lie a pipe, a socket, a device, and links that lead nowhere and round in a circle."""
    put(inbox, **{"T02.xlsx": T02})
    os.mkfifo(inbox / "ong.xlsx")
    with closing(socket.socket(socket.AF_UNIX)) as wire:
        with chdir(inbox):  # the path of a socket is short
            wire.bind("cong")
        for name, target in (("thiet bi", "/dev/zero"), ("treo.xlsx", "khong co.xlsx"), ("vong", "vong")):
            (inbox / name).symlink_to(target)
        yield inbox


@POSIX
def test_what_is_no_file_is_named_and_never_opened(strange: Path, tmp_path: Path) -> None:
    assert lines(strange) == {
        "T02.xlsx": ("accepted_with_findings", []),
        "cong": ("not_a_form", ["F51"]),
        "ong.xlsx": ("not_a_form", ["F51"]),
        "thiet bi": ("not_a_form", ["F51"]),
        "treo.xlsx": ("refused", ["F39"]),
        "vong": ("refused", ["F39"]),
    }
    assert [name for name, path in lying_in(strange).items() if bytes_at(path)] == [
        "Danh ba xa Hong Phuc.xlsx",
        "T02.xlsx",
    ]
    assert tasks_of(strange, aside=tmp_path / "khac.xlsx")


@POSIX
def test_a_pipe_in_the_place_of_the_mailbox_s_settings_is_not_written_into(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "thu.toml")

    with pytest.raises(Refusal, match="không phải tệp"):
        account_of(tmp_path, Given())


def test_a_hidden_workbook_in_an_archive_is_read_and_what_a_packer_hides_there_is_named(inbox: Path) -> None:
    packed = zipped(
        (".an.xlsx", T02), ("__MACOSX/T03.xlsx", T03), ("__MACOSX/._T03.xlsx", APPLE), (".DS_Store", b"x"), (".cfg", b"x"),
        ("Thumbs.db", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    )  # fmt: skip
    put(inbox, **{"a.zip": packed})

    found = lines(inbox)
    said = next(sent.reason for sent in run_of(inbox, DAY).submissions if sent.file == "a.zip")

    assert {name for name, (state, _) in found.items() if state.startswith("accepted")} == {
        "a.zip › .an.xlsx", "a.zip › __MACOSX/T03.xlsx",
    }  # fmt: skip
    assert "đã lấy ra 2 tệp để đọc; không đọc “__MACOSX/._T03.xlsx”, “.DS_Store”, “.cfg”, “Thumbs.db”." in said


def test_of_very_many_pictures_in_an_archive_it_is_said_how_many_there_are_of_which_kind(inbox: Path) -> None:
    pictures = [(f"anh {number}.{kind}", b"x") for kind, count in (("jpg", 13), ("png", 3)) for number in range(count)]
    put(inbox, **{"a.zip": zipped(("T02.xlsx", T02), *pictures)})

    said = next(sent.reason for sent in run_of(inbox, DAY).submissions if sent.file == "a.zip")

    assert "“anh 11.jpg” và 4 tệp khác (3 .png, 1 .jpg)." in said


def test_what_an_archive_calls_a_folder_and_yet_holds_bytes_is_a_file(inbox: Path) -> None:
    put(inbox, **{"a.zip": zipped(("bao cao/", b""), ("T02.xlsx/", T02))})

    assert [name for name in lines(inbox) if "›" in name] == ["a.zip › T02.xlsx/"]
