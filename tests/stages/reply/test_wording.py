"""The texts of letters as a commune may change them: what they can say, and what is refused with its line."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnsoc_xlsx.stages.reply.wording.example import EXAMPLES
from learnsoc_xlsx.stages.reply.wording.texts import ANSWER, LONGEST_TEXT, REMINDER, SENDING
from learnsoc_xlsx.stages.reply.wording.wording import (
    LONGEST_LETTER,
    SUBJECT,
    Wording,
    filled,
    issued,
    text_in,
)
from learnsoc_xlsx.stages.reply.wording.words import AnswerWords, LetterWords, Point
from learnsoc_xlsx.stages.template.text.grammar import Flaw
from learnsoc_xlsx.stages.template.text.words import by_name

POINTS = (Point(1, "Gia đình", "ô D11", "Hãy nhập lại."), Point(2, "", "", "Hãy gửi lại."))
WORDS = EXAMPLES[ANSWER]
assert isinstance(WORDS, AnswerWords)
SMALL = replace(WORDS, points=POINTS, unit="Thôn Tây")


def text_of(*lines: str, name: str = ANSWER) -> str | Flaw:
    """What becomes of a text with these lines after its subject, the first of them in line 2."""
    return text_in(name, "\n".join((f"{SUBJECT} thư của xã", *lines)).encode())


def letter(*lines: str, words: LetterWords = SMALL) -> list[str]:
    """The lines of the letter that comes of these."""
    text = text_of(*lines)
    assert isinstance(text, str), text
    return filled(text, words)[1].splitlines()


# As issued


@pytest.mark.parametrize("name", [ANSWER, REMINDER, SENDING])
def test_a_text_as_issued_is_one_that_a_commune_may_use_and_explains_each_of_its_words(name: str) -> None:
    text = issued(name)
    remark = text[: text.index("#}")]

    known = by_name(EXAMPLES[name])

    assert text_in(name, text.encode()) == text
    assert [word for word in known if f"\n   {word} " not in remark] == []
    assert len(known) >= 11
    assert len(text.encode()) * 2 < LONGEST_TEXT


def test_the_text_as_issued_explains_the_parts_of_a_point() -> None:
    assert [part for part in by_name(POINTS[0]) if f"diem.{part}" not in issued(ANSWER)] == []


@pytest.mark.parametrize("words", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_no_two_words_of_a_letter_bear_one_name(words: LetterWords) -> None:
    assert len(by_name(words)) == len(fields(words))


# What a text may say


def test_a_word_stands_for_what_is_known_of_the_letter() -> None:
    assert letter("Gửi {{ don_vi }}, {{ nguoi_ky }}.") == ["Gửi Thôn Tây, Trần Mẫu Hai."]


def test_a_condition_and_a_loop_on_lines_of_their_own_leave_no_trace() -> None:
    lines = (
        "{% if duoc_tinh and so_loi > 0 %}", "Có lỗi:", "{% else %}", "Không lỗi.", "{% endif %}",
        "  {% for diem in cac_diem if diem.so < 9 %}", "{{ loop.index }}/{{ diem.so }} {{ diem.cau|upper }}", "  {% endfor %}", "Hết.",
    )  # fmt: skip

    assert letter(*lines) == ["Có lỗi:", "1/1 HÃY NHẬP LẠI.", "2/2 HÃY GỬI LẠI.", "Hết."]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ don_vi if kem_tep else co_quan }}", "Thôn Tây"),
        ("{{ don_vi ~ ' – ' ~ nam }}", "Thôn Tây – 2026"),
        ("{% if don_vi in ['Thôn Tây', 'Thôn Đông'] %}Chào{% endif %}", "Chào"),
        ("{% if mau == '01 Thôn' %}Một{% elif not xa_mau %}Hai{% else %}Ba{% endif %}", "Ba"),
        ("{# lời dặn #}Chào {{- ' ' }}{{ 'bạn' }}", "Chào bạn"),
        ("{% for dong in chuc_vu %}{{ dong }}{% if not loop.last %}; {% endif %}{% endfor %}", "KT. CHỦ TỊCH; PHÓ CHỦ TỊCH"),
        ("<b>&amp; {{ '{{' }}", "<b>&amp; {{"),
    ],
)  # fmt: skip
def test_what_a_letter_needs_can_be_written(line: str, said: str) -> None:
    assert letter(line) == [said]


def test_what_a_word_holds_is_never_read_as_a_text_itself() -> None:
    assert letter("{{ don_vi }}", words=replace(SMALL, unit="{{ nguoi_ky }} {% for %}")) == ["{{ nguoi_ky }} {% for %}"]


def test_a_text_saved_by_notepad_is_the_same_text() -> None:
    text = issued(ANSWER)

    assert text_in(ANSWER, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == text


def test_the_first_line_is_the_subject_and_blank_lines_never_stand_double() -> None:
    assert filled("Tiêu đề:  Thư gửi {{ don_vi }}\n\n\n\nMột\n\n\n\nHai\n\n", SMALL) == (
        "Thư gửi Thôn Tây",
        "Một\n\nHai\n",
    )


# What is refused


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{{ don_vii }}", "chương trình không có từ “don_vii”; gần giống “don_vi”"),
        ("{{ zzz }}", "chương trình không có từ “zzz”"),
        ("{% if false %}{{ zzz }}{% endif %}", "chương trình không có từ “zzz”"),
        ("{% if don_vi == 'x' %}{{ don_vi.upper }}{% endif %}", "phần “.upper” không có ở đây"),
        ("{% for diem in cac_diem %}{{ diem.caau }}{% endfor %}", "không có phần “.caau”; gần giống “cau”"),
        ("{% for diem in cac_diem %}{{ diem }}{% endfor %}", "“diem” có nhiều phần, hãy ghi rõ phần nào, ví dụ “diem.cau”"),
        ("{% for diem in cac_diem %}{% endfor %}{{ diem.cau }}", "phần “.cau” không có ở đây"),
        ("{{ cac_diem }}", "“cac_diem” là một danh sách, chỉ dùng được trong {% for … in cac_diem %}"),
        ("{% for a in don_vi %}{% endfor %}", "sau “in” của {% for %} phải là một danh sách: “chuc_vu” hoặc “cac_diem”"),
        ("{% for a in cac_diem %}{% for b in cac_diem %}{% endfor %}{% endfor %}", "trong {% for %} chỉ đặt {% for %} của một phần của nó"),
        ("{% for nam in cac_diem %}{% endfor %}", "sau {% for phải là một từ mới, chưa có trong các từ có sẵn"),
        ("{% for a, b in cac_diem %}{% endfor %}", "sau {% for phải là một từ mới, chưa có trong các từ có sẵn"),
        ("{% for a in cac_diem recursive %}{% endfor %}", "sau {% for phải là một từ mới, chưa có trong các từ có sẵn"),
        ("{{ don_vi|replace('a', 'aa') }}", "không có cách viết “|replace”; chỉ có |upper, |lower, |capitalize, |trim"),
        ("{{ don_vi|trim('a') }}", "không có cách viết “|trim”; chỉ có |upper, |lower, |capitalize, |trim"),
        ("{% if don_vi > 3 %}{% endif %}", "chỉ so lớn hơn, nhỏ hơn giữa hai số"),
        ("{% if duoc_tinh > 0 %}{% endif %}", "chỉ so lớn hơn, nhỏ hơn giữa hai số"),
        ("{% if nam in don_vi %}{% endif %}", "sau “in” phải là các chữ trong ngoặc vuông, ví dụ ['01', '02']"),
        ("{{ don_vi if kem_tep }}", "thiếu phần “else” trong {{ … if … else … }}"),
    ],
)  # fmt: skip
def test_what_would_fail_is_said_before_any_letter_is_written_with_its_line_and_what_to_write(
    line: str, words: str
) -> None:
    assert text_of("Chào", line) == Flaw(3, words)


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ don_vi['__class__'] }}",
        "{{ don_vi|attr('__class__') }}",
        "{% for a in range(99999999) %}{% endfor %}",
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{{ 'a' * 10 ** 10 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ -1 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '%999999999d'|format(1) }}",
        "{{ don_vi|center(999999999) }}",
        "{{ lipsum(99999) }}",
        "{{ self }}",
        "{{ don_vi() }}",
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        "{% set a = don_vi ~ don_vi %}",
        "{% with a = don_vi %}{% endwith %}",
        "{% filter upper %}a{% endfilter %}",
        "{% block a %}{% endblock %}",
        "{% include 'thu_nhac.txt' %}",
        "{% import '/etc/passwd' as a %}",
        "{% extends 'thu_nhac.txt' %}",
        "{% if don_vi is defined %}{% endif %}",
        "{{ cac_diem[0] }}",
        "{{ {'a': 1} }}",
    ],
)
def test_what_could_run_on_grow_or_reach_further_is_refused_in_its_line(line: str) -> None:
    found = text_of("Chào", line)

    assert isinstance(found, Flaw)
    assert found.line == 3


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (("Chào", "{{ don_vi"), 3),
        (("Chào", "{{ don_vi }"), 3),
        (("{% if kem_tep %}", "Chào", "{% if mau %}", "{% endif %}", "Hết"), 2),
        (("Chào", "{% for diem in cac_diem -%}", "{{ diem.cau }}", "Hết", "Hết"), 3),
        (("Chào", "{% endif %}"), 3),
        (("Chào", "{% lap %}"), 3),
        (("Chào {# lời dặn", "tiếp"), 2),
    ],
)
def test_what_does_not_pair_is_said_in_its_line(lines: tuple[str, ...], line: int) -> None:
    found = text_of(*lines)

    assert isinstance(found, Flaw)
    assert found == Flaw(line, "viết sai cách: {{ }}, {% %}, {# #} phải đủ đôi; {% if %}, {% for %} phải có {% endif %}, {% endfor %}")  # fmt: skip


@pytest.mark.parametrize("text", ["", "Kính gửi: {{ don_vi }}\nTiêu đề: a", "{{ don_vi }} Tiêu đề: a", "{% if kem_tep %}\nTiêu đề: a\n{% endif %}"])  # fmt: skip
def test_a_text_must_begin_with_its_subject_under_all_conditions(text: str) -> None:
    assert text_in(ANSWER, text.encode()) == Flaw(0, "dòng đầu phải bắt đầu bằng “Tiêu đề:”")


def test_a_text_in_another_encoding_or_of_great_length_is_not_looked_into() -> None:
    assert text_in(ANSWER, issued(ANSWER).encode("utf-16")) == Flaw(0, "tệp không phải văn bản UTF-8; khi lưu hãy chọn mã UTF-8")  # fmt: skip
    assert text_in(ANSWER, b"x" * (LONGEST_TEXT + 1)) == Flaw(0, "tệp dài quá 20000 byte")
    assert text_in(ANSWER, (SUBJECT.encode() + b"x" * LONGEST_TEXT)[:LONGEST_TEXT]) == f"{SUBJECT}{'x' * (LONGEST_TEXT - len(SUBJECT.encode()))}"  # fmt: skip


@pytest.mark.parametrize(("filler", "fine"), [(LONGEST_LETTER // 1000 - 20, True), (LONGEST_LETTER // 1000 + 1, False)])
def test_a_letter_that_would_fill_a_book_is_refused(filler: int, fine: bool) -> None:
    found = text_of(f"{{% for diem in cac_diem %}}{'x' * filler}{{% endfor %}}")

    assert (found == Flaw(0, "thư viết theo mẫu này dài quá 1000000 chữ")) is not fine


@pytest.mark.parametrize("line", ["{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "{{ " + "not " * 4000 + "1 }}", "{{ " + "9" * 9000 + " }}", "{% if kem_tep %}" * 600 + "{% endif %}" * 600])  # fmt: skip
def test_a_text_on_which_the_library_itself_gives_up_is_refused(line: str) -> None:
    assert text_of(line) == Flaw(0, "chương trình không hiểu được cách viết trong tệp này")


PIECES = st.sampled_from([
    "Chào ", "\n", "{{ don_vi }}", "{{ diem.cau }}", "{{ cac_diem }}", "{% if kem_tep %}", "{% if so_loi > nam %}", "{% elif mau %}",
    "{% else %}", "{% endif %}", "{% for diem in cac_diem %}", "{% for dong in chuc_vu %}", "{{ dong|upper }}", "{{ loop.first }}",
    "{% endfor %}", "{# a #}", "{{ nam if mau else zzz }}", "{% set a = 1 %}", "{{ a }}", "{{", "}}", "{%", "#}", "|trim", " ~ ", "range(9)",
])  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=5), max_size=30))
def test_whatever_is_written_is_refused_or_can_be_filled_in_for_every_letter(pieces: list[str]) -> None:
    text = text_in(ANSWER, f"{SUBJECT} a\n{''.join(pieces)}".encode("utf-8", "replace"))

    bare = replace(SMALL, points=(), signer_lines=(), contact="", form="", sample=False, attached=False, counts=False)
    if isinstance(text, str):
        assert [len(filled(text, words)) for words in (SMALL, bare)] == [2, 2]
    else:
        assert text.words


# When all was looked at, and a text fails all the same


@pytest.mark.parametrize(
    "text", ["Tiêu đề: {{ zzz }}", "Tiêu đề: {{ 1 + don_vi }}", "{% if", f"Tiêu đề: {'{{ don_vi }}' * 10}"]
)
def test_the_letter_is_written_after_the_text_as_issued(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnsoc_xlsx.stages.reply.wording.wording.LONGEST_LETTER", 50)

    assert Wording({ANSWER: text}).letter(ANSWER, SMALL) == Wording().letter(ANSWER, SMALL)
