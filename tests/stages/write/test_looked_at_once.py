"""What is looked at once only: a file that nobody touched, two records that are the same, a paragraph without orders."""

import io
import os
from fractions import Fraction
from pathlib import Path

import pytest
from docx import Document
from docxtpl import DocxTemplate

from learnsoc_xlsx.stages.write.changes import since
from learnsoc_xlsx.stages.write.changes.since import changes_since
from learnsoc_xlsx.stages.write.moving import by_hand
from learnsoc_xlsx.stages.write.moving.by_hand import digest_of
from learnsoc_xlsx.stages.write.papers.filling import filled
from learnsoc_xlsx.stages.write.run_json.record import record
from learnsoc_xlsx.stages.write.views.figure_cells import width_for
from tests.stages.write.a_run import a_run

TEXTS = ("một\tthụt", "hai\ndòng", "trơn")


def test_a_file_that_nobody_touched_is_read_once_for_its_hash(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"mot")
    first, asked = digest_of(file), by_hand._digest.cache_info().misses

    assert digest_of(file) == first
    assert by_hand._digest.cache_info().misses == asked


@pytest.mark.parametrize("size", [b"hai", b"dai hon"], ids=["of the same size", "longer"])
def test_a_file_that_somebody_wrote_on_has_another_hash(size: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"mot")
    before, state = digest_of(file), file.stat()

    file.write_bytes(size)
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns + 1))

    assert digest_of(file) != before


def test_two_records_that_are_the_same_are_not_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = a_run(tmp_path)
    for name in ("was.json", "now.json"):
        record(run, {}, {}, tmp_path / name, tmp_path)
    monkeypatch.setattr(since, "recorded_run", None)

    changes = changes_since(tmp_path / "was.json", run, tmp_path / "now.json")

    assert changes is not None
    assert (changes.now, changes.is_worth_a_file) == (changes.was, False)
    assert changes.now.as_of == run.as_of
    assert changes.now.digest == digest_of(tmp_path / "now.json")


def test_a_paper_says_its_tabs_and_line_ends_as_docxtpl_does() -> None:
    document = Document()
    for _ in TEXTS:
        document.add_paragraph("{% for loi in cac_loi %}{{ loi }}{% endfor %}")
    template = io.BytesIO()
    document.save(template)
    plain = DocxTemplate(io.BytesIO(template.getvalue()))

    plain.render({"cac_loi": TEXTS})

    ours = Document(io.BytesIO(filled(template.getvalue(), {"cac_loi": TEXTS})))
    assert [line._p.xml for line in ours.paragraphs] == [line._p.xml for line in plain.docx.paragraphs]


def test_a_template_filled_in_twice_holds_each_time_its_own_words() -> None:
    document = Document()
    document.add_paragraph("{{ loi }}")
    template = io.BytesIO()
    document.save(template)

    papers = [Document(io.BytesIO(filled(template.getvalue(), {"loi": text}))) for text in ("một", "hai")]

    assert [paper.paragraphs[0].text for paper in papers] == ["một", "hai"]


@pytest.mark.parametrize(
    ("values", "longest"),
    [
        ((5, 1_234_567_890_123, None), "1.234.567.890.123"),
        ((Fraction(1, 3), 12_345_678), "12.345.678"),
        ((Fraction(123_456_789, 2), 12_345_678), "61.728.394,5"),
        ((-123_456_789, 12_345_678), "-123.456.789"),
    ],
)
def test_a_column_is_as_wide_as_its_longest_figure_at_either_end(
    values: tuple[Fraction | int | None, ...], longest: str
) -> None:
    assert width_for(values) == len(longest) + 2.5
