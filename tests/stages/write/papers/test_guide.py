"""What is printed beside the Word templates tells whoever edits them every word that they may use, and no other."""

import re

import pytest

from learnsoc_xlsx.catalogue.papers.papers import PAPERS
from learnsoc_xlsx.stages.template.text.words import Explained, explained
from learnsoc_xlsx.stages.write.papers.own.guide import guide
from learnsoc_xlsx.stages.write.papers.own.judging import judged
from learnsoc_xlsx.stages.write.papers.words.words import ReportWords, RoundWords
from tests.stages.write.papers.word_file import word

GUIDE = guide(PAPERS, "mau_van_ban")


def names(words: tuple[Explained, ...]) -> set[str]:
    return {word.name for word in words}.union(*(names(word.of_each) for word in words))


def test_every_word_of_every_template_is_explained() -> None:
    explained_there = set(re.findall(r"^ +\.?(\w+) {2,}\S", GUIDE, re.MULTILINE)) | set(re.findall(r"^ +\.?(\w{22,}) \S", GUIDE, re.MULTILINE))  # fmt: skip

    assert names(explained(RoundWords)) | names(explained(ReportWords)) <= explained_there
    assert {paper.template for paper in PAPERS} <= set(re.findall(r"\w+\.docx", GUIDE))
    assert [word.name for word in explained(RoundWords) if not word.meaning] == []


def test_what_it_shows_to_be_written_may_be_written() -> None:
    shown = re.search(r"CÁCH VIẾT\n(.*?)\nMở thẻ", GUIDE, re.DOTALL)
    assert shown
    for line in shown[1].splitlines():
        pieces = [piece.strip() for piece in re.split(r" {2,}", line) if piece.strip().startswith("{")]
        if pieces and "tr" in pieces[0]:
            assert judged(word(rows=[(pieces[0], ""), tuple(pieces[1:3]), (pieces[3], "")]), RoundWords) == ""
        elif pieces:
            assert judged(word(*pieces), RoundWords) == "", pieces


@pytest.mark.parametrize("line", GUIDE.splitlines())
def test_it_is_read_in_a_plain_window(line: str) -> None:
    assert len(line) <= 115
