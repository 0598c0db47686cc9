"""Where the results go: whole or not at all, the same bytes each time, long lists on further sheets."""

import hashlib
import json
import os
from datetime import date
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.errors import CannotWrite
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.report import Column, ListColumn, Listing, Page, Report, Show
from learnsoc_xlsx.stages.write.draw.links import relative_path
from learnsoc_xlsx.stages.write.draw.render import render
from learnsoc_xlsx.stages.write.moving.change import Workplace
from learnsoc_xlsx.stages.write.moving.whole import whole
from learnsoc_xlsx.stages.write.run_json.last_outputs import outputs_of
from learnsoc_xlsx.stages.write.views import VIEWS
from learnsoc_xlsx.stages.write.write import write, writing
from tests.stages.write.a_run import a_run, households

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def contents(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "a")
    write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "b")

    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_nothing_but_the_results_is_left_behind(tmp_path: Path) -> None:
    written = write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")

    assert {path.relative_to(tmp_path / "out").as_posix() for path in written} == contents(tmp_path / "out").keys()


def test_no_folder_stays_of_which_the_last_result_went_and_one_with_a_file_of_ones_own_does(tmp_path: Path) -> None:
    place, own = Workplace(tmp_path / ".learnsoc-x"), tmp_path / "2024/ghi chép.txt"
    former = {"phan_hoi/2024/T01.eml": sha256(b"letter").hexdigest(), "2024/a.xlsx": sha256(b"book").hexdigest()}
    for name, data in (("phan_hoi/2024/T01.eml", b"letter"), ("2024/a.xlsx", b"book")):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(data)
    own.write_text("của xã", encoding="utf-8")
    place.fresh.mkdir(parents=True)

    place.move(former)

    assert (sorted(path.name for path in tmp_path.iterdir()), own.exists()) == ([".learnsoc-x", "2024"], True)


def test_a_page_that_fails_leaves_the_old_results_untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")
    before = contents(tmp_path / "out")

    def fail(*_: object) -> Page:
        raise ZeroDivisionError

    monkeypatch.setitem(VIEWS, "local_numbers", fail)
    with pytest.raises(ZeroDivisionError):
        write(a_run(tmp_path / "in", sample=False), WORKBOOKS, tmp_path / "out")

    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize("mark", [".~lock.Kiem_tra.xlsx#", "~$Kiem_tra.xlsx", "~$em_tra.xlsx"])
def test_a_result_that_is_open_is_a_sentence_and_the_old_results_stay(mark: str, tmp_path: Path) -> None:
    """LibreOffice, Excel and Word each leave a mark of their own."""
    write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")
    (tmp_path / "out" / mark).write_text("an officer")
    before = contents(tmp_path / "out")

    with pytest.raises(CannotWrite, match=r"Kiem_tra\.xlsx.*đang mở"):
        write(a_run(tmp_path / "in", sample=False), WORKBOOKS, tmp_path / "out")

    assert contents(tmp_path / "out") == before


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotWrite, match="Không ghi được vào thư mục"):
        write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "file" / "out")


@pytest.mark.skipif(AS_ROOT, reason="root may write anywhere")
def test_a_folder_without_leave_to_write_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o500)

    with pytest.raises(CannotWrite):
        write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")


def put(out: Path, texts: dict[str, str], former: dict[str, str] | None = None) -> None:
    with whole(out, former or {}) as fresh:
        for name, text in texts.items():
            (fresh / name).write_text(text)


def test_what_the_run_before_wrote_goes_unless_somebody_changed_it(tmp_path: Path) -> None:
    for name in ("old.txt", "changed.txt", "foreign.txt"):
        (tmp_path / name).write_text("as written")
    known = sha256(b"as written").hexdigest()
    (tmp_path / "changed.txt").write_text("with the council's remarks")

    put(tmp_path, {"new.txt": "new"}, {"old.txt": known, "changed.txt": known, "gone.txt": known})

    assert {path.name for path in tmp_path.iterdir()} == {"new.txt", "changed.txt", "foreign.txt"}


def test_a_result_that_somebody_changed_is_kept_beside_the_new_one_and_named(tmp_path: Path) -> None:
    first = write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")
    filled = next(path for path in first if path.name == "Khen_thuong_2026.xlsx")

    for remarks, name in ((b"voted", "Khen_thuong_2026_sua_tay.xlsx"), (b"again", "Khen_thuong_2026_sua_tay_2.xlsx")):
        filled.write_bytes(remarks)
        with writing(WORKBOOKS, tmp_path / "out") as writer:
            run = a_run(tmp_path / "in")
            writer.figures(run, map)
            writer.awards(run, map)
            written = writer.finish(run, writer.written())

        assert written.kept == (filled.with_name(name),)
        assert filled.with_name(name).read_bytes() == remarks
        assert kept_as(tmp_path / "out") == {"2026/Khen_thuong_2026.xlsx": f"2026/{name}"}
    assert filled.read_bytes().startswith(b"PK")

    write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")
    assert len(list(filled.parent.glob("*_sua_tay*"))) == 2
    assert kept_as(tmp_path / "out") == {}


def kept_as(out: Path) -> dict[str, str]:
    """What run.json says was kept, and where."""
    outputs = json.loads((out / "run.json").read_bytes())["outputs"]
    return {each["file"]: each["kept_as"] for each in outputs if each["kept_as"]}


def test_a_file_of_somebody_s_own_that_bears_a_result_s_name_is_kept_too(tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("somebody's own")

    put(tmp_path, {"new.txt": "new"})

    assert (tmp_path / "new_sua_tay.txt").read_text() == "somebody's own"
    assert (tmp_path / "new.txt").read_text() == "new"


@pytest.mark.parametrize("path", ["../outside.txt", "sub/../../outside.txt", "{absolute}"])
def test_a_run_json_that_points_outside_takes_nothing_away(path: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("somebody else's")
    (tmp_path / "out" / "sub").mkdir(parents=True)

    named = path.format(absolute=outside)
    put(tmp_path / "out", {"new.txt": "new"}, {named: sha256(b"somebody else's").hexdigest()})

    assert outside.read_text() == "somebody else's"


def test_a_run_without_its_former_year_takes_that_year_s_workbooks_away(tmp_path: Path) -> None:
    write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")

    written = write(a_run(tmp_path / "in"), WORKBOOKS[-1:], tmp_path / "out")

    left = {path for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert left == set(written) == {tmp_path / "out" / name for name in ("Kiem_tra.xlsx", "findings.jsonl", "run.json")}


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"outputs": [1]}'])
def test_a_run_json_that_says_nothing_takes_nothing_away(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text)

    assert outputs_of(tmp_path / "run.json") == {}


def test_what_stood_there_is_put_back_when_one_of_many_will_not_move(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old a")
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "b.txt" / "inside").write_text("in the way")
    (tmp_path / "~$b.txt").write_text("")

    with pytest.raises(CannotWrite):
        put(tmp_path, {"a.txt": "new a", "b.txt": "new b"})

    assert (tmp_path / "a.txt").read_text() == "old a"
    assert (tmp_path / "b.txt" / "inside").read_text() == "in the way"


def a_list(length: int) -> Report:
    rows = ListColumn(Column("Dòng", 10, Show.COUNT), range(length))
    where = ListColumn(
        Column("Ô", 10),
        [f"A{number}" for number in range(length)],
        links=tuple(Place("x.xlsx", "S", f"A{n}") for n in range(1, length + 1)),
    )
    page = Page("list", "Danh sách", "DANH SÁCH", (Listing((rows, where), length),))
    return Report("x.xlsx", "Thử", None, date(2026, 1, 1), date(2026, 1, 1), "", (page,))


def test_a_list_too_long_for_a_sheet_goes_on_to_the_next(tmp_path: Path) -> None:
    render(a_list(25), tmp_path / "x.xlsx", tmp_path.joinpath, tmp_path, full=10)

    _, *sheets = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets
    numbers = [[row[0] for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)] for sheet in sheets]

    assert [sheet.title for sheet in sheets] == ["Danh sách", "Danh sách (2)", "Danh sách (3)"]
    assert [sheet["A1"].value for sheet in sheets] == [f"DANH SÁCH ({part}/3)" for part in (1, 2, 3)]
    assert [number for part in numbers for number in part] == list(range(25))
    assert all(sheet.print_title_rows for sheet in sheets)


def test_what_goes_over_several_sheets_has_contents_that_lead_to_each(tmp_path: Path) -> None:
    render(a_list(25), tmp_path / "x.xlsx", tmp_path.joinpath, tmp_path, full=10)

    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    rows = [row for row in book["Mục lục"].iter_rows() if row[0].hyperlink]
    led_to = [row[0].hyperlink.location.split("!") for row in rows if row[0].hyperlink]

    assert book.sheetnames[0] == "Mục lục"
    assert [[cell.value for cell in row][:5] for row in rows] == [
        ["Danh sách", 1, 10, "A0", "A9"],
        ["Danh sách (2)", 11, 20, "A10", "A19"],
        ["Danh sách (3)", 21, 25, "A20", "A24"],
    ]
    assert [book[sheet.strip("'")][cell].value for sheet, cell in led_to] == [0, 10, 20]


def test_a_list_that_fills_one_sheet_has_no_contents_and_is_no_part(tmp_path: Path) -> None:
    render(a_list(10), tmp_path / "x.xlsx", tmp_path.joinpath, tmp_path, full=10)

    (sheet,) = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets

    assert "DANH SÁCH" in [row[0].value for row in sheet.iter_rows()]


def test_the_sheet_says_which_range_it_covers(tmp_path: Path) -> None:
    render(a_list(25), tmp_path / "x.xlsx", tmp_path.joinpath, tmp_path)

    (sheet,) = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets
    heading = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "Dòng")

    assert (sheet.min_row, sheet.max_row) == (1, heading + 25)
    assert sheet.auto_filter.ref == f"A{heading}:B{heading + 25}"


def test_after_the_last_link_that_a_sheet_can_hold_the_address_is_plain_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("learnsoc_xlsx.stages.write.draw.links.MOST", 5)
    render(a_list(8), tmp_path / "x.xlsx", tmp_path.joinpath, tmp_path)

    (sheet,) = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets

    assert sum(cell.hyperlink is not None for row in sheet.iter_rows() for cell in row) == 5


def test_a_link_is_a_relative_path_with_forward_slashes(tmp_path: Path) -> None:
    way = relative_path(tmp_path / "in" / "Thôn #1, 50%.xlsx", tmp_path / "out" / "2026")

    assert way == "../../in/Thôn%20%231,%2050%25.xlsx"


def test_a_long_list_is_written_whole(tmp_path: Path) -> None:
    write(a_run(tmp_path / "in", tables=(households(25_000),)), WORKBOOKS, tmp_path / "out")

    sheet = CalamineWorkbook.from_path(tmp_path / "out/2026/Danh_sach_2026.xlsx").get_sheet_by_name("Gia đình")
    last = sheet.to_python()[-1]

    assert last[0] == 25_000
    assert last[2] == "Chủ hộ 25000"


def test_the_record_holds_what_the_contract_says(tmp_path: Path) -> None:
    write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")
    text = (tmp_path / "out/run.json").read_text(encoding="utf-8")
    said = json.loads(text)

    assert list(said) == sorted(said)
    assert said.keys() >= {
        "version",
        "as_of",
        "sample",
        "submissions",
        "findings",
        "figures",
        "verdicts",
        "missing",
        "outputs",
    }
    assert said["as_of"] == "2026-12-20"
    assert said["submissions"][0].keys() >= {
        "file",
        "sha256",
        "form",
        "form_version",
        "year",
        "unit",
        "received",
        "status",
        "status_code",
        "tables",
    }
    assert said["submissions"][0]["tables"] == [
        {"table": "village.households", "read": 4, "accepted": 3, "rejected": 1, "ignored": 0}
    ]
    assert said["findings"][1].keys() >= {
        "code",
        "severity",
        "file",
        "sheet",
        "cell",
        "unit",
        "year",
        "field",
        "given",
        "message",
    }
    assert said["missing"][0].keys() >= {"unit", "form", "year", "due", "state"}
    assert said["verdicts"][0].keys() >= {"round", "group", "kind", "unit", "subject", "verdict", "rank", "reasons"}
    assert said["verdicts"][1]["reasons"][0].keys() >= {"article", "condition", "found", "needed", "met", "figure"}


def test_the_record_keeps_shares_exact_and_what_is_missing_null(tmp_path: Path) -> None:
    write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")
    figures = json.loads((tmp_path / "out/run.json").read_text(encoding="utf-8"))["figures"]

    by_key = {(each["indicator"], each["id"], each["period"]): each for each in figures}
    share, unknown = by_key["households_share", "commune", "2026"], by_key["households_share", "v-tay", "2026"]

    assert (share["numerator"], share["denominator"], share["value"]) == (800, 1200, 66.6667)
    assert (unknown["value"], unknown["numerator"]) == (None, None)
    assert by_key["listed", "v-dong", "2026"]["from"][0].keys() >= {"file", "sheet", "cell", "table", "rows"}


def test_the_record_names_every_workbook_with_its_hash(tmp_path: Path) -> None:
    written = write(a_run(tmp_path / "in"), WORKBOOKS, tmp_path / "out")
    outputs = json.loads(written[-1].read_text(encoding="utf-8"))["outputs"]

    assert {each["file"]: each["sha256"] for each in outputs} == {
        path.relative_to(tmp_path / "out").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in written[:-1]
    }
