"""The same relations over whole runs: a small made-up commune is laid into a folder, and once more with what is changed."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import count
from pathlib import Path

from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.law.verdicts import Outcome, Verdict
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.made_up.lists import marked
from tests.made_up.reports import report
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows
from tests.metamorphic.awards import FROM_WORST
from tests.metamorphic.candidates import AWARDS, award_in, conditions_of, money, open_in
from tests.metamorphic.figures import differences_of_phases, values_of
from tests.metamorphic.reports import EVENLY, Report, split_over_two
from tests.printing import printed
from tests.registers import COMMUNE, laid
from tests.runs import run_of

YEAR = 2026
_BOUNDS = {
    one.bound.key for award in AWARDS for one in conditions_of(award_in(award, YEAR)) if one.bound and one.of in money()
}
"""The numbers that money is held against."""


def _least(key: str) -> int:
    return 100_000 if key in _BOUNDS else 40 if key.startswith("learning_") else 1


_NUMBERS = {quantity.key: _least(quantity.key) for award in AWARDS for quantity in open_in(award_in(award, YEAR), YEAR)}
"""What this commune chose, by nobody's law."""
_OF_VILLAGES = ("villages_total", "villages_share")
"""What counts villages themselves."""
_ANNUAL = f"annual-{YEAR}"
_LIMIT, _NAMED, _CITIZENS = 3, 7, 9
_TIMES = 1000
Relation = Callable[[int], Iterator[str]]
"""Of a seed, what does not hold."""
_Who = tuple[str, str, str, str]
"""Round, award, unit, subject."""


@dataclass(frozen=True)
class Inbox:
    """What a commune lays into its folder: its reports, each with the beginning of its file's name, and its own numbers."""

    reports: tuple[tuple[str, Report], ...]
    numbers: Mapping[str, int]

    def run(self) -> Run:
        """Return what it comes to."""
        with tempfile.TemporaryDirectory() as folder:
            inbox = Path(folder) / "in"
            self._lay(inbox)
            return run_of(inbox, date(max(one.year for _, one in self.reports), 12, 20))

    def _lay(self, inbox: Path) -> None:
        senders = {one.sender.id: one.sender for _, one in self.reports}.values()
        units = [{"id": one.id, "kind": one.kind, "name": one.name, "parent": COMMUNE["id"]} for one in senders]
        numbers = [{"key": key, "value": value, "source": "Họp giao ban"} for key, value in self.numbers.items()]
        quotas = [{"award": award, "round": "annual", "limit": _LIMIT} for award in AWARDS]
        since = [{"reports_since": min(one.year for _, one in self.reports)}]
        laid(inbox, "danh ba.xlsx", units=[COMMUNE, *units], settings=since, thresholds=numbers, quotas=quotas)
        for begins, one in self.reports:
            data = printed(one.form, Prefill(one.sender.id, one.sender.name, one.rows))
            (inbox / f"{begins} {one.sender.id} {one.year}.xlsx").write_bytes(data)

    def changed(self, change: Callable[[Report], Sequence[Report]]) -> "Inbox":
        """The same folder in which each report is what the change makes of it."""
        return replace(self, reports=tuple((begins, new) for begins, one in self.reports for new in change(one)))


@cache
def commune(seed: int, years: tuple[int, ...] = (YEAR,)) -> Inbox:
    """Make up a commune of a village that names some households and of an enterprise."""
    senders = (Sender("A1", "village", f"Thôn Một {seed}", 15), Sender("E1", "enterprise", f"Công ty Hai {seed}", 5))
    numbers = count(1)
    made = (_report(sender, year, seed) for sender in senders for year in years)
    return Inbox(tuple((f"{next(numbers):02}", one) for one in made), _NUMBERS)


@cache
def _as_it_is(seed: int) -> Run:
    return commune(seed).run()


def _report(sender: Sender, year: int, seed: int) -> Report:
    form = form_of(sender.kind, year)
    rows = report(form, replace(sender, id=f"{seed}{sender.id}"), year)
    if "households" in rows:
        few = rows["citizens"][:_CITIZENS]
        rows["citizens"], figures = few, rows["indicators"][0]
        figures |= {"citizens_registered": len(few), "citizens_recognised": marked(few, "citizen_recognised")}
        rows["nominations"] = [_named(row) for row in rows["households"] if row["household_recognised"]][:_NAMED]
    return Report(form, sender, year, rows)


def _named(household: Row) -> Row:
    said: Row = {"award": "household", "name": household["head"], "leader": False, "pending": False}
    return said | {"already_awarded": False, "birth_year": household["birth_year"]}


# The relations


def the_order_of_files_rows_and_sheets_changes_nothing(seed: int) -> Iterator[str]:
    """Name the files in the opposite order, turn round the rows of each list and the sheets of each file: every figure and every
    verdict is the same.
    """
    turned = commune(seed).changed(lambda one: [replace(one, form=replace(one.form, sheets=one.form.sheets[::-1]), rows=_turned(one.rows))])  # fmt: skip
    numbered = [(f"{99 - at:02}", one) for at, (_, one) in enumerate(turned.reports)]
    before, after = _as_it_is(seed), replace(turned, reports=tuple(numbered)).run()
    yield from _unlike(f"{seed}: figure", values_of(before.figures), values_of(after.figures))
    yield from _unlike(f"{seed}: verdict", _verdicts(before), _verdicts(after))


def _turned(rows: Rows) -> Rows:
    return {name: records[::-1] for name, records in rows.items()}


def a_village_split_in_two_leaves_the_commune_as_it_was(seed: int) -> Iterator[str]:
    """Let a village be two, each with a part of every list and of every figure: every figure of the commune is the same, but how
    many villages there are.
    """
    after = commune(seed).changed(lambda one: split_over_two(one, EVENLY) if one.sender.id == "A1" else [one]).run()
    was, now = ({key: value for key, value in values_of(run.figures).items() if key[1] == COMMUNE["id"] and key[0] not in _OF_VILLAGES} for run in (_as_it_is(seed), after))  # fmt: skip
    yield from _unlike(f"{seed}: figure", was, now)


def a_phase_of_a_run_is_its_years(seed: int) -> Iterator[str]:
    """Report two years of a phase: each figure of the phase follows from those of its years."""
    run = commune(seed, (YEAR, YEAR + 1)).run()
    yield from differences_of_phases(run.figures, (YEAR, YEAR + 1), str(seed))


def who_does_better_is_judged_no_worse(seed: int) -> Iterator[str]:
    """Let one household reach all points, and give more days and money: no round judges it worse or ranks it lower."""
    chosen = _in_the_middle(_as_it_is(seed))
    after = commune(seed).changed(lambda one: [replace(one, rows=one.rows | _with_more(one, chosen))]).run()
    was, now = _verdicts(_as_it_is(seed)), _verdicts(after)
    for who, (outcome, rank, _) in was.items():
        if who[3] == chosen and (FROM_WORST.index(now[who][0]) < FROM_WORST.index(outcome) or (rank or 99) < (now[who][1] or 99)):  # fmt: skip
            yield f"{seed}: {who} was {outcome} {rank}, is {now[who]}"


def _with_more(one: Report, head: str) -> Rows:
    if "households" not in one.rows:
        return {}
    most: Row = {field.id: field.max for field in one.form.sheet("households").asked if field.kind is Kind.SCORE}
    most |= {"labour_days": 30, "money": 20_000_000}
    return {"households": [row | most if row["head"] == head else row for row in one.rows["households"]]}


def who_is_not_proposed_makes_room_for_the_first_reserve(seed: int) -> Iterator[str]:
    """Do not propose a household that is recommended: the first reserve moves up and nobody else, where no equals stand there."""
    said = {who: verdict for who, verdict in _by_who(_as_it_is(seed)).items() if who[:2] == (_ANNUAL, "household")}
    ranks = sorted(verdict.rank for verdict in said.values() if verdict.rank is not None)
    if ranks[: _LIMIT + 2] != list(range(1, len(ranks[: _LIMIT + 2]) + 1)) or len(ranks) <= _LIMIT:
        return
    leaving = next(who for who, verdict in said.items() if verdict.rank == 1)
    after = commune(seed).changed(lambda one: [replace(one, rows=one.rows | _without(one.rows, leaving[3]))]).run()
    now = _verdicts(after)
    for who, verdict in said.items():
        outcome = Outcome.RECOMMENDED if verdict.rank == _LIMIT + 1 else verdict.outcome
        rank = verdict.rank and verdict.rank - 1
        if who != leaving and now[who][:2] != (outcome, rank):
            yield f"{seed}: {who} was {verdict.outcome} {verdict.rank}, is {now[who]}"


def _without(rows: Rows, name: str) -> Rows:
    return {"nominations": [row for row in rows.get("nominations", []) if row["name"] != name]} if "nominations" in rows else {}  # fmt: skip


def money_in_thousands_changes_no_rank(seed: int) -> Iterator[str]:
    """Multiply all money that is reported and every number of the commune's that it is held against: every verdict stays."""
    numbers = {key: value * _TIMES if key in _BOUNDS else value for key, value in _NUMBERS.items()}
    dearer = commune(seed).changed(lambda one: [replace(one, rows=_dearer(one))])
    after = replace(dearer, numbers=numbers).run()
    yield from _unlike(f"{seed}: verdict", _verdicts(_as_it_is(seed)), _verdicts(after))


def _dearer(one: Report) -> Rows:
    kinds = {(sheet.id, field.id): field.kind for sheet in one.form.sheets for field in sheet.asked}
    return {
        name: [{field: _times(value) if kinds.get((name, field)) is Kind.MONEY else value for field, value in row.items()} for row in rows]
        for name, rows in one.rows.items()
    }  # fmt: skip


def _times(value: object) -> int:
    assert isinstance(value, int | Fraction)
    return int(value * _TIMES)


# What is compared


def _in_the_middle(run: Run) -> str:
    """A household with others before it and behind it."""
    ranked = [one for one in run.verdicts if (one.round, one.award) == (_ANNUAL, "household") and one.rank]
    return sorted((one.rank or 0, one.subject) for one in ranked)[len(ranked) // 2][1] if ranked else ""


def _by_who(run: Run) -> dict[_Who, Verdict]:
    return {(one.round, one.award, one.unit, one.subject): one for one in run.verdicts}


def _verdicts(run: Run) -> dict[_Who, tuple[Outcome, int | None, bool]]:
    return {who: (one.outcome, one.rank, one.tied) for who, one in _by_who(run).items()}


def _unlike(words: str, was: Mapping, now: Mapping) -> Iterator[str]:  # type: ignore[type-arg]
    for key in sorted(was.keys() | now.keys()):
        if was.get(key) != now.get(key):
            yield f"{words} {key} was {was.get(key)}, is {now.get(key)}"


RELATIONS: tuple[Relation, ...] = (
    the_order_of_files_rows_and_sheets_changes_nothing,
    a_village_split_in_two_leaves_the_commune_as_it_was,
    a_phase_of_a_run_is_its_years,
    who_does_better_is_judged_no_worse,
    who_is_not_proposed_makes_room_for_the_first_reserve,
    money_in_thousands_changes_no_rank,
)
