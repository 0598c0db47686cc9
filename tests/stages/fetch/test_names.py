"""File names that every system can hold, and folder names as the wire wants them."""

import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnsoc_xlsx.spreadsheet.on_disk.file_names import numbered, safe
from learnsoc_xlsx.stages.fetch.imap.names import encoded, named


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Báo cáo thôn Đông.xlsx", "Báo cáo thôn Đông.xlsx"),
        (unicodedata.normalize("NFD", "Báo cáo.xlsx"), "Báo cáo.xlsx"),
        ('a<b>:"c/d\\e|f?g*.xlsx', "a_b___c_d_e_f_g_.xlsx"),
        ("CON.xlsx", "_CON.xlsx"), ("com1", "_com1"), ("console.xlsx", "console.xlsx"), ("LPT9.tar.gz", "_LPT9.tar.gz"),
        ("bao cao.xlsx. . ", "bao cao.xlsx"), (" . ", "khong ten"), ("", "khong ten"), (".xlsx", "xlsx"),
        ("~$bao cao.xlsx", "_~$bao cao.xlsx"),
        ("một\r\nhai\x00.xls", "một hai_.xls"),
        ("a\x9bb\ud800\uffff.xls", "ab__.xls"),
        ("ệ" * 300 + ".xlsx", "ệ" * 65 + ".xlsx"),
        ("a" * 300 + ".xlsx", "a" * 120 + ".xlsx"),
    ],
)  # fmt: skip
def test_a_name_that_every_system_can_hold(name: str, kept: str) -> None:
    assert safe(name) == kept


@given(st.text(max_size=400))
def test_any_name_at_all_becomes_one_that_windows_takes(name: str) -> None:
    kept = safe(name)

    assert kept
    assert kept == kept.strip(" .")
    assert not PureWindowsPath(kept).is_reserved()
    assert PureWindowsPath(kept).name == kept
    assert len(kept.encode()) <= 210
    assert safe(kept) == kept


def test_the_second_file_of_one_name() -> None:
    assert [numbered("a.b.xlsx", each) for each in (1, 2)] == ["a.b.xlsx", "a.b (2).xlsx"]
    assert numbered("a", 3) == "a (3)"


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("INBOX", "INBOX"),
        ("Báo cáo", "B&AOE-o c&AOE-o"),
        ("Việc & nhà", "Vi&Hsc-c &- nh&AOA-"),
        (unicodedata.normalize("NFD", "Báo cáo"), "B&AOE-o c&AOE-o"),
    ],
)
def test_a_folder_s_name_on_the_wire(name: str, wire: str) -> None:
    assert encoded(name) == wire
    assert named(wire) == unicodedata.normalize("NFC", name)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"])))
def test_a_folder_s_name_comes_back(name: str) -> None:
    assert named(encoded(name)) == unicodedata.normalize("NFC", name)
