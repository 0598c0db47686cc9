"""The shipped templates: what the declared texts build, valid for Word, every tag known, and laid out by NĐ 30/2020, annex I."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from learnsoc_xlsx.catalogue.papers.papers import PAPERS
from learnsoc_xlsx.catalogue.papers.shipped import FOLDER, shipped
from learnsoc_xlsx.model.papers.paper import Each, Letterhead, TitleLines, WordPaper
from learnsoc_xlsx.stages.template.document.document import document
from learnsoc_xlsx.stages.write.papers.own.judging import judged
from learnsoc_xlsx.stages.write.papers.words.words import words_of
from tests.papers.reading import Paper
from tests.stages.write.papers.valid import faults

DECLARED = {paper.template: paper for paper in PAPERS}
LETTERED = {name: paper for name, paper in DECLARED.items() if any(isinstance(part, Letterhead) for part in paper.text)}
"""Those that begin with a letterhead."""


@cache
def template(name: str) -> Paper:
    return Paper(shipped(name))


each = pytest.mark.parametrize("name", DECLARED)
each_lettered = pytest.mark.parametrize("name", LETTERED)


def test_the_committed_templates_are_what_the_declared_texts_build_byte_for_byte() -> None:
    """`make papers` makes them again after a change of wording."""
    built = {name: document(paper) for name, paper in DECLARED.items()}

    assert {path.name for path in FOLDER.glob("*.docx")} == set(built)
    assert [name for name, data in built.items() if data != shipped(name)] == []


def test_two_papers_that_share_a_template_share_their_text() -> None:
    assert [one.id for one in PAPERS if one.text != DECLARED[one.template].text] == []


@each
def test_word_takes_a_template(name: str, tmp_path: Path) -> None:
    assert faults(shipped(name), tmp_path) == []


@each
def test_a_template_that_is_copied_and_edited_would_be_taken_as_it_was(name: str) -> None:
    assert judged(shipped(name), words_of(DECLARED[name].occasion)) == ""


# The page


def mm(length: Any) -> float:
    return round(float(length.mm), 1)


@each
def test_a_page_is_a4_with_the_margins_of_the_decree(name: str) -> None:
    """Above and below 20–25 mm, left 30–35, right 15–20; a certificate lies across, with equal edges."""
    section = template(name).document.sections[0]
    across = DECLARED[name].landscape

    assert (section.orientation == WD_ORIENT.LANDSCAPE) is across
    assert sorted((mm(section.page_width), mm(section.page_height))) == [210, 297]
    assert (section.page_width > section.page_height) is across
    assert 20 <= mm(section.top_margin) <= 25
    assert 20 <= mm(section.bottom_margin) <= 25
    assert 30 <= mm(section.left_margin) <= 35
    assert mm(section.right_margin) == 30 if across else 15 <= mm(section.right_margin) <= 20


@each
def test_every_letter_is_times_new_roman(name: str) -> None:
    paper = template(name).document
    fonts = paper.styles["Normal"].element.rPr.rFonts

    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    assert list(paper.element.iter(qn("w:rFonts"))) == []


@each
def test_tables_are_as_wide_as_the_text_at_most(name: str) -> None:
    paper = template(name).document
    section = paper.sections[0]
    text = section.page_width - section.left_margin - section.right_margin

    assert all(sum(column.width for column in table.columns) <= text for table in paper.tables)


@each
def test_rows_are_whole_on_a_page_and_headings_are_repeated(name: str) -> None:
    for table in template(name).document.tables:
        rows = [row._tr for row in table.rows if "{%tr" not in row.cells[0].text]
        if table.cell(0, 0).text == "STT":
            assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
            assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


@each
def test_the_number_of_the_page_stands_on_every_page_but_the_first_and_on_no_certificate(name: str) -> None:
    section = template(name).document.sections[0]

    def numbered(header: Any) -> bool:
        return "PAGE" in {part.text.strip() for part in header._element.iter(qn("w:instrText"))}

    assert section.different_first_page_header_footer
    assert not numbered(section.first_page_header)
    assert numbered(section.header) is not DECLARED[name].framed


@each
def test_a_draft_says_so_in_both_headers(name: str) -> None:
    assert [head.strip() for head in template(name).heads] == ["{% if du_thao %}DỰ THẢO{% endif %}"] * 2


# The letterhead


def look(paper: Paper, begins: str) -> tuple[float, bool, bool, Any]:
    """Size, bold, italic and alignment of the paragraph that begins so."""
    line = paper.paragraph(begins)
    (run,) = line.runs
    return run.font.size.pt, bool(run.bold), bool(run.italic), line.alignment


@each_lettered
def test_nation_motto_issuer_place_and_title_are_as_large_and_bold_as_the_decree_says(name: str) -> None:
    paper, centre = template(name), WD_ALIGN_PARAGRAPH.CENTER

    assert look(paper, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == (13, True, False, centre)
    assert look(paper, "Độc lập - Tự do - Hạnh phúc") == (14, True, False, centre)
    assert look(paper, "{{ co_quan_tren }}") == (13, False, False, centre)
    assert look(paper, "{{ co_quan }}") == (13, True, False, centre)
    assert look(paper, _title(LETTERED[name])) == (14, True, False, centre)


@pytest.mark.parametrize("name", ["to_trinh.docx", "quyet_dinh.docx", "bao_cao.docx", "de_nghi_cap_tren.docx"])
def test_number_place_signature_and_recipients_are_as_the_decree_says(name: str) -> None:
    paper, centre = template(name), WD_ALIGN_PARAGRAPH.CENTER

    assert look(paper, "Số: {{ so_van_ban }}") == (13, False, False, centre)
    assert look(paper, "{{ dia_danh_ngay }}") == (14, False, True, centre)
    assert look(paper, "{{ ky_") == (14, True, False, centre)
    assert look(paper, "Nơi nhận:") == (12, True, True, WD_ALIGN_PARAGRAPH.LEFT)
    assert look(paper, "- Lưu: {{ noi_luu }}.") == (11, False, False, WD_ALIGN_PARAGRAPH.LEFT)


@each_lettered
def test_the_text_is_13_or_14_points_and_its_first_lines_are_a_centimetre_in(name: str) -> None:
    """What follows the text in smaller letters — sources, signs under a table — is in italics or in a list of figures."""
    lines = [line for line in template(name).document.paragraphs if line.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY]
    running = [line for line in lines if line.text and not line.runs[0].italic and "{{ dieu_kien }}" not in line.text]

    assert {line.runs[0].font.size.pt for line in running} <= {13, 14}
    assert {mm(indent) for line in running if (indent := line.paragraph_format.first_line_indent)} <= {10}


def _title(paper: WordPaper) -> str:
    parts = [part for block in paper.text for part in (block.blocks if isinstance(block, Each) else (block,))]
    return next(part.kind for part in parts if isinstance(part, TitleLines))
