"""What each unit reported: every value of an indicator, typed on a sheet or counted from a list, with its place."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pandas as pd

from learnsoc_xlsx.frames import Records, exact
from learnsoc_xlsx.model.form.form import Counted, Field, SheetKind
from learnsoc_xlsx.model.law.indicators import Indicator, Marked, Ratio, Summed
from learnsoc_xlsx.model.returns.figures import Origin
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table

Cells = Mapping[tuple[str, str, int], Origin]
"""(indicator, unit, year) to the one thing that a unit reported."""
Pair = tuple[Summed, Summed]
"""The two sides of a share."""


def reported(
    tables: Sequence[Table], submissions: Mapping[int, Submission], indicators: Sequence[Indicator]
) -> Iterator[tuple[tuple[str, str, int], Origin]]:
    """Every reported value of an indicator, with its place; of a share over one list each of its two sides, by `side`."""
    speaking = _speaking(tables)
    pairs = list(paired(indicators))
    for table in tables:
        for name, number, origin in _of_table(table, indicators, pairs, speaking):
            sent = submissions[number]
            if sent.status.counts:
                yield (name, sent.unit, sent.year), _given_by(sent, origin)


def _given_by(sent: Submission, origin: Origin) -> Origin:
    return replace(origin, unit=sent.unit, year=sent.year)


def paired(indicators: Sequence[Indicator]) -> Iterator[tuple[str, Pair]]:
    """Yield every share whose two sides are sums over the same list, with these sums: they are paired row by row."""
    sources = {indicator.id: indicator.source for indicator in indicators}
    for indicator in indicators:
        if isinstance(indicator.source, Ratio):
            of, out_of = sources[indicator.source.of], sources[indicator.source.out_of]
            if isinstance(of, Summed) and isinstance(out_of, Summed) and of.sheet == out_of.sheet:
                yield indicator.id, (of, out_of)


def side(share: str, of: str) -> str:
    """Return the name under which one side of a paired share is reported; no indicator bears it."""
    return f"{share}/{of}"


def _stated_sides(table: Table, indicators: Sequence[Indicator]) -> Iterator[tuple[str, int, Origin]]:
    """The two sides of shares that a list states, because they are not the figures themselves: some gave one side alone."""
    stated = table.sheet.not_whole
    if stated is None:
        return
    ratios = {one.id: one.source for one in indicators if isinstance(one.source, Ratio)}
    records = Records(table)
    for record in map(records.__getitem__, range(len(table.rows))):
        ratio, number = ratios.get(record[stated.indicator]), record["submission"]
        if ratio and None not in (record[stated.of], record[stated.out_of]):
            for of, name in ((ratio.of, stated.of), (ratio.out_of, stated.out_of)):
                place = table.layouts[number].place(name, record["row"])
                yield side(record[stated.indicator], of), number, Origin(place, "", 0, _plain(record[name]))


def _plain(value: Fraction) -> Fraction | int:
    return int(value) if value.denominator == 1 else value


def _of_table(
    table: Table, indicators: Sequence[Indicator], pairs: Sequence[tuple[str, Pair]], speaking: Collection[int]
) -> Iterator[tuple[str, int, Origin]]:
    ids = {field.id for field in table.sheet.asked}
    asked = {field.id for field in table.sheet.asked if field.adds_up}
    for indicator in indicators:
        source = indicator.source
        if table.sheet.kind is SheetKind.FIXED and indicator.id in asked:
            yield from ((indicator.id, *given) for given in _asked(table, indicator.id, speaking))
        elif isinstance(source, Counted | Summed) and table.sheet.id == source.sheet and _fields(source) <= ids:
            yield from ((indicator.id, *given) for given in _listed(table, source, speaking))
        elif isinstance(source, Marked) and table.sheet.id == source.sheet and source.field in ids:
            yield from ((indicator.id, *given) for given in _marked(table, source.field))
    yield from _stated_sides(table, indicators)
    for share, pair in pairs:
        if table.sheet.id == pair[0].sheet and {source.field for source in pair} <= ids:
            for source in pair:
                given_by = _listed(table, source, speaking, tuple(other.field for other in pair))
                yield from ((side(share, source.field), *given) for given in given_by)


def _speaking(tables: Sequence[Table]) -> frozenset[int]:
    """The submissions that give at least one figure, or name at least one thing in a list."""
    fixed = (table for table in tables if table.sheet.kind is SheetKind.FIXED)
    figures = (
        table.rows["submission"][
            table.rows[[field.id for field in table.sheet.asked if _typed(field)]].notna().any(axis=1)
        ]
        for table in fixed
    )
    lists = (table.rows["submission"] for table in tables if table.sheet.kind is SheetKind.LIST)
    return frozenset(int(number) for numbers in (*figures, *lists) for number in numbers.unique())


def _typed(field: Field) -> bool:
    """Whether a field is a figure that people type on this sheet."""
    return field.adds_up is not None and field.computed is None and field.said_by is None


def _asked(table: Table, name: str, speaking: Collection[int]) -> Iterator[tuple[int, Origin]]:
    """A typed figure; one that the template computes says nothing in a return that says nothing else."""
    field = next(field for field in table.sheet.asked if field.id == name)
    for number, stored in zip(table.rows["submission"].tolist(), table.rows[name].tolist(), strict=True):
        value = exact(field.kind, stored)
        if value is not None and (field.computed is None or number in speaking):
            assert isinstance(value, (int, Fraction))
            yield int(number), Origin(table.layouts[number].place(name), "", 0, value, unlisted=field.uncounted)


def _marked(table: Table, name: str) -> Iterator[tuple[int, Origin]]:
    """One for each unit that says yes at a mark, none for one that says no; where nothing stands nothing is known."""
    given = table.rows[["submission", name]].dropna()
    for number, answer in zip(given["submission"].tolist(), given[name].tolist(), strict=True):
        yield int(number), Origin(table.layouts[number].place(name), "", 0, int(answer))


def _fields(source: Counted | Summed) -> set[str]:
    """The fields of a list by which it is counted or summed."""
    return set(source.marks) if isinstance(source, Counted) else {source.field}


def _listed(
    table: Table, source: Counted | Summed, speaking: Collection[int], whole: tuple[str, ...] = ()
) -> Iterator[tuple[int, Origin]]:
    """The count or sum of a list. A list left empty says "none", but only in a return that says something at all.

    Of a list of nominees alone nothing is counted: that is said. Only rows in which every field of `whole` stands count.
    Where the column is not there, or a sum has nothing to add up, or lacks what every row must give, nothing is known.
    """
    if table.sheet.nominees_only:
        yield from ((n, Origin(at.place(""), "", 0, unlisted=True)) for n, at in table.layouts.items() if n in speaking)
        return
    rows = table.rows
    name = source.field
    groups = counted_rows(rows, source, whole).groupby("submission")
    lines, first, last = (of.to_dict() for of in (groups.size(), groups["row"].min(), groups["row"].max()))
    amounts = groups[source.field].sum().to_dict() if isinstance(source, Summed) else lines
    listed = rows.groupby("submission").size().to_dict()
    field = next((field for field in table.sheet.asked if field.id == name), None)
    needed = isinstance(source, Summed) and not whole and field is not None and field.required
    for number, layout in table.layouts.items():
        held, all_rows = int(lines.get(number, 0)), int(listed.get(number, 0))
        lacking = isinstance(source, Summed) and all_rows > 0 and held < (all_rows if needed else 1)
        if (
            not {*_fields(source), *whole} <= layout.anchors.keys()
            or lacking
            or (not all_rows and number not in speaking)
        ):
            continue
        anchor = name or table.sheet.subject.id
        place = layout.span(anchor, int(first[number]), int(last[number])) if held else layout.place("")
        of_rows = all_rows if isinstance(source, Summed) else None
        yield number, Origin(place, "", 0, int(amounts.get(number, 0)), held, table.sheet.key, of_rows)


def counted_rows(rows: pd.DataFrame, source: Counted | Summed, whole: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return the rows of a list that stand behind a count or a sum: those with every mark, or with something to add up.

    Of a share's two sides only those in which both stand, which `whole` names.
    """
    taken = rows
    for name in _fields(source):
        taken = taken[_taken(taken[name])]
    return taken[taken[list(whole)].notna().all(axis=1)] if whole else taken


def _taken(column: pd.Series) -> pd.Series:
    return column.fillna(False).astype(bool) if column.dtype == "boolean" else column.notna()
