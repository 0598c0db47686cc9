"""Answers: what was answered so far, and what further answers are read by."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.pipeline.start.lists.entries import Listed, ListedUnit
from learnsoc_xlsx.pipeline.start.questions import LISTS
from learnsoc_xlsx.vietnamese.letters import key

Value = int | str | Listed
Answers = Mapping[str, Value]
"""What was answered, by question id."""
LEVELS = ("đặc khu", "thị trấn", "phường", "xã")
"""What a commune may be, in small letters."""


@dataclass(frozen=True)
class Around:
    """What answers are read by: the year that it is, what was answered before, and the folder that paths begin in."""

    this_year: int
    so_far: Answers
    folder: Path = Path()

    @property
    def level(self) -> str:
        """What the commune is, in small letters; “xã” before it was asked."""
        return level_of(str(self.so_far.get("commune", "")))


def level_of(commune: str) -> str:
    """Return what a commune is after its name, in small letters; “xã” where that does not say it."""
    return next((level for level in LEVELS if key(commune).startswith(f"{level} ")), LEVELS[-1])


def entries_of(answers: Answers, question: str) -> tuple[ListedUnit, ...]:
    """Return the units that were answered to a question; none before it was asked."""
    listed = answers.get(question)
    return listed.entries if isinstance(listed, Listed) else ()


def text_of(answers: Answers, question: str) -> str:
    """Return the words that were answered to a question."""
    answer = answers[question]
    assert isinstance(answer, str), "a question of words has words for an answer"
    return answer


def year_of(answers: Answers) -> int:
    """Return the year that was answered."""
    answer = answers["year"]
    assert isinstance(answer, int), "a year is a number"
    return answer


def remarks_on(answers: Answers) -> tuple[str, ...]:
    """Return every sentence on what was not understood of the lists, or was read in another way."""
    listed = (answers[question.id] for question in LISTS if question.id in answers)
    return tuple(remark for one in listed if isinstance(one, Listed) for remark in one.remarks)
