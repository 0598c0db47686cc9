"""Whatever a unit writes stands in a paper as it was typed: it is no tag, no markup and no order to the page."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from learnsoc_xlsx.catalogue.papers.papers import PAPERS
from learnsoc_xlsx.catalogue.papers.shipped import shipped
from learnsoc_xlsx.model.papers.paper import WordPaper
from learnsoc_xlsx.stages.template.text.words import example
from learnsoc_xlsx.stages.write.papers.filling import filled
from learnsoc_xlsx.stages.write.papers.words.printable import printable
from learnsoc_xlsx.stages.write.papers.words.words import words_of
from tests.papers.reading import Paper
from tests.stages.write.papers.valid import faults

PLAIN = "Hôm ấy"
HOSTILE = "A & B <b>c</b> &amp; ]]> <w:p/> {{ nguoi_ky }} {% raw %} {%p if x %} {%tr endfor %} {# d #} “e” 'f' \u202eg\u200f \u200bh"
DECLARED = {paper.template: paper for paper in PAPERS if isinstance(paper, WordPaper)}


def saying(words: object, text: str) -> object:
    """The same words where every text is this one."""
    if isinstance(words, str):
        return text
    if isinstance(words, dict):
        return {name: saying(value, text) for name, value in words.items()}
    return tuple(saying(value, text) for value in words) if isinstance(words, tuple) else words


def paper(name: str, text: str) -> Paper:
    """A shipped template in which every word says the same."""
    words = saying(example(words_of(DECLARED[name].occasion)), printable(text))
    assert isinstance(words, dict)
    return Paper(filled(shipped(name), words))


@pytest.mark.parametrize("name", DECLARED)
def test_what_looks_like_a_tag_or_like_markup_stands_as_it_was_typed(name: str, tmp_path: Path) -> None:
    plain, hostile = paper(name, PLAIN), paper(name, HOSTILE)

    assert hostile.text.casefold() == plain.text.casefold().replace(PLAIN.casefold(), HOSTILE.casefold())
    assert HOSTILE in hostile.text
    assert len(hostile.paragraphs) == len(plain.paragraphs)
    assert hostile.heads == plain.heads
    assert faults(hostile.data, tmp_path) == []


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("một\nhai", "một\nhai"),
        ("một\r\nhai", "một\nhai"),
        ("một\thai", "một\thai"),
        ("một\x0chai", "một hai"),
        ("một\x07hai", "một hai"),
        ("một\x00hai", "một hai"),
        ("một\x1bhai", "một hai"),
        ("một\ufffehai", "một hai"),
        ("một\ud800hai", "một hai"),
        ("Đỗ " * 800 + "Hạ", "Đỗ " * 800 + "Hạ"),
    ],
)
def test_line_breaks_and_tabs_stay_and_control_characters_are_spaces(typed: str, stands: str) -> None:
    made = paper("quyet_dinh.docx", typed)

    assert made.listed[0][1] == stands
    assert len(made.paragraphs) == len(paper("quyet_dinh.docx", PLAIN).paragraphs)


def test_no_words_of_a_paper_hide_in_its_properties() -> None:
    with ZipFile(BytesIO(paper("quyet_dinh.docx", HOSTILE).data)) as parts:
        properties = parts.read("docProps/core.xml").decode()

    assert "<dc:title>Quyết định</dc:title>" in properties
    assert "A &amp; B" not in properties


def test_the_same_words_give_the_same_bytes() -> None:
    assert paper("bien_ban.docx", PLAIN).data == paper("bien_ban.docx", PLAIN).data
