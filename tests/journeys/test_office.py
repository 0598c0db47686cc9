"""The office program: what LibreOffice saves is read to the same values, and what we write it can open."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from learnsoc_xlsx.model.form.form import REVIEW_SHEET
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.receive.preflight.preflight import preflight
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from learnsoc_xlsx.stages.receive.trial import trial
from learnsoc_xlsx.stages.reply.mark.looks import MARK
from tests.calc import NEEDED, mended, saved_as
from tests.runs import run_into, run_of

pytestmark = NEEDED
SAMPLE = Path("input_templates/sample")
WRONG = [("Chỉ tiêu", "D10"), ("Chỉ tiêu", "D22"), ("Công dân", "M15"), ("Công dân", "Q7")]


DAY = date(2026, 12, 5)


def said(inbox: Path, out: Path) -> dict[str, Any]:
    run_into(inbox, out, DAY)
    run: dict[str, Any] = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return run


def bare(run: Run) -> list[tuple[object, ...]]:
    """The figures, and every cell they stand on, without the names of the files."""
    return [
        (each.indicator, each.scope, each.id, each.period, each.structure, each.value, each.numerator,
         [(origin.place.sheet, origin.place.cell, origin.value) for origin in each.origins])
        for each in run.figures
    ]  # fmt: skip


SENT = "2026/T05 Thôn Mỹ Thủy 2026.xlsx"


def with_register(folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(next(SAMPLE.glob("Danh ba*")), folder)
    return folder


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """What is said of a return as it came."""
    place = tmp_path_factory.mktemp("ours")
    shutil.copy(SAMPLE / SENT, with_register(place / "inbox"))
    return run_of(place / "inbox", DAY)


@pytest.fixture(scope="module", params=["xlsx", "xls", "ods"])
def saved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That return as LibreOffice saves it."""
    return saved_as(request.param, SAMPLE / SENT, with_register(tmp_path_factory.mktemp("saved") / "inbox"))


def test_a_return_saved_by_libreoffice_is_sound_and_an_old_one_is_read_on_trial(saved: Path) -> None:
    kind, data = saved.suffix.lstrip("."), saved.read_bytes()

    sound = preflight(data)

    assert isinstance(sound, Sound)
    assert (sound.container, sound.doubtful) == (kind, kind == "xls")
    assert trial(data, kind) is None


def test_a_return_saved_by_libreoffice_gives_the_same_figures_findings_and_verdicts(saved: Path, ours: Run) -> None:
    theirs = run_of(saved.parent, DAY)

    assert len(bare(ours)) > 100
    assert bare(theirs) == bare(ours)
    assert [(each.code, each.place.sheet, each.place.cell) for each in theirs.findings] == [
        (each.code, each.place.sheet, each.place.cell) for each in ours.findings
    ]
    assert [(each.subject, each.outcome) for each in theirs.verdicts] == [
        (each.subject, each.outcome) for each in ours.verdicts
    ]


def test_an_answer_saved_by_libreoffice_keeps_its_marks_comments_dropdowns_and_locked_cells(tmp_path: Path) -> None:
    inbox, out, saved = tmp_path / "inbox", tmp_path / "out", tmp_path / "saved"
    inbox.mkdir()
    for path in (next(SAMPLE.glob("Danh ba*")), next(SAMPLE.glob("2026/T05*")), next(SAMPLE.glob("2026/D01*"))):
        shutil.copy(path, inbox)
    said(inbox, out)

    for unit, sheet, cell in (("T05", "Công dân", "M15"), ("D01", "Sáng kiến, mô hình", "D7")):
        reply = out / f"phan_hoi/2026/{unit}.xlsx"
        before, book = load_workbook(reply), load_workbook(saved_as("xlsx", reply, saved))
        page = book[sheet]

        assert book.sheetnames == before.sheetnames
        assert page[cell].comment.text == before[sheet][cell].comment.text
        assert (page[cell].fill.fgColor.rgb, page[cell].border.left.style) == (MARK, "thick")
        assert (page.protection.sheet, page["B6"].protection.locked, page[cell].protection.locked) == (
            True,
            True,
            False,
        )
        assert [len(each.data_validations.dataValidation) for each in book] == [
            len(each.data_validations.dataValidation) for each in before
        ]
        assert len(page.conditional_formatting) > 0
        assert (
            book[REVIEW_SHEET]["D6"]
            .hyperlink.location.replace("$", "")
            .endswith("!" + str(before[REVIEW_SHEET]["D6"].value))
        )


def test_an_answer_opened_mended_and_saved_in_libreoffice_is_taken_and_the_finding_is_gone(tmp_path: Path) -> None:
    """T05 has four wrong cells. Its sender sees them marked, mends one, and sends the workbook back."""
    register, sent = next(SAMPLE.glob("Danh ba*")), next(SAMPLE.glob("2026/T05*"))
    inbox, again = tmp_path / "inbox", tmp_path / "again"
    for folder in (inbox, again):
        folder.mkdir()
        shutil.copy(register, folder)
    shutil.copy(sent, inbox)
    before = said(inbox, tmp_path / "out")
    reply, plain = tmp_path / "out/phan_hoi/2026/T05.xlsx", ("Công dân", "M16")

    sight = mended(reply, again / sent.name, [*WRONG, plain], {("Công dân", "M15"): 7}, tmp_path)

    assert sight.sheet == REVIEW_SHEET
    assert {sight.cells[cell].fill for cell in WRONG} == {MARK.removeprefix("FF")}
    assert all(sight.cells[cell].comment.startswith("Cần xem lại:") for cell in WRONG)
    assert "12 lớn hơn mức cao nhất là 10." in sight.cells["Công dân", "M15"].comment
    assert (sight.cells[plain].fill == MARK.removeprefix("FF"), sight.cells[plain].comment) == (False, "")
    after = said(again, tmp_path / "out2")
    left = set(WRONG) - {("Công dân", "M15")}
    assert (blamed(before), blamed(after)) == (set(WRONG), left)
    assert marks(tmp_path / "out2/phan_hoi/2026/T05.xlsx") == left


def blamed(run: dict[str, Any]) -> set[tuple[str, str]]:
    """The cells of T05 that are wrong."""
    return {(each["sheet"], each["cell"]) for each in run["findings"] if each["unit"] == "T05"}


def marks(path: Path) -> set[tuple[str, str]]:
    return {
        (sheet.title, cell.coordinate)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == MARK
    }
