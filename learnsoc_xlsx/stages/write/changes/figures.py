"""Figures that differ between two runs: what they were, what they are, and whose return lies behind it."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain

from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.changes.changes import Behind, Cause, FigureChange, Ground, Why
from learnsoc_xlsx.stages.write.changes.inputs.inputs import Inputs, behind
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import plain

Key = tuple[str, str, str, str, str]
Parts = Mapping[tuple[str, int], Mapping[Place, Fraction | int | None]]
"""What each report gives to a figure, by unit and year, and where."""


def figure_changes(was: Sequence[Figure], now: Sequence[Figure], inputs: Inputs) -> Iterator[FigureChange]:
    """Yield the figures that say something else, or rest on more or fewer reports; not those that only stand elsewhere."""
    before, after = _by_key(was), _by_key(now)
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if _shown(old) != _shown(new):
            yield FigureChange(old, new, _behind(old, new, inputs))


def _by_key(figures: Sequence[Figure]) -> dict[Key, Figure]:
    return {(one.period, one.scope, one.id, one.indicator, one.structure): one for one in figures}


def _shown(figure: Figure | None) -> tuple[object, ...]:
    """What is compared of a figure: its value as run.json rounds it, and how many reports stand behind it."""
    if figure is None:
        return (None,) * 6
    sides = figure.numerator, figure.denominator
    return (*map(plain, (figure.value, *sides)), figure.reported, figure.expected, figure.partial)


def _behind(old: Figure | None, new: Figure | None, inputs: Inputs) -> Behind:
    """The returns whose part in a figure is another; where one has moved by itself, whatever else differs of what went in."""
    before, after = _parts(old), _parts(new)
    moved = [report for report in before | after if _values(before, report) != _values(after, report)]
    of_each = [_causes(report, before, after, inputs) for report in moved]
    direct = behind(chain.from_iterable(of_each))
    if of_each and all(of_each):
        return direct
    return behind((*direct.causes, *_elsewhere(inputs).causes), Ground.MAYBE)


def _causes(report: tuple[str, int], before: Parts, after: Parts, inputs: Inputs) -> list[Cause]:
    """What differs of a report. One that was mended and is on one side only was not mended away: others add up to the figure."""
    causes = inputs.behind(before.get(report, {}), after.get(report, {}))
    on_both = report in before and report in after
    return [cause for cause in causes if on_both or cause.why is not Why.CHANGED_RETURN]


_SHEETS = ("units", "profile", "deadlines", "settings", "picks", "")
"""The sheets of the register that say whose reports make a figure (empty: it is not known which changed)."""


def _elsewhere(inputs: Inputs) -> Behind:
    """What may lie behind a figure to which every report gives what it gave: who is to report, the law, the program, the day."""
    own = behind((*inputs.of_sheet(*_SHEETS), *inputs.others), Ground.MAYBE)
    return own if own.causes else inputs.of_whole


def _parts(figure: Figure | None) -> dict[tuple[str, int], dict[Place, Fraction | int | None]]:
    """What each report gives to a figure, by unit and year."""
    parts: dict[tuple[str, int], dict[Place, Fraction | int | None]] = {}
    for origin in figure.origins if figure else ():
        parts.setdefault((origin.unit, origin.year), {})[origin.place] = origin.value
    return parts


def _values(parts: Parts, report: tuple[str, int]) -> list[str]:
    return sorted(str(plain(value)) for value in parts.get(report, {}).values())
