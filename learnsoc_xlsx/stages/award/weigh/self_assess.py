"""Self-assess: a commune held against the criteria of a title, by what its officers say and by the figures of all its units."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from learnsoc_xlsx.model.law.assessments import AssessedCriterion, SelfAssessment
from learnsoc_xlsx.model.law.recognition import Criterion, Title
from learnsoc_xlsx.model.law.verdicts import Fact, Facts, Reason
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier
from learnsoc_xlsx.stages.award.weigh.at_once.answers import Answers
from learnsoc_xlsx.stages.award.weigh.at_once.grounds import worded
from learnsoc_xlsx.stages.award.weigh.titles.every import by_every_criterion
from learnsoc_xlsx.stages.award.weigh.titles.judge import judge

Figures = Mapping[str, Figure]


def self_assess(dossier: Dossier, title: Title, unit: Unit, year: int, day: date) -> SelfAssessment:
    """Hold the commune above `unit` against each criterion of a title whose rule is that all must be met.

    What is typed comes from the unit's own return, a figure is that of the whole commune; one behind which reports are
    missing is told, and judged neither way. `day` is that on which a recognition must hold.
    """
    submission = dossier.sent.get((unit.id, year))
    figures = dossier.of_whole.get((unit.parent or "", str(year)), {})
    facts: Facts = {name: _as_fact(figure) for name, figure in figures.items()}
    for row in dossier.fixed(submission) if submission is not None else ():
        facts = dossier.facts(row, unit.id) | facts
    recognition = judge(title, Answers(year, [facts]), day)[0].recognition
    return SelfAssessment(
        year,
        unit.id,
        unit.parent or "",
        title,
        tuple(AssessedCriterion(one, _reason(title, one, year, facts, figures)) for one in title.criteria),
        worded(recognition).laid_out({year: facts}) if recognition and submission is not None else None,
        submission,
    )


def _as_fact(figure: Figure) -> Fact:
    """A figure of the commune: its places are those of all its units, and lie behind the figure itself."""
    return Fact(figure.value, figure.indicator, (), f"{figure.indicator}:{figure.scope}:{figure.id}:{figure.period}")


def _reason(title: Title, criterion: Criterion, year: int, facts: Facts, figures: Figures) -> Reason | None:
    """What one criterion comes to, looked at alone."""
    alone = replace(title, criteria=(criterion,), lacking="")
    reasons = by_every_criterion(alone, Answers(year, [facts]))[0].reasons
    if not reasons:
        return None
    return _if_whole(worded(reasons[0]).laid_out({year: facts}), figures.get(criterion.indicator or ""))


def _if_whole(reason: Reason, figure: Figure | None) -> Reason:
    """A reason on a figure behind which not all reports stand is judged neither way."""
    if figure is None or figure.value is None or figure.reported >= figure.expected:
        return reason
    return replace(reason, met=None, short="")
