"""What arrives is each a file of its own: none stops the others, and none is ever taken for another."""

import email
import email.policy
import json
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from openpyxl.comments import Comment

from learnsoc_xlsx.model.errors import CannotWrite, Refusal
from learnsoc_xlsx.model.form.form import STAMP_SHEET
from learnsoc_xlsx.model.form.prefill import Prefill, Record
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.commands.explain import explain
from learnsoc_xlsx.pipeline.commands.templates import blanks
from learnsoc_xlsx.pipeline.screen.consolidated import summary
from learnsoc_xlsx.pipeline.settings.own_letters import wording_files, wording_of
from learnsoc_xlsx.pipeline.steps.intake import files_of
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.template.template import template
from learnsoc_xlsx.stages.write.write import Written
from tests.books import opened, saved, without_looks
from tests.messages.letters import simple
from tests.runs import letters_into, run_into, run_of

SAMPLE = Path("input_templates/sample")
REGISTER = next(SAMPLE.glob("Danh ba*"))
KEPT = {"P01", "H01", "X01", "T01", "T02", "T03", "D08"}


@cache
def of_few_units() -> bytes:
    """The sample's register with three of its villages and its health station."""
    book = without_looks(opened(REGISTER))
    for row in book["Đơn vị"].iter_rows(min_row=7):
        for cell in row[1:] if row[1].value not in KEPT else ():
            cell.value = None
    return saved(book)


def a_return(unit: str, name: str) -> bytes:
    """A village's return with its cover, a figure and a citizen, as some program saves it that leaves the looks away."""
    rows: dict[str, Sequence[Record]] = {
        "cover": [{"report_date": date(2026, 11, 20)}],
        "indicators": [{"population": 900}],
        "citizens": [{"name": "Trần Thị Bình"}],
    }
    return saved(without_looks(opened(template(form_of("village", 2026, 1), Prefill(unit, name, rows)))))


T02, T03 = a_return("T02", "Thôn Đoài"), a_return("T03", "Thôn Thượng")
NAME = "Báo cáo Thôn.xlsx"
DAY = date(2026, 12, 5)
POSIX = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="their disks take no two such names")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / REGISTER.name).write_bytes(of_few_units())
    return folder


def put(inbox: Path, **files: bytes) -> None:
    for name, data in files.items():
        (inbox / name).write_bytes(data)


def with_a_mistake(book: bytes, typed: str) -> bytes:
    changed = opened(book)
    changed["Chỉ tiêu"]["D10"].value = typed
    return saved(changed)


def stamped(book: bytes, unit: str, year: str = "2026") -> bytes:
    """A return whose hidden stamp names this unit and year, and whose visible ones are gone."""
    changed = opened(book)
    for page in changed:
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and "learnsoc:" in cell.value:
                    here = page.title == STAMP_SHEET
                    cell.value = f"learnsoc:village:{year}.1:{year}:{unit}" if here else None
    return saved(changed)


def codes(run: Run, file: str) -> list[str]:
    return [each.code.code for each in run.findings if each.place.file == file]


def units(run: Run) -> dict[str, tuple[str, str]]:
    return {each.file: (each.unit, each.status.word) for each in run.submissions if each.file != REGISTER.name}


# A file is its path's bytes


def twins(inbox: Path) -> dict[str, bytes]:
    """The returns of two villages under names that look alike, each with a mistake of its own."""
    both = {
        unicodedata.normalize("NFD", NAME): with_a_mistake(T02, "hai mươi"),
        unicodedata.normalize("NFC", NAME): with_a_mistake(T03, "ba mươi"),
    }
    put(inbox, **both)
    return both


@POSIX
def test_of_two_files_whose_names_look_alike_each_village_is_answered_with_its_own(inbox: Path, tmp_path: Path) -> None:
    twins(inbox)

    run = letters_into(inbox, tmp_path / "out", DAY)

    for unit, typed in (("T02", "hai mươi"), ("T03", "ba mươi")):
        reply = opened(tmp_path / f"out/phan_hoi/2026/{unit}.xlsx")
        assert reply[STAMP_SHEET]["B4"].value == unit
        assert reply["Chỉ tiêu"]["D10"].value == typed
    assert sorted(units(run)) == [NAME, f"{NAME} (2)"]


@POSIX
def test_every_name_in_the_record_and_every_link_leads_to_one_file(inbox: Path, tmp_path: Path) -> None:
    both = twins(inbox)

    run_into(inbox, tmp_path / "out", DAY)

    record = json.loads((tmp_path / "out/run.json").read_text(encoding="utf-8"))
    files = [each["file"] for each in record["submissions"]]
    assert len(set(files)) == len(files) == 3
    pages = opened(tmp_path / "out/Kiem_tra.xlsx")
    links = {
        cell.hyperlink.target
        for row in pages["Tệp đã nhận"].iter_rows()
        for cell in row
        if cell.hyperlink and cell.value == "mở"
    }
    assert links == {f"../in/{name.replace(' ', '%20')}" for name in (*both, REGISTER.name)}


@POSIX
def test_explain_opens_the_file_that_was_read_and_not_its_twin(inbox: Path, tmp_path: Path) -> None:
    twins(inbox)
    run_into(inbox, tmp_path / "out", DAY)

    for unit in ("T02", "T03"):
        lines = list(explain(f"citizens_listed {unit} 2026", tmp_path / "out"))
        assert any(line.startswith("    B7: ") for line in lines)
        assert not any("tệp không còn" in line for line in lines)


@POSIX
def test_two_names_that_differ_in_the_case_of_a_letter_are_two_files_and_each_can_be_picked(inbox: Path) -> None:
    put(inbox, **{"BC.xlsx": with_a_mistake(T02, "1"), "bc.xlsx": with_a_mistake(T02, "2")})
    register = opened(of_few_units())
    page = register["Chọn bản báo cáo"]
    for column, text in zip("BCDEF", ("bc.xlsx", "T02", "2026", "đơn vị xác nhận", "Bà Mẫu"), strict=True):
        page[f"{column}7"].value = int(text) if text.isdigit() else text
    register.save(inbox / REGISTER.name)

    run = run_of(inbox, DAY)

    assert {file: status for file, (_, status) in units(run).items()}["BC.xlsx"] == "superseded"
    assert "D33" not in codes(run, REGISTER.name)


def test_a_file_called_like_a_member_of_an_archive_is_not_taken_for_it(inbox: Path) -> None:
    put(inbox, **{f"thu.zip › {NAME}": T02})

    assert list(files_of(inbox)) == [REGISTER.name, f"thu.zip > {NAME}"]


def test_a_file_that_changed_since_it_was_read_is_not_sent_back(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, **{NAME: with_a_mistake(T02, "hai mươi")})

    def meanwhile(*_: object) -> object:
        put(inbox, **{NAME: with_a_mistake(T03, "ba mươi")})
        return wording_of(inbox)

    monkeypatch.setattr("tests.runs.wording_of", meanwhile)
    letters_into(inbox, tmp_path / "out", DAY)

    reply = opened(tmp_path / "out/phan_hoi/2026/T02.xlsx")
    assert reply["Chỉ tiêu"]["D10"].value == "hai mươi"
    assert reply[STAMP_SHEET]["B4"].value == "T02"


# No file stops the others


def out_of_reach(monkeypatch: pytest.MonkeyPatch, name: str, error: OSError) -> None:
    """Have the system not hand over any file of this name: it can be listed, and not read."""
    opens = Path.open

    def opening(path: Path, *how: object, **more: object) -> object:
        if path.name == name:
            raise error
        return opens(path, *how, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", opening)


@pytest.mark.parametrize(
    ("name", "error", "reason"),
    [
        (
            "T03.xlsx",
            PermissionError(13, "Permission denied"),
            "không có quyền đọc, hoặc chương trình khác đang giữ tệp",
        ),
        ("T03.zip", OSError(5, "Input/output error"), "ổ đĩa báo lỗi"),
        ("T03.eml", OSError(116, "Stale file handle"), "mất kết nối tới ổ đĩa mạng"),
        ("T03", OSError(999, "?"), "hệ thống báo mã 999"),
        ("thu_nhac.txt", PermissionError(13, "Permission denied"), ""),
    ],
)
def test_a_file_that_the_system_does_not_hand_over_is_one_finding_and_the_run_goes_on(
    name: str, error: OSError, reason: str, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, **{"T02.xlsx": T02, name: T03})
    out_of_reach(monkeypatch, name, error)

    run = run_of(inbox, DAY)

    assert units(run)["T02.xlsx"][1].startswith("accepted")
    if name == "thu_nhac.txt":
        assert codes(run, name) == ["F38"]
    else:
        (finding,) = [each for each in run.findings if each.place.file == name]
        assert (finding.code.code, finding.given) == ("F39", reason)
        assert units(run)[name] == ("", "refused")


@pytest.mark.parametrize("name", ["T03.xlsx", "T03.zip"])
def test_a_file_that_vanishes_while_the_run_goes_on_is_one_finding(
    name: str, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, **{"T02.xlsx": T02, name: T03})

    def vanishing(folder: Path) -> object:
        (inbox / name).unlink()
        return wording_files(folder)

    monkeypatch.setattr("learnsoc_xlsx.pipeline.steps.intake.wording_files", vanishing)
    run = run_into(inbox, tmp_path / "out", DAY)

    assert codes(run, name) == ["F39"]
    assert (tmp_path / "out/Kiem_tra.xlsx").exists()


@POSIX
def test_a_link_that_leads_nowhere_is_named(inbox: Path) -> None:
    (inbox / "T03.xlsx").symlink_to(inbox / "khong con.xlsx")

    assert codes(run_of(inbox, DAY), "T03.xlsx") == ["F39"]
    assert [each.code.code for each in inspect([inbox / "T03.xlsx"])] == ["F39"]


def test_a_folder_that_cannot_be_looked_into_is_named(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    (inbox / "kin").mkdir()
    (inbox / "kin" / "T02.xlsx").write_bytes(T02)
    scans = os.scandir

    def scanning(folder: object) -> object:
        if str(folder).endswith("kin"):
            raise PermissionError(13, "Permission denied", str(folder))
        return scans(folder)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", scanning)

    assert codes(run_of(inbox, DAY), "kin") == ["F39"]


# Impossible stamps


@pytest.mark.parametrize(
    "unit", ["t" * 260, "ệ" * 260, "..", "../../T02", "C:\\T02", "CON", "nul", "T02/T03", "con.T02"]
)
def test_a_stamp_that_names_an_impossible_unit_is_one_finding_and_the_run_goes_on(
    unit: str, inbox: Path, tmp_path: Path
) -> None:
    put(inbox, **{"T02.xlsx": T02, "x.xlsx": stamped(T03, unit)})

    run = letters_into(inbox, tmp_path / "out", DAY)

    assert [code for code in codes(run, "x.xlsx") if code[0] == "F"] == ["F46"]
    assert units(run)["T02.xlsx"][1].startswith("accepted")
    written = [path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*.eml")]
    assert all(
        len(path.name.encode()) < 240 and path.parts[0] == "phan_hoi" and len(path.parts) == 3 for path in written
    )
    assert not {"con", "nul"} & {path.stem.casefold() for path in written}


def test_a_stamp_of_a_year_that_no_calendar_has_is_one_finding(inbox: Path, tmp_path: Path) -> None:
    put(inbox, **{"T02.xlsx": T02, "x.xlsx": stamped(T03, "T03", "0000")})

    run = letters_into(inbox, tmp_path / "out", DAY)

    assert [code for code in codes(run, "x.xlsx") if code[0] == "F"] == ["F06"]
    assert units(run)["T02.xlsx"][1].startswith("accepted")


# What was sent and cannot be read


def mailed(*files: tuple[str, bytes], by: str = "t03@example.vn", said: str = "Gửi xã báo cáo.") -> bytes:
    return b"Date: Fri, 20 Nov 2026 08:00:00 +0700\n" + simple(by, "Báo cáo năm", *files, said=said)


@pytest.fixture
def with_mailboxes(inbox: Path) -> Path:
    """A register in which T03 has a mailbox."""
    register = opened(of_few_units())
    header = {cell.value: cell.column for cell in register["Đơn vị"][6]}
    row = next(row for row in register["Đơn vị"].iter_rows(min_row=7) if row[1].value == "T03")
    row[next(at for name, at in header.items() if "thư" in str(name).casefold()) - 1].value = "t03@example.vn"
    register.save(inbox / REGISTER.name)
    return inbox


def the_text(path: Path) -> str:
    body = email.message_from_bytes(path.read_bytes(), policy=email.policy.default).get_body()
    assert body is not None
    return str(body.get_content())


@pytest.mark.parametrize("day", [date(2026, 11, 22), DAY])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Thôn ta.pdf", b"%PDF-1.7 " + b"x" * 30_000),
        ("Thôn ta.xlsx", T03[:9000]),
        ("Thôn ta.rar", b"Rar!\x1a\x07\x00x"),
    ],
)
def test_a_mail_whose_attachment_cannot_be_read_is_answered_with_its_name(
    name: str, data: bytes, day: date, with_mailboxes: Path, tmp_path: Path
) -> None:
    put(with_mailboxes, **{"thu.eml": mailed((name, data))})

    letters_into(with_mailboxes, tmp_path / "out", day)

    said = the_text(tmp_path / "out/phan_hoi/2026/T03.eml")
    assert f"đã nhận tệp “{name}”, báo cáo năm 2026" in said
    assert "chưa được tính" in said
    assert not (tmp_path / "out/phan_hoi/2026/T03_nhac.eml").exists()


def test_several_such_files_are_answered_in_one_letter_that_says_which_is_meant(
    with_mailboxes: Path, tmp_path: Path
) -> None:
    put(with_mailboxes, **{"thu.eml": mailed(("1.pdf", b"%PDF-1.7"), ("2.docx.rar", b"Rar!\x1a\x07\x00x"))})

    letters_into(with_mailboxes, tmp_path / "out", DAY)

    said = the_text(tmp_path / "out/phan_hoi/2026/T03.eml")
    assert "tệp “1.pdf”, “2.docx.rar”" in said
    assert "1. “1.pdf”: " in said
    assert "2. “2.docx.rar”: " in said


def test_a_scan_beside_a_report_that_counts_is_not_asked_for_again(with_mailboxes: Path, tmp_path: Path) -> None:
    put(with_mailboxes, **{"thu.eml": mailed(("ban quet.pdf", b"%PDF-1.7"), ("bc.xlsx", T03))})

    letters_into(with_mailboxes, tmp_path / "out", DAY)

    letter = tmp_path / "out/phan_hoi/2026/T03.eml"
    assert not letter.exists() or "ban quet" not in the_text(letter)


@pytest.mark.parametrize("name", ["bao cao THON THUONG.pdf", "2026/T03.pdf", "Thôn Thượng 2026.xlsx"])
def test_a_file_that_is_the_missing_report_is_named_beside_it_and_no_letter_says_that_nothing_came(
    name: str, inbox: Path, tmp_path: Path
) -> None:
    (inbox / "2026").mkdir()
    put(inbox, **{name: b"%PDF-1.7"})

    run = letters_into(inbox, tmp_path / "out", DAY)

    assert [(each.unit, each.year, each.file) for each in run.missing if each.file] == [("T03", 2026, name)]
    assert not (tmp_path / "out/phan_hoi/2026/T03_nhac.eml").exists()


def test_a_file_that_names_two_units_stands_beside_both_and_neither_is_told_that_nothing_came(
    inbox: Path, tmp_path: Path
) -> None:
    name = "thon thuong va thon doai 2026.pdf"
    put(inbox, **{name: b"%PDF-1.7"})

    run = letters_into(inbox, tmp_path / "out", DAY)

    near = {(each.unit, each.year): each.near for each in run.missing if each.near}
    assert near == {("T02", 2026): (name,), ("T03", 2026): (name,)}
    said = the_text(tmp_path / "out/phan_hoi/2026/T03_nhac.eml")
    assert "chưa đọc được báo cáo năm 2026" in said
    assert name not in said
    assert "chưa đọc được" not in the_text(tmp_path / "out/phan_hoi/2026/T01_nhac.eml")


def test_a_return_whose_cover_names_nobody_stands_beside_the_unit_of_a_near_name(inbox: Path) -> None:
    unstamped = opened(stamped(next(SAMPLE.glob("2026/D08*2026*")).read_bytes(), ""))
    unstamped[STAMP_SHEET]["A5"].value = "learnsoc:department:2026.1:2026:"
    unstamped["Trang bìa"]["D9"].value = "Tram y te xa Binh An"
    put(inbox, **{"x.xlsx": saved(unstamped)})

    run = run_of(inbox, DAY)

    (finding,) = [each for each in run.findings if each.code.code == "F07"]
    assert "gần giống “Trạm Y tế xã”" in finding.message
    assert {(each.unit, each.year): each.near for each in run.missing if each.near} == {("D08", 2026): ("x.xlsx",)}


def test_what_a_mail_says_that_carries_a_report_is_told_to_the_officer_and_stands_nowhere_else(
    with_mailboxes: Path, tmp_path: Path
) -> None:
    said = "Số 12 ở ô D10 sửa thành 15 giúp tôi.\n\nVào 20/11/2026, UBND xã đã viết:\n> nhắc gửi"
    put(with_mailboxes, **{"thu.eml": mailed(("1.xlsx", T03), ("2.xlsx", T02), said=said)})

    run = run_into(with_mailboxes, tmp_path / "out", DAY)

    notes = [(each.place.file, each.given, each.severity.word) for each in run.findings if each.code.code == "F42"]
    assert notes == [("thu.eml › 1.xlsx", "Số 12 ở ô D10 sửa thành 15 giúp tôi.", "note")]
    assert "sửa thành 15" not in (tmp_path / "out/run.json").read_text(encoding="utf-8")
    assert all("sửa thành 15" not in the_text(path) for path in (tmp_path / "out").rglob("*.eml"))


def test_what_was_written_beside_the_cells_is_told_to_its_sender_at_its_place(inbox: Path, tmp_path: Path) -> None:
    book = opened(T03)
    book["Chỉ tiêu"]["D10"].comment = Comment("Số đúng là 15", "thôn")
    put(inbox, **{"T03.xlsx": saved(book)})

    letters_into(inbox, tmp_path / "out", DAY)

    review = opened(tmp_path / "out/phan_hoi/2026/T03.xlsx")["Cần xem lại"]
    (row,) = [row for row in review.iter_rows(values_only=True) if any("Số đúng là 15" in str(cell) for cell in row)]
    assert {"Chỉ tiêu", "D10"} <= set(row)


def test_what_a_mac_or_windows_keeps_for_itself_is_a_note(inbox: Path) -> None:
    apple = b"\0\5\x16\7\0\2\0\0" + bytes(60)
    put(
        inbox, **{"._T02.xlsx": apple, "T02.xlsx": T02, ".DS_Store": b"\0\0\0\1Bud1", "Thumbs.db": b"\xd0\xcf\x11\xe0x"}
    )

    run = run_of(inbox, DAY)

    assert [codes(run, name) for name in ("._T02.xlsx", ".DS_Store", "Thumbs.db")] == [["F41"]] * 3


# A day of the register


@pytest.mark.parametrize(
    ("day", "asked"), [(date(2026, 5, 12), ["12/05/2026"]), (date(2026, 5, 20), []), (date(2026, 12, 4), [])]
)
def test_a_deadline_that_the_returns_tell_to_be_read_the_other_way_is_asked_back_at_its_cell(
    day: date, asked: list[str], inbox: Path
) -> None:
    register = opened(of_few_units())
    header = {str(cell.value): cell.column_letter for cell in register["Hạn nộp"][6]}
    row = {"Loại đơn vị": "Thôn", "Năm": 2026, "Ngày cuối cùng": day}
    for name, value in row.items():
        register["Hạn nộp"][f"{next(at for said, at in header.items() if said.startswith(name))}20"].value = value
    register.save(inbox / REGISTER.name)
    put(inbox, **{"T02.xlsx": T02, "T03.xlsx": T03})

    run = run_of(inbox, DAY)

    found = [each for each in run.findings if each.code.code == "F44" and each.place.file == REGISTER.name]
    assert [each.given for each in found] == asked
    assert [(each.place.sheet, each.place.row) for each in found] == [("Hạn nộp", 20)] * len(asked)


# What is found in a version that does not count


def dated(book: bytes, day: date) -> bytes:
    changed = opened(book)
    page = changed["Trang bìa"]
    label = next(row for row in page.iter_rows() for cell in row if "Ngày lập" in str(cell.value))
    page.cell(label[0].row, 4).value = day
    return saved(changed)


def test_findings_of_a_superseded_version_count_in_no_total(inbox: Path, tmp_path: Path) -> None:
    whole = next(SAMPLE.glob("2026/T02*")).read_bytes()
    old = with_a_mistake(dated(whole, date(2026, 11, 20)), "hai mươi")
    put(inbox, **{"cu.xlsx": old, "moi.xlsx": dated(whole, date(2026, 11, 25))})

    run = run_into(inbox, tmp_path / "out", DAY)

    (wrong,) = [each for each in run.findings if each.place.file == "cu.xlsx" and each.code.code == "C01"]
    (why,) = [each for each in run.findings if each.code.code in ("F13", "F43")]
    assert (wrong.superseded, wrong.unit, why.superseded) == (True, "T02", False)
    assert wrong not in run.counted
    assert not run.has_errors
    errors = [line for line in summary(run, Written((), ())) if line.startswith("Điểm cần xem")]
    assert errors[0].startswith("Điểm cần xem: 0 lỗi")
    record = json.loads((tmp_path / "out/run.json").read_text(encoding="utf-8"))
    assert {each["file"] for each in record["findings"] if each["superseded"]} == {"cu.xlsx"}


# Codes that a stamp does not carry


def with_the_code(unit: str, code: str) -> bytes:
    register = opened(of_few_units())
    row = next(row for row in register["Đơn vị"].iter_rows(min_row=7) if row[1].value == unit)
    row[1].value = code
    return saved(register)


@pytest.mark.parametrize(("code", "cut"), [("T02 3", "T02"), ("T02/3", "T02")])
def test_a_code_is_refused_in_the_register_and_its_return_is_never_another_unit_s(
    code: str, cut: str, inbox: Path, tmp_path: Path
) -> None:
    put(inbox, **{REGISTER.name: with_the_code("T03", code), "T02.xlsx": T02, "x.xlsx": stamped(T03, code)})

    run = run_of(inbox, DAY)

    (finding,) = [each for each in run.findings if each.code.code == "F40"]
    assert (finding.place.file, finding.place.sheet, finding.given) == (REGISTER.name, "Đơn vị", code)
    assert {file: unit for file, (unit, _) in units(run).items()} == {"T02.xlsx": cut, "x.xlsx": code}
    with pytest.raises(Refusal, match="không dùng được"):
        list(blanks(2026, tmp_path / "mau", inbox))


# The machine


def test_a_full_temporary_folder_is_named_as_such_and_not_the_output_folder(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, **{"T02.xlsx": T02})
    writes = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.parent.name.startswith("learnsoc-"):
            raise OSError(28, "No space left on device")
        return writes(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    from learnsoc_xlsx.engine import Runner

    with pytest.raises(CannotWrite, match=r"thư mục tạm .*hết chỗ trống") as refusal:
        run_into(inbox, tmp_path / "out", DAY, Runner.PROCESSES)

    assert str(tmp_path / "out") not in str(refusal.value)
    assert not (tmp_path / "out").exists()
