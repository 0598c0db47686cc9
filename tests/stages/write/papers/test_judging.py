"""A template that somebody edited is used only if it cannot fail: whatever is wrong with it is one sentence with its tag."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.papers.papers import PAPERS
from learnsoc_xlsx.catalogue.papers.shipped import shipped
from learnsoc_xlsx.model.papers.paper import WordPaper
from learnsoc_xlsx.stages.write.papers.own.judging import judged
from learnsoc_xlsx.stages.write.papers.words.words import RoundWords, words_of
from tests.stages.write.papers.word_file import with_body, with_part, word

NOT_WORD = "không phải tệp Word (.docx) mở ra đọc được"
TORN = "mở ở một chỗ và khép ở chỗ khác"
UNPAIRED = "viết sai cách"
STRANGE = "chỗ này dùng cách viết mẫu không có"
ROWS = [("Số", "Tên"), ("{%tr for d in danh_sach %}", ""), ("{{ d.so }}", "{{ d.ten }}"), ("{%tr endfor %}", "")]
RELATIONS = "word/_rels/document.xml.rels"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_a_template_as_shipped_passes(paper: WordPaper) -> None:
    assert judged(shipped(paper.template), words_of(paper.occasion)) == ""


@pytest.mark.parametrize(
    "template",
    [
        word("Kính gửi {{ uy_ban|upper }}", rows=ROWS),
        word("{%p if danh_sach and not du_thao %}", "Có {{ so_truong_hop }}", "{%p else %}", "Không", "{%p endif %}"),
        word("{%p for d in danh_sach %}", "{{ d.ten }}", "{%p for c in d.cac_dieu_kien %}", "{{ c }}", "{%p endfor %}", "{%p endfor %}"),
        word("{{ xa if xa else “…” }} {% if ky == ‘năm 2026’ %}a{% endif %}"),
        word("Câu {% if da_hop %}dài", "qua hai đoạn{% endif %}."),
        word("{# chỉ để nhớ #}", "giá 5 {nghìn} % }"),
        word("{{\xa0xa }}"),
        word("x", title="{{ khong_co }} {% for"),
    ],
)  # fmt: skip
def test_what_an_office_worker_may_write_passes(template: bytes) -> None:
    assert judged(template, RoundWords) == ""


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["{{ so_truong_hp }}"], "ở thẻ “{{ so_truong_hp }}”: chương trình không có từ “so_truong_hp”; gần giống “so_truong_hop”"),
        (["{{ danh_sach }}"], "ở thẻ “{{ danh_sach }}”: “danh_sach” là một danh sách"),
        (["{{ danh_sach or 'x' }}"], "ở thẻ “{{ danh_sach or 'x' }}”: “danh_sach” là một danh sách"),
        (["{%p for d in danh_sach %}", "{{ d.ten }}"], "ở thẻ “{% for d in danh_sach %}”: " + UNPAIRED),
        (["{%p if da_hop %}"], "ở thẻ “{% if da_hop %}”: " + UNPAIRED),
        (["{%p endif %}"], "ở thẻ “{% endif %}”: " + UNPAIRED),
        (["{%p if da_hop %}", "a", "{%p endfor %}"], UNPAIRED),
        (["{% if da_hop %}a", "{%p endif %}"], TORN),
        (["{%p for x in xa %}", "{%p endfor %}"], "sau “in” của {% for %} phải là một danh sách"),
        (["{%p for d in range(10**9) %}", "{%p endfor %}"], "sau “in” của {% for %} phải là một danh sách"),
        (["{%p for d in danh_sach %}", "{%p for e in danh_sach %}", "{%p endfor %}", "{%p endfor %}"], "trong {% for %} chỉ đặt"),
        (["{{ xa|safe }}"], "không có cách viết “|safe”; chỉ có |upper"),
        (["{{ xa|replace('a','b') }}"], "không có cách viết “|replace”"),
        (["{{ xa.upper() }}"], STRANGE),
        (["{{ xa.__class__ }}"], "phần “.__class__” không có ở đây"),
        (["{{ xa['__class__'] }}"], STRANGE),
        (["{{ ''.__class__.__mro__ }}"], "phần “.__mro__” không có ở đây"),
        (["{{ self.__init__ }}"], "phần “.__init__” không có ở đây"),
        (["{{ cycler }}"], "chương trình không có từ “cycler”"),
        (["{{ 'a' * 1000000000 }}"], STRANGE),
        (["{% include '/etc/hostname' %}"], STRANGE),
        (["{% set x = 1 %}"], STRANGE),
        (["{% macro a() %}{% endmacro %}"], STRANGE),
        (["{{ ten"], "ở thẻ “{{ ten”: thẻ mở mà không khép"),
        (["{{ xa", "}}"], "thẻ mở mà không khép"),
        (["xa }}"], "ở thẻ “xa }}”: thẻ khép mà không mở"),
        (["{{ xa {{ ky }}"], "thẻ mở mà không khép"),
        (["{" * 40_000], "thẻ mở mà không khép"),
        (["{{ " + "(" * 2_000], "thẻ mở mà không khép"),
        (["{{ " + "(" * 200 + "xa" + ")" * 200 + " }}"], "chương trình không hiểu"),
        (["{{ " + "9" * 480 + " }}"], ""),
        (["Kính gửi {%p if da_hop %}", "a", "{%p endif %}"], "ở thẻ “{%p if da_hop %}”: phải đứng một mình trên một dòng"),
        (["{%p if da_hop %}{%p if du_thao %}", "a", "{%p endif %}", "{%p endif %}"], "phải đứng một mình trên một dòng"),
        (["{%tr if da_hop %}", "{%tr endif %}"], "ở thẻ “{%tr if da_hop %}”: chỉ dùng được trong bảng"),
        (["{{r xa }}"], "ở thẻ “{{r xa }}”: chỗ này dùng cách viết mẫu không có; để in một từ hãy viết {{ từ }}"),
        (["{%p if da_hop %}"] * 300 + ["{%p endif %}"] * 300, "chương trình không hiểu"),
        (["{{ xa }}"] * 3_001, "mẫu có quá nhiều thẻ"),
        (["{%p for d in danh_sach %}", "x" * 400_000, "{%p endfor %}"], "phần lặp lại trong {% for %} dài quá"),
        (["{%p for d in danh_sach %}", *["{{ d.ten }}"] * 600, "{%p endfor %}"], "phần lặp lại trong {% for %} dài quá"),
    ],
)  # fmt: skip
def test_a_tag_that_cannot_be_used_is_said_with_the_tag(lines: list[str], sentence: str) -> None:
    said = judged(word(*lines), RoundWords)

    assert sentence in said
    assert bool(said) == bool(sentence)


def test_loops_over_one_list_of_an_item_are_not_set_into_each_other() -> None:
    """Ten of them over ten conditions would write ten thousand million paragraphs."""
    deep = [f"{{%p for c{at} in d.cac_dieu_kien %}}" for at in range(10)]

    said = judged(word("{%p for d in danh_sach %}", *deep, "x", *["{%p endfor %}"] * 11), RoundWords)

    assert said.startswith("ở thẻ “{% for c1 in d.cac_dieu_kien %}”: trong {% for %} chỉ đặt {% for %} của một phần")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("{%tr if da_hop %}", ""), ("a", "{%p endif %}")], TORN),
        ([("{% if da_hop %}a", "b{% endif %}")], TORN),
        ([("{% if da_hop and not du_thao %}a", "b{% endif %}")], TORN),
        ([("{%tr for d in danh_sach %}", "{{ d.ten }}"), ("{%tr endfor %}", "")], "phải đứng một mình trong một hàng"),
        ([("{%tr for d in danh_sach %}", ""), ("a", "b")], UNPAIRED),
        ([("{%tc for d in danh_sach %} a", "{%tc endfor %}")], "phải đứng một mình trong một ô"),
        ([("{% colspan nam_sinh %}a", "b")], STRANGE),
        ([("{% vm %}a", "b")], STRANGE),
    ],
)
def test_a_condition_or_a_loop_that_would_tear_a_table_is_said(rows: list[tuple[str, str]], sentence: str) -> None:
    said = judged(word(rows=rows), RoundWords)

    assert sentence in said
    assert said.startswith("ở thẻ “{%")


# What is no template, whatever it says


def bomb() -> bytes:
    return with_part(word(), "word/media/image1.png", lambda _: bytes(30_000_000))


def liar() -> bytes:
    """Its directory says that its body has a hundred bytes."""
    data, inside = bytearray(word("a" * 10_000)), io.BytesIO(word("a" * 10_000))
    entry = next(one for one in zipfile.ZipFile(inside).infolist() if one.filename == "word/document.xml")
    at = data.rfind(b"word/document.xml") - 46 + 24
    assert int.from_bytes(data[at : at + 4], "little") == entry.file_size
    data[at : at + 4] = (100).to_bytes(4, "little")
    return bytes(data)


def typed_as(kind: str) -> bytes:
    types = b"wordprocessingml.document.main+xml"
    other = f"application/vnd.{kind}.main+xml".encode()
    return with_part(word(), "[Content_Types].xml", lambda part: part.replace(b"application/vnd.openxmlformats-officedocument." + types, other))  # fmt: skip


def leading_to(kind: str, target: str) -> bytes:
    link = f'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return with_part(word("a"), RELATIONS, lambda part: part.replace(b"</Relationships>", link.encode()))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", NOT_WORD),
        (b"chu thuong", NOT_WORD),
        (word()[:2_000], NOT_WORD),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "tệp .doc kiểu cũ hoặc có đặt mật khẩu"),
        (Path("input_templates/blank/2026/Mau_01_Thon_2026.xlsx").read_bytes(), NOT_WORD),
        (typed_as("ms-word.document.macroEnabled"), NOT_WORD),
        (bytes(6_000_000), "tệp dài quá 5 MB"),
        (bomb(), "nội dung tệp khi mở ra dài quá"),
        (liar(), NOT_WORD),
        (with_part(word(), "word/vbaProject.bin", lambda _: b"x"), "tệp có macro hoặc đối tượng nhúng"),
        (with_part(word(), "word/embeddings/oleObject1.bin", lambda _: b"x"), "tệp có macro hoặc đối tượng nhúng"),
        (leading_to("image", "http://vi-du.invalid/a.png"), "tệp lấy hình hoặc nội dung từ nơi khác (“http://vi-du.invalid/a.png”)"),
        (leading_to("hyperlink", "http://vi-du.invalid/"), ""),
        (with_part(word(), "word/document.xml", lambda body: body.replace(b"<w:body>", b"<w:body>" + b"<w:r>" * 5_000)), NOT_WORD),
        (with_part(word(), "word/document.xml", lambda _: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'), NOT_WORD),
    ],
    ids=range(15),
)  # fmt: skip
def test_a_file_that_is_no_template_is_said_with_what_to_do(data: bytes, sentence: str) -> None:
    assert judged(data, RoundWords).startswith(sentence)
    assert bool(judged(data, RoundWords)) == bool(sentence)


def test_what_is_judged_ends_soon_whatever_stands_in_it() -> None:
    """Within seconds: what is scanned from each brace to the end again would take hours."""
    long = "{ {% " * 50_000
    began = time.process_time()

    for body in (long, "{{" * 100_000, "{{ xa }} " * 2_900 + "x" * 300_000, "{{ -%}" * 20_000):
        judged(word(body), RoundWords)

    assert time.process_time() - began < 4


def test_a_header_and_a_note_are_judged_too() -> None:
    from docx import Document

    from tests.stages.write.papers.word_file import saved

    made = Document()
    made.sections[0].header.paragraphs[0].text = "{{ co_qan }}"

    assert judged(saved(made), RoundWords).startswith("ở thẻ “{{ co_qan }}”: chương trình không có từ “co_qan”; gần giống “co_quan”")  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{{ xa }}", '{{ x</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve"> }}'),
        ("{{ xa }}", "{</w:t></w:r><w:r><w:t>{ xa }</w:t></w:r><w:r><w:t>}"),
        ("{{ xa }}", '{{ x</w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t>a</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> }}'),
        ("{{ xa }}", '{{ xa </w:t></w:r><w:ins w:id="1" w:author="A"><w:r><w:t>}}</w:t></w:r></w:ins><w:r><w:t>'),
        ("{{ xa }}", '{{ x</w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>ax {{ sai }}</w:delText></w:r></w:del><w:r><w:t>a }}'),
        ("{{ xa }}", '</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>{{ x</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>a }}'),
    ],
    ids=["spelling", "brace", "inserted", "end inserted", "struck", "comment"],
)  # fmt: skip
def test_a_tag_that_a_word_processor_split_is_read_as_it_is_seen(old: str, new: str) -> None:
    assert judged(with_body(word("{{ xa }}"), old, new), RoundWords) == ""
    wrong = with_body(word("{{ xa }}"), old, new.replace("a }", "b }").replace("xa </w", "xb </w").replace("<w:t>a</w:t>", "<w:t>b</w:t>"))  # fmt: skip
    assert "“xb”" in judged(wrong, RoundWords)
