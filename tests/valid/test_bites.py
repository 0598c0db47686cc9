"""The looking at files itself: it finds each thing that Excel would mend with a warning, or refuse."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.printing import printed
from tests.valid.limits import LIMITS
from tests.valid.measured import beyond, measures
from tests.valid.office import added, wrong
from tests.valid.parts import opened
from tests.valid.wholeness import faults

SHEET, BOOK, STYLES = "xl/worksheets/sheet3.xml", "xl/workbook.xml", "xl/styles.xml"
LONG = "a" * 300


@pytest.fixture(scope="module")
def template() -> bytes:
    return printed(form_of("centre", 2026), Prefill("C01", "Trung tâm"))


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook in one part of which something stands otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as came, zipfile.ZipFile(out, "w") as parts:
        for name in came.namelist():
            text = came.read(name).decode()
            if name == part:
                assert re.search(old, text), old
                text = re.sub(old, new, text, count=1)
            parts.writestr(name, text)
    return out.getvalue()


def test_a_template_is_whole_and_within_every_limit(template: bytes) -> None:
    assert faults(opened(template)) == []
    assert beyond(opened(template)) == []
    assert len({measure.limit for measure in measures(opened(template))}) > 25


def test_every_limit_has_a_name_of_its_own_and_a_source() -> None:
    assert len({limit.name for limit in LIMITS}) == len(LIMITS)
    assert all(limit.source and limit.most > 0 for limit in LIMITS)


@pytest.mark.parametrize(
    ("part", "old", "new", "blamed"),
    [
        (SHEET, r' ht="[\d.]+"', ' ht="409.5"', "row height"),
        (SHEET, r' width="[\d.]+"', ' width="255.8"', "column width"),
        (SHEET, r' promptTitle="[^"]*"', f' promptTitle="{"a" * 33}"', "title of a prompt"),
        (SHEET, r' prompt="[^"]*"', f' prompt="{LONG}"', "prompt 300"),
        (SHEET, r' error="[^"]*"', f' error="{"a" * 225}"', "error of a validation"),
        (SHEET, r"<formula1>[^<]*", f'<formula1>"{LONG}"', "text within a validation"),
        (SHEET, r"(<cfRule[^>]*><formula>)[^<]*", rf'\1A1="{LONG}"', "text within a conditional format"),
        (SHEET, r"(<cfRule[^>]*><formula>)[^<]*", rf"\g<1>{'1+' * 4096}1", "formula of a conditional format"),
        (SHEET, r"<oddFooter>[^<]*", f"<oddFooter>{LONG}", "footer"),
        (BOOK, r'<sheet name="[^"]*"', f'<sheet name="{"a" * 32}"', "name of a sheet"),
        (BOOK, r'<definedName name="[^"]*"', f'<definedName name="{LONG}"', "a name for cells"),
        ("xl/sharedStrings.xml", r"<t>[^<]*", f"<t>{'a' * 32768}", "text of a cell"),
    ],
)
def test_what_goes_beyond_a_limit_is_named(template: bytes, part: str, old: str, new: str, blamed: str) -> None:
    found = beyond(opened(changed(template, part, old, new)))

    assert any(blamed in fault for fault in found), found


@pytest.mark.parametrize(
    ("part", "old", "new", "blamed"),
    [
        (SHEET, r' s="\d+"', ' s="9999"', "s 9999"),
        (SHEET, r'dxfId="\d+"', 'dxfId="99"', "dxfId 99"),
        (SHEET, r't="s"><v>\d+', 't="s"><v>9999', "shared string 9999"),
        (SHEET, r'<row r="5"', '<row r="2"', "row 2 below row"),
        (SHEET, r'(<c r="A1"[^>]*>.*?</c>)', r"\1\1", "cell A1 in row 1 after column 1"),
        (SHEET, r"(<mergeCell [^>]*/>)", r"\1\1", "merged cells share one"),
        (SHEET, r'(<cfRule [^>]*priority=)"\d+"', r'\1"0"', "priority below 1"),
        (BOOK, r'<sheet name="[^"]*"', '<sheet name="a:b"', "no sheet may be called"),
        (BOOK, r'(<sheet name=")([^"]*)(".*?<sheet name=")[^"]*', r"\1\2\3\2", "two sheets"),
        (BOOK, r'<definedName name="[^"]*"', '<definedName name="R1C1"', "no name may be"),
        (STYLES, r'(<cellXfs.*?fontId=)"\d+"', r'\1"99"', "has fontId 99"),
        ("[Content_Types].xml", r'<Override PartName="/xl/worksheets/sheet3.xml"[^>]*/>', "", "of no content type"),
        ("xl/_rels/workbook.xml.rels", r"worksheets/sheet3.xml", "worksheets/sheet99.xml", "which is not there"),
        ("xl/_rels/workbook.xml.rels", r'Id="rId3"', 'Id="rId99"', "rId3 is no relation of it"),
    ],
)  # fmt: skip
def test_what_is_not_whole_is_named(template: bytes, part: str, old: str, new: str, blamed: str) -> None:
    found = faults(opened(changed(template, part, old, new)))

    assert any(blamed in fault for fault in found), found


def test_what_a_marked_workbook_brings_with_it_is_no_fault_of_ours_and_what_it_adds_is(template: bytes, tmp_path: Path) -> None:  # fmt: skip
    before, after = tmp_path / "before.xlsx", tmp_path / "after.xlsx"
    before.write_bytes(changed(template, SHEET, r' ht="[\d.]+"', ' ht="999"'))
    after.write_bytes(changed(before.read_bytes(), SHEET, r' s="\d+"', ' s="9999"'))

    assert len(wrong(before)) == 1
    assert len(added(before, after)) == 1
    assert added(before, before) == []
