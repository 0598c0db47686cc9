"""A template filled in stays a document, and what somebody wrote is text, whatever it looks like."""

import io
from dataclasses import replace

from docx import Document

from learnsoc_xlsx.stages.template.text.words import by_name, example
from learnsoc_xlsx.stages.write.papers.filling import filled
from learnsoc_xlsx.stages.write.papers.words.words import RoundWords, Subjected
from tests.stages.write.papers.word_file import saved, text_of, valid, with_body, with_part, word

NOTHING = example(RoundWords, empty=True)
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def said(template: bytes, **words: object) -> list[str]:
    return text_of(filled(template, NOTHING | words))


def a_subject(**words: object) -> dict[str, object]:
    return {**example(Subjected, empty=True), **words}


def test_what_looks_like_a_tag_or_like_markup_is_printed_as_it_was_written() -> None:
    odd = "{{ khong_co }} {% for %} <w:p/> & “a” {_{ x"

    assert said(word("Ông {{ chu_tri }}."), chu_tri=odd) == [f"Ông {odd.replace('{_{', '{{')}."]


def test_what_a_unit_wrote_into_a_footnote_is_filled_in_once_whatever_number_of_sections() -> None:
    made = Document()
    made.add_section()
    made.add_section()
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>{{{{ chu_tri }}}}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    data = with_part(saved(made), "word/footnotes.xml", lambda _: note.encode())
    data = with_part(data, "[Content_Types].xml", lambda part: part.replace(b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES}"/></Types>'.encode()))  # fmt: skip
    data = with_part(data, "word/_rels/document.xml.rels", lambda part: part.replace(b"</Relationships>", b'<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>'))  # fmt: skip

    parts = {part.partname: part.blob for part in Document(io.BytesIO(filled(data, NOTHING | {"chu_tri": "{{ xa }} {{ sai }}"}))).part.package.iter_parts()}  # fmt: skip

    assert b"{{ xa }} {{ sai }}" in parts["/word/footnotes.xml"]


def test_the_properties_of_the_file_are_no_template() -> None:
    paper = filled(word("a", title="{{ xa }} {{ khong_co }} {% for"), NOTHING | {"xa": "Tân Học"})

    assert Document(io.BytesIO(paper)).core_properties.title == "{{ xa }} {{ khong_co }} {% for"


def test_a_table_of_nobody_and_a_cell_without_a_line_leave_a_document_that_word_opens() -> None:
    of_all = word(rows=[("{%tr for d in danh_sach %}", ""), ("{{ d.ten }}", ""), ("{%tr endfor %}", "")])
    cell = Document()
    table = cell.add_table(1, 1)
    table.cell(0, 0).text = "{%p for d in danh_sach %}"
    for line in ("{{ d.ten }}", "{%p endfor %}"):
        table.cell(0, 0).add_paragraph(line)

    empty, full = (filled(saved(cell), NOTHING | {"danh_sach": them}) for them in ((), (a_subject(ten="A"),)))

    assert text_of(filled(of_all, NOTHING)) == []
    assert Document(io.BytesIO(filled(of_all, NOTHING))).tables == []
    assert (valid(empty), valid(full), text_of(full)) == (True, True, ["A"])


def test_a_row_of_a_table_for_each_with_the_parts_of_each() -> None:
    rows = [("{%tr for d in danh_sach %}", ""), ("{{ loop.index }}. {{ d.ten }}", "{% for c in d.cac_dieu_kien %}{{ c }};{% endfor %}"), ("{%tr endfor %}", "")]  # fmt: skip
    them = (a_subject(ten="A", cac_dieu_kien=("x", "y")), a_subject(ten="B"))

    assert said(word(rows=rows), danh_sach=them) == ["1. A", "x;y;", "2. B"]


def test_what_was_struck_out_is_gone_what_was_added_stays_and_remarks_are_not_printed() -> None:
    change = 'w:id="1" w:author="Bà Hai" w:date="2026-01-01T00:00:00Z"'
    struck = f"</w:t></w:r><w:del {change}><w:r><w:delText>cũ {{{{ xa }}}}</w:delText></w:r></w:del><w:ins {change}><w:r><w:t>mới</w:t></w:r></w:ins><w:r><w:t>"
    remarked = f'<w:commentRangeStart w:id="0"/><w:r><w:rPr><w:rPrChange {change}><w:rPr/></w:rPrChange></w:rPr><w:t>Câu X</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    row = f"<w:trPr><w:del {change}/></w:trPr><w:tc>"
    template = with_body(word("Câu X.", rows=[("hàng bỏ",), ("hàng giữ",)]), "Câu X", f"Câu {struck}")
    template = with_body(template, "<w:tc>", "<w:tc>")
    template = with_part(template, "word/document.xml", lambda body: body.replace(b"<w:tc>", row.encode(), 1))
    noted = Document()
    noted.add_comment(noted.add_paragraph("Câu Y").runs, text="nhớ hỏi {{ anh }} Ba", author="Bà Hai")

    paper = filled(template, NOTHING)
    packed = filled(saved(noted), NOTHING)

    assert text_of(paper) == ["Câu mới.", "hàng giữ"]
    assert b"rPrChange" not in filled(with_body(word("Câu X"), "<w:r><w:t>Câu X</w:t></w:r>", remarked), NOTHING)
    assert [part.partname for part in Document(io.BytesIO(packed)).part.package.iter_parts() if "comment" in part.partname] == []  # fmt: skip
    assert text_of(packed) == ["Câu Y"]


def test_the_template_that_a_template_was_made_from_is_not_fetched_by_its_papers() -> None:
    link = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://vi-du.invalid/a.dotm" TargetMode="External"/></Relationships>'
    data = with_part(word("a"), "word/_rels/settings.xml.rels", lambda _: link)

    assert b"vi-du.invalid" not in b"".join(_parts(filled(data, NOTHING)))


def _parts(data: bytes) -> list[bytes]:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return [parts.read(name) for name in parts.namelist()]


def test_the_same_words_give_the_same_bytes() -> None:
    words = by_name(replace(_some(), chair="Trần Mẫu Hai"))

    assert filled(word("{{ chu_tri }}"), words) == filled(word("{{ chu_tri }}"), words)


def _some() -> RoundWords:
    from dataclasses import fields

    return RoundWords(**{each.name: "" for each in fields(RoundWords)})  # type: ignore[arg-type]


def test_a_header_a_footer_a_font_and_a_picture_of_the_commune_s_own_survive() -> None:
    made = Document()
    section = made.sections[0]
    section.header.paragraphs[0].text = "Trung tâm {{ xa }}"
    section.footer.paragraphs[0].text = "Mẫu của xã"
    made.add_paragraph().add_run("{{ chu_tri }}").font.name = "Vni Times Mẫu"
    made.add_picture("docs/agenda.png")

    paper = Document(io.BytesIO(filled(saved(made), NOTHING | {"xa": "Tân Học", "chu_tri": "A & B"})))

    section = paper.sections[0]
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == ("Trung tâm Tân Học", "Mẫu của xã")
    (run,) = [run for line in paper.paragraphs for run in line.runs if run.text]
    assert (run.text, run.font.name) == ("A & B", "Vni Times Mẫu")
    assert len(paper.inline_shapes) == 1
