"""A return is read by the form of its own version: what that never asked is not missed, and what it asked is read."""

from pathlib import Path

import pytest

from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.receive.unpack.unpack import unpack
from learnsoc_xlsx.stages.template.template import template
from tests.books import opened, saved

NOMINATED = {"nominations": [{"award": "individual", "name": "Lê Văn An"}], "cover": [{"head": "Trần Thị Bình"}]}


def sent(folder: Path, revision: int, version: str) -> Path:
    """A school's return on a revision of its form, with a version in its stamp."""
    data = template(form_of("school", 2026, revision), Prefill("S01", "Trường Đông", NOMINATED))
    path = folder / "truong.xlsx"
    if version == f"2026.{revision}":
        path.write_bytes(data)
        return path
    book = opened(data)
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace(f"learnsoc:school:2026.{revision}:", f"learnsoc:school:{version}:")
    path.write_bytes(saved(book))
    return path


@pytest.mark.parametrize(
    ("revision", "version", "read_by"),
    [(1, "2026.1", 1), (2, "2026.2", 2), (1, "2026.9", 1), (2, "2026.9", 2), (1, "ban-sua", 1), (2, "2025.1", 2)],
)
def test_a_return_is_read_by_its_version_and_where_that_is_not_known_by_the_newest_that_fits(
    tmp_path: Path, revision: int, version: str, read_by: int
) -> None:
    path = sent(tmp_path, revision, version)

    batch = intake(Task(tuple(enumerate(unpack(tmp_path, path)))))
    (nominations,) = [table for table in batch.tables if table.sheet.id == "nominations"]

    assert nominations.sheet.revision == read_by
    assert nominations.rows["name"].tolist() == ["Lê Văn An"]
    assert ("pending" in nominations.rows, "honorific" in nominations.rows) == (read_by == 1, read_by == 2)
    assert [finding for finding in inspect([path]) if finding.code.code.startswith("S")] == []


def test_a_return_of_the_first_revision_is_read_without_a_word_whatever_the_second_asks(tmp_path: Path) -> None:
    for form in ("village", "school", "department", "enterprise", "centre"):
        (tmp_path / f"{form}.xlsx").write_bytes(template(form_of(form, 2026, 1)))

    findings = inspect(sorted(tmp_path.glob("*.xlsx")))

    assert [finding for finding in findings if finding.code.code.startswith("S")] == []


def test_a_sheet_that_still_bears_a_former_name_and_title_is_read_without_a_word(tmp_path: Path) -> None:
    book = opened(template(form_of("school", 2026), Prefill("S01", "Trường Đông", {})))
    page = book["Kết quả, kiến nghị"]
    page.title, page["A1"], page["D7"] = "Báo cáo bằng lời", "BÁO CÁO BẰNG LỜI", "Mở hai lớp học số"
    path = tmp_path / "truong.xlsx"
    path.write_bytes(saved(book))

    batch = intake(Task(tuple(enumerate(unpack(tmp_path, path)))))
    (narrative,) = [table for table in batch.tables if table.sheet.id == "narrative"]

    assert narrative.rows["results"].tolist() == ["Mở hai lớp học số"]
    assert [finding for finding in inspect([path]) if finding.code.code.startswith("S")] == []
