"""Identity: which record of last year and which of this year are one person, household or clan; nobody is guessed.

The forms ask for no number that is one person's alone: a record is known again by its folded name, its year of birth and
its home, the units whose lists are one by now. Where two would do for one, it is said that this is not sure.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import pandas as pd

NOBODY_ELSE = -1
"""Stands for no record of the other year."""
UNBORN = -1
"""Stands for a year of birth that is not given, or not asked."""


class Course(Enum):
    """What became of a record of last year, or where one of this year comes from, with the label shown."""

    STILL = "Còn"
    MOVED = "Chuyển"
    NEW = "Mới"
    LEFT = "Không còn"
    UNSURE = "Chưa rõ"
    NO_LIST_BEFORE = "Không có danh sách năm trước"
    NO_LIST_NOW = "Chưa có danh sách năm nay"


_ORDER = tuple(Course)


@dataclass(frozen=True)
class YearOfRecords:
    """The records of one year: arrays of one length. `name` numbers the folded names, alike in both years; `born` is a year or
    UNBORN; `home` numbers the homes, alike in both years. `listed` are the homes of which there is a list.
    """

    name: "np.ndarray[Any, Any]"
    born: "np.ndarray[Any, Any]"
    home: "np.ndarray[Any, Any]"
    listed: frozenset[int]

    def __len__(self) -> int:
        return len(self.name)


@dataclass(frozen=True)
class CoursesOfYear:
    """For each record of one year its course, as a position among those of Course, and the record of the other year that is the
    same, or the first that may be (NOBODY_ELSE: none).
    """

    course: "np.ndarray[Any, Any]"
    other: "np.ndarray[Any, Any]"

    def are(self, course: Course) -> "np.ndarray[Any, Any]":
        """Return a mask of the records that took a course."""
        mask: np.ndarray[Any, Any] = self.course == _ORDER.index(course)
        return mask

    def at(self, place: int) -> Course:
        return _ORDER[int(self.course[place])]


def identity(before: YearOfRecords, now: YearOfRecords, *, moves: bool) -> tuple[CoursesOfYear, CoursesOfYear]:
    """Return what became of each record of last year, and where each of this year comes from.

    The same name and year of birth at the same home is still there. Where a year of birth is not given the name at its home
    must be the only one in both years. With `moves`, who is gone from one home and stands in another has moved, where no other
    of the commune bears that name and year of birth in either year. What may be one and need not is unsure, in both years.
    """
    pairing = _Pairing(before, now)
    pairing.pair(("name", "born", "home"), Course.STILL)
    pairing.pair(("name", "home"), Course.STILL, only_if_unborn=True)
    if moves:
        pairing.pair(("name", "born"), Course.MOVED, born=True)
        pairing.pair(("name",), Course.UNSURE, only_if_unborn=True)
    return pairing.courses()


class _Pairing:
    """Both years laid one under the other, last year first; a record without a course is open."""

    def __init__(self, before: YearOfRecords, now: YearOfRecords) -> None:
        self._years, self._split = (before, now), len(before)
        self._columns = {
            name: np.concatenate([getattr(year, name) for year in self._years]).astype("int64")
            for name in ("name", "born", "home")
        }
        size = len(before) + len(now)
        self._now = np.arange(size) >= self._split
        self._course = np.full(size, -1)
        self._other = np.full(size, NOBODY_ELSE)

    def pair(self, by: tuple[str, ...], course: Course, *, only_if_unborn: bool = False, born: bool = False) -> None:
        """Give open records that are alike `by` these columns a course: where each is the only such one of its year, or else
        UNSURE in both years.

        `born` leaves out those without a year of birth; `only_if_unborn` looks only at those of which one has none. Where
        records without a course would do for each other, all that are alike count, whatever became of them.
        """
        alike = self._alike(by)
        taking = self._open & ((self._columns["born"] != UNBORN) if born else True)
        unborn = self._counts(alike, self._open & (self._columns["born"] == UNBORN)) if only_if_unborn else None
        open_of = [self._counts(alike, taking & (self._now == side)) for side in (False, True)]
        all_of = [self._counts(alike, self._now == side) for side in (False, True)]
        meeting = taking & (open_of[0] > 0) & (open_of[1] > 0)
        if unborn is not None:
            meeting &= unborn > 0
        sure = meeting & (all_of[0] == 1) & (all_of[1] == 1) & (course is not Course.UNSURE)
        self._give(sure, alike, course)
        self._give(meeting & ~sure, alike, Course.UNSURE)

    @property
    def _open(self) -> "np.ndarray[Any, Any]":
        mask: np.ndarray[Any, Any] = self._course < 0
        return mask

    def _alike(self, by: tuple[str, ...]) -> "np.ndarray[Any, Any]":
        """A number that records alike by these columns share."""
        codes = self._columns[by[0]]
        for name in by[1:]:
            column = self._columns[name] + 1
            codes = pd.factorize(codes * (int(column.max(initial=0)) + 1) + column)[0]
        numbers: np.ndarray[Any, Any] = pd.factorize(codes)[0]
        return numbers

    def _counts(self, alike: "np.ndarray[Any, Any]", which: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        """For each record how many of `which` are alike."""
        counts: np.ndarray[Any, Any] = np.bincount(alike[which], minlength=int(alike.max(initial=-1)) + 1)[alike]
        return counts

    def _give(self, mask: "np.ndarray[Any, Any]", alike: "np.ndarray[Any, Any]", course: Course) -> None:
        """Give records a course, and each the first of the other year that is alike."""
        for side in (False, True):
            there = np.flatnonzero(mask & (self._now != side))[::-1]
            first = np.full(int(alike.max(initial=-1)) + 1, NOBODY_ELSE)
            first[alike[there]] = there
            mine = np.flatnonzero(mask & (self._now == side))
            self._other[mine] = first[alike[mine]]
        self._course[mask] = _ORDER.index(course)

    def courses(self) -> tuple[CoursesOfYear, CoursesOfYear]:
        """Return what was paired, and of what is still open whether it left or came, where there are lists to tell by."""
        before, now = self._years
        gone = np.where(_within(before.home, now.listed), _ORDER.index(Course.LEFT), _ORDER.index(Course.NO_LIST_NOW))
        came = np.where(_within(now.home, before.listed), _ORDER.index(Course.NEW), _ORDER.index(Course.NO_LIST_BEFORE))
        course = np.where(self._open, np.concatenate([gone, came]), self._course)
        other = self._other
        there = other[: self._split]
        return (
            CoursesOfYear(course[: self._split], np.where(there < 0, NOBODY_ELSE, there - self._split)),
            CoursesOfYear(course[self._split :], other[self._split :]),
        )


def _within(homes: "np.ndarray[Any, Any]", listed: frozenset[int]) -> "np.ndarray[Any, Any]":
    mask: np.ndarray[Any, Any] = np.isin(homes, list(listed))
    return mask
