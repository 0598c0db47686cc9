"""Letterhead, number, day, legal bases and signer of papers (NĐ 30/2020): each as of the day of the paper, out of the register."""

from datetime import date
from pathlib import Path

import pytest

from tests.journeys.commune_word import YEAR, held, lay_register, lay_return, nominated
from tests.journeys.council_word import AN
from tests.journeys.paper_word import Papers, in_folder, of_run
from tests.made_up.register import profile
from tests.made_up.values import Row

LAST = YEAR - 1
MERGED = date(2025, 7, 1)
"""On this day two communes became one, the level above another, and decree 152/2025 came into force."""
AMENDED = date(2026, 10, 1)
"""On this day law 06/2026 came into force."""
PROFILES = [
    profile(date(2020, 1, 1), "huyện Hồng Lạc", "Tân Học", "Trần Mẫu Hai"),
    profile(
        MERGED, "thành phố Đông Giang", "Hồng Phúc", "Lê Mẫu Tư", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        council="Hội đồng Thi đua - Khen thưởng xã Hồng Phúc", archive="VT, VH",
    ),
]  # fmt: skip


def row(kind: str, year: int, number: str | None, day: date | None) -> Row:
    return {"kind": kind, "round": "annual", "year": year, "number": number, "signed_on": day}


def written(inbox: Path, out: Path, *rows: Row) -> dict[int, Papers]:
    """The papers of the rounds of two years, by year, in a commune with these rows of “Văn bản”."""
    lay_register(inbox, profile=PROFILES, papers=rows)
    of_run(held(inbox), out)
    return {year: in_folder(out / "van_ban" / str(year)) for year in (LAST, YEAR)}


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A village that nominated a household in both years."""
    inbox = tmp_path_factory.mktemp("in")
    for year in (LAST, YEAR):
        lay_return(inbox, "T01", year, households=[AN], nominations=[nominated("Nguyễn Văn An", upward=True)])
    return inbox


@pytest.fixture(scope="module")
def before(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Papers]:
    """Decided on the last day before each change of law."""
    return written(
        inbox,
        tmp_path_factory.mktemp("before"),
        row("decision", LAST, "215/QĐ-UBND", date(2025, 6, 30)),
        row("submission", LAST, "7/TTr-HĐTĐKT", date(2025, 2, 5)),
        row("report", LAST, "9", date(2025, 3, 3)),
        row("decision", YEAR, "31/QĐ-UBND", date(2026, 9, 30)),
        {**row("request", YEAR, "52/TTr-UBND", date(2026, 10, 10)), "round": "upward"},
    )


@pytest.fixture(scope="module")
def after(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Papers]:
    """Decided on the first day after it; little else is told of papers."""
    return written(
        inbox,
        tmp_path_factory.mktemp("after"),
        row("decision", LAST, None, MERGED),
        row("decision", YEAR, "301", AMENDED),
        row("submission", YEAR, None, AMENDED.replace(month=9, day=30)),
        row("minutes", YEAR, "02/BB-HĐTĐKT", None),
    )


def top(paper: list[str]) -> list[str]:
    """The lines above the title."""
    return paper[
        : next(at for at, line in enumerate(paper) if line in ("QUYẾT ĐỊNH", "TỜ TRÌNH", "BÁO CÁO", "BIÊN BẢN"))
    ]


NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


# Who issues it, under which number, where and when


def test_a_decision_bears_the_committee_under_the_level_above_as_they_were_on_its_day(
    before: dict[int, Papers], after: dict[int, Papers]
) -> None:
    old, new = (one[LAST]["14_quyet_dinh"].lines for one in (before, after))

    assert top(old) == [
        "ỦY BAN NHÂN DÂN\nHUYỆN HỒNG LẠC",
        "ỦY BAN NHÂN DÂN\nXÃ TÂN HỌC",
        "Số: 215/QĐ-UBND",
        *NATION,
        "Tân Học, ngày 30 tháng 6 năm 2025",
    ]
    assert top(new) == [
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÔNG GIANG",
        "ỦY BAN NHÂN DÂN\nXÃ HỒNG PHÚC",
        "Số: …/QĐ-UBND",
        *NATION,
        "Hồng Phúc, ngày 01 tháng 7 năm 2025",
    ]
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN HỌC" in old
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HỒNG PHÚC" in new


def test_a_council_s_paper_bears_the_council_under_the_committee(
    before: dict[int, Papers], after: dict[int, Papers]
) -> None:
    assert top(before[LAST]["11_to_trinh"].lines) == [
        "ỦY BAN NHÂN DÂN\nXÃ TÂN HỌC",
        "HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG",
        "Số: 07/TTr-HĐTĐKT",
        *NATION,
        "Tân Học, ngày 05 tháng 02 năm 2025",
    ]
    assert top(after[YEAR]["11_to_trinh"].lines)[:3] == [
        "ỦY BAN NHÂN DÂN\nXÃ HỒNG PHÚC",
        "HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG",
        "Số: …/TTr-HĐTĐKT",
    ]
    assert "Số: 02/BB-HĐTĐKT" in after[YEAR]["12_bien_ban"].lines


def test_a_number_below_ten_bears_a_zero_and_one_without_a_symbol_gets_the_one_of_its_kind(
    before: dict[int, Papers], after: dict[int, Papers]
) -> None:
    assert "Số: 09/BC-UBND" in before[LAST]["01_bao_cao_nam"].lines
    assert "Số: 301/QĐ-UBND" in after[YEAR]["14_quyet_dinh"].lines


def test_days_below_ten_and_the_first_two_months_bear_a_zero_and_a_blank_day_is_for_a_hand(
    before: dict[int, Papers], after: dict[int, Papers]
) -> None:
    assert "Tân Học, ngày 05 tháng 02 năm 2025" in before[LAST]["11_to_trinh"].lines
    assert "Tân Học, ngày 03 tháng 3 năm 2025" in before[LAST]["01_bao_cao_nam"].lines
    assert "Hồng Phúc, ngày … tháng … năm 2026" in after[YEAR]["01_bao_cao_nam"].lines


def test_papers_that_name_another_do_so_by_its_number_and_day(before: dict[int, Papers]) -> None:
    papers = before[LAST]

    assert (
        papers["14_quyet_dinh"]
        .line("Theo đề nghị")
        .endswith("tại Tờ trình số 07/TTr-HĐTĐKT ngày 05 tháng 02 năm 2025.")
    )
    assert "(Kèm theo Quyết định số 215/QĐ-UBND ngày 30 tháng 6 năm 2025 của Chủ tịch Ủy ban nhân dân xã Tân Học)" in (
        papers["14_quyet_dinh"].lines
    )
    certificate = papers["15_giay_khen"].lines
    at = certificate.index("Quyết định số 215/QĐ-UBND")
    assert certificate[at + 1 : at + 3] == ["ngày 30 tháng 6 năm 2025", "Tân Học, ngày 30 tháng 6 năm 2025"]
    assert "Quyết định số 215/QĐ-UBND ngày 30 tháng 6 năm 2025" in papers["17_ky_nhan"].text


# What it rests on


@pytest.mark.parametrize("paper", ["11_to_trinh", "14_quyet_dinh"])
def test_the_decree_cited_is_the_one_in_force_on_the_day_of_the_decision(
    paper: str, before: dict[int, Papers], after: dict[int, Papers]
) -> None:
    old, new = (_decrees(one[LAST][paper].lines) for one in (before, after))

    assert old == ["98/2023/NĐ-CP"]
    assert new == ["152/2025/NĐ-CP"]


def test_the_amending_law_is_cited_from_its_first_day_on(before: dict[int, Papers], after: dict[int, Papers]) -> None:
    amended = "Luật số 06/2026/QH16"

    assert amended not in before[YEAR]["14_quyet_dinh"].text
    assert amended in after[YEAR]["14_quyet_dinh"].text
    assert "Luật Thi đua, khen thưởng số 06/2022/QH15" in before[YEAR]["14_quyet_dinh"].text


def test_each_paper_cites_what_is_in_force_on_its_own_day(before: dict[int, Papers], after: dict[int, Papers]) -> None:
    """The council submitted on 30/9/2026 what was decided on 1/10; the level above was asked on 10/10 after a decision of 30/9."""
    amended = "Luật số 06/2026/QH16"

    assert amended not in after[YEAR]["11_to_trinh"].text
    assert amended in before[YEAR]["41_de_nghi_cap_tren"].text


def _decrees(lines: list[str]) -> list[str]:
    return [line.split()[5] for line in lines if line.startswith("Căn cứ Nghị định số")]


# Who signs


def below(paper: list[str], begins: str) -> list[str]:
    """What stands under the signature, from its first line on, up to the name."""
    at = next(at for at, line in enumerate(paper) if line.startswith(begins))
    return paper[at : at + 2]


def test_the_chairman_decides_alone_and_the_committee_reports_as_a_body(
    before: dict[int, Papers], after: dict[int, Papers]
) -> None:
    assert below(before[LAST]["14_quyet_dinh"].lines[-20:], "CHỦ TỊCH") == ["CHỦ TỊCH", "Trần Mẫu Hai"]
    assert below(before[LAST]["01_bao_cao_nam"].lines, "TM.") == ["TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Trần Mẫu Hai"]
    assert below(after[YEAR]["14_quyet_dinh"].lines, "KT.") == ["KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Lê Mẫu Tư"]
    signed = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    assert below(after[YEAR]["01_bao_cao_nam"].lines, "TM.") == [signed, "Lê Mẫu Tư"]
    assert below(before[YEAR]["41_de_nghi_cap_tren"].lines, "TM.") == [signed, "Lê Mẫu Tư"]


def test_a_paper_is_signed_by_whoever_signs_on_its_own_day_not_on_that_of_the_decision(
    after: dict[int, Papers],
) -> None:
    """The year's report has no day, its round was decided on 1/7/2025."""
    assert after[LAST]["01_bao_cao_nam"].lines[-1] == "Lê Mẫu Tư"
    assert "Số: …/BC-UBND" in after[LAST]["01_bao_cao_nam"].lines


def test_the_council_s_submission_is_signed_for_the_council(after: dict[int, Papers]) -> None:
    assert "TM. HỘI ĐỒNG\nCHỦ TỊCH" in after[YEAR]["11_to_trinh"].lines
    assert "TM. ỦY BAN NHÂN DÂN" not in after[YEAR]["11_to_trinh"].text


def test_the_recipients_are_listed_with_where_the_paper_is_kept(after: dict[int, Papers]) -> None:
    lines = after[YEAR]["14_quyet_dinh"].lines
    at = lines.index("Nơi nhận:")

    assert lines[at + 1 : at + 4] == [
        "- Như Điều 4;",
        "- Hội đồng Thi đua - Khen thưởng xã Hồng Phúc;",
        "- Lưu: VT, VH.",
    ]


def test_the_level_above_is_asked_under_the_request_s_own_number_and_day(before: dict[int, Papers]) -> None:
    request = before[YEAR]["41_de_nghi_cap_tren"].lines

    assert top(request)[2:] == ["Số: 52/TTr-UBND", *NATION, "Hồng Phúc, ngày 10 tháng 10 năm 2026"]
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân thành phố Đông Giang." in request
