"""Movements, unit by unit: how many of each list are still there, moved, left, came, or cannot be told for sure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from learnsoc_xlsx.model.report import Cell, Column, Grid, Look, Page, Row, Show, ToRow, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.movers.identity import Course, CoursesOfYear
from learnsoc_xlsx.stages.write.views.movers.listed import ListOfYear, TwoYears, two_years

MOVED_PAGE = "moved"
"""The page of the annex that names them."""
_BEFORE = (Course.STILL, Course.MOVED, Course.LEFT, Course.UNSURE)
_NOW = (Course.STILL, Course.MOVED, Course.NEW, Course.UNSURE)
_NOTHING_BEFORE, _NOTHING_NOW = "không có danh sách năm trước", "chưa có danh sách năm nay"
_INTRO = (
    "Hai dòng cùng họ tên, năm sinh và thôn được coi là cùng một người, một hộ (dòng họ: cùng tên và thôn). “Chuyển”: cùng họ tên, năm sinh, ở thôn hoặc đơn vị khác, "
    "và không ai khác trong xã trùng cả hai. “Chưa rõ”: có người trùng, hoặc thiếu năm sinh, nên chương trình không đoán."
)


def movements(scope: Scope, view: View) -> Page | None:
    """Show for each list named by `of` how its rows of the year before and of the year go together; None where there was no
    return in the year before.
    """
    lists = lists_of(scope, view)
    if not any(len(both.before) for both in lists):
        return None
    rows = tuple(row for both in lists for row in _rows(scope, both))
    intro = (_INTRO, f"Tên từng trường hợp, dẫn về ô của cả hai năm: trang “{view.sheet}” của tệp danh sách.")
    return Page(
        view.show, view.sheet, view.title, (Grid(_columns(scope.year), rows),), intro, landscape=False, spare=True
    )


def lists_of(scope: Scope, view: View) -> list[TwoYears]:
    """Return the lists named by `of`, each in the year and the one before."""
    return [both for name in view.of if (both := two_years(scope, name)) is not None]


def _columns(year: int) -> tuple[Column, ...]:
    before, now = f"Danh sách năm {year - 1}", f"Danh sách năm {year}"
    left = ("Số dòng", "Còn", "Chuyển đi", "Không còn", "Chưa rõ")
    came = ("Số dòng", "Còn", "Chuyển đến", "Mới", "Chưa rõ")
    return (
        Column("Đơn vị", 26),
        *(Column(heading, 6.5, Show.COUNT, before) for heading in left),
        *(Column(heading, 6.5, Show.COUNT, now) for heading in came),
        Column("Ghi chú", 22),
    )


@dataclass(frozen=True)
class _Side:
    """A list in one year as it is counted: how many rows of each unit took each course."""

    held: ListOfYear
    courses: CoursesOfYear
    shown: tuple[Course, ...]

    @cached_property
    def _by_unit(self) -> dict[str, Counter[Course]]:
        """How many rows of each unit took each course; of a unit without a list there is nothing."""
        counted: dict[str, Counter[Course]] = {unit: Counter() for unit in self.held.units}
        for course in Course:
            numbers, times = np.unique(self.held.submission[self.courses.are(course)], return_counts=True)
            for number, count in zip(numbers.tolist(), times.tolist(), strict=True):
                counted[self.held.unit_of[number]][course] += count
        return counted

    def counts(self, units: Sequence[str]) -> list[int | None]:
        """Return how many rows some units have, and how many took each course that is shown; of no list nothing is known."""
        counted = [self._by_unit[unit] for unit in units if unit in self._by_unit]
        if not counted:
            return [None] * (1 + len(self.shown))
        return [sum(one.total() for one in counted), *(sum(one[course] for one in counted) for course in self.shown)]

    def untold(self, unit: str, course: Course) -> bool:
        """Whether a unit's rows cannot be compared, for the reason that the course names."""
        return bool(self._by_unit.get(unit, Counter())[course])


def _rows(scope: Scope, both: TwoYears) -> Iterator[Row]:
    sides = _Side(both.before, both.of_before, _BEFORE), _Side(both.now, both.of_now, _NOW)
    units = scope.lookup.sorted_units({*both.before.units, *both.now.units})
    yield Row((Cell(both.sheet.name, ToRow(MOVED_PAGE, both.sheet.id)), *(Cell() for _ in range(11))), Look.SECTION)
    for unit in units:
        name, note = scope.lookup.name(unit, scope.last_day), _note(scope, sides, unit)
        yield Row((Cell(name), *_cells(sides, [unit]), Cell(note)))
    if len(units) > 1:
        yield Row((Cell(f"Cộng: {both.sheet.name}"), *_cells(sides, units), Cell()), Look.STRONG)


def _cells(sides: tuple[_Side, _Side], units: Sequence[str]) -> Iterator[Cell]:
    for side in sides:
        yield from (Cell(count) for count in side.counts(units))


def _note(scope: Scope, sides: tuple[_Side, _Side], unit: str) -> str:
    """What keeps a unit's two lists from being compared, or whose list holds its people by now."""
    before, now = sides
    notes = [_NOTHING_BEFORE] * now.untold(unit, Course.NO_LIST_BEFORE)
    notes += [_NOTHING_NOW] * before.untold(unit, Course.NO_LIST_NOW)
    row = scope.run.register.unit_on(unit, scope.last_day)
    if row and row.successors and unit not in now.held.units:
        notes.append(f"nay thuộc {', '.join(scope.lookup.name(heir, scope.last_day) for heir in row.successors)}")
    return "; ".join(notes)
