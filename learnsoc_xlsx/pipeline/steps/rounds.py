"""Rounds: every round of the run held, each with its candidates, its law and its money."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.law.awards import Award, Round
from learnsoc_xlsx.model.law.bonus import BonusTerms
from learnsoc_xlsx.model.law.council import Decided, Sitting
from learnsoc_xlsx.model.law.indicators import Phase
from learnsoc_xlsx.model.law.kinds import Span, Subject, Ties
from learnsoc_xlsx.model.law.quantity import OpenChoice
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import HeldRound, Verdict
from learnsoc_xlsx.model.register import Quota, Register
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.steps.council.deliberation import Deliberation
from learnsoc_xlsx.pipeline.steps.council.papers import signed_too_soon, with_papers
from learnsoc_xlsx.pipeline.terms.calendar import Calendar
from learnsoc_xlsx.pipeline.terms.chosen import for_round, forms_chosen, phase_rules, ranked_as_chosen, word
from learnsoc_xlsx.pipeline.terms.local_law import LocalLaw
from learnsoc_xlsx.pipeline.terms.terms import Terms
from learnsoc_xlsx.stages.award.award import award
from learnsoc_xlsx.stages.award.doubts import doubts, not_as_many
from learnsoc_xlsx.stages.award.elsewhere import proposed_elsewhere
from learnsoc_xlsx.stages.award.nominate.dossier import Dossier
from learnsoc_xlsx.stages.award.nominate.nominate import nominate
from learnsoc_xlsx.stages.award.nominate.nominees import untaken
from learnsoc_xlsx.stages.award.ranking import QuotaLine

_ONE_AWARD = "one_award"
"""The id of the texts by which one achievement is awarded once."""


@dataclass(frozen=True)
class Rounds:
    """Every round that was held, the awards of the newest year reported, the verdicts, what the council concluded, and what
    is said of nominations and of the council's records; `turned_away` are findings on records of rounds that are not held.
    """

    held: tuple[HeldRound, ...]
    awards: tuple[Award, ...]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    sittings: tuple[Sitting, ...] = ()
    decided: tuple[Decided, ...] = ()
    turned_away: tuple[Finding, ...] = ()


def rounds_of(batch: Batch, figures: Sequence[Figure], terms: Terms) -> Rounds:
    """Hold every round that the plan declares for the years reported, and return what each says of each candidate."""
    calendar, local = terms.calendar, terms.local
    dossier = Dossier(batch.accepted, batch.by_number, figures, terms.register, batch.spoken)
    reported = sorted({sent.year for sent in batch.submissions if sent.status.counts and sent.unit})
    named = [one for declared in calendar.law.rounds for one in _held(declared.id, reported, calendar)]
    named = [one for one in named if _is_for_somebody(one, terms)]
    named, of_papers = with_papers(named, terms.register, calendar.until)
    held = [_limited(_under_choices(one, local), terms.register) for one in named]
    deliberation = Deliberation(batch, terms)
    by_round: dict[str, Sequence[Verdict]] = {}
    findings: dict[Finding, None] = {}
    repeated = {finding.place for finding in batch.findings if finding.code is Code.REPEATED}
    for round_ in deliberation.in_order(held):
        by_round[round_.id], unclear = _decided(round_, dossier, deliberation, terms)
        findings |= dict.fromkeys(one for one in unclear if one.place not in repeated)
    verdicts = [verdict for round_ in held for verdict in by_round[round_.id]]
    findings |= dict.fromkeys(_not_held(held, reported, calendar))
    for year in reported:
        findings |= dict.fromkeys(untaken(dossier, year, _given(held, local, year)))
    findings |= dict.fromkeys(_doubtful(batch, figures, verdicts, local))
    findings |= dict.fromkeys(deliberation.findings)
    findings |= dict.fromkeys((*of_papers, *signed_too_soon(held, deliberation.sittings, terms.register)))
    return Rounds(
        tuple(held),
        calendar.law.awards_in(max(reported, default=calendar.as_of.year)),
        proposed_elsewhere(held, verdicts),
        tuple(findings),
        tuple(deliberation.sittings),
        tuple(deliberation.decided),
        tuple(deliberation.turned_away(held)),
    )


def _decided(
    held: HeldRound, dossier: Dossier, deliberation: Deliberation, terms: Terms
) -> tuple[Sequence[Verdict], Sequence[Finding]]:
    """What a round says of each candidate, with what the council concluded; and what is unclear of nominations."""
    local = terms.local
    choices = local[held.year].choices_in(held.year)
    awards = [ranked_as_chosen(award, choices) for award in local[held.year].awards_in(held.year)]
    candidates, unclear = nominate(dossier, held, awards, terms.calendar.first_years)
    titles = {year: local[year].titles_in(year) for year in held.years}
    stated = {year: local[year].awards_in(year) for year in held.years}
    quotas = _quotas(terms.register, held, awards, choices)
    candidates = deliberation.with_history(held, candidates)
    weighed = award(held, awards, titles, candidates, quotas, _bonus(local, held.year), stated)
    return deliberation.concluded(held, weighed, awards), unclear


def _doubtful(
    batch: Batch, figures: Sequence[Figure], verdicts: Sequence[Verdict], local: LocalLaw
) -> Iterator[Finding]:
    """Recognitions that a title's own criteria contradict, and decisions that name others than the units count."""
    weak = {finding.place for finding in batch.findings if finding.code is Code.MARK_WITHOUT_POINTS}
    yield from doubts(verdicts, {sent.file: sent.number for sent in batch.submissions}, weak)
    titles = {name: title for year in local.by_year for name, title in local[year].titles_in(year).items()}
    names = {name: title.name for name, title in titles.items()}
    yield from not_as_many(batch.spoken.statements, figures, _counting(titles), names)


def _counting(titles: Mapping[str, Title]) -> dict[str, list[str]]:
    """The indicators that count whoever bears the mark of each title in a list."""
    return {
        name: [one.id for one in INDICATORS if any(counted.field == title.mark for counted in one.counts)]
        for name, title in titles.items()
    }


def _not_held(held: Sequence[HeldRound], reported: Sequence[int], calendar: Calendar) -> Iterator[Finding]:
    """Say of a phase that was over before the commune began to report that its round is not held, nor what it would propose
    upward; nothing where no round is held at all.
    """
    register = calendar.register
    for declared in (one for one in calendar.law.rounds if reported and held and not one.upward):
        phase = next((phase for phase in calendar.phases if phase.id == declared.phase), None)
        if phase is None or phase.last >= register.reports_since or any(one.phase == phase.id for one in held):
            continue
        of_phase = calendar.law.rounds_in(phase.last).get(declared.id, declared)
        given, since = of_phase.name.format(year=phase.last), str(register.reports_since)
        place = register.setting("reports_since")
        yield Finding(Code.ROUND_NOT_HELD, place, register.number, "reports_since", given=given, expected=since)


def _given(held: Sequence[HeldRound], local: LocalLaw, year: int) -> list[Award]:
    """The awards that some round of a year gives."""
    names = {award for one in held if year in one.years for award in one.awards}
    return [award for award in local[year].awards_in(year) if award.id in names]


def _under_choices(held: HeldRound, local: LocalLaw) -> HeldRound:
    """A round with what the commune chose for it in its last year, and what the chosen forms of award rest on."""
    law = local[held.year]
    choices, declared = law.choices_in(held.year), law.rounds_in(held.year)[held.declared]
    forms = forms_chosen(choices, declared)
    bases = tuple(dict.fromkeys((*declared.bases, *(basis for form in forms.values() for basis in form.bases))))
    signed = {kind: paper.signed_on for kind, paper in held.papers.items() if paper.signed_on}
    return replace(
        held,
        bases=law.cited(bases, held.decided_on, held.span),
        bases_of={kind: law.cited(bases, day, held.span) for kind, day in signed.items()},
        once=law.cited((_ONE_AWARD,), held.decided_on, held.span),
        rules=phase_rules(choices, upward=held.upward),
        forms=forms,
        choices=for_round(choices, declared, over_a_phase=bool(held.phase)),
        manner=choices.get(declared.manner_chosen),
    )


def _bonus(local: LocalLaw, year: int) -> Callable[[Subject, date], BonusTerms]:
    """The money of a round by the day of its decision, under the commune's own numbers of the year of that day."""
    return lambda subject, day: local[day.year if day.year in local.by_year else year].bonus(subject, day)


def _held(name: str, reported: Sequence[int], calendar: Calendar) -> Iterator[HeldRound]:
    """A round in each year that it is held, as the law of that year states it; one over a phase as its last year does."""
    for year in reported:
        declared = calendar.law.rounds_in(year).get(name)
        if declared and declared.span is Span.YEAR:
            yield _round(declared, year, (year,), calendar)
    for phase in calendar.phases:
        begun = {*calendar.owed_years, *reported}
        years = tuple(year for year in phase.years if year in begun and year <= max(reported, default=0))
        declared = calendar.law.rounds_in(years[-1]).get(name) if years else None
        if declared and declared.span is Span.PHASE and declared.phase == phase.id:
            yield _round(declared, phase.last, years, calendar, phase)


def _is_for_somebody(held: HeldRound, terms: Terms) -> bool:
    """Whether the register has a unit of a kind that an award of the round is for: in one of communes alone none is."""
    awards = (award for award in terms.local[held.year].awards_in(held.year) if award.id in held.awards)
    return not {kind for award in awards for kind in award.unit_kinds}.isdisjoint(terms.calendar.kinds)


def _round(
    declared: Round, year: int, years: tuple[int, ...], calendar: Calendar, phase: Phase | None = None
) -> HeldRound:
    given = _days_given(declared, year, calendar)
    days = dict.fromkeys(declared.awards, _usual_day(year, calendar)) | given
    unfinished = phase is not None and years[-1] < phase.last
    return HeldRound(
        id=declared.id.format(year=year),
        name=declared.name.format(year=year),
        declared=declared.id,
        article=declared.article,
        form_of_award=declared.form_of_award,
        year=years[-1],
        named_after=year,
        years=years,
        decided_on=max(days.values()),
        days=days,
        awards=declared.awards,
        phase=phase.id if phase else "",
        provisional=unfinished or not calendar.over(years[-1]),
        forecast=unfinished,
        upward=declared.upward,
        dated=frozenset(given),
    )


def _usual_day(year: int, calendar: Calendar) -> date:
    """The day of a decision that the register does not date: the last day of the year, and never after the run's day.

    A closing day of a year before says nothing of this one.
    """
    return min(date(year, 12, 31), calendar.as_of if calendar.as_of.year >= year else calendar.until)


def _days_given(declared: Round, year: int, calendar: Calendar) -> dict[str, date]:
    """The day of decision of each award that the register's quotas date."""
    round_id = declared.id.format(year=year)
    rows = {award: quota_rows(calendar.register, award, round_id, year) for award in declared.awards}
    days = {award: next((row.decided_on for row in own if row.decided_on), None) for award, own in rows.items()}
    return {award: day for award, day in days.items() if day is not None}


def quota_rows(register: Register, award: str, round_id: str, year: int) -> list[Quota]:
    """Return the register's rows on an award in a round (named with or without its year), the most particular first."""
    named = (round_id, round_id.removesuffix(f"-{year}"))
    rows = [row for row in register.quotas if row.award == award and row.year in (None, year) and row.round in named]
    return sorted(rows, key=lambda row: (named.index(row.round), row.year is None))


def _limited(held: HeldRound, register: Register) -> HeldRound:
    """A round with the quotas that the register sets for its awards."""
    rows = {award: quota_rows(register, award, held.id, held.named_after) for award in held.awards}
    deciding = {award: deciding_row(own, register) for award, own in rows.items()}
    read = {award: row.limit for award, row in deciding.items() if row and row.place not in register.unread}
    return replace(held, limits={award: limit for award, limit in read.items() if limit is not None})


def deciding_row(rows: Sequence[Quota], register: Register) -> Quota | None:
    """Return, of the rows on an award in a round, the one that says how many: with a limit, or with one that cannot be read."""
    return next((row for row in rows if row.limit is not None or row.place in register.unread), None)


def _quotas(
    register: Register, held: HeldRound, awards: Sequence[Award], choices: Mapping[str, OpenChoice]
) -> dict[str, QuotaLine]:
    rows = {award.id: quota_rows(register, award.id, held.id, held.named_after) for award in awards}
    return {
        award.id: QuotaLine(
            held.limits.get(award.id),
            word(choices, f"award.{award.id}.ties", Ties.COUNCIL),
            (row := deciding_row(rows[award.id], register)) is not None and row.place in register.unread,
        )
        for award in awards
    }
