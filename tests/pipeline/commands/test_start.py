"""Start: what the first evening writes, whichever way the questions were answered."""

import email
import email.policy
import io
import shutil
import sys
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from unittest.mock import patch

import pytest

from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.commands.start import start
from learnsoc_xlsx.pipeline.start.answers_file import answers_in
from learnsoc_xlsx.pipeline.steps.register import register_in
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import saved
from tests.commands import Ended, learnsoc
from tests.made_up.filling import fill
from tests.made_up.values import Row
from tests.runs import run_of

ANSWERS = '''
year = 2026
commune = "UBND xã hồng phúc"
above = "TP. Đông Giang"
signer = "Trần Mẫu Hai"
contact = "Bà Mẫu, 0900 000 000"
return_to = "baocao@vi-du.invalid"
villages = """
1. Thôn Đông Hòa; t01@vi-du.invalid
2. Thôn Đoài
"""
schools = ["MN Tân Học; mã S09; s01@vi-du.invalid"]
'''
TYPED = [
    "2026", "UBND xã hồng phúc", "TP. Đông Giang", "", "Trần Mẫu Hai", "Bà Mẫu, 0900 000 000", "baocao@vi-du.invalid",
    "1. Thôn Đông Hòa; t01@vi-du.invalid", "2. Thôn Đoài", "", "MN Tân Học; mã S09; s01@vi-du.invalid", "", "", "", "", "", "",
]  # fmt: skip
PRINTED = Path("output/mau_bieu/2026")
REGISTER = Path("input_templates/filled/Danh_ba_2026.xlsx")


def begun(folder: Path, text: str = ANSWERS, *words: str) -> Ended:
    """Start in a folder from a file of answers."""
    (folder / "tra_loi.toml").write_text(text, encoding="utf-8")
    return learnsoc("start", "--answers", "tra_loi.toml", *words, folder=folder)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    """A folder in which somebody started from a file of answers, and how that ended."""
    folder = tmp_path_factory.mktemp("evening")
    return folder, begun(folder)


def test_an_empty_folder_gets_a_register_a_form_for_each_unit_and_its_letter(evening: tuple[Path, Ended]) -> None:
    folder, ended = evening

    assert (ended.returncode, ended.stderr) == (0, "")
    assert sorted(files_in(folder)) == [
        "input_templates/filled/Danh_ba_2026.xlsx",
        "output/mau_bieu/2026/Mau_01_Thon_2026_T01.xlsx",
        "output/mau_bieu/2026/Mau_01_Thon_2026_T02.xlsx",
        "output/mau_bieu/2026/Mau_02_Truong_hoc_2026_S09.xlsx",
        "output/mau_bieu/2026/Mau_05_Trung_tam_hoc_tap_cong_dong_2026_TT01.xlsx",
        "output/mau_bieu/2026/Mau_10_Bo_phan_chuyen_mon_cua_xa_2026_BP01.xlsx",
        "output/mau_bieu/2026/thu_gui_mau/BP01_Bo_Phan_Chuyen_Mon_Xa.eml",
        "output/mau_bieu/2026/thu_gui_mau/S09_Truong_Mam_Non_Tan_Hoc.eml",
        "output/mau_bieu/2026/thu_gui_mau/T01_Thon_Dong_Hoa.eml",
        "output/mau_bieu/2026/thu_gui_mau/T02_Thon_Doai.eml",
        "output/mau_bieu/2026/thu_gui_mau/TT01_Trung_Tam_Hoc_Tap_Cong_Dong_Xa.eml",
        "tra_loi.toml",
    ]


def test_the_register_passes_its_own_checks_and_says_what_was_answered(evening: tuple[Path, Ended]) -> None:
    folder, _ = evening
    register = register_in(folder / REGISTER.parent)

    assert inspect([folder / REGISTER]) == []
    assert register
    profile = register.profile_on(date(2026, 6, 1))
    assert (profile.issuer, profile.parent_name, profile.place_name) == ("UBND XÃ HỒNG PHÚC", "UBND THÀNH PHỐ ĐÔNG GIANG", "Hồng Phúc")  # fmt: skip
    assert (profile.signer_title, profile.signer) == ("CHỦ TỊCH", "Trần Mẫu Hai")
    assert register.reports_since == 2026
    assert [(unit.id, unit.kind, unit.name, unit.parent, unit.email) for unit in register.units] == [
        ("CT01", "province", "Thành phố Đông Giang", None, None),
        ("X01", "commune", "Xã Hồng Phúc", "CT01", None),
        ("T01", "village", "Thôn Đông Hòa", "X01", "t01@vi-du.invalid"),
        ("T02", "village", "Thôn Đoài", "X01", None),
        ("S09", "school", "Trường Mầm non Tân Học", "X01", "s01@vi-du.invalid"),
        ("TT01", "centre", "Trung tâm học tập cộng đồng xã", "X01", None),
        ("BP01", "office", "Bộ phận chuyên môn xã", "X01", None),
    ]


def letter_in(folder: Path, name: str) -> EmailMessage:
    data = (folder / PRINTED / "thu_gui_mau" / name).read_bytes()
    return email.message_from_bytes(data, policy=email.policy.default)


def test_a_letter_is_a_draft_that_carries_the_form_of_its_unit_alone(evening: tuple[Path, Ended]) -> None:
    folder, _ = evening
    letter = letter_in(folder, "T01_Thon_Dong_Hoa.eml")
    (attached,) = letter.iter_attachments()
    body = letter.get_body()

    assert (letter["X-Unsent"], letter["To"]) == ("1", "t01@vi-du.invalid")
    assert letter["Subject"] == "Thôn Đông Hòa: mẫu báo cáo năm 2026 (Mẫu 01 Thôn), hạn gửi 29/11/2026"
    assert attached.get_filename() == "Mau_01_Thon_2026_T01.xlsx"
    assert attached.get_payload(decode=True) == (folder / PRINTED / "Mau_01_Thon_2026_T01.xlsx").read_bytes()
    assert body is not None
    assert body.get_content().startswith("Kính gửi: Ông/Bà Trưởng thôn Đông Hòa\n")
    assert "Gửi cả tệp về baocao@vi-du.invalid" in body.get_content()


def test_a_letter_to_a_unit_without_an_address_bears_none_and_the_screen_says_whose(
    evening: tuple[Path, Ended],
) -> None:
    folder, ended = evening

    assert letter_in(folder, "T02_Thon_Doai.eml")["To"] is None
    assert "Chưa có địa chỉ thư của 3 đơn vị, ô “Đến” của thư còn trống: Thôn Đoài, Trung tâm học tập cộng đồng xã, Bộ phận chuyên môn xã." in ended.stdout  # fmt: skip


def test_the_screen_says_where_all_lies_and_what_comes_next(evening: tuple[Path, Ended]) -> None:
    _, ended = evening
    *_, first, second, third = ended.stdout.splitlines()

    assert f"  {REGISTER.as_posix()}  danh bạ của xã" in ended.stdout.splitlines()
    assert first.startswith("  1. Mở danh bạ, xem lại tên, mã, địa chỉ thư")
    assert "learnsoc templates --year 2026 input_templates/filled --letters" in second
    assert third.startswith("  3. Mở từng thư nháp")


def test_the_same_answers_typed_and_from_a_file_give_the_same_bytes(
    evening: tuple[Path, Ended], tmp_path: Path
) -> None:
    with patch.object(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in TYPED))):
        ended = learnsoc("start", folder=tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    from_file = {name: data for name, data in files_in(evening[0]).items() if name != "tra_loi.toml"}
    assert files_in(tmp_path) == from_file


def test_what_is_there_is_not_written_over_and_nothing_is_asked(evening: tuple[Path, Ended], tmp_path: Path) -> None:
    (tmp_path / REGISTER.parent).mkdir(parents=True)
    shutil.copy(evening[0] / REGISTER, tmp_path / REGISTER.parent / "cua toi.xlsx")
    before = files_in(tmp_path)

    ended = learnsoc("start", folder=tmp_path)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(
        "Thư mục “input_templates/filled” đã có danh bạ “cua toi.xlsx”, lệnh này không ghi đè."
    )
    assert files_in(tmp_path) == before


def test_forms_of_the_year_that_lie_there_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / PRINTED).mkdir(parents=True)
    (tmp_path / PRINTED / "Mau_01_Thon_2026_T01.xlsx").write_bytes(b"mine")

    ended = begun(tmp_path)

    assert ended.returncode == 2
    assert ended.stderr.startswith("Thư mục “output/mau_bieu/2026” đã có mẫu in trước, lệnh này không ghi đè.")
    assert sorted(files_in(tmp_path)) == [(PRINTED / "Mau_01_Thon_2026_T01.xlsx").as_posix(), "tra_loi.toml"]


def test_what_stops_half_way_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(ANSWERS, encoding="utf-8")
    answers = answers_in(tmp_path / "a.toml", 2026, {})

    with (
        patch("learnsoc_xlsx.pipeline.commands.start.of_units", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        start(tmp_path / "in", tmp_path / "out", answers, date(2026, 1, 5))

    assert [path.name for path in tmp_path.iterdir()] == ["a.toml"]


def test_forms_may_not_lie_among_the_returns(tmp_path: Path) -> None:
    ended = begun(tmp_path, ANSWERS, "--out", "input_templates/filled/mau")

    assert (ended.returncode, ended.stderr.startswith("Kết quả không ghi được vào “input_templates/filled/mau”")) == (
        2,
        True,
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            ANSWERS + 'vilages = "Thôn A"',
            "“tra_loi.toml” có mục lạ “vilages”. Có phải “villages”? Chỉ có các mục year, commune,",
        ),
        ('commune = "Xã A"', "“tra_loi.toml” chưa có mục “above” (Cấp trên trực tiếp). Hãy thêm một dòng cho mục ấy."),
        ('commune = "A"', "“tra_loi.toml”, mục “commune”: Hãy ghi cả “xã”, “phường” hoặc “đặc khu” trước tên, ví dụ"),
        (
            "commune = true",
            "“tra_loi.toml”, mục “commune”: cần chữ trong dấu nháy kép, hoặc một danh sách chữ. Hãy sửa lại.",
        ),
        ("commune = Xã A", "Không đọc được “tra_loi.toml”: có dòng viết sai cách ("),
    ],
)
def test_a_file_of_answers_that_cannot_be_used_is_told_which_entry(text: str, sentence: str, tmp_path: Path) -> None:
    ended = begun(tmp_path, text)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(sentence)
    assert sorted(files_in(tmp_path)) == ["tra_loi.toml"]


def test_the_example_that_is_printed_is_a_file_of_answers(tmp_path: Path) -> None:
    example = learnsoc("start", "--example").stdout
    (tmp_path / "a.toml").write_text(example, encoding="utf-8")

    answers = answers_in(tmp_path / "a.toml", 2026, {})

    assert answers["commune"] == "Xã Ninh Hải"
    assert "# Các thôn, tổ dân phố (bắt buộc)." in example.splitlines()


def test_after_an_address_is_mended_in_the_register_forms_and_letters_are_printed_again(
    evening: tuple[Path, Ended], tmp_path: Path
) -> None:
    shutil.copytree(evening[0] / REGISTER.parent, tmp_path / "in")
    fourth: Row = {"email": "thondoai@vi-du.invalid"}
    data = (tmp_path / "in" / REGISTER.name).read_bytes()
    book = fill(data, form_of("register", 2026), {"units": [{}, {}, {}, fourth]})
    (tmp_path / "in" / REGISTER.name).write_bytes(saved(book))

    ended = learnsoc("templates", "--year", "2026", "in", "--letters", folder=tmp_path)

    assert ended.returncode == 0
    assert letter_in(tmp_path, "T02_Thon_Doai.eml")["To"] == "thondoai@vi-du.invalid"
    assert learnsoc("templates", "--year", "2026", "--letters", folder=tmp_path).stderr.startswith(
        "--letters cần danh bạ"
    )


def test_a_form_that_a_start_printed_is_filled_in_and_counts(evening: tuple[Path, Ended], tmp_path: Path) -> None:
    shutil.copytree(evening[0] / REGISTER.parent, tmp_path / "in")
    printed, form = evening[0] / PRINTED / "Mau_01_Thon_2026_T01.xlsx", form_of("village", 2026)
    book = fill(printed.read_bytes(), form, {"indicators": [{"households_total": 120}]})
    (tmp_path / "in" / "tra ve.xlsx").write_bytes(saved(book))

    run = run_of(tmp_path / "in", date(2026, 12, 31))

    assert [(sent.unit, sent.year, sent.status.counts) for sent in run.submissions if sent.form == "village"] == [("T01", 2026, True)]  # fmt: skip
    assert {(gap.unit, gap.year) for gap in run.missing if gap.state == "missing"} == {("T02", 2026), ("S09", 2026), ("TT01", 2026), ("BP01", 2026)}  # fmt: skip
