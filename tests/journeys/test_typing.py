"""The form helps while somebody types: lists are counted, a stranger among the nominees and a day that is none turn red."""

from functools import cache
from pathlib import Path

import pytest

from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.receive.unpack.unpack import unpack
from learnsoc_xlsx.stages.template.cells.addresses import cells_of
from learnsoc_xlsx.stages.template.cells.excel_rules import rules
from learnsoc_xlsx.vietnamese.marks import SAY_YES
from tests.books import opened, saved, without_looks
from tests.calc import NEEDED, mended, saved_as
from tests.drawing import blank

pytestmark = NEEDED
VILLAGE = form_of("village", 2026)
NAMES = {"households": ("head", "household_registered", "household_recognised"), "clans": ("clan", "clan_registered", "clan_recognised"), "citizens": ("name", "citizen_registered", "citizen_recognised")}  # fmt: skip
COUNTED = {f"{name}_{mark}": count for name in NAMES for mark, count in (("registered", 3), ("recognised", 2))}


def cell(sheet: str, field: str, row: int | None = None) -> tuple[str, str]:
    declared: Sheet = VILLAGE.sheet(sheet)
    return declared.name, f"{anchors(declared)[field]}{row or ''}"


def listed() -> dict[tuple[str, str], object]:
    """Three lists of three names, all registered and two recognised, in what people put for yes; one mark without a name."""
    typed: dict[tuple[str, str], object] = {}
    for sheet, (name, registered, recognised) in NAMES.items():
        for row, yes in ((7, "x"), (8, "X"), (9, "có")):
            typed |= {cell(sheet, name, row): f"Nguyễn Văn {row}", cell(sheet, registered, row): yes}
        typed |= {cell(sheet, recognised, 7): "x", cell(sheet, recognised, 8): "v", cell(sheet, recognised, 9): "không"}
        typed[cell(sheet, registered, 12)] = "x"
    return typed


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A village's form as LibreOffice saves it once its lists and one figure are filled in."""
    folder = tmp_path_factory.mktemp("typing")
    (folder / "blank.xlsx").write_bytes(blank("village", 2026))
    typed = listed() | {cell("indicators", "population"): 900}
    mended(folder / "blank.xlsx", folder / "filled.xlsx", [], typed)
    return folder / "filled.xlsx"


def figures(path: Path) -> dict[str, object]:
    batch = intake(Task(tuple(enumerate(unpack(path.parent, path)))))
    (table,) = [table for table in batch.tables if table.sheet.id == "indicators"]
    return {name: table.rows[name].tolist()[0] for name in COUNTED}


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_what_the_lists_hold_arrives_as_the_figures_of_the_form(filled: Path, kind: str, tmp_path: Path) -> None:
    path = filled if kind == "xlsx" else saved_as(kind, filled, tmp_path)

    assert figures(path) == COUNTED
    assert [
        finding for finding in inspect([path]) if finding.place.sheet == "Chỉ tiêu" and finding.field in COUNTED
    ] == []


def test_whatever_is_read_as_yes_is_counted_as_yes(tmp_path: Path) -> None:
    registered, name = anchors(VILLAGE.sheet("clans"))["clan_registered"], anchors(VILLAGE.sheet("clans"))["clan"]
    sheet, total = VILLAGE.sheet("clans").name, cell("indicators", "clans_registered")
    rows = enumerate(SAY_YES, 7)
    typed = {at: what for row, yes in rows for at, what in (((sheet, f"{name}{row}"), f"Họ {row}"), ((sheet, f"{registered}{row}"), yes))}  # fmt: skip
    (tmp_path / "blank.xlsx").write_bytes(_light("clans", "indicators"))

    mended(tmp_path / "blank.xlsx", tmp_path / "typed.xlsx", [], {**typed})
    seen = mended(tmp_path / "typed.xlsx", tmp_path / "again.xlsx", [total], {})

    assert seen.cells[total].text == str(len(SAY_YES))


def _in_calc(formula: str) -> str:
    """A formula as the office program takes it from a macro: its arguments parted by semicolons."""
    return formula.replace(",", ";")


@cache
def _light(*sheets: str) -> bytes:
    """A blank village's form with these sheets only, and with nothing that is only for the eye: it opens in no time."""
    book = opened(blank("village", 2026))
    names = {VILLAGE.sheet(sheet).name for sheet in sheets}
    for page in book.worksheets:
        if page.title not in names:
            book.remove(page)
    return saved(without_looks(book))


def _is_red(folder: Path, sheet: str, typed: dict[tuple[str, str], object], field: str, at: str) -> bool:
    """Whether one of the red rules of a field holds once something was typed; the rules are laid into a free cell."""
    declared = VILLAGE.sheet(sheet)
    cells = cells_of(declared, VILLAGE.sheets)
    red = [rule.formula.removeprefix("=") for rule in rules(cells) if (rule.field, rule.look) == (field, "wrong")]
    lists = {among.sheet for asked in declared.asked for among in asked.among} & cells.lists.keys()
    (folder / "blank.xlsx").write_bytes(_light(sheet, *sorted(lists)))
    formula = _in_calc(f"=IF(OR({','.join(red)}),777,111)")
    mended(folder / "blank.xlsx", folder / "typed.xlsx", [], typed | {(declared.name, at): formula})
    seen = mended(folder / "typed.xlsx", folder / "again.xlsx", [(declared.name, at)], {})
    return {"777": True, "111": False}[seen.cells[declared.name, at].text]


@pytest.mark.parametrize(
    ("typed", "red"),
    [
        ("31/11/2026", True),
        ("30/11/2026", False),
        ("29.02.2026", True),
        ("29.02.2024", False),
        ("5-13-2026", True),
        ("2026-11-31", True),
        ("2026-11-30", False),
        ("hôm qua", True),
        ("46356", False),
    ],
)
def test_a_day_that_is_none_turns_red(tmp_path: Path, typed: str, red: bool) -> None:
    report_date: dict[tuple[str, str], object] = {cell("cover", "report_date"): typed}

    assert _is_red(tmp_path, "cover", report_date, "report_date", cell("cover", "recognised")[1]) is red


@pytest.mark.parametrize(
    ("award", "name", "red"),
    [
        ("Hộ gia đình", "Nguyễn Văn An", False),
        ("Hộ gia đình", "nguyễn văn an", False),
        ("Hộ gia đình", "Nguyễn Văn Ân", True),
        ("Cá nhân", "Nguyễn Văn An", True),
        ("Cá nhân", "Trần Thị Bình", False),
        ("Dòng họ", "Họ Lê", True),
    ],
)
def test_a_nominee_who_is_on_none_of_the_lists_turns_red(tmp_path: Path, award: str, name: str, red: bool) -> None:
    typed: dict[tuple[str, str], object] = {
        cell("households", "head", 7): "Nguyễn Văn An",
        cell("citizens", "name", 7): "Trần Thị Bình",
        cell("nominations", "award", 7): award,
        cell("nominations", "name", 7): name,
    }

    assert _is_red(tmp_path, "nominations", typed, "name", cell("nominations", "leader", 7)[1]) is red
