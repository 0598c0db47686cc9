"""Papers of rounds that end otherwise than foreseen, and of a register that is filled in otherwise than shown."""

from datetime import date
from pathlib import Path

import pdfplumber
import pytest

from tests.calc import needs_office, papers_printed
from tests.journeys.commune_word import DAY, YEAR, household, lay_register, lay_return, nominated
from tests.journeys.council_word import FILE, MET, agreed, commune, filled, printed, refused
from tests.journeys.paper_word import LAID, Papers, of_folder
from tests.made_up.register import profile

RENAMED = DAY.replace(day=4)
"""The council met on 2/12 in a commune; the decision is signed on 5/12 in the ward that it has become."""
WARD = profile(
    RENAMED, "thành phố Đông Giang", "Tân Học", "Lê Mẫu Tư", "Phó Chủ tịch", issuer="Uỷ ban nhân dân phường Tân Học",
    council="HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG PHƯỜNG TÂN HỌC",
)  # fmt: skip
COMMUNE = profile(date(2020, 1, 1), "huyện Hồng Lạc", "Tân Học", "Trần Mẫu Hai")
SIGNED = [
    {"kind": "decision", "round": "annual", "year": YEAR, "number": "Số 215", "signed_on": DAY},
    {"kind": "submission", "round": "annual", "year": YEAR, "number": "chưa có", "signed_on": DAY.replace(day=1)},
]
AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
CHAIR = "Ông Trần Mẫu Hai - Phó Chủ tịch Ủy ban nhân dân xã"


def concluded(folder: Path, votes: dict[str, dict[str, object]], chair: str = CHAIR, **register: object) -> Papers:
    """The papers of a commune whose council met on two households and concluded so."""
    inbox = commune(folder / "in", **register)
    printed(inbox, folder / "printed")
    filled(folder / "printed" / FILE, inbox / LAID, votes, {**MET, "D15": chair})
    return of_folder(inbox, folder / "out", public=True)


@pytest.fixture(scope="module")
def commended(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """All are commended without a certificate, in a commune that becomes a ward before it is signed."""
    votes = {name: agreed(form="Biểu dương") for name in (AN, BINH)}
    return concluded(tmp_path_factory.mktemp("in"), votes, profile=[COMMUNE, WARD], papers=SIGNED)


@pytest.fixture(scope="module")
def of_another(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """One is to get what only the level above awards, in a commune that names no signer."""
    votes = {AN: agreed(form="Bằng khen"), BINH: refused()}
    nobody = {**COMMUNE, "signer": None}
    return concluded(tmp_path_factory.mktemp("in"), votes, profile=[nobody])


@pytest.fixture(scope="module")
def beyond(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """The council agrees on two where the commune said that there is to be one, and gave only some awards a day."""
    votes = {AN: agreed(), BINH: agreed()}
    one = [{"award": "household", "round": "annual", "limit": 1, "decided_on": RENAMED}]
    return concluded(tmp_path_factory.mktemp("in"), votes, quotas=one)


# What was typed around a number is not printed


def test_a_number_is_the_same_wherever_it_is_named(commended: Papers) -> None:
    assert "Số: 215/QĐ-UBND" in commended["14_quyet_dinh"].lines
    for name in ("01_bao_cao_nam", "18_thong_bao"):
        assert "Quyết định số 215/QĐ-UBND ngày 05 tháng 12 năm 2026" in commended[name].text


def test_words_are_no_number_and_said_to_be_none(commended: Papers) -> None:
    assert "Số: …/TTr-HĐTĐKT" in commended["11_to_trinh"].lines
    assert "Tờ trình: chưa có số ở trang “Văn bản” của danh bạ." in commended["10_can_xem_truoc"].text


# Whose papers they are


def test_minutes_bear_the_commune_as_it_was_when_the_council_met(commended: Papers) -> None:
    assert commended["12_bien_ban"].lines[0] == "ỦY BAN NHÂN DÂN\nXÃ TÂN HỌC"
    assert commended["14_quyet_dinh"].lines[1] == "ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN HỌC"


def test_papers_of_a_ward_say_nothing_of_a_commune(commended: Papers) -> None:
    for name in ("01_bao_cao_nam", "14_quyet_dinh", "18_thong_bao", "18_bai_phat_thanh"):
        text = commended[name].text.replace("xã hội", "").replace("xã Ninh Hải", "")
        assert " xã" not in text, name


def test_a_council_registered_in_capitals_is_written_as_in_a_sentence(commended: Papers) -> None:
    named = "Hội đồng Thi đua - Khen thưởng phường Tân Học"

    assert commended["14_quyet_dinh"].line("Theo đề nghị của").startswith(f"Theo đề nghị của {named}")


def test_a_deputy_presides_for_the_chairman_and_signs_by_the_name_alone(commended: Papers) -> None:
    assert commended["11_to_trinh"].lines.index("TM. HỘI ĐỒNG\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")
    assert "Trần Mẫu Hai" in commended["11_to_trinh"].lines
    assert f"1. Chủ trì: {CHAIR}." in commended["12_bien_ban"].lines


# What is awarded


def test_those_who_are_commended_are_given_nothing_that_a_chairman_tenders(commended: Papers) -> None:
    decision = commended["14_quyet_dinh"]

    assert decision.line("Điều 1.").startswith("Điều 1. Khen thưởng 2 hộ gia đình")
    assert decision.line("Điều 1.").endswith("; hình thức: Biểu dương (có danh sách kèm theo).")
    assert decision.line("Điều 2.") == "Điều 2. Khen thưởng này không kèm theo tiền thưởng."
    assert commended["11_to_trinh"].line("3.") == "3. Tiền thưởng kèm theo: không có."
    assert "nguồn chi" not in commended["10_can_xem_truoc"].text


def test_an_award_of_the_level_above_is_named_before_anybody_signs(of_another: Papers) -> None:
    line = of_another["10_can_xem_truoc"].line("- Hội đồng ghi hình thức Bằng khen")

    assert line.endswith("(1): Hộ gia đình ông (bà) Nguyễn Văn An (1951, Thôn Đoài).")


def test_who_signs_is_asked_for_and_a_proposal_out_of_order_is_said(commended: Papers, of_another: Papers) -> None:
    asked = "Chưa có họ và tên người ký (trang “Thông tin xã” của danh bạ)."

    assert asked in of_another["10_can_xem_truoc"].text
    assert asked not in commended["10_can_xem_truoc"].text
    assert "Tờ trình ghi ngày ký 01/12/2026, trước ngày Hội đồng họp 02/12/2026." in commended["10_can_xem_truoc"].text


def test_more_than_the_commune_said_there_are_to_be_is_said(beyond: Papers, commended: Papers) -> None:
    line = "Hộ gia đình tiêu biểu: 2 trường hợp, nhiều hơn số lượng khen ghi ở danh bạ (1)."

    assert line in beyond["10_can_xem_truoc"].text
    assert "nhiều hơn số lượng khen" not in commended["10_can_xem_truoc"].text


def test_money_that_goes_by_its_own_day_is_not_said_to_go_by_another(beyond: Papers, of_another: Papers) -> None:
    of_day = "đang lấy theo ngày 05/12/2026."

    assert f"Chưa có ngày quyết định: căn cứ và người ký {of_day}" in beyond["10_can_xem_truoc"].text
    assert f"Chưa có ngày quyết định: tiền thưởng, căn cứ và người ký {of_day}" in of_another["10_can_xem_truoc"].text


def test_a_council_that_refuses_everybody_proposes_nobody(tmp_path: Path) -> None:
    papers = concluded(tmp_path, {AN: refused(), BINH: refused()})

    assert "không đề nghị khen thưởng trường hợp nào; không nhất trí 2 trường hợp" in papers["12_bien_ban"].text
    assert "14_quyet_dinh" not in papers
    assert (
        "Khen thưởng hằng năm 2026: Hội đồng không đề nghị khen thưởng trường hợp nào." in papers["01_bao_cao_nam"].text
    )
    assert "Đề nghị cấp trên" not in papers["01_bao_cao_nam"].text


def test_a_form_that_the_plan_does_not_name_for_a_phase_is_said(tmp_path: Path) -> None:
    inbox, record = tmp_path / "in", tmp_path / "printed" / "giai_doan_1" / f"Hoi_dong_so_ket_{YEAR - 1}.xlsx"
    lay_register(inbox)
    homes = [household(AN, 1951), household(BINH, 1960)]
    lay_return(inbox, "T01", YEAR - 1, households=homes, nominations=[nominated(AN), nominated(BINH)])
    printed(inbox, tmp_path / "printed")
    filled(record, inbox / LAID, {AN: agreed(form="Biểu dương"), BINH: agreed()}, MET)

    line = of_folder(inbox, tmp_path / "out")["20_can_xem_truoc"].line("- Kế hoạch")

    assert line == (
        "- Kế hoạch (mục III.2.2) ghi hình thức Giấy khen, Hội đồng kết luận hình thức khác (1): "
        "Hộ gia đình ông (bà) Nguyễn Văn An (1951, Thôn Đoài)."
    )


@needs_office
def test_a_certificate_is_one_page_however_long_the_name_and_whoever_signs(tmp_path: Path) -> None:
    names = ["Lê An", "Nguyễn Phúc Công Tằng Tôn Nữ Hoàng Thị Ngọc Bảo Trân Châu Thủy Tiên " * 2]
    inbox = tmp_path / "in"
    lay_register(inbox, profile=[{**COMMUNE, "signer_title": "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"}])
    homes = [household(name, 1960) for name in names]
    lay_return(inbox, "T01", households=homes, nominations=[nominated(name) for name in names])
    of_folder(inbox, tmp_path / "out")

    (printed_out,) = papers_printed(tmp_path.rglob("15_giay_khen*.docx"), tmp_path / "pdf")

    with pdfplumber.open(printed_out) as pdf:
        on_pages = [page.extract_text().replace("\n", " ") for page in pdf.pages]
    assert [name.strip() in page and "Trần Mẫu Hai" in page for name, page in zip(names, on_pages, strict=True)] == [
        True,
        True,
    ]
