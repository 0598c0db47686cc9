"""How an office that signs in capitals is called in a sentence."""

import pytest

from learnsoc_xlsx.vietnamese.signing import in_a_sentence, places_begin, within_a_sentence


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
