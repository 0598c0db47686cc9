"""The office program: what LibreOffice saves is read to the same values, and what we write it can open."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.model.form.form import REVIEW_SHEET
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.receive.preflight.preflight import preflight
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from learnsoc_xlsx.stages.receive.trial import trial
from learnsoc_xlsx.stages.reply.mark.looks import MARK
from learnsoc_xlsx.stages.template.template import template
from tests.books import opened
from tests.calc import NEEDED, all_saved_as, mended, saved_as
from tests.runs import run_into, run_of

pytestmark = NEEDED
SAMPLE = Path("input_templates/sample")
WRONG = [("Chỉ tiêu", "D14"), ("Chỉ tiêu", "D24")]
DAY = date(2026, 12, 5)
SENT = "2026/S02 Trường Tiểu học Tân Học 2026.xlsx"


def bare(run: Run) -> list[tuple[object, ...]]:
    """The figures, and every cell they stand on, without the names of the files."""
    return [
        (each.indicator, each.scope, each.id, each.period, each.structure, each.value, each.numerator,
         [(origin.place.sheet, origin.place.cell, origin.value) for origin in each.origins])
        for each in run.figures
    ]  # fmt: skip


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


@pytest.fixture(scope="module")
def all_saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """That return as LibreOffice saves it in each format."""
    return all_saved_as(["xlsx", "xls", "ods"], [SAMPLE / SENT], tmp_path_factory.mktemp("saved"))


def test_a_template_saved_by_libreoffice_in_the_old_format_says_nothing_that_was_not_typed(tmp_path: Path) -> None:
    path = tmp_path / "Mau_01.xlsx"
    path.write_bytes(template(form_of("village", 2026), Prefill("T01", "Thôn Đoài")))

    said = [
        sorted((each.place.sheet or "", each.place.cell or "", each.code.code) for each in inspect([form]))
        for form in (path, saved_as("xls", path, tmp_path))
    ]

    assert said[1] == said[0]


@pytest.fixture(scope="module", params=["xlsx", "xls", "ods"])
def saved(
    request: pytest.FixtureRequest, all_saved: dict[str, list[Path]], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """One of them, in a folder of its own with the register."""
    inbox = with_register(tmp_path_factory.mktemp("saved") / "inbox")
    return Path(shutil.copy(all_saved[request.param][0], inbox))


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


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is written when S02, E01 and D01 have sent their returns."""
    place = tmp_path_factory.mktemp("answered")
    inbox = with_register(place / "inbox")
    for path in (SAMPLE / SENT, *SAMPLE.glob("2026/E01*"), *SAMPLE.glob("2026/D01*")):
        shutil.copy(path, inbox)
    run_into(inbox, place / "out", DAY)
    return place / "out"


@pytest.fixture(scope="module")
def answers_saved(answered: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The answers as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("saved")
    all_saved_as(["xlsx"], [answered / f"phan_hoi/2026/{unit}.xlsx" for unit in ("E01", "D01")], folder)
    return folder


@pytest.mark.parametrize(
    ("unit", "sheet", "cell"), [("E01", "Người lao động", "B13"), ("D01", "Sáng kiến, mô hình", "D7")]
)
def test_an_answer_saved_by_libreoffice_keeps_its_marks_comments_dropdowns_and_locked_cells(
    unit: str, sheet: str, cell: str, answered: Path, answers_saved: Path
) -> None:
    before, book = opened(answered / f"phan_hoi/2026/{unit}.xlsx"), opened(answers_saved / f"{unit}.xlsx")
    page, review = book[sheet], book[REVIEW_SHEET]

    assert book.sheetnames == before.sheetnames
    assert page[cell].comment.text == before[sheet][cell].comment.text
    assert (page[cell].fill.fgColor.rgb, page[cell].border.left.style) == (MARK, "thick")
    assert (page.protection.sheet, page["B6"].protection.locked, page[cell].protection.locked) == (True, True, False)
    assert [len(each.data_validations.dataValidation) for each in book] == [
        len(each.data_validations.dataValidation) for each in before
    ]
    assert len(page.conditional_formatting) > 0
    assert review["D6"].hyperlink.location.replace("$", "").endswith(f"!{before[REVIEW_SHEET]['D6'].value}")


def test_an_answer_opened_mended_and_saved_in_libreoffice_is_taken_and_the_finding_is_gone(
    answered: Path, tmp_path: Path
) -> None:
    """S02 has two wrong cells. Its sender sees them marked, mends one, and sends the workbook back."""
    reply, plain = answered / "phan_hoi/2026/S02.xlsx", ("Chỉ tiêu", "D15")
    again, out = with_register(tmp_path / "again"), tmp_path / "out"

    sight = mended(reply, again / "S02.xlsx", [*WRONG, plain], {WRONG[0]: 300})

    assert sight.sheet == REVIEW_SHEET
    assert {sight.cells[cell].fill for cell in WRONG} == {MARK.removeprefix("FF")}
    assert [sight.cells[cell].comment.partition("\n")[0] for cell in WRONG] == ["Cần xem lại:"] * 2
    assert "99.999 lớn hơn 372" in sight.cells[WRONG[0]].comment
    assert (sight.cells[plain].fill == MARK.removeprefix("FF"), sight.cells[plain].comment) == (False, "")
    run_into(again, out, DAY)
    assert (blamed(answered), blamed(out)) == (WRONG, WRONG[1:])
    assert marks(out / "phan_hoi/2026/S02.xlsx") == set(WRONG[1:])


def blamed(out: Path) -> list[tuple[str, str]]:
    """The cells of S02 that are wrong."""
    findings = json.loads((out / "run.json").read_text(encoding="utf-8"))["findings"]
    return [(each["sheet"], each["cell"]) for each in findings if each["unit"] == "S02"]


def marks(path: Path) -> set[tuple[str, str]]:
    return {
        (sheet.title, cell.coordinate)
        for sheet in opened(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == MARK
    }
