"""The journey of the sample commune, from its folder to the result workbooks."""

import html
import json
import os
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from learnsoc_xlsx.catalogue.papers.papers import PAPERS, SERIES
from learnsoc_xlsx.engine import Runner
from learnsoc_xlsx.model.form.form import STAMP_SHEET, SheetKind
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.explain import explain
from learnsoc_xlsx.pipeline.settings.own_papers import templates_of
from learnsoc_xlsx.stages.write.papers.papers import papers
from learnsoc_xlsx.vietnamese.counting.amounts import amount_in_words
from tests.books import opened
from tests.calc import all_saved_as, needs_office, papers_printed, reckoned_anew, sheets_of_paper
from tests.english import english, seen
from tests.papers.printed import headings_parted, on_no_page, signed_alone
from tests.papers.reading import paper
from tests.privacy import leaks, people_of, unit_of
from tests.runs import run_into
from tests.second_opinion.opinion import compared_with, opinion
from tests.stages.write.test_formulas import one_sided
from tests.test_contract import PAGE, described, keys_of

SAMPLE = Path("input_templates/sample")
CLOSING = date(2026, 12, 5)
Record = dict[str, Any]
OF_A_MEETING = {"rounds", "verdicts", "decided"}
"""What is whole only where a council has met: test_council_results.py looks at these."""


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Path]:
    folder = tmp_path_factory.mktemp("out")
    return run_into(SAMPLE, folder, CLOSING), folder


@pytest.fixture(scope="module")
def out(ended: tuple[Run, Path]) -> Path:
    return ended[1]


@pytest.fixture(scope="module")
def run(out: Path) -> Record:
    said: Record = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return said


def test_every_key_of_run_json_is_in_the_contract_and_no_other(run: Record) -> None:
    lists = described(PAGE.split("## run.json")[1].split("```")[1])

    assert {name for name, value in run.items() if isinstance(value, list)} == set(lists)
    assert {name for name in run if name not in lists} == {"version", "as_of", "sample", "inbox", "asked"}
    assert lists
    for name, keys in lists.items():
        if name in OF_A_MEETING:
            assert keys_of(run[name]) <= keys, name
        else:
            assert run[name], f"the sample has no {name}"
            assert keys_of(run[name]) == keys, name


def test_no_letter_and_no_marked_workbook_names_another_unit_its_people_or_its_files(ended: tuple[Run, Path]) -> None:
    assert len(list((ended[1] / "phan_hoi").rglob("*.eml"))) > 20
    assert leaks(*ended) == []


def test_run_json_repeats_nobody_s_name_but_of_those_who_are_proposed(ended: tuple[Run, Path], run: Record) -> None:
    people = {name for names in people_of(ended[0]).values() for name in names}
    proposed = {verdict["subject"] for verdict in run["verdicts"]}
    told = json.dumps(
        [run[name] for name in ("findings", "outcomes", "submissions", "versions", "register")], ensure_ascii=False
    )

    assert len(people) > 1000
    assert sorted(name for name in people - proposed if name in told) == []


SUMMARIES = ("2026/Tong_hop_2026.xlsx", "giai_doan_1/Tong_hop_2024-2025.xlsx")


def test_nobody_who_stands_in_a_list_travels_with_a_summary(ended: tuple[Run, Path]) -> None:
    lists = tuple(table for table in ended[0].tables if table.sheet.kind is SheetKind.LIST)
    register = ended[0].register
    may_stand = {name for unit in register.units for name in unit.names} | {one.signer for one in register.profile}
    people = {name for names in people_of(replace(ended[0], tables=lists)).values() for name in names} - may_stand
    summaries = sorted(ended[1].rglob("Tong_hop_*.xlsx"))

    assert len(people) > 1000
    assert len(summaries) == 5
    for summary in summaries:
        with zipfile.ZipFile(summary) as parts:
            text = "\n".join(html.unescape(parts.read(name).decode()) for name in parts.namelist())
        assert "Thôn Đoài" in text
        assert sorted(name for name in people if name in text) == [], summary.name


def test_every_link_of_a_summary_to_its_annex_leads_to_a_row_that_is_there(out: Path) -> None:
    for summary in SUMMARIES:
        links = [
            cell.hyperlink
            for sheet in opened(out / summary).worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.hyperlink
        ]
        (target,) = {link.target for link in links}
        annex = opened((out / summary).parent / target)

        assert len(links) > 500
        for link in links:
            sheet, _, cell = link.location.rpartition("!")
            assert annex[sheet.strip("'")][cell].value is not None, link.location


def test_the_second_opinion_on_the_last_year_comes_to_the_same_figures_verdicts_and_cells(
    out: Path, run: Record
) -> None:
    compared = compared_with(opinion(SAMPLE, year=CLOSING.year), out, (CLOSING.year,))

    assert [str(one) for one in compared.differences] == []
    assert compared.counts["figures"] == sum(one["period"] == str(CLOSING.year) for one in run["figures"]) > 1000
    rounds = {one["id"] for one in run["rounds"] if one["years"] == [CLOSING.year]}
    assert compared.counts["verdicts"] == sum(one["round"] in rounds for one in run["verdicts"]) > 200
    assert compared.counts["cells of Tong_hop"] > 700
    assert compared.counts["cells of Khen_thuong"] > 100


@pytest.fixture(scope="module")
def reckoned(out: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """The summaries, and a share over those who gave both sides, as an office program reckons and prints them."""
    books = [*(out / summary for summary in SUMMARIES), one_sided(tmp_path_factory.mktemp("one_sided"))]
    saved = reckoned_anew(books, tmp_path_factory.mktemp("reckoned"))
    return {path.name: both for path, both in saved.items()}


@needs_office
def test_a_summary_is_printed_on_at_most_twelve_pages(reckoned: dict[str, tuple[Path, Path]]) -> None:
    pages = [sheets_of_paper(reckoned[Path(summary).name][1]) for summary in SUMMARIES]

    assert all(6 < count <= 12 for count in pages), pages


@needs_office
@pytest.mark.parametrize(("summary", "formulas", "left"), [(SUMMARIES[0], 240, 1), (SUMMARIES[1], 290, 1)])
def test_an_office_program_reckons_every_total_and_share_of_a_summary_as_we_did(
    out: Path, reckoned: dict[str, tuple[Path, Path]], summary: str, formulas: int, left: int
) -> None:
    """`left` are the figures of the commune that no cells of the workbook come to: they stay values."""
    live, stored = opened(out / summary), load_workbook(out / summary, data_only=True)
    anew = load_workbook(reckoned[Path(summary).name][0], data_only=True)

    cells = [
        (sheet.title, cell) for sheet in live for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    ours, theirs = ([book[title][cell.coordinate].value for title, cell in cells] for book in (stored, anew))
    first = live.worksheets[0]
    still = [cell for row in first.iter_rows() for cell in row if cell.font.b and isinstance(cell.value, int | float)]

    print(f"{summary}: {len(cells)} formulas, {len(still)} figures that stay values")
    assert len(cells) > formulas
    assert [cell.coordinate for _, cell in cells if re.search(r"#|_xl", cell.value)] == []
    assert [value for value in ours if not isinstance(value, int | float)] == []
    assert theirs == pytest.approx(ours, rel=1e-12)
    assert len(still) == left


@needs_office
def test_an_office_program_reckons_a_share_over_those_who_gave_both_sides_as_we_did(
    reckoned: dict[str, tuple[Path, Path]],
) -> None:
    sheet = load_workbook(reckoned["x.xlsx"][0], data_only=True).worksheets[0]
    values = [cell.value for row in sheet.iter_rows() for cell in row]

    assert 5 in values
    assert pytest.approx(700 / 9) in values


def test_no_english_word_stands_on_a_sheet_in_a_letter_or_in_a_file_s_name(ended: tuple[Run, Path]) -> None:
    whole, folder = ended
    sent = {part for each in whole.submissions for part in (each.file, *each.file.split(" › "))}
    of_others = {"club", "NguyÔn V¨n B×nh céng hßa"}
    told = {
        text: (path.name, sheet)
        for path in folder.rglob("*.xlsx")
        if "phan_hoi" not in path.parts
        for sheet, text in seen(path.read_bytes())
    }
    said = [(*place, word) for text, place in told.items() for word in english(text, *sent, *of_others)]
    for letter in folder.rglob("*.eml"):
        message = message_from_bytes(letter.read_bytes(), policy=default)
        body = message.get_body()
        assert body is not None
        said += [
            (letter.name, "", word) for word in english(f"{message['Subject']} {body.get_content()}", *sent, *of_others)
        ]
    names = [
        path.relative_to(folder).with_suffix("").as_posix().replace("_", " ").replace("/", " ")
        for path in folder.rglob("*")
    ]

    assert said == []
    assert {word for name in names if name not in ("run", "findings") for word in english(name)} == set()


def figure(run: Record, indicator: str, body: str, period: str, structure: str = "own") -> Record:
    (one,) = [
        each
        for each in run["figures"]
        if (each["indicator"], each["id"], each["period"], each["structure"]) == (indicator, body, period, structure)
    ]
    return dict(one)


def test_every_row_of_every_table_is_accounted_for(run: Record) -> None:
    tables = [table for each in run["submissions"] for table in each["tables"]]

    assert len(tables) > 500
    assert all(each["read"] == each["accepted"] + each["rejected"] + each["ignored"] for each in tables)


def test_every_row_that_does_not_count_is_named_with_its_reason(run: Record) -> None:
    lost = sum(table["rejected"] for each in run["submissions"] for table in each["tables"])
    named = [each for each in run["outcomes"] if each["outcome"] == "rejected"]

    assert lost == len(named)
    assert all(each["reason"] for each in run["outcomes"])


def test_the_findings_are_exactly_the_mistakes_put_in_each_at_its_cell(run: Record) -> None:
    from tests.sample.__main__ import expected

    wanted = Counter((code, sheet, cell) for _, code, sheet, cell in expected())
    found = Counter((each["code"], each["sheet"] or "", each["cell"] or "") for each in run["findings"])

    assert found == wanted
    for begins, code, sheet, cell in expected():
        assert any(
            each["file"].startswith(begins)
            and (each["code"], each["sheet"] or "", each["cell"] or "") == (code, sheet, cell)
            for each in run["findings"]
        ), (begins, code, sheet, cell)


def test_no_finding_has_a_gap_in_its_sentence(run: Record) -> None:
    assert [each["message"] for each in run["findings"] if "“”" in each["message"] or "  " in each["message"]] == []


def test_at_least_a_third_of_the_files_were_saved_by_an_office_program() -> None:
    files = [path for path in SAMPLE.rglob("*") if path.is_file()]
    by_office = [path for path in files if path.suffix == ".ods" or b"LibreOffice" in _about(path)]

    assert len(by_office) * 3 >= len(files)
    assert {path.suffix for path in files} >= {".xlsx", ".xls", ".ods"}


def _about(path: Path) -> bytes:
    """What a file says of the program that saved it."""
    try:
        with zipfile.ZipFile(path) as parts:
            return parts.read("docProps/app.xml")
    except (zipfile.BadZipFile, KeyError):
        return path.read_bytes()[:0]


def test_who_is_late_and_who_is_missing_is_said(run: Record) -> None:
    assert [(each["unit"], each["year"], each["state"]) for each in run["missing"]] == [
        ("D06", 2025, "late"),
        ("D08", 2025, "missing"),
        ("E03", 2026, "unread"),
    ]


def test_the_commune_s_total_is_the_sum_of_its_villages_and_says_how_many_stand_behind_it(run: Record) -> None:
    villages = [figure(run, "households_total", f"T0{number}", "2025")["value"] for number in range(1, 8)]

    total = figure(run, "households_total", "X01", "2025")

    assert total["value"] == sum(villages) == 1709
    assert (total["reported"], total["expected"]) == (7, 7)
    assert len(total["from"]) == 7


def test_a_missing_report_is_not_counted_as_nothing(run: Record) -> None:
    members = figure(run, "members_total", "X01", "2026")

    assert (members["reported"], members["expected"]) == (14, 15)
    assert not [
        each
        for each in run["figures"]
        if (each["id"], each["period"], each["indicator"]) == ("E03", "2026", "members_total")
        and each["value"] is not None
    ]


def test_a_merged_village_keeps_its_old_figures_and_lives_on_in_its_successor(run: Record) -> None:
    trai, thuong = figure(run, "households_total", "T07", "2025"), figure(run, "households_total", "T03", "2025")

    both = figure(run, "households_total", "T03", "2025", "current")

    assert both["value"] == trai["value"] + thuong["value"] == 117 + 214


def test_the_old_district_has_the_old_years_and_the_city_has_the_new_ones(run: Record) -> None:
    years = {
        scope: {each["period"] for each in run["figures"] if each["id"] == scope and each["structure"] == "own"}
        for scope in ("H01", "P01")
    }

    assert years["H01"] == {"2024"}
    assert {"2025", "2026"} <= years["P01"]


def test_a_phase_sums_its_flows_keeps_its_last_stock_and_reckons_its_shares_anew(run: Record) -> None:
    def of(name: str, period: str) -> Record:
        return figure(run, name, "T01", period)

    assert of("communication_sessions", "phase-1")["value"] == sum(
        of("communication_sessions", year)["value"] for year in ("2024", "2025")
    )
    assert of("households_recognised", "phase-1")["value"] == of("households_recognised", "2025")["value"]
    assert of("fund_opening", "phase-1")["value"] == of("fund_opening", "2024")["value"]
    share = of("households_share", "phase-1")
    assert share["value"] == pytest.approx(100 * share["numerator"] / share["denominator"], abs=0.01)


def test_every_verdict_gives_its_reasons_with_article_and_place(run: Record) -> None:
    reasons = [reason for each in run["verdicts"] for reason in each["reasons"]]

    assert {each["verdict"] for each in run["verdicts"]} == {
        "recommended",
        "reserve",
        "on_hold",
        "not_eligible",
        "undecided",
    }
    assert all(each["article"] and each["found"] and each["needed"] for each in reasons)
    assert all(each["from"] for each in reasons if each["met"] is not None)


def test_a_reason_without_a_place_is_one_for_which_there_is_no_cell(ended: tuple[Run, Path]) -> None:
    """No report counts for the year, no row is the nominee's, the form did not ask, or it is asked beside."""
    run = ended[0]
    sent = {each.number: (each.unit, each.year) for each in run.submissions if each.status.counts}
    lists = {name for award in run.awards for name in award.listed_in}
    listed = {
        (*sent[int(row["submission"])], row[table.sheet.subject.id], row.get("birth_year"))
        for table in run.tables
        if table.sheet.id in lists
        for row in table.rows.to_dict("records")
        if int(row["submission"]) in sent
    }
    nowhere = [
        (one.round, one.unit, one.subject, reason.condition)
        for one in run.verdicts
        for reason in one.reasons
        if not reason.places
        and reason.asked
        and reason.open is None
        and not reason.condition.startswith("Chỉ tiêu khác")
        if (one.unit, reason.year, one.subject, one.born) in listed
        or (one.subject == one.unit_name and (one.unit, reason.year) in sent.values())
    ]

    assert len(listed) > 1000
    assert nowhere == []


def test_every_marked_workbook_is_of_the_unit_to_which_its_letter_goes(ended: tuple[Run, Path]) -> None:
    stamped = {
        reply.name: stamp
        for reply in (ended[1] / "phan_hoi").rglob("*.xlsx")
        if (stamp := CalamineWorkbook.from_path(str(reply)).get_sheet_by_name(STAMP_SHEET).to_python()[3][1])
    }

    assert len(stamped) > 20
    assert {name for name, unit in stamped.items() if unit_of(Path(name)) != unit} == set()


def test_a_village_that_is_recognised_is_not_refused_for_a_share_of_its_clans(run: Record) -> None:
    """T07 in 2024, T05 in 2025, T01 and T06 in 2026: 33,33 % of their clans, where the commune set 50 %."""
    doubted = {
        (each["unit"], each["round"]): each
        for each in run["verdicts"]
        if each["award"] == "village"
        and each["round"].startswith("annual")
        and any(reason["open"] == "recognition" for reason in each["reasons"])
    }

    assert {("T07", "annual-2024"), ("T05", "annual-2025"), ("T01", "annual-2026"), ("T06", "annual-2026")} <= set(
        doubted
    )
    assert doubted["T01", "annual-2026"]["verdict"] == "recommended"
    assert "33,33 %, mức xã đặt 50 %: đề nghị kiểm tra" in doubted["T01", "annual-2026"]["summary"]
    for verdict in doubted.values():
        assert not [each for each in verdict["reasons"] if each["article"] == "III.1.2.c" and each["met"] is False]


def test_the_same_folder_gives_the_same_bytes_whatever_runs_it(out: Path, tmp_path: Path) -> None:
    run_into(SAMPLE, tmp_path, CLOSING, Runner.PROCESSES)

    written = sorted(path.relative_to(out) for path in out.rglob("*") if path.is_file())

    assert written == sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    for path in written:
        assert (out / path).read_bytes() == (tmp_path / path).read_bytes(), path


def test_a_figure_is_explained_down_to_its_cell(out: Path) -> None:
    said = "\n".join(explain("households_total T01 2026", out))

    assert "268 hộ" in said
    assert "2026/T01 Thôn Đông Hòa 2026" in said
    assert "› Chỉ tiêu › D32" in said


def test_a_counted_figure_is_explained_by_its_rows(out: Path) -> None:
    said = list(explain("initiatives T01 2026", out))

    assert any(line.strip().startswith("B7: ") for line in said), os.linesep.join(said)


def test_a_share_over_a_list_is_explained_by_the_rows_that_gave_both_sides(out: Path) -> None:
    told = list(explain("centre_attendances_women_share C01 2026", out))

    assert any(line.strip().startswith("B7: ") for line in told), os.linesep.join(told)


def test_a_sum_over_a_list_with_blanks_bears_a_sign_and_its_source_says_over_how_many_rows(
    run: Record, out: Path
) -> None:
    partial = [
        each for each in run["figures"] if each["partial"] and (each["scope"], each["period"]) == ("unit", "2026")
    ]
    book = opened(out / "2026" / "Danh_sach_2026.xlsx")
    told = {str(cell.value) for row in book["Nguồn số liệu"].iter_rows(min_col=9, max_col=9) for cell in row}
    signed = {cell.number_format for row in book["Theo kế hoạch"].iter_rows() for cell in row}

    assert partial
    for origin in (origin for each in partial for origin in each["from"] if origin["rows"] < origin["of_rows"]):
        assert f"cộng từ {origin['rows']} trên {origin['of_rows']} dòng, còn ô trống ▲" in told
    assert any("▲" in number_format for number_format in signed)


def test_a_row_that_was_rejected_does_not_explain_a_count(run: Record, out: Path) -> None:
    """T06 repeats “Đỗ Trọng Thịnh” of row 7 in row 12; row 12 is rejected (R03)."""
    counted = next(
        each["indicator"]
        for each in run["figures"]
        if (each["id"], each["period"]) == ("T06", "2026")
        and any((one.get("table"), one["value"]) == ("village.households", one.get("rows")) for one in each["from"])
    )

    said = list(explain(f"{counted} T06 2026", out))
    rows = [line.strip().partition(":")[0] for line in said[: said.index("")]]

    assert "B12" not in rows
    assert len([row for row in rows if row.startswith("B")]) == figure(run, counted, "T06", "2026")["value"]


def test_a_verdict_is_explained_by_its_reasons(out: Path) -> None:
    said = "\n".join(explain("Hội Cựu chiến binh annual-2026", out))

    assert "Tạm dừng xét" in said
    assert "Đang bị xem xét kỷ luật" in said


# What it prints


def without(book: Path, sheet: str, folder: Path) -> Path:
    """Copy a workbook with one of its sheets hidden, so that it is not printed."""
    copy = folder / book.name
    with zipfile.ZipFile(book) as parts, zipfile.ZipFile(copy, "w") as written:
        for name in parts.namelist():
            data = parts.read(name)
            if name == "xl/workbook.xml":
                data = data.replace(f'<sheet name="{sheet}"'.encode(), f'<sheet name="{sheet}" state="hidden"'.encode())
            written.writestr(name, data)
    return copy


@needs_office
def test_the_pack_of_the_council_is_ten_pages_and_that_of_a_phase_twelve(out: Path, tmp_path: Path) -> None:
    packs = {"2026/Khen_thuong_2026.xlsx": 10, "giai_doan_1/Khen_thuong_so_ket_2025.xlsx": 12}
    books = [without(out / path, "Đề nghị cấp trên", tmp_path) for path in packs]

    printed = all_saved_as(["pdf"], books, tmp_path / "pdf")["pdf"]

    pages = [sheets_of_paper(path) for path in printed]
    assert all(6 < count <= most for count, most in zip(pages, packs.values(), strict=True)), pages


# Its papers


@pytest.fixture(scope="module")
def van_ban(ended: tuple[Run, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of papers: reports, and what a round submits, minutes and decides."""
    run, folder = ended[0], tmp_path_factory.mktemp("papers")
    wanted = [one for one in PAPERS if one.id in ("report", "phase_report", "submission", "minutes", "decision")]
    for _ in papers(run, wanted, SERIES, templates_of(run.inbox), folder, map):
        pass
    return folder / "van_ban"


OVERVIEWS = (
    ("2026/Tong_hop_2026.xlsx", "2026/01_bao_cao_nam_2026.docx", ("Năm 2025", "Năm 2026")),
    ("2025/Tong_hop_2025.xlsx", "2025/01_bao_cao_nam_2025.docx", ("Năm 2024", "Năm 2025")),
)


@pytest.mark.parametrize(("summary", "report", "years"), OVERVIEWS)
def test_the_figures_of_a_report_are_those_of_the_summary(
    out: Path, van_ban: Path, summary: str, report: str, years: tuple[str, str]
) -> None:
    rows = [list(row) for row in load_workbook(out / summary, data_only=True).worksheets[0].iter_rows(values_only=True)]
    head = next(row for row in rows if "Chỉ tiêu" in row)
    at = {name: head.index(name) for name in ("Chỉ tiêu", "Đơn vị tính", *years, "Tăng, giảm", "Mục tiêu")}
    shown = {f"{row[at['Chỉ tiêu']]} ({row[at['Đơn vị tính']]})": row for row in rows if row[at["Đơn vị tính"]]}
    del shown["Chỉ tiêu (Đơn vị tính)"]

    table = next(rows for rows in paper(van_ban / report).tables if rows[0][0].startswith("Chỉ tiêu"))
    lines = {row[0]: row for row in table[1:] if len(row) == len(table[0])}

    assert table[0][1:4] == [*years, "Tăng, giảm"]
    assert set(lines) == set(shown)
    assert len(lines) > 30
    for name, line in lines.items():
        for column, said in zip((*years, "Tăng, giảm"), line[1:4], strict=True):
            assert _number(said) == pytest.approx(_value(shown[name][at[column]]), abs=0.005), (name, column)
        asked = str(shown[name][at["Mục tiêu"]] or "")
        assert line[4].partition(":")[0] == asked, name


def _number(said: str) -> float | None:
    return None if said == "–" else float(said.removesuffix(" ▲").replace(".", "").replace(",", "."))


def _value(cell: object) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def test_the_drafts_of_a_round_list_whom_run_json_recommends_with_their_money(van_ban: Path, run: Record) -> None:
    units = {unit["id"]: unit["name"] for unit in run["units"]}
    recommended = [
        each for each in run["verdicts"] if (each["round"], each["verdict"]) == ("annual-2026", "recommended")
    ]
    decision = paper(van_ban / "2026/14_quyet_dinh_hang_nam_2026.docx")
    rows = decision.listed

    assert len(rows) == len(recommended) > 30
    assert Counter(row[5] for row in rows) == Counter(_dotted(each["bonus"]["amount"]) for each in recommended)
    for each in recommended:
        name, where, money = each["subject"], units[each["unit"]], _dotted(each["bonus"]["amount"])
        assert [
            row for row in rows if row[1].endswith(name) and (where in row[3] or name == where) and row[5] == money
        ], (name, where)
    total = sum(each["bonus"]["amount"] for each in recommended)
    assert decision.tables[-1][-1] == [f"Cộng: {len(rows)} trường hợp", _dotted(total)]
    assert f"{_dotted(total)} đồng ({amount_in_words(total)})" in decision.line("Điều 2.")
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


def _dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def test_every_award_in_a_list_begins_under_its_own_name_and_roman_number(van_ban: Path) -> None:
    table = paper(van_ban / "2026/14_quyet_dinh_hang_nam_2026.docx").tables[-1]

    assert [row[0].partition(".")[0] for row in table if len(row) == 1] == ["I", "II", "III", "IV", "V", "VI"]


def test_a_sample_says_so_on_every_page_of_every_paper(van_ban: Path) -> None:
    written = sorted(van_ban.rglob("*.docx"))

    assert len(written) > 15
    for path in written:
        section = paper(path).document.sections[0]
        feet = [foot.paragraphs[0].text for foot in (section.first_page_footer, section.footer)]
        assert feet == ["SỐ LIỆU MẪU – xã hư cấu, không dùng để quyết định"] * 2, path.name


@needs_office
def test_no_paper_has_an_empty_page_a_heading_parted_from_what_follows_or_a_signature_alone(
    van_ban: Path, tmp_path: Path
) -> None:
    names = (
        "2026/01_bao_cao_nam_2026",
        "2025/29_bao_cao_so_ket_2025",
        "2026/11_to_trinh_hang_nam_2026",
        "2026/12_bien_ban_hang_nam_2026",
        "2026/14_quyet_dinh_hang_nam_2026",
    )

    printed = papers_printed([van_ban / f"{name}.docx" for name in names], tmp_path)

    for path in printed:
        assert on_no_page(path) == [], path.name
        assert headings_parted(path) == [], path.name
        assert signed_alone(path) == [], path.name
