"""To report: the commune as one return for the level above, filled with what its units come to and whom it proposes upward.

Kế hoạch 55/KH-UBND, VII.1.b. What is not known stays empty, and is named.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.form.prefill import Notice, Prefill, Record
from learnsoc_xlsx.model.law.council import Opinion, Standing
from learnsoc_xlsx.model.law.indicators import Indicator, Ratio
from learnsoc_xlsx.model.law.verdicts import Fact, HeldRound, Outcome, Verdict
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.report import ToReport
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.steps.council.to_confirm import SAMPLE, Press
from learnsoc_xlsx.pipeline.terms.calendar import Calendar
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.settle.owing import expected
from learnsoc_xlsx.stages.template.template import template
from learnsoc_xlsx.stages.write.scope import Lookup
from learnsoc_xlsx.stages.write.views.figure_cells import NOT_FROM_LIST
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.signing import in_a_sentence

NOT_CONCLUDED = "Theo kết quả xét; Hội đồng xã chưa kết luận"
NOBODY_ASKED = "Xã không có đơn vị nào được hỏi chỉ tiêu này"


def to_report(
    run: Run, calendar: Calendar, declared: Iterable[ToReport], folder: Path, press: Press = template
) -> Iterator[tuple[str, ...]]:
    """Print each declared form for each year reported, under `folder`, where the commune is a unit of the form's kind; give
    the paths there.
    """
    lookup = Lookup(run)
    years = sorted(int(period) for period in lookup.periods if period.isdecimal())
    for one in declared:
        for year in years:
            form = form_of(one.form, year)
            of_year = _OfYear(lookup, calendar, form, one, year)
            if of_year.kind in form.unit_kinds:
                path = one.path.format(year=year)
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                notice = Notice(sample=SAMPLE if run.sample else "", return_to=of_year.above)
                target.write_bytes(press(form, of_year.prefill(), notice))
                yield (path,)


@dataclass(frozen=True)
class _OfYear:
    """What a commune reports for one year."""

    lookup: Lookup
    calendar: Calendar
    form: Form
    declared: ToReport
    year: int

    @property
    def run(self) -> Run:
        return self.lookup.whole

    @property
    def register(self) -> Register:
        return self.lookup.run.register

    @property
    def day(self) -> date:
        """The day whose names are borne: the end of the year, but never after the run's day."""
        return min(date(self.year, 12, 31), self.run.as_of)

    @property
    def commune(self) -> str:
        return self.register.profile_on(self.day).unit

    @property
    def kind(self) -> str:
        row = self.register.unit_on(self.commune, self.day)
        return row.kind if row else ""

    @property
    def above(self) -> str:
        """Who is reported to, as a sentence names it."""
        return in_a_sentence(self.register.profile_on(self.run.as_of).parent_name)

    def prefill(self) -> Prefill:
        code, name = self.register.code_above or self.commune, self.lookup.name(self.commune, self.day)
        cover, figures, incomplete, proposed = self.form.sheets
        rows = {
            cover.id: [self._cover()],
            figures.id: [self._figures(str(self.year))],
            incomplete.id: list(self._incomplete()),
            proposed.id: list(self._proposed()),
        }
        return Prefill(code, name, rows, {figures.id: self._figures(str(self.year - 1))})

    # How many reports stand behind it

    def _cover(self) -> Record:
        came = {sent.unit for sent in self.run.submissions if sent.status.counts and sent.year == self.year} - {""}
        due = came | self._due()
        late = {gap.unit for gap in self.run.missing if gap.year == self.year and gap.state == "late"}
        profile = self.register.profile_on(self.run.as_of)
        return _without_gaps(
            report_date=self.run.written_on,
            parent_name=self.above,
            contact=profile.compiler,
            units_due=len(due),
            units_reported=len(came),
            units_missing=len(due - came),
            units_late=len(late & came),
            units_whole=due == came,
        )

    def _due(self) -> set[str]:
        if self.year not in self.calendar.owed_years:
            return set()
        owing = expected(self.register, self.calendar.forms, self.year, self.calendar.last_day)
        return {unit.id for unit in owing}

    # Figures

    def _figures(self, period: str) -> Record:
        asked = (field.id for sheet in self.form.sheets for field in sheet.asked if field.adds_up)
        figures = ((name, self.lookup.of_commune(name, period)) for name in asked)
        return {name: figure.value for name, figure in figures if figure and figure.value is not None}

    def _incomplete(self) -> Iterator[Record]:
        """The figures behind which not every unit stands, and the shares whose sides are not the figures themselves."""
        asked = {field.id for sheet in self.form.sheets for field in sheet.asked if field.adds_up}
        for indicator in self.run.indicators:
            figure = self.lookup.of_commune(indicator.id, str(self.year))
            if isinstance(indicator.source, Ratio):
                yield from self._sides(indicator, indicator.source, figure)
            elif indicator.id in asked and (figure is None or _is_short(figure)):
                yield self._lacking(indicator, figure)

    def _lacking(self, indicator: Indicator, figure: Figure | None) -> Record:
        if figure is None:
            return {"indicator": indicator.id, "reported": 0, "due": 0, "lacking": NOBODY_ASKED}
        given = {origin.unit for origin in figure.origins if origin.value is not None}
        blank = {origin.unit for origin in figure.origins if origin.partial}
        unlisted = {origin.unit for origin in figure.origins if origin.unlisted}
        silent = self.calendar.expected(indicator, self.year) - given - unlisted
        names = [self.lookup.name(unit, self.day) for unit in self.lookup.sorted_units(silent)]
        names += [f"{self.lookup.name(unit, self.day)} (danh sách còn ô trống)" for unit in sorted(blank)]
        names += [NOT_FROM_LIST] if unlisted else []
        return _without_gaps(
            indicator=indicator.id, reported=figure.reported, due=figure.expected, lacking="; ".join(names)
        )

    def _sides(self, indicator: Indicator, ratio: Ratio, figure: Figure | None) -> Iterator[Record]:
        whole = [self.lookup.of_commune(name, str(self.year)) for name in (ratio.of, ratio.out_of)]
        figures = tuple(one.value if one else None for one in whole)
        if figure is None or None in figures or figures == (figure.numerator, figure.denominator):
            return
        yield {
            "indicator": indicator.id,
            "reported": figure.reported,
            "due": figure.expected,
            "lacking": "Chỉ cộng số của các đơn vị báo cả hai số",
            "of": figure.numerator or 0,
            "out_of": figure.denominator or 0,
        }

    # Whom it proposes upward

    def _proposed(self) -> Iterator[Record]:
        for occasion, name in self.declared.occasions:
            wanted = name.format(year=self.year)
            for held in (held for held in self.run.rounds if held.id == wanted and not held.forecast):
                for verdict in self.lookup.verdicts.get(held.id, []):
                    standing = self._standing(held, verdict)
                    if standing:
                        yield _nominee(occasion, verdict, standing)

    def _standing(self, held: HeldRound, verdict: Verdict) -> str:
        """What the council says of somebody who is proposed; nothing of whoever is not."""
        decided = verdict.decided
        if decided is None or decided.standing is not Standing.APPLIED or decided.opinion is None:
            return NOT_CONCLUDED if verdict.outcome is Outcome.RECOMMENDED else ""
        if decided.opinion is not Opinion.AGREED:
            return ""
        sitting = next((one for one in self.run.sittings if one.round == held.id), None)
        on = f" ngày {format_date(sitting.held_on)}" if sitting and sitting.held_on else ""
        return f"Hội đồng xã nhất trí{on}{f' ({decided.votes})' if decided.votes else ''}"


def _nominee(occasion: str, verdict: Verdict, standing: str) -> Record:
    papers, decided = verdict.credentials, verdict.decided
    chosen = decided.form if decided and decided.is_final and decided.form else _words(papers.proposed_form)
    return _without_gaps(
        round=occasion,
        subject=verdict.kind.value,
        name=verdict.subject,
        birth_year=verdict.born,
        of_unit=verdict.unit_name if verdict.unit_name != verdict.subject else None,
        proposed_form=chosen,
        achievement=_words(papers.achievement or papers.results),
        standing=standing,
    )


def _words(fact: Fact | None) -> str:
    return str(fact.value) if fact and fact.value is not None else ""


def _without_gaps(**row: str | int | bool | date | None) -> Record:
    return {name: value for name, value in row.items() if value not in (None, "")}


def _is_short(figure: Figure) -> bool:
    """Whether a figure is less than what all of its units would come to, or was not counted from their lists."""
    return figure.partial or figure.unlisted or figure.reported < figure.expected
