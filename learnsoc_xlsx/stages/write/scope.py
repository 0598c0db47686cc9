"""What the views ask of a run, found once: figures by key, units by group, names, places' years."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.law.indicators import Indicator, Phase, Ratio
from learnsoc_xlsx.model.law.verdicts import Fact, HeldRound, Verdict
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.report import Workbook
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.run import Consolidated, Run
from learnsoc_xlsx.stages.write.changes.changes import Changes
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import REGISTER
from learnsoc_xlsx.stages.write.changes.tried import Tried
from learnsoc_xlsx.vietnamese.letters import SortKey, key, sort_key

FigureKey = tuple[str, str, str, str, str]


class Lookup:
    """A run by its keys. `beside` is what it is compared with, for the pages that lay two runs side by side."""

    def __init__(self, run: Consolidated, beside: Changes | Tried | None = None) -> None:
        self.run = run
        self._beside = beside
        self._shown_at: dict[str, Path] = {}
        self._names: dict[tuple[str, date], str] = {}
        self._bearing: dict[str, dict[str, list[Verdict]]] = {}
        self._listings: dict[tuple[int, tuple[str, ...]], dict[str, set[str]]] = {}
        self.indicators = {indicator.id: indicator for indicator in run.indicators}
        self.clauses = {clause.id: clause for clause in run.clauses}
        self.submissions: dict[int, Submission] = {sent.number: sent for sent in run.submissions}

    def path(self, file: str) -> Path:
        """Return the file of INBOX that is shown by this name, or that holds what is."""
        if file not in self._shown_at:
            self._shown_at[file] = self._paths.get(file) or self.run.inbox / file.partition(WITHIN)[0]
        return self._shown_at[file]

    @cached_property
    def _paths(self) -> dict[str, Path | None]:
        return {sent.file: sent.path for sent in self.run.submissions}

    @cached_property
    def _figures(self) -> dict[FigureKey, Figure]:
        return {
            (figure.indicator, figure.scope, figure.id, figure.period, figure.structure): figure
            for figure in self.run.figures
        }

    @cached_property
    def _by_body(self) -> dict[tuple[str, str, str], list[str]]:
        bodies: dict[tuple[str, str, str], dict[str, None]] = {}
        for figure in self.run.figures:
            bodies.setdefault((figure.scope, figure.period, figure.structure), {})[figure.id] = None
        return {key: list(ids) for key, ids in bodies.items()}

    @cached_property
    def periods(self) -> frozenset[str]:
        return frozenset(figure.period for figure in self.run.figures)

    @cached_property
    def scopes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(figure.scope for figure in self.run.figures))

    def figure(self, indicator: str, scope: str, body: str, period: str, structure: str = "own") -> Figure | None:
        """Return a figure; in the current structure, the own one where nothing differs."""
        figure = self._figures.get((indicator, scope, body, period, structure))
        return figure or self._figures.get((indicator, scope, body, period, "own"))

    def of_commune(self, indicator: str, period: str, structure: str = "own") -> Figure | None:
        """Return the figure of the commune, or of whatever level keeps the register; for a year before it was made, that of
        its current structure.
        """
        level = self.run.level.kind
        own = self.bodies(level, period, structure)
        name = self.run.commune if self.run.commune in own or len(own) != 1 else own[0]
        figure = self.figure(indicator, level, name, period, structure)
        return figure or self._figures.get((indicator, level, self.run.commune, period, "current"))

    def heading(self, clause: str) -> str:
        """Return what stands above the indicators of a clause of the plan: its name, then where it stands."""
        return f"{self.clauses[clause].name} (mục {clause})" if clause in self.clauses else f"Mục {clause}"

    def bodies(self, scope: str, period: str, structure: str = "own") -> list[str]:
        """Return the ids that have figures of this scope and period."""
        return self._by_body.get((scope, period, structure), [])

    def form_title(self, form: str) -> str:
        """Return what a form is called, which is also what its units are called together."""
        return next((declared.title for declared in self.run.forms if declared.id == form), form)

    def name(self, unit: str, day: date | None = None) -> str:
        """Return the name of a unit on a day; of one the register lacks, its id."""
        key = (unit, day or self.run.as_of)
        if key not in self._names:
            row = self.run.register.unit_on(*key)
            self._names[key] = row.name if row else unit
        return self._names[key]

    def short_name(self, unit: str) -> str:
        """Return the name of a unit on the run's day; nothing for no unit."""
        return self.name(unit) if unit else ""

    @cached_property
    def reporting(self) -> frozenset[str]:
        """The forms by which units report: those that ask for an indicator."""
        return frozenset(
            form.id for form in self.run.forms if any(field.adds_up for sheet in form.sheets for field in sheet.asked)
        )

    def stated(self, field: str) -> dict[int, str]:
        """Return what each submission that counts says in words in a field of a fixed sheet, by its number."""
        fixed = [table for table in self.run.tables if table.sheet.kind is SheetKind.FIXED and field in table.rows]
        columns = (table.rows[["submission", field]].dropna() for table in fixed)
        return {int(number): str(words) for rows in columns for number, words in rows.itertuples(index=False)}

    def choice(self, field: str, fact: Fact | None) -> str:
        """Return the word of a choice that somebody made in a field of a form; nothing where none was made."""
        return self._choices.get((field, fact.value), str(fact.value)) if fact and fact.value is not None else ""

    @cached_property
    def _choices(self) -> dict[tuple[str, object], str]:
        fields = (field for form in self.run.forms for sheet in form.sheets for field in sheet.asked if field.choices)
        return {
            (field.id, entry.id): entry.label for field in fields if field.choices for entry in field.choices.entries
        }

    def listing(self, year: int, sheets: tuple[str, ...]) -> dict[str, set[str]]:
        """Return the folded names that these lists of a year hold, each with the units that list it."""
        if (year, sheets) not in self._listings:
            listed: dict[str, set[str]] = {}
            for table in (table for table in self.run.tables if table.sheet.id in sheets):
                columns = table.rows[["submission", table.sheet.subject.id]].dropna()
                for number, name in columns.itertuples(index=False):
                    sent = self.submissions[int(number)]
                    if sent.year == year and sent.status.counts:
                        listed.setdefault(key(str(name)), set()).add(sent.unit)
            self._listings[year, sheets] = listed
        return self._listings[year, sheets]

    def kind(self, unit: str) -> str:
        row = self.run.register.unit_on(unit, self.run.as_of)
        return row.kind if row else ""

    @cached_property
    def kinds_of(self) -> dict[str, tuple[str, ...]]:
        """Form ids to the kinds of unit that fill them in, in the order of the forms."""
        return {form.id: form.unit_kinds for form in self.run.forms}

    @cached_property
    def _kind_order(self) -> dict[str, int]:
        kinds = [kind for form in self.run.forms for kind in form.unit_kinds]
        return {kind: place for place, kind in enumerate(dict.fromkeys(kinds))}

    def order(self, unit: str) -> tuple[int, SortKey]:
        """Return the place of a unit on every page: by kind as the forms come, then by name."""
        return self._kind_order.get(self.kind(unit), len(self._kind_order)), sort_key(self.name(unit))

    @cached_property
    def award_names(self) -> dict[str, str]:
        """The names of the awards by their ids."""
        return {award.id: award.name for award in reversed(self.whole.awards)}

    def bearing(self, round_id: str) -> dict[str, list[Verdict]]:
        """Return the verdicts of a round on somebody of a unit, and not the unit itself, by the folded name of whom they are on."""
        if round_id not in self._bearing:
            bearing: dict[str, list[Verdict]] = {}
            for verdict in self.verdicts.get(round_id, []):
                if verdict.subject != verdict.unit_name:
                    bearing.setdefault(key(verdict.subject), []).append(verdict)
            self._bearing[round_id] = bearing
        return self._bearing[round_id]

    @property
    def whole(self) -> Run:
        """The run with its findings and verdicts, for the workbooks drawn after the awards."""
        if not isinstance(self.run, Run):
            raise TypeError("this workbook is declared to be drawn after the figures: it cannot speak of more")
        return self.run

    @property
    def changes(self) -> Changes:
        """What differs from the last run, for the workbook that says so."""
        if not isinstance(self._beside, Changes):
            raise TypeError("this workbook is declared to be drawn after a comparison with the last run")
        return self._beside

    def past_name(self, name: str) -> str:
        """Return the name that a unit or round had in the last run; its id where that did not know it."""
        names = self._beside.names if isinstance(self._beside, Changes) else {}
        return names.get(name, name)

    def round_name(self, round_id: str) -> str:
        """Return the name of a round, be it held no more."""
        return next((held.name for held in self.rounds if held.id == round_id), self.past_name(round_id))

    @property
    def tried(self) -> Tried:
        """What other choices would change, for the workbook that says so."""
        if not isinstance(self._beside, Tried):
            raise TypeError("this workbook is declared to be drawn after a trial of other choices")
        return self._beside

    @cached_property
    def codes(self) -> dict[str, str]:
        """What the codes of the register stand for: awards, rounds, numbers, choices, indicators, units."""
        awards = {award.id: award.name for award in self.whole.awards}
        rounds = {held.declared: held.name.removesuffix(f" {held.named_after}") for held in self.rounds}
        named = {name.removesuffix("-{year}"): label for name, label in rounds.items()}
        keys = {number.key: number.label for number in self.whole.local_numbers}
        keys |= {choice.key: choice.label for choice in self.whole.local_choices}
        labels = {name: indicator.label for name, indicator in self.indicators.items()}
        units = {unit.id: f"{unit.id} {self.name(unit.id)}" for unit in self.run.register.units}
        return {**self._options, **units, **labels, **keys, **named, **awards}

    @cached_property
    def _options(self) -> dict[str, str]:
        """The options of the register's dropdowns by their ids."""
        own = (sheet for form in self.run.forms if form.id == REGISTER for sheet in form.sheets)
        fields = (field for sheet in own for field in sheet.asked if field.choices)
        return {entry.id: entry.label for field in fields if field.choices for entry in field.choices.entries}

    @cached_property
    def rounds(self) -> tuple[HeldRound, ...]:
        return self.run.rounds if isinstance(self.run, Run) else ()

    @cached_property
    def verdicts(self) -> dict[str, list[Verdict]]:
        """The verdicts of each round, in the order of its awards, then by outcome, rank and name."""
        awards = {(held.id, award): place for held in self.rounds for place, award in enumerate(held.awards)}
        by_round: dict[str, list[Verdict]] = {}
        for verdict in sorted(
            self.whole.verdicts, key=lambda verdict: (awards[verdict.round, verdict.award], *_standing(verdict))
        ):
            by_round.setdefault(verdict.round, []).append(verdict)
        return by_round

    def sorted_units(self, units: Iterable[str]) -> list[str]:
        return sorted(dict.fromkeys(units), key=self.order)


@dataclass(frozen=True)
class Scope:
    """What one workbook is about: a run, seen for a year, a phase, or as a whole."""

    lookup: Lookup
    workbook: Workbook
    year: int = 0
    phase: Phase | None = None

    @property
    def run(self) -> Consolidated:
        return self.lookup.run

    @property
    def whole(self) -> Run:
        return self.lookup.whole

    @property
    def period(self) -> str:
        return self.phase.id if self.phase else str(self.year)

    @property
    def words(self) -> dict[str, object]:
        """What the place-holders of a declared workbook stand for."""
        level = {"level": self.level, "LEVEL": self.level.upper()}
        if self.phase:
            first, last = self.phase.first, self.phase.last
            phase = {"folder": self.phase.folder, "phase": self.phase.name, "first": first, "last": last}
            return {"year": last, **phase, **level}
        return {"year": self.year or self.run.as_of.year, **level}

    @property
    def level(self) -> str:
        """What whoever keeps the register is called in a sentence: xã."""
        return self.run.level.word

    @property
    def years(self) -> range:
        """The years that it speaks of."""
        return self.phase.years if self.phase else range(self.year, self.year + 1)

    @property
    def held_years(self) -> list[int]:
        """The years of the phase, or the year, up to the last that has figures."""
        last = max((year for year in self.years if str(year) in self.lookup.periods), default=0)
        return [year for year in self.years if year <= last]

    @property
    def span(self) -> str:
        """The year or the phase, as a title ends."""
        return f"GIAI ĐOẠN {self.phase.first}–{self.phase.last}" if self.phase else f"NĂM {self.year}"

    @property
    def marks(self) -> tuple[str, ...]:
        """What must be said of a phase: that it goes on and is provisional, and of which years nothing was reported."""
        held = self.held_years
        if not self.phase or not held:
            return ()
        silent = [str(year) for year in held if str(year) not in self.lookup.periods]
        going_on = (f"TẠM TÍNH ĐẾN NĂM {held[-1]}.",) if held[-1] < self.phase.last else ()
        return going_on + ((f"KHÔNG CÓ BÁO CÁO NÀO CỦA NĂM {', '.join(silent)}.",) if silent else ())

    @property
    def last_day(self) -> date:
        """The day whose names the pages bear: the end of the period, but never after the run's day."""
        return min(date(self.phase.last if self.phase else self.year or self.run.as_of.year, 12, 31), self.run.as_of)

    @property
    def rounds(self) -> tuple[HeldRound, ...]:
        """The rounds of this year or phase; those that propose to the level above come last."""
        phase = self.phase.id if self.phase else ""
        mine = [held for held in self.lookup.rounds if held.phase == phase and (phase or held.year == self.year)]
        return tuple(sorted(mine, key=lambda held: held.upward))

    def verdicts(self, held: HeldRound) -> list[Verdict]:
        """The verdicts of a round, in the order of its awards, then by outcome, rank and name."""
        return self.lookup.verdicts.get(held.id, [])

    def listed_in(self, award: str) -> tuple[str, ...]:
        """The lists in which whoever is nominated for an award must stand."""
        return next((declared.listed_in for declared in self.whole.awards if declared.id == award), ())

    def indicators(self) -> list[Indicator]:
        """The indicators asked in the period, in the order of the catalogue."""
        first, last = self.years[0], self.years[-1]
        return [
            indicator
            for indicator in self.run.indicators
            if max(indicator.since or first, first) <= min(indicator.until or last, last)
        ]

    def headlines(self) -> list[Indicator]:
        """The indicators that a summary shows: the headlines, and what the shares among them are made of."""
        asked = self.indicators()
        ratios = [one.source for one in asked if one.headline and isinstance(one.source, Ratio)]
        sides = {side for ratio in ratios for side in (ratio.of, ratio.out_of)}
        return [indicator for indicator in asked if indicator.headline or indicator.id in sides]


def _standing(verdict: Verdict) -> tuple[int, int, SortKey, SortKey]:
    place = list(type(verdict.outcome)).index(verdict.outcome)
    return place, verdict.rank or 1_000_000, sort_key(verdict.unit_name), sort_key(verdict.subject)
