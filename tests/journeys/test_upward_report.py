"""The commune as one return for the level above (form 06): its figures, what is lacking, whom it proposes, and its stamp."""

from datetime import date
from pathlib import Path

from learnsoc_xlsx.catalogue.forms.commune import COMPLETENESS
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.form.form import STAMP_SHEET
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.model.law.indicators import Ratio
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.books import opened
from tests.journeys.commune_word import DAY, YEAR, findings, household, lay_register, lay_return, nominated
from tests.journeys.council_word import AN, BINH, agreed, filled, printed, refused
from tests.made_up.district import run_and_report
from tests.made_up.values import Row
from tests.runs import run_of

FORM = form_of("commune", YEAR)
ABOVE = f"{YEAR}/Hoi_dong_de_nghi_cap_tren_{YEAR}.xlsx"


def report_of(inbox: Path, out: Path, year: int = YEAR) -> Path:
    """Print what the commune of a folder sends upward, and return where it lies."""
    run_and_report(inbox, out, DAY)
    return out / str(year) / f"Bao_cao_cap_tren_{year}.xlsx"


def listed(path: Path, sheet: str) -> list[dict[str, object]]:
    """The rows of a list of such a report by field, without what is empty."""
    page, where = opened(path)[FORM.sheet(sheet).name], anchors(FORM.sheet(sheet))
    rows = [
        {name: page[f"{letter}{row}"].value for name, letter in where.items()} for row in range(7, page.max_row + 1)
    ]
    return [shown for row in rows if (shown := {name: value for name, value in row.items() if value is not None})]


def lay_figures(inbox: Path, name: str, figures: Row, day: date = date(YEAR, 11, 5)) -> None:
    """Lay a return with these figures and no list: on the form of before, which counts nothing itself."""
    lay_return(inbox, name, revision=1, cover=[{"report_date": day}], indicators=[figures])


def figure(path: Path, name: str) -> object:
    sheet = FORM.sheet("indicators")
    return opened(path)[sheet.name][anchors(sheet)[name]].value


def test_the_form_asks_every_indicator_that_adds_up_and_no_share() -> None:
    asked = [field.id for field in FORM.sheet("indicators").asked]

    assert asked == [one.id for one in INDICATORS if not isinstance(one.source, Ratio)]


def test_a_figure_that_nobody_gave_is_left_empty_and_named(tmp_path: Path) -> None:
    lay_register(tmp_path / "in")
    lay_figures(tmp_path / "in", "T01", {"households_total": 30, "communication_sessions": 0})

    path = report_of(tmp_path / "in", tmp_path / "out")

    lacking = {row["indicator"]: row for row in listed(path, "incomplete")}
    assert (figure(path, "households_total"), figure(path, "communication_sessions")) == (30, 0)
    assert figure(path, "adults_total") is None
    assert lacking["Số người lớn (từ đủ 18 tuổi)"] == {
        "indicator": "Số người lớn (từ đủ 18 tuổi)", "reported": 0, "due": 2, "lacking": "Thôn Đoài; Thôn Hạ",
    }  # fmt: skip
    assert lacking["Tổng số hộ"]["lacking"] == "Thôn Hạ"
    assert lacking["Số chuyên đề, lớp của trung tâm học tập cộng đồng"]["lacking"] == (
        "Xã không có đơn vị nào được hỏi chỉ tiêu này"
    )


def test_the_cover_says_how_many_reports_stand_behind_it(tmp_path: Path) -> None:
    lay_register(tmp_path / "in")
    lay_figures(tmp_path / "in", "T01", {"households_total": 30})
    lay_figures(tmp_path / "in", "T02", {"households_total": 20}, date(YEAR, 12, 3))

    page = opened(report_of(tmp_path / "in", tmp_path / "out"))["Trang bìa"]
    at = anchors(FORM.sheet("cover"))

    shown = {
        field.label: page[at[field.id]].value for field in FORM.sheet("cover").asked if field.section == COMPLETENESS
    }
    assert shown == {
        "Số đơn vị trong xã phải báo cáo": 3,
        "Trong đó: đã có báo cáo được tính": 2,
        "Trong đó: chưa có báo cáo được tính": 1,
        "Trong số đã có: gửi sau hạn": 1,
        "Đã đủ báo cáo của mọi đơn vị": "không",
    }


def test_whom_the_council_agreed_to_propose_is_named_and_whom_it_refused_is_not(tmp_path: Path) -> None:
    inbox, third = tmp_path / "in", household("Lê Thị Cúc", 1970)
    lay_register(inbox)
    named = [nominated(name, upward=True, proposed_form="bang_khen") for name in ("Nguyễn Văn An", "Trần Thị Bình")]
    lay_return(inbox, "T01", households=[AN, BINH, third], nominations=[*named, nominated("Lê Thị Cúc", upward=True)])
    printed(inbox, tmp_path / "printed")
    votes = {"Nguyễn Văn An": agreed(form="Giấy khen"), "Trần Thị Bình": refused()}
    filled(tmp_path / "printed" / ABOVE, inbox / "Bien ban.xlsx", votes)

    rows = listed(report_of(inbox, tmp_path / "out"), "proposed_upward")

    assert [(row["round"], row["name"], row.get("proposed_form"), row["standing"]) for row in rows] == [
        ("Hằng năm", "Lê Thị Cúc", None, "Theo kết quả xét; Hội đồng xã chưa kết luận"),
        ("Hằng năm", "Nguyễn Văn An", "Giấy khen", "Hội đồng xã nhất trí ngày 02/12/2026 (8/0)"),
    ]


def test_at_the_end_of_a_phase_the_nominations_of_the_interim_stand_in_the_report_too(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    lay_register(inbox)
    lay_return(inbox, "T01", 2025, households=[AN], nominations=[nominated("Nguyễn Văn An", upward=True)])

    rows = listed(report_of(inbox, tmp_path / "out", 2025), "proposed_upward")

    assert [(row["round"], row["name"]) for row in rows] == [
        ("Hằng năm", "Nguyễn Văn An"),
        ("Sơ kết", "Nguyễn Văn An"),
    ]


def test_the_report_bears_the_code_of_the_register_above_where_that_is_another(tmp_path: Path) -> None:
    for folder, settings in (("own", {}), ("other", {"code_above": "HP-017"}), ("bad", {"code_above": "HP 017"})):
        lay_register(tmp_path / folder, settings=[{"closing_date": DAY, **settings}])
        lay_figures(tmp_path / folder, "T01", {"households_total": 30})

    reports = {name: report_of(tmp_path / name, tmp_path / f"{name} out") for name in ("own", "other", "bad")}

    assert {name: opened(path)[STAMP_SHEET]["B4"].value for name, path in reports.items()} == {
        "own": "X01", "other": "HP-017", "bad": "X01",
    }  # fmt: skip
    assert [code for code, *_ in findings(run_of(tmp_path / "bad", DAY), "F40")] == ["F40"]


def test_the_same_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    lay_register(tmp_path / "in")
    lay_figures(tmp_path / "in", "T01", {"households_total": 30})

    once, again = (report_of(tmp_path / "in", tmp_path / name).read_bytes() for name in ("once", "again"))

    assert once == again


def test_a_commune_that_lays_its_own_report_among_the_returns_is_not_counted_twice(tmp_path: Path) -> None:
    lay_register(tmp_path / "in")
    lay_figures(tmp_path / "in", "T01", {"households_total": 30})
    report = report_of(tmp_path / "in", tmp_path / "out")
    before = run_of(tmp_path / "in", DAY)
    (tmp_path / "in" / report.name).write_bytes(report.read_bytes())

    run = run_of(tmp_path / "in", DAY)

    assert findings(run, "D63") == [("D63", report.name, "", "")]
    assert run.figures == before.figures
    assert run.missing == before.missing
