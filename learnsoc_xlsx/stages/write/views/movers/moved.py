"""Moved: everybody who is not simply still there, by name, with the cells of both years, so that the officer can look."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import numpy as np

from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.report import Column, ListColumn, Listing, Page, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.movers.identity import NOBODY_ELSE, Course, CoursesOfYear
from learnsoc_xlsx.stages.write.views.movers.listed import ListOfYear, TwoYears, year_field
from learnsoc_xlsx.stages.write.views.movers.movements import lists_of
from learnsoc_xlsx.vietnamese.numbers import format_number

_LINKED = 2_000
"""Of a longer list the cells are named and not linked to."""
_INTRO = "{count} trường hợp. Bấm vào ô của năm {before}, năm {now} để mở đúng chỗ. Trường hợp “Chưa rõ” nêu ô đầu tiên có thể là một."
_NOTHING_BEFORE = "Không có danh sách năm trước (năm {year}): chưa so sánh được ai còn, ai chuyển, ai mới."


@dataclass(frozen=True)
class _Case:
    """One case: of which list, whose, what became of it, and where it stands in both years."""

    sheet: str
    list_id: str
    unit: str
    name: str
    born: int | None
    course: str
    before: Place | None
    now: Place | None


def moved(scope: Scope, view: View) -> Page | None:
    """List who moved, left, is new or not sure in the lists named by `of`, or say that there were none the year before; None
    where there is none of the year either.
    """
    lists = lists_of(scope, view)
    if not lists:
        return None
    title = f"{view.title} {scope.span}"
    if not any(len(both.before) for both in lists):
        return Page(view.show, view.sheet, title, (), (_NOTHING_BEFORE.format(year=scope.year - 1),))
    lines = [line for both in lists for line in _lines(scope, both)]
    intro = _INTRO.format(count=format_number(len(lines)), before=scope.year - 1, now=scope.year)
    blocks = (Listing(_columns(scope, lines), len(lines), _anchors(lines), held=3),) if lines else ()
    return Page(view.show, view.sheet, title, blocks, (intro,))


def _anchors(lines: Sequence[_Case]) -> dict[str, int]:
    """Where each list begins."""
    places = enumerate(line.list_id for line in lines)
    return {name: next(group)[0] for name, group in groupby(places, key=lambda place: place[1])}


def _lines(scope: Scope, both: TwoYears) -> Iterator[_Case]:
    gone = _cases(scope, both, both.before, both.of_before, both.now)
    came = _cases(scope, both, both.now, both.of_now, both.before)
    order = {name: place for place, name in enumerate(scope.lookup.sorted_units({*both.before.units, *both.now.units}))}
    yield from sorted([*gone, *came], key=lambda line: order[line.unit])


def _cases(
    scope: Scope, both: TwoYears, held: ListOfYear, courses: CoursesOfYear, other: ListOfYear
) -> Iterator[_Case]:
    """The cases of one year; whoever moved is told once, where they stand now."""
    now, year = held is both.now, year_field(both.sheet)
    shown = (Course.NEW, Course.MOVED, Course.UNSURE) if now else (Course.LEFT, Course.UNSURE)
    names, born = held.column(both.sheet.subject.id), held.column(year) if year else [None] * len(held)
    for place in np.flatnonzero(np.logical_or.reduce([courses.are(course) for course in shown])).tolist():
        course, there = courses.at(place), int(courses.other[place])
        here, elsewhere = held.place(place), other.place(there) if there != NOBODY_ELSE else None
        origin = other.unit(there) if course is Course.MOVED else ""
        yield _Case(
            both.sheet.name,
            both.sheet.id,
            held.unit(place),
            str(names[place] or ""),
            born[place],
            _words(scope, course, origin, held.year),
            elsewhere if now else here,
            here if now else elsewhere,
        )


def _words(scope: Scope, course: Course, origin: str, year: int) -> str:
    if course is Course.MOVED:
        return f"Chuyển đến, từ {scope.lookup.name(origin, scope.last_day)}"
    return f"Chưa rõ: trùng tên hoặc thiếu năm sinh (danh sách năm {year})" if course is Course.UNSURE else course.value


def _columns(scope: Scope, lines: Sequence[_Case]) -> tuple[ListColumn, ...]:
    year, called = scope.year, {unit: scope.lookup.name(unit, scope.last_day) for unit in {line.unit for line in lines}}
    text: tuple[tuple[str, int, Callable[[_Case], str]], ...] = (
        ("Đơn vị", 24, lambda line: called[line.unit]),
        ("Trang", 16, attrgetter("sheet")),
        ("Họ tên, tên gọi", 26, attrgetter("name")),
    )
    return (
        ListColumn(Column("STT", 7, Show.YEAR), range(1, len(lines) + 1)),
        *(ListColumn(Column(head, width), list(map(of, lines))) for head, width, of in text),
        ListColumn(Column("Năm sinh", 8, Show.YEAR), [line.born for line in lines]),
        ListColumn(Column("Thay đổi", 34), [line.course for line in lines]),
        _cells(f"Ô năm {year - 1}", [line.before for line in lines]),
        _cells(f"Ô năm {year}", [line.now for line in lines]),
    )


def _cells(heading: str, places: Sequence[Place | None]) -> ListColumn:
    links = tuple(places) if len(places) <= _LINKED else ()
    return ListColumn(Column(heading, 40), [str(place) if place else "" for place in places], links=links)
