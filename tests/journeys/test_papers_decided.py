"""The papers of a round on which the council met: what they say of whom, and that it is what workbook and run.json say."""

import json
from pathlib import Path
from typing import Any

import pytest

from learnsoc_xlsx.vietnamese.counting.amounts import amount_in_words
from tests.books import opened
from tests.journeys.commune_word import DAY, YEAR, lay_register, lay_return, nominated
from tests.journeys.council_word import AN, ANNUAL, agreed
from tests.journeys.paper_word import MERIT, ON_BLANKS, PUBLIC, ROUND, SIGNED, Met, meet, met, met_on_five, of_folder
from tests.made_up.values import Row
from tests.papers.reading import whole
from tests.stages.write.papers.valid import faults

EM_S, AN_S = "Hộ gia đình Đỗ Thị Em", "Hộ gia đình Nguyễn Văn An"
LEFT_OUT = ("Trần Thị Bình", "Lê Thị Cúc", "Phạm Văn Dũng", "Mai Văn Mới")
"""Refused, changed since, not treated, added by hand."""
UPWARD = {"41_de_nghi_cap_tren", "42_bien_ban_cap_tren", "43_tom_tat_thanh_tich_cap_tren"}
REPORT = {"01_bao_cao_nam"}


@pytest.fixture(scope="module")
def round_(tmp_path_factory: pytest.TempPathFactory) -> Met:
    return met(tmp_path_factory.mktemp("met"))


@pytest.fixture(scope="module")
def told(round_: Met) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads((round_.out / "run.json").read_text(encoding="utf-8"))
    return whole


# Which papers there are, and which are drafts


def test_before_the_council_met_every_paper_is_a_draft_at_the_head_of_every_page(round_: Met) -> None:
    assert set(round_.before) == ROUND | ON_BLANKS | REPORT | UPWARD
    for name, paper in round_.before.items():
        if name not in ON_BLANKS:
            assert [head.strip() for head in paper.heads] == ["DỰ THẢO", "DỰ THẢO"], name
    assert "DỰ THẢO" in round_.before["16_giay_khen_phoi"].text


def test_certificates_of_a_made_up_commune_say_so_on_blanks_too(round_: Met) -> None:
    assert "SỐ LIỆU MẪU" in round_.before["16_giay_khen_phoi"].text
    assert "SỐ LIỆU MẪU" in round_.papers["16_giay_khen_phoi"].text


def test_after_it_none_of_the_round_s_is_and_those_of_another_round_still_are(round_: Met) -> None:
    drafts = {
        name
        for name, paper in round_.papers.items()
        if any(head.strip() for head in paper.heads) or "DỰ THẢO" in paper.text
    }

    assert set(round_.papers) == ROUND | ON_BLANKS | PUBLIC | REPORT | UPWARD
    assert drafts == UPWARD


def test_no_file_bears_a_person_s_name_and_each_begins_with_its_number(round_: Met) -> None:
    names = sorted(path.name for path in (round_.out / "van_ban" / str(YEAR)).iterdir())

    assert names == [
        f"01_bao_cao_nam_{YEAR}.docx",
        f"10_can_xem_truoc_hang_nam_{YEAR}.docx",
        f"11_to_trinh_hang_nam_{YEAR}.docx",
        f"12_bien_ban_hang_nam_{YEAR}.docx",
        f"13_tom_tat_thanh_tich_hang_nam_{YEAR}.docx",
        f"14_quyet_dinh_hang_nam_{YEAR}.docx",
        f"15_giay_khen_hang_nam_{YEAR}.docx",
        f"16_giay_khen_phoi_hang_nam_{YEAR}.docx",
        f"16_in_thu_phoi_hang_nam_{YEAR}.docx",
        f"16_thu_tu_in_phoi_hang_nam_{YEAR}.docx",
        f"17_ky_nhan_hang_nam_{YEAR}.docx",
        f"18_bai_phat_thanh_hang_nam_{YEAR}.docx",
        f"18_thong_bao_hang_nam_{YEAR}.docx",
        f"41_de_nghi_cap_tren_{YEAR}.docx",
        f"42_bien_ban_cap_tren_{YEAR}.docx",
        f"43_tom_tat_thanh_tich_cap_tren_{YEAR}.docx",
    ]


def test_a_forecast_and_a_round_without_anybody_proposed_have_no_papers(round_: Met) -> None:
    held = {one.id: one.forecast for one in round_.run.rounds}

    assert held["final-2030"] is True
    assert held["interim-2025"] is False
    assert [path.name for path in (round_.out / "van_ban").iterdir()] == [str(YEAR)]


def test_word_takes_every_paper(round_: Met, tmp_path: Path) -> None:
    assert [(name, fault) for name, one in round_.papers.items() for fault in faults(one.data, tmp_path)] == []


# Who is on which list


def test_the_decision_its_submission_and_the_payments_list_whom_the_council_agreed_on_and_nobody_else(
    round_: Met,
) -> None:
    """| STT | Họ và tên      | Năm sinh | Chức vụ, nơi ở, đơn vị | Hình thức  | Tiền thưởng |"""
    rows = [
        ["1", EM_S, "1985", "Thôn Đoài", "Biểu dương", "0"],
        ["2", AN_S, "1951", "Thôn Đoài", "Giấy khen", "1.140.000"],
    ]

    assert round_.papers["11_to_trinh"].listed == rows
    assert round_.papers["14_quyet_dinh"].listed == rows
    assert round_.papers["17_ky_nhan"].listed == [["1", AN_S, "Thôn Đoài", "1.140.000", ""]]
    for name in (
        "11_to_trinh",
        "13_tom_tat_thanh_tich",
        "14_quyet_dinh",
        "15_giay_khen",
        "16_giay_khen_phoi",
        "17_ky_nhan",
    ):
        assert [person for person in LEFT_OUT if person in round_.papers[name].text] == [], name


def test_a_certificate_is_printed_for_each_giay_khen_and_for_no_other_form(round_: Met) -> None:
    certificates = round_.papers["15_giay_khen"].lines

    assert certificates.count("GIẤY KHEN") == 1
    assert certificates[certificates.index("GIẤY KHEN") + 1] == AN_S
    assert "Đỗ Thị Em" not in round_.papers["15_giay_khen"].text


def test_the_minutes_tell_of_whomever_was_recommended_concluded_on_or_added_with_votes_and_conclusion(
    round_: Met,
) -> None:
    """| STT | Đối tượng (năm sinh) | Đơn vị | Đề xuất tổng hợp | Số ý kiến | Kết luận, lý do |"""
    rows = {row[1].removeprefix("Hộ gia đình "): row[2:] for row in round_.papers["12_bien_ban"].listed}

    changed = "Nhất trí; sau đó kết quả xét hoặc số liệu thay đổi, cần kết luận lại"
    assert rows["Nguyễn Văn An (1951)"] == ["Thôn Đoài", "Đề nghị khen", "8/0", "Nhất trí"]
    assert rows["Trần Thị Bình (1960)"] == ["Thôn Đoài", "Đề nghị khen", "1/7", "Không nhất trí; chưa tiêu biểu"]
    assert rows["Lê Thị Cúc (1970)"] == ["Thôn Đoài", "Đề nghị khen", "7/1", changed]
    assert rows["Phạm Văn Dũng (1980)"] == ["Thôn Đoài", "Đề nghị khen", "", ""]
    assert rows["Mai Văn Mới (1970)"] == ["Thôn Hạ", "ghi thêm tại cuộc họp, chưa được xét", "8/0", "Nhất trí"]
    assert set(rows) & {"Thôn Đoài", "Thôn Hạ", "Trường Tiểu học Tân Học"} == set(), (
        "nobody was asked to conclude on them"
    )


def test_the_conclusion_of_the_minutes_counts_every_line_of_their_list(round_: Met) -> None:
    minutes = round_.papers["12_bien_ban"]

    said = minutes.line("Hội đồng Thi đua - Khen thưởng nhất trí")

    assert "khen thưởng 2 trường hợp, gồm 2 hộ gia đình; không nhất trí 1 trường hợp;" in said
    assert "; chưa kết luận 1 trường hợp được đề nghị; chưa xem xét tại cuộc họp này 3 trường hợp dự bị" in said
    assert "; 1 trường hợp thay đổi sau khi họp, cần kết luận lại; ghi thêm 1 trường hợp chưa được xét." in said
    assert len(minutes.listed) == 2 + 1 + 1 + 1 + 1


def test_the_minutes_say_when_and_where_the_council_met_and_who_led_and_wrote(round_: Met) -> None:
    minutes = round_.papers["12_bien_ban"]

    assert f"ngày 02 tháng 12 năm {YEAR}. Địa điểm: Hội trường xã." in minutes.text
    assert "1. Chủ trì: Trần Mẫu Hai, Chủ tịch." in minutes.lines
    assert "2. Thư ký: Lê Mẫu Ba, công chức." in minutes.lines
    assert minutes.line("3. Có mặt").startswith("3. Có mặt 8/9 thành viên Hội đồng.")
    at = minutes.lines.index("THƯ KÝ")
    recipients = ["Nơi nhận:", "- Các thành viên Hội đồng;", "- Lưu: VT."]
    assert minutes.lines[at:] == ["THƯ KÝ", "Lê Mẫu Ba", *recipients, "CHỦ TỌA", "Trần Mẫu Hai"]


def test_whom_the_papers_leave_out_is_said_to_the_officer_before_anybody_signs(round_: Met) -> None:
    points = round_.papers["10_can_xem_truoc"].text

    assert "thay đổi, cần kết luận lại (1): Lê Thị Cúc (Thôn Đoài)." in points
    assert "Ghi thêm tại cuộc họp, chưa được xét nên chưa có trong danh sách (1): Mai Văn Mới (Thôn Hạ)." in points
    assert "nhưng Hội đồng chưa kết luận nên chưa có trong danh sách (1): " in points
    assert "Phạm Văn Dũng (1980, Thôn Đoài)." in points
    assert "là dự thảo" not in points
    assert "là dự thảo" in round_.before["10_can_xem_truoc"].text


def test_a_candidate_s_summary_bears_merit_conclusion_and_the_cell_it_comes_from(round_: Met) -> None:
    lines = round_.papers["13_tom_tat_thanh_tich"].lines
    own = lines[lines.index(f"1. Đối tượng: {AN_S}, sinh năm 1951.") :]

    assert f"5. Thành tích (theo báo cáo của đơn vị): {MERIT}." in own
    assert "8. Đề xuất tổng hợp: đề nghị khen; kết luận của Hội đồng: Nhất trí." in own
    assert f"Nguồn số liệu: T01 {YEAR}.xlsx › Đề nghị khen › C7." in own


# The same as elsewhere


def test_names_units_forms_money_and_votes_are_those_of_run_json(round_: Met, told: dict[str, Any]) -> None:
    agreed = {
        one["subject"]: one
        for one in told["decided"]
        if (one["round"], one["state"], one["decision"]) == (ANNUAL, "applied", "agreed")
    }
    units = {unit["id"]: unit["name"] for unit in told["units"]}

    rows = {row[1].removeprefix("Hộ gia đình "): row for row in round_.papers["14_quyet_dinh"].listed}

    assert set(rows) == set(agreed)
    for name, (_, _, _, where, form, money) in rows.items():
        one = agreed[name]
        assert (where, form, int(money.replace(".", ""))) == (units[one["unit"]], one["form"], one["bonus"]["amount"])
    votes = {row[1].rpartition(" (")[0]: row[4] for row in round_.papers["12_bien_ban"].listed}
    for name, one in agreed.items():
        assert votes[f"Hộ gia đình {name}"] == f"{one['votes_for']}/{one['votes_against']}"


def test_the_list_is_the_one_of_the_workbook_s_page_on_the_meeting(round_: Met) -> None:
    sheet = opened(round_.out / f"{YEAR}/Khen_thuong_{YEAR}.xlsx")["Kết quả họp"]
    cells = [[cell for cell in row if cell not in (None, "")] for row in sheet.iter_rows(values_only=True)]
    start = next(at for at, row in enumerate(cells) if row and str(row[0]).startswith("Hội đồng nhất trí đề nghị"))
    end = next(at for at, row in enumerate(cells) if row and str(row[0]).startswith("Cộng:"))
    shown = [row for row in cells[start:end] if len(row) >= 6 and str(row[0]).isdigit()]

    listed = round_.papers["14_quyet_dinh"].listed

    assert [
        (f"{name.removeprefix('Hộ gia đình ')} (sinh {born})", unit, form) for _, name, born, unit, form, _ in listed
    ] == [(row[1], row[2], row[5]) for row in shown]
    assert [int(row[5].replace(".", "")) for row in listed] == [row[6] if len(row) > 6 else 0 for row in shown]
    assert cells[end] == [f"Cộng: {len(listed)}", 1_140_000]


def test_totals_are_the_sum_of_the_lists_in_figures_and_in_words(round_: Met) -> None:
    total = sum(int(row[5].replace(".", "")) for row in round_.papers["14_quyet_dinh"].listed)
    figures, words = f"{total:,}".replace(",", "."), amount_in_words(total)

    assert f"{figures} đồng ({words})." in round_.papers["11_to_trinh"].line("3. Tiền thưởng")
    assert f"{figures} đồng ({words})," in round_.papers["14_quyet_dinh"].line("Điều 2.")
    assert f"Bằng chữ: {words}." in round_.papers["17_ky_nhan"].lines
    assert round_.papers["14_quyet_dinh"].tables[-1][-1] == ["Cộng: 2 trường hợp", figures]
    assert round_.papers["17_ky_nhan"].tables[1][-1] == ["Cộng: 1 trường hợp", figures, ""]
    assert f"2 trường hợp, gồm 2 hộ gia đình; tiền thưởng {figures} đồng." in round_.papers["01_bao_cao_nam"].text


def test_the_report_cites_the_decision_by_the_number_that_it_bears(tmp_path: Path) -> None:
    signed: Row = {"kind": "decision", "round": ANNUAL, "number": "7", "signed_on": DAY}
    inbox = met_on_five(tmp_path / "in", papers=[signed])

    papers = of_folder(inbox, tmp_path / "out")

    assert "Số: 07/QĐ-UBND" in papers["14_quyet_dinh"].lines
    assert "(Quyết định số 07/QĐ-UBND ngày 05 tháng 12 năm 2026) 2 trường hợp" in papers["01_bao_cao_nam"].text


def test_the_number_of_awards_and_of_each_form_is_the_same_in_every_paper(round_: Met) -> None:
    forms = "Biểu dương (1 trường hợp), Giấy khen (1 trường hợp)"

    assert "1. Số lượng: 2 trường hợp, gồm 2 hộ gia đình." in round_.papers["11_to_trinh"].lines
    assert f"2. Hình thức: {forms}." in round_.papers["11_to_trinh"].lines
    article = round_.papers["14_quyet_dinh"].line("Điều 1.")
    assert article.startswith("Điều 1. Khen thưởng 2 hộ gia đình đã có thành tích")
    assert f"hình thức: {forms} (có danh sách kèm theo)." in article


# What is published


def test_only_those_of_a_round_on_which_the_council_concluded_are_published_and_only_when_asked(round_: Met) -> None:
    assert set(round_.papers) >= PUBLIC
    assert not set(round_.before) & PUBLIC


def test_nothing_is_published_of_anybody_but_name_unit_and_merit(round_: Met) -> None:
    notice, spoken = round_.papers["18_thong_bao"], round_.papers["18_bai_phat_thanh"].lines

    assert notice.listed == [["1", f"{EM_S} (thôn Đoài)", MERIT], ["2", f"{AN_S} (thôn Đoài)", MERIT]]
    assert [line for line in spoken if "Hộ gia đình " in line] == [
        f"{EM_S}, thôn Đoài. {MERIT}.",
        f"{AN_S}, thôn Đoài. {MERIT}.",
    ]
    for name in PUBLIC:
        parts = whole(round_.papers[name].data)
        told = ("1951", "1985", "1.140.000", "0 đồng", "8/0", "Nhất trí", "Đề nghị khen", "T01", *LEFT_OUT)
        assert [word for word in told if word in parts] == [], name


def test_where_nobody_wrote_a_merit_the_figures_that_rank_stay_unpublished(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    lay_register(inbox, papers=[SIGNED])
    lay_return(inbox, "T01", households=[{**AN, "money": 1_951_000}], nominations=[nominated("Nguyễn Văn An")])
    meet(inbox, {"Nguyễn Văn An": agreed()})

    papers = of_folder(inbox, tmp_path / "out", public=True)

    assert "1.951.000" in papers["13_tom_tat_thanh_tich"].text
    assert papers["18_thong_bao"].listed == [["1", f"{AN_S} (thôn Đoài)", ""]]
    assert "1.951.000" not in whole(papers["18_thong_bao"].data) + whole(papers["18_bai_phat_thanh"].data)
