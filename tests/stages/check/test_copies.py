"""Two units that give the very same figures are asked about; by chance alone nobody is."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.model.findings.causes import Causes
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.model.returns.submissions import Stamp, Status, Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.check.between.copies import ENOUGH, copies
from learnsoc_xlsx.stages.check.between.evidence import Evidence

SHEET = form_in("village", 2026, law()).sheet("indicators")
NAMES = [each.id for each in SHEET.asked if each.adds_up]


def told(*returns: tuple[str, int, list[int | None]], status: Status = Status.ACCEPTED) -> list[tuple[str, str, str]]:
    """The findings, as (code, file › sheet, other file), on returns given as (unit, year, figures)."""
    sent = sent_by(returns, status)
    return said_of([table(SHEET, {number: figures for number, (_, _, figures) in enumerate(returns)}, sent)], sent)


def sent_by(returns: Sequence[tuple[str, int, list[int | None]]], status: Status) -> dict[int, Submission]:
    return {
        number: Submission(number, f"{unit}.xlsx", "", 1, status, Stamp("village", "", year, unit), unit)
        for number, (unit, year, _) in enumerate(returns)
    }


def table(sheet: Sheet, figures: dict[int, list[int | None]], sent: dict[int, Submission]) -> Table:
    """What some submissions say on a revision of the sheet: their figures in the order of NAMES."""
    frame: dict[str, object] = {"submission": list(figures), "row": [0] * len(figures)}
    for each in sheet.asked:
        at = NAMES.index(each.id) if each.id in NAMES else len(NAMES)
        column = [row[at] if at < len(row) else None for row in figures.values()]
        frame[each.id] = pd.array(column, dtype="Int64")
    layouts = {number: Layout(sent[number].file, "Chỉ tiêu", {}) for number in figures}
    return Table(sheet, pd.DataFrame(frame), layouts)


def said_of(tables: list[Table], sent: dict[int, Submission]) -> list[tuple[str, str, str]]:
    found = copies(Evidence(tables, tables, sent, Causes()))
    return [(each.code.code, str(each.place), each.other) for each in found]


FIGURES: list[int | None] = [*range(101, 101 + ENOUGH), 0, None]


def test_the_figures_of_another_unit_are_asked_about_on_the_later_return() -> None:
    assert told(("A", 2026, FIGURES), ("B", 2026, FIGURES)) == [("D19", "B.xlsx › Chỉ tiêu", "A.xlsx")]


def test_one_figure_that_differs_is_enough_to_be_another_s() -> None:
    assert told(("A", 2026, FIGURES), ("B", 2026, [*FIGURES[:-1], 1])) == []


def test_figures_too_few_or_all_nothing_agree_by_chance() -> None:
    few = FIGURES[1:]
    nothing: list[int | None] = [0] * 20

    assert told(("A", 2026, few), ("B", 2026, few), ("C", 2026, nothing), ("D", 2026, nothing)) == []


def test_two_versions_of_one_unit_and_two_years_are_no_copies() -> None:
    assert told(("A", 2026, FIGURES), ("A", 2026, FIGURES), ("B", 2025, FIGURES)) == []


def test_what_does_not_count_is_no_original() -> None:
    assert told(("A", 2026, FIGURES), ("B", 2026, FIGURES), status=Status.SUPERSEDED) == []


def test_a_copy_on_another_revision_of_the_form_is_told_by_the_figures_that_both_ask() -> None:
    sent = sent_by([("A", 2026, []), ("B", 2026, [])], Status.ACCEPTED)
    older = replace(SHEET, revision=SHEET.revision - 1, fields=SHEET.fields[:-1])
    figures: list[int | None] = [*range(101, 101 + len(NAMES))]

    assert NAMES[-1] not in {each.id for each in older.asked}
    assert said_of([table(older, {0: figures}, sent), table(SHEET, {1: figures}, sent)], sent) == [
        ("D19", "B.xlsx › Chỉ tiêu", "A.xlsx")
    ]
