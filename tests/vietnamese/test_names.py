"""Two people in one cell are told from one person of a long name."""

import unicodedata

import pytest

from learnsoc_xlsx.vietnamese.letters import clean
from learnsoc_xlsx.vietnamese.names import names_in, names_several, plain_names, without_names


@pytest.mark.parametrize(
    "text",
    [
        "Vũ Văn Xét\nHoàng Văn Đọc",
        "Nguyễn Văn An, Trần Thị Bình",
        "Nguyễn Văn An; Trần Thị Bình",
        "Nguyễn Văn An và Trần Thị Bình",
        "NGUYỄN VĂN AN VÀ TRẦN THỊ BÌNH",
        "nguyễn văn an, trần thị bình",
        "Nguyen Van An va Tran Thi Binh",
        "Nguyễn Văn An / Trần Thị Bình",
        "Nguyễn Văn An - Trần Thị Bình",
        "Ông Nguyễn Văn An, bà Trần Thị Bình",
        "1. Nguyễn Văn An 2. Trần Thị Bình",
        "Nguyễn Văn An (vợ: Trần Thị Bình)",
        "Nguyễn Văn An     Trần Thị Bình",
        "Giàng A Páo, Vừ Thị Mỷ",
        "Nguyễn Văn An-Trần Thị Bình",
        "Nguyễn Văn An|Trần Thị Bình",
        "Nguyễn Văn An. Trần Thị Bình",
        "Nguyễn Văn An * Trần Thị Bình",
        "• Nguyễn Văn An • Trần Thị Bình",
        "a) Nguyễn Văn An b) Trần Thị Bình",
        "Nguyễn Văn An → Trần Thị Bình",
        "Nguyễn Văn An\u2028Trần Thị Bình",
        "Hộ ông Nguyễn Văn An, bà Trần Thị Bình",
        "Gia đình ông Nguyễn Văn An / gia đình bà Trần Thị Bình",
        "Nguyễn Văn An Trần Thị Bình",
        "nguyễn thị hoa trần văn nam",
        unicodedata.normalize("NFD", "Nguyễn Văn Ất, Trần Thị Bưởi"),
    ],
)
def test_two_full_names_are_two(text: str) -> None:
    assert len(names_in(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An",
        "Nguyễn Thị\nKim Anh",
        "Phạm Bá\nDũng",
        "Nguyễn   Văn   An",
        "Trần Thị Vân Anh",
        "Nguyễn Văn An, Trưởng thôn",
        "Nguyễn Văn An, Thôn Đoài",
        "Nguyễn Văn An (sinh 1975)",
        "Bà Cao",
        "Hộ ông Nguyễn Văn An",
        "Nguyễn Thị Kim-Anh",
        "Y-Bhăm Niê",
        "Ths. Nguyễn Văn An",
        "Nguyễn Hoàng Thị Kim Anh",
        "Nguyễn Trần Thị Bình",
        "Công Tằng Tôn Nữ Thị Hương Giang",
        unicodedata.normalize("NFD", "Nguyễn Văn Ất"),
        "Đoàn Thanh niên và Hội Phụ nữ",
        "Dòng họ Nguyễn và Trần",
        "Chi bộ thôn, Ban công tác mặt trận",
        "",
    ],
)
def test_one_name_and_what_stands_beside_it_are_one(text: str) -> None:
    assert len(names_in(text)) <= 1


@pytest.mark.parametrize("text", ["Nguyễn Văn An", "Trần Thị Vân Anh", "LÊ THỊ HOÀ", "đặng vân", "Nguyen Van An", "Vàng A Pá"])  # fmt: skip
def test_a_name_of_a_few_words_of_vietnamese_letters_is_plainly_one(text: str) -> None:
    assert plain_names([text]) == {text}
    assert (clean(text), names_several(text)) == (text, False)


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Hoa Trần Nam",
        "Nguyễn An và Bình",
        "Nguyễn An VÀ Bình",
        "An cùng Bình",
        "Nguyen An va",
        "Nguyễn An với Bình",
        "Nguyễn  Văn An",
        " Nguyễn Văn An",
        "Nguyễn Văn An\n",
        "Nguyễn\nVăn An",
        "Nguyễn Văn An, Bình",
        "Nguyễn Văn A1",
        "Ðặng Văn An",
        "",
        unicodedata.normalize("NFD", "Nguyễn Văn Ất"),
        "\u200bNguyễn Văn An",
        "NguyÔn V¨n An",
    ],
)
def test_whatever_else_a_text_is_it_is_not_plainly_one_name(text: str) -> None:
    assert text not in plain_names([text])


def test_of_many_texts_only_those_that_are_plainly_one_name_are_told() -> None:
    assert plain_names(["Nguyễn Văn An", "An và Bình", "", "Lê\nThị Hoà", "Trần Thị Bình"]) >= {
        "Nguyễn Văn An",
        "Trần Thị Bình",
    }
    assert plain_names(["An và Bình", "", "Lê, Hoà"]) == set()


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Nguyễn Văn An", "…"),
        ("nguyễn an", "…"),
        ("NGUYEN VAN AN 1951", "… 1951"),
        ("hỏi chị nguyễn thị lan", "hỏi chị …"),
        ("Đỗ Thị Ngọc Ánh, Lê Văn Hai và bà Y Bham Êban", "…, … và bà …"),
        ("có (15/QĐ-UBND của UBND xã Lê Lợi); theo ông Trần Mẫu Hai", "có (15/QĐ-UBND của UBND xã Lê Lợi); theo ông …"),
    ],
)
def test_a_text_without_names_has_an_ellipsis_where_each_person_stood(text: str, without: str) -> None:
    assert without_names(text) == without


@pytest.mark.parametrize("text", ["", "ba", "31/02/2026", "Hồ sơ", "Tổng số hộ", "Trường THCS Nguyễn Trãi", "Thôn Lý Nhân", "số liệu lại sai", "12.5 %"])  # fmt: skip
def test_a_text_that_names_nobody_is_as_it_was(text: str) -> None:
    assert without_names(text) == text
