"""How an office that signs in capitals is called in a sentence, and in which lines it stands in a letterhead and above a name."""

import pytest

from learnsoc_xlsx.vietnamese.signing import (
    as_it_is_called,
    chairman_lines,
    committee_lines,
    heading_lines,
    in_a_sentence,
    in_full,
    of_committee,
    places_begin,
    within_a_sentence,
)


@pytest.mark.parametrize(
    ("signed", "called"),
    [
        ("UBND XÃ HỒNG PHÚC", "UBND xã Hồng Phúc"),
        ("ỦY BAN NHÂN DÂN XÃ NINH HẢI", "Ủy ban nhân dân xã Ninh Hải"),
        ("UBND THÀNH PHỐ ĐÔNG GIANG", "UBND thành phố Đông Giang"),
        ("UBND ĐẶC KHU CÁT HẢI", "UBND đặc khu Cát Hải"),
        ("UBND PHƯỜNG 5", "UBND phường 5"),
        ("UBND XÃ ĐẮK R'LẤP", "UBND xã Đắk R'Lấp"),
        ("UBND XÃ TỈNH GIA", "UBND xã Tỉnh Gia"),
        ("UBND NINH HẢI", "UBND Ninh Hải"),
        ("UBND xã Hồng Phúc", "UBND xã Hồng Phúc"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_written_as_in_a_sentence_and_another_stays(signed: str, called: str) -> None:
    assert in_a_sentence(signed) == called


@pytest.mark.parametrize(
    ("name", "written"),
    [("Thôn Quý Khê", "thôn Quý Khê"), ("THÔN QUÝ KHÊ", "thôn Quý Khê"), ("TDP số 5", "TDP số 5"), ("", "")],
)
def test_behind_other_words_a_name_begins_small_but_an_abbreviation_does_not(name: str, written: str) -> None:
    assert within_a_sentence(name) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Thôn Quý Khê", "thôn Quý Khê"),
        ("THÔN QUÝ KHÊ", "thôn Quý Khê"),
        ("Tổ dân phố 5", "tổ dân phố 5"),
        ("Bản Mường", "bản Mường"),
        ("Hội Khuyến học xã", "Hội Khuyến học xã"),
        ("Trường THCS Tân Học", "Trường THCS Tân Học"),
        ("Ban Chỉ huy Quân sự xã", "Ban Chỉ huy Quân sự xã"),
        ("", ""),
    ],
)
def test_in_a_sentence_a_place_begins_small_and_an_office_keeps_its_capital(name: str, written: str) -> None:
    assert as_it_is_called(name) == written


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("Chi hội thôn Đông", [2]),
        ("Hội Khuyến học xã Hòa Bình, thị xã An Khê", [3, 6]),
        ("Thôn Đông", [0]),
        ("Nguyễn Văn An", []),
    ],
)
def test_places_are_seen_in_a_name(name: str, begins: list[int]) -> None:
    assert [*places_begin(name.split())] == begins


@pytest.mark.parametrize(
    ("registered", "in_papers", "of"),
    [
        ("UBND XÃ HỒNG PHÚC", "Ủy ban nhân dân xã Hồng Phúc", "xã Hồng Phúc"),
        ("UBND xã Hồng Phúc", "Ủy ban nhân dân xã Hồng Phúc", "xã Hồng Phúc"),
        ("Ủy ban nhân dân phường 5", "Ủy ban nhân dân phường 5", "phường 5"),
        ("Uỷ ban nhân dân xã Hồng Phúc", "Ủy ban nhân dân xã Hồng Phúc", "xã Hồng Phúc"),
        ("UỶ BAN NHÂN DÂN XÃ HỒNG PHÚC", "Ủy ban nhân dân xã Hồng Phúc", "xã Hồng Phúc"),
        ("UBND TP. HẢI PHÒNG", "Ủy ban nhân dân thành phố Hải Phòng", "thành phố Hải Phòng"),
        ("UBND TP Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng", "thành phố Hải Phòng"),
        ("Hội Khuyến học xã", "Hội Khuyến học xã", "Hội Khuyến học xã"),
        ("UBND", "UBND", "UBND"),
        ("", "", ""),
    ],
)
def test_a_committee_is_written_in_full_and_its_commune_named_without_it(
    registered: str, in_papers: str, of: str
) -> None:
    assert in_full(registered) == in_papers
    assert of_committee(registered) == of


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("UBND XÃ HỒNG PHÚC", ("ỦY BAN NHÂN DÂN", "XÃ HỒNG PHÚC")),
        ("UBND thành phố Đông Giang", ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ ĐÔNG GIANG")),
        ("UBND TP.ĐÔNG GIANG", ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ ĐÔNG GIANG")),
        ("Uỷ ban nhân dân phường 5", ("ỦY BAN NHÂN DÂN", "PHƯỜNG 5")),
        (
            "Hội đồng Thi đua - Khen thưởng xã Hồng Phúc",
            ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG", "XÃ HỒNG PHÚC"),
        ),
        ("Hội đồng Thi đua - Khen thưởng", ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG")),
        ("Sở Nội vụ", ("SỞ NỘI VỤ",)),
        ("Xã Tân Học", ("XÃ TÂN HỌC",)),
        ("", ()),
    ],
)
def test_a_letterhead_breaks_a_name_before_its_kind_and_its_place(name: str, lines: tuple[str, ...]) -> None:
    assert heading_lines(name) == lines


@pytest.mark.parametrize(
    ("title", "alone", "as_a_body"),
    [
        ("CHỦ TỊCH", ("CHỦ TỊCH",), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH; PHÓ CHỦ TỊCH",
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        ("Tm. Ủy ban nhân dân / Chủ tịch", ("CHỦ TỊCH",), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Q. CHỦ TỊCH", ("Q. CHỦ TỊCH",), ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", ("CHỦ TỊCH",), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Chủ tịch UBND xã", ("CHỦ TỊCH",), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            "Phó Chủ tịch",
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            "KT.Chủ tịch - Phó Chủ tịch Uỷ ban nhân dân xã",
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            "TUQ. CHỦ TỊCH TRƯỞNG PHÒNG",
            ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"),
            ("TM. ỦY BAN NHÂN DÂN", "TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"),
        ),
    ],
)
def test_the_chairman_signs_alone_and_for_the_committee_as_a_body(
    title: str, alone: tuple[str, ...], as_a_body: tuple[str, ...]
) -> None:
    assert chairman_lines(title) == alone
    assert committee_lines(title) == as_a_body
