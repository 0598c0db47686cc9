"""Relations of figures: what a phase is to its years, and what the commune is to its units."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.form.form import AddsUp
from learnsoc_xlsx.model.law.indicators import Indicator, Ratio
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.pipeline.terms.in_force import law
from tests.metamorphic.reports import COMMUNE, Report, anyhow, figures_of, reports, split_over_two

SPANS = ((2024, 2025), (2026, 2027), (2025, 2026, 2027))
"""The years that are reported: two of one phase or the other, or over the end of the first."""
Relation = Callable[[int], Iterator[str]]
"""Of a seed, what does not hold."""
_Key = tuple[str, str, str]
"""Indicator, body, period."""
_BY_ID = {one.id: one for one in INDICATORS}
_Amount = int | Fraction | None


def a_phase_is_its_years_put_together(seed: int) -> Iterator[str]:
    """Each figure of a phase follows from those of its years by how its indicator is declared to add up: a flow is their sum, a
    stock the last one's, an opening the first one's, and a share is recomputed from its two sides, each put together so.

    What is missing stays missing: it is never 0, and a stock whose last year is missing is not known.
    """
    years = SPANS[seed % len(SPANS)]
    yield from differences_of_phases(figures_of(reports(seed, years), date(years[-1], 12, 31)), years, str(seed))


def differences_of_phases(figures: Iterable[Figure], years: Sequence[int], words: str) -> Iterator[str]:
    """Yield where a figure of a phase is not what those of the years reported come to."""
    found = _by_key(figures)
    for phase in law().phases:
        held = [year for year in phase.years if year <= max((one for one in years if one in phase.years), default=0)]
        for (indicator, body, period), figure in found.items():
            if period == phase.id:
                of_years = [found.get((indicator, body, str(year))) for year in held]
                yield from _differences(figure, of_years, f"{words}: {indicator} of {body} in {period}")


def _differences(figure: Figure, of_years: Sequence[Figure | None], words: str) -> Iterator[str]:
    indicator = _BY_ID[figure.indicator]
    if not isinstance(indicator.source, Ratio):
        expected = _together(indicator, of_years, [one.value if one else None for one in of_years])
        if figure.value != expected:
            yield f"{words} is {figure.value}, its years say {expected}"
        return
    of, out_of = (
        _together(_BY_ID[name], of_years, sides)
        for name, sides in (
            (indicator.source.of, [one.numerator if one else None for one in of_years]),
            (indicator.source.out_of, [one.denominator if one else None for one in of_years]),
        )
    )
    share = Fraction(of) * 100 / out_of if of is not None and out_of else None
    if (figure.numerator, figure.denominator, figure.value) != (of, out_of, share):
        yield f"{words} is {figure.numerator} of {figure.denominator}, its years say {of} of {out_of}"


def _together(indicator: Indicator, of_years: Sequence[Figure | None], values: Sequence[_Amount]) -> _Amount:
    match indicator.adds_up:
        case AddsUp.STOCK:
            return values[-1] if values else None
        case AddsUp.OPENING:
            begun = [
                value
                for one, value in zip(of_years, values, strict=True)
                if one is not None and (one.expected or one.reported)
            ]
            return begun[0] if begun else None
        case _:
            given = [value for value in values if value is not None]
            return sum(given, 0) if given else None


def a_list_split_over_two_villages_leaves_the_commune_as_it_was(seed: int) -> Iterator[str]:
    """Let a village be two, each with a part of every list and of every figure: every figure of the commune is the same.

    How many reports stand behind it is not, nor is what a village says of itself alone.
    """
    years = SPANS[seed % len(SPANS)][-1:]
    made = reports(seed, years)
    chance = Random(f"split {seed}")
    villages = [one for one in made if one.sender.kind == "village"]
    if not villages:
        return
    split = chance.choice(villages)
    after = [part for one in made for part in (split_over_two(one, anyhow(chance)) if one is split else (one,))]
    yield from _of_commune(seed, made, after, date(years[-1], 12, 31))


def the_order_of_reports_and_rows_changes_no_figure(seed: int) -> Iterator[str]:
    """Take the reports in another order, and the rows of every list: every figure is the same, of every body."""
    years = SPANS[seed % len(SPANS)]
    made = reports(seed, years)
    chance = Random(f"order {seed}")
    after = [
        replace(one, rows={name: chance.sample(rows, len(rows)) for name, rows in one.rows.items()}) for one in made
    ]
    chance.shuffle(after)
    day = date(years[-1], 12, 31)
    was, now = values_of(figures_of(made, day)), values_of(figures_of(after, day))
    yield from (f"{seed}: {key} was {was.get(key)}, is {now.get(key)}" for key in was.keys() | now.keys() if was.get(key) != now.get(key))  # fmt: skip


def _of_commune(seed: int, made: Sequence[Report], after: Sequence[Report], day: date) -> Iterator[str]:
    was, now = (values_of(figures_of(one, day)) for one in (made, after))
    for key in sorted(was.keys() | now.keys()):
        if key[1] == COMMUNE and was.get(key) != now.get(key):
            yield f"{seed}: {key} was {was.get(key)}, is {now.get(key)}"


def values_of(figures: Iterable[Figure]) -> dict[_Key, tuple[_Amount, _Amount, _Amount]]:
    """Return what each figure is, and the two sides of a share, by indicator, body and period."""
    return {key: (one.value, one.numerator, one.denominator) for key, one in _by_key(figures).items()}


def _by_key(figures: Iterable[Figure]) -> Mapping[_Key, Figure]:
    return {(one.indicator, one.id, one.period): one for one in figures if one.structure == "own"}


RELATIONS: tuple[Relation, ...] = (
    a_phase_is_its_years_put_together,
    a_list_split_over_two_villages_leaves_the_commune_as_it_was,
    the_order_of_reports_and_rows_changes_no_figure,
)
