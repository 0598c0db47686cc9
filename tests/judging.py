"""Judging: a title judged for one subject alone, of whom these facts are known."""

from collections.abc import Mapping
from datetime import date

from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Fact
from learnsoc_xlsx.stages.award.weigh.at_once.answers import Answers
from learnsoc_xlsx.stages.award.weigh.titles.judge import Judged, judge


def judged_alone(title: Title, facts: Mapping[str, Fact], year: int, day: date | None = None) -> Judged:
    """Return what comes of a title for one subject; the places of its reasons only name the facts on which they stand."""
    return judge(title, Answers(year, [dict(facts)]), day)[0]
