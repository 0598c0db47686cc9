"""Of a report: what a year or a phase came to, in figures against the time before, and in the words of the units."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from learnsoc_xlsx.model.form.form import AddsUp
from learnsoc_xlsx.model.law.indicators import Indicator, Target
from learnsoc_xlsx.model.law.verdicts import HeldRound
from learnsoc_xlsx.model.papers.issued import PaperKind
from learnsoc_xlsx.model.papers.paper import IssuedBy, WordPaper
from learnsoc_xlsx.model.report import UNKNOWN
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.papers.words.concluded import awarded, is_concluded, span_of
from learnsoc_xlsx.stages.write.papers.words.letterhead import letterhead, number_of, numbered
from learnsoc_xlsx.stages.write.papers.words.subjects import made_up_of, money_of
from learnsoc_xlsx.stages.write.papers.words.words import FigureLine, ReportWords, Said
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.money import whole
from learnsoc_xlsx.stages.write.views.figure_cells import change_cell, named
from learnsoc_xlsx.stages.write.views.figures.overview import asked_of, target_for, verdict_on
from learnsoc_xlsx.stages.write.views.sent.answers import wordings
from learnsoc_xlsx.vietnamese.dates import long_date
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.numbers import format_number
from learnsoc_xlsx.vietnamese.signing import in_full

_MOST = 12
"""So many answers of units to a question at most; the rest are counted."""
_NAMED = 3
_NARRATIVE = "narrative"
"""The sheet on which units report in words; its fields bear the names of the words that say them."""
_QUESTIONS = ("results", "difficulties", "causes", "lessons", "proposals")
_PARTIAL = " ▲"


def report_words(scope: Scope, held: HeldRound, paper: WordPaper, kind: str) -> ReportWords:
    """Return the words of a report on a year, or on a phase whose round is held; `kind` says what kind of report it is."""
    span = span_of(held)
    head = letterhead(scope, held, paper, draft=not is_concluded(scope, held), span=span)
    answers: dict[str, Any] = {question: tuple(_answers_to(scope, question)) for question in _QUESTIONS}
    return ReportWords(
        **head,
        kind=kind,
        kind_said=f"{kind[:1].lower()}{kind[1:]}",
        **_reporting(scope),
        **_figures(scope),
        **answers,
        awards=tuple(_awards(scope)),
    )


# Who reported


def _reporting(scope: Scope) -> dict[str, Any]:
    """How many of the reports that are due are there, and whose are not."""
    sent = {(one.unit, one.year) for one in scope.run.submissions if one.status.counts and one.year in scope.years}
    reporting = {unit.id for unit in scope.run.register.units}
    gaps = [gap for gap in scope.whole.missing if gap.year in scope.years and gap.state != "late"]
    kinds = _kinds(scope)
    there = sum(unit in reporting and scope.lookup.kind(unit) in kinds for unit, _ in sent)
    return {
        "reported": there,
        "expected": there + len(gaps),
        "lacking": "; ".join(_gap(scope, gap.unit, gap.year) for gap in gaps),
        "provisional": " ".join(scope.marks).rstrip(".").lower(),
    }


def _kinds(scope: Scope) -> frozenset[str]:
    """The kinds of units that report."""
    return frozenset(kind for form in scope.lookup.reporting for kind in scope.lookup.kinds_of[form])


def _gap(scope: Scope, unit: str, year: int) -> str:
    name = scope.lookup.name(unit, scope.last_day)
    return f"{name} (năm {year})" if scope.phase else name


# Figures


def _figures(scope: Scope) -> dict[str, Any]:
    lines = tuple(_lines(scope))
    first, last = scope.held_years[0], scope.held_years[-1]
    return {
        "figures": lines,
        "partial": any(line.now.endswith(_PARTIAL) for line in lines),
        "before_is": f"Năm {first}" if scope.phase else f"Năm {scope.year - 1}",
        "now_is": f"Năm {last}" if scope.phase else f"Năm {scope.year}",
    }


def _lines(scope: Scope) -> Iterator[FigureLine]:
    clause = ""
    order = {name: place for place, name in enumerate(scope.lookup.clauses)}
    for indicator in sorted(scope.headlines(), key=lambda one: order[one.clause]):
        heading = _heading(scope, indicator.clause) if indicator.clause != clause else ""
        clause = indicator.clause
        yield _line(scope, indicator, heading)


def _heading(scope: Scope, clause: str) -> str:
    named = scope.lookup.clauses.get(clause)
    return f"{named.name} (mục {clause} của Kế hoạch)" if named else f"Mục {clause} của Kế hoạch"


def _line(scope: Scope, indicator: Indicator, heading: str) -> FigureLine:
    before, now = _before_and_now(scope, indicator)
    target = target_for(scope, indicator.id)
    change = change_cell(now, before, indicator).value
    return FigureLine(
        heading=heading,
        label=named(indicator, before, now),
        unit=indicator.unit,
        before=_shown(before, indicator),
        now=_shown(now, indicator),
        whole=_shown(scope.lookup.of_commune(indicator.id, scope.period), indicator) if scope.phase else "",
        change=UNKNOWN if not isinstance(change, int | Fraction) else _signed(change, indicator),
        target=_target(now, target, scope.held_years[-1]),
    )


def _before_and_now(scope: Scope, indicator: Indicator) -> tuple[Figure | None, Figure | None]:
    """The figures of the year before and of this one, in the structure of today; of a phase those of its first and last year."""
    if scope.phase:
        years = scope.held_years
        return tuple(scope.lookup.of_commune(indicator.id, str(year)) for year in (years[0], years[-1]))  # type: ignore[return-value]
    return (
        scope.lookup.of_commune(indicator.id, str(scope.year - 1), "current"),
        scope.lookup.of_commune(indicator.id, str(scope.year)),
    )


def _shown(figure: Figure | None, indicator: Indicator) -> str:
    """A figure as the workbooks show it; one that not everybody reported, or that a list with blanks gives, bears a sign."""
    if figure is None or figure.value is None:
        return UNKNOWN
    decimals = 2 if indicator.adds_up is AddsUp.SHARE else 0
    whole = figure.reported >= figure.expected and not figure.partial
    return f"{format_number(figure.value, decimals)}{'' if whole else _PARTIAL}"


def _signed(change: int | Fraction, indicator: Indicator) -> str:
    decimals = 2 if indicator.adds_up is AddsUp.SHARE else 0
    return f"{'+' if change > 0 else ''}{format_number(change, decimals)}"


def _target(figure: Figure | None, target: Target | None, year: int) -> str:
    return f"{asked_of(target)}: {verdict_on(figure, target, year).partition(' ')[2].lower()}" if target else ""


# What units wrote


def _answers_to(scope: Scope, question: str) -> Iterator[Said]:
    """What was written on a question, what several wrote alike once, what most wrote first."""
    alike: dict[str, tuple[str, dict[str, None]]] = {}
    written = sorted(
        wordings(scope, _NARRATIVE, (question,)), key=lambda one: (scope.lookup.order(one[0].unit), one[0].year)
    )
    for sent, _, words, _ in written:
        alike.setdefault(key(words), (words, {}))[1][scope.lookup.name(sent.unit, scope.last_day)] = None
    answers = sorted(alike.values(), key=lambda one: -len(one[1]))
    for words, units in answers[:_MOST]:
        yield Said(words.rstrip(". "), _who(list(units)))
    if len(answers) > _MOST:
        yield Said(f"Còn {len(answers) - _MOST} ý khác", "nêu ở danh sách kèm theo")


def _who(units: Sequence[str]) -> str:
    """Name who wrote so, of many only how many they are."""
    return ", ".join(units) if len(units) <= _NAMED + 1 else f"{len(units)} đơn vị nêu"


# What was awarded


def _awards(scope: Scope) -> Iterator[str]:
    """A sentence for each round; that nobody is to be proposed upward is not foreseen, only not reported."""
    for held in scope.rounds:
        verdicts = awarded(scope, held)
        if not verdicts and is_concluded(scope, held):
            yield f"{held.name}: Hội đồng không đề nghị khen thưởng trường hợp nào."
            continue
        if not verdicts and held.upward:
            continue
        money = whole(bonus.amount for bonus in map(money_of, verdicts) if bonus)
        paid = f"; tiền thưởng {format_number(money)} đồng" if money else ""
        whom = f", gồm {made_up_of(verdicts)}" if verdicts else ""
        yield f"{held.name}: {_how(scope, held)} {format_number(len(verdicts))} trường hợp{whom}{paid}."


def _how(scope: Scope, held: HeldRound) -> str:
    """How far an award has come: foreseen, agreed by the council, decided."""
    decision = held.papers.get(PaperKind.DECISION)
    if not is_concluded(scope, held):
        return "dự kiến"
    if decision and number_of(held, PaperKind.DECISION) and decision.signed_on:
        committee = in_full(scope.run.register.profile_on(decision.signed_on).issuer)
        number = numbered(held, PaperKind.DECISION, IssuedBy.CHAIRMAN)
        return f"Chủ tịch {committee} quyết định khen thưởng (Quyết định số {number} {long_date(decision.signed_on)})"
    return "Hội đồng nhất trí"
