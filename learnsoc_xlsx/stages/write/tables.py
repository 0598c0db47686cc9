"""Tables for other programs, as Parquet: every figure, and every row that counts, with where it stands.

Numbers are exact: whole ones as integers, others as decimals of their field; a figure is a fraction of two whole numbers, with
its value as a float beside. What is not known is null.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from learnsoc_xlsx.model.form.form import Field, Kind
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.scope import Lookup

FOLDER = "bang"
GROUP = 50_000
"""As many rows, at least, are a group of a file that is longer; twice as many at most are laid out at one time."""
_DIGITS = 38
_BEFORE_1970 = 719_163
"""The proleptic ordinal of 1 January 1970, from which Arrow counts days."""
_WHOLE = pa.decimal128(_DIGITS, 0)


def tables(run: Run, folder: Path) -> Iterator[tuple[str, ...]]:
    """Write bang/figures.parquet and bang/<sheet>.parquet for each sheet of the forms by which units report; yield the paths.

    Rows are laid out a group at a time, each forgotten as soon as it is written, however many there are.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    figures = (_figures(run.figures[start : start + GROUP]) for start in _starts(len(run.figures)))
    yield (_written(folder, "figures", _figures(()).schema, figures),)
    lookup = Lookup(run)
    by_sheet: dict[str, list[Table]] = {}
    for table in run.tables:
        if _of_reports(lookup, table):
            by_sheet.setdefault(table.sheet.id, []).append(table)
    for sheet, parts in by_sheet.items():
        schema = pa.unify_schemas([_laid_out(lookup, table, table.rows[:0]).schema for table in parts])
        rows = (batch for table in parts for batch in _batches(lookup, table))
        yield (_written(folder, sheet, schema, rows),)


def _starts(length: int) -> range:
    return range(0, length, GROUP)


def _written(folder: Path, name: str, schema: pa.Schema, batches: Iterable[pa.Table]) -> str:
    """Write a file of batches, each as the schema says: a column that one lacks is null there."""
    path = f"{FOLDER}/{name}.parquet"
    with pq.ParquetWriter(folder / path, schema, compression="zstd") as writer:
        for group in _groups(batches):
            writer.write_table(pa.concat_tables([schema.empty_table(), *group], promote_options="default"))
    return path


def _groups(batches: Iterable[pa.Table]) -> Iterator[list[pa.Table]]:
    """Lay small batches together: a file of many small groups is slow to ask."""
    waiting: list[pa.Table] = []
    for batch in batches:
        waiting.append(batch)
        if sum(part.num_rows for part in waiting) >= GROUP:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


# Figures


def _figures(listed: Sequence[Figure]) -> pa.Table:
    values = [None if figure.value is None else Fraction(figure.value) for figure in listed]
    texts = {
        name: [getattr(figure, name) for figure in listed]
        for name in ("indicator", "scope", "id", "period", "structure")
    }
    return pa.table(
        {
            **{name: pa.array(column, pa.string()) for name, column in texts.items()},
            "value": pa.array([None if value is None else float(value) for value in values], pa.float64()),
            "numerator": pa.array([None if value is None else value.numerator for value in values], _WHOLE),
            "denominator": pa.array([None if value is None else value.denominator for value in values], _WHOLE),
            "reported": pa.array([figure.reported for figure in listed], pa.int32()),
            "expected": pa.array([figure.expected for figure in listed], pa.int32()),
            "partial": pa.array([figure.partial for figure in listed], pa.bool_()),
            "not_from_list": pa.array([figure.unlisted for figure in listed], pa.bool_()),
        }
    )


# Rows


def _of_reports(lookup: Lookup, table: Table) -> list[int]:
    """The submissions of a table that report, and have a row in it."""
    sent = {number: lookup.submissions[number] for number in table.rows["submission"].unique().tolist()}
    return [number for number, one in sent.items() if one.stamp is not None and one.stamp.form in lookup.reporting]


def _batches(lookup: Lookup, table: Table) -> Iterator[pa.Table]:
    """The rows of a sheet that count, so many at a time."""
    rows = table.rows[table.rows["submission"].isin(_of_reports(lookup, table))]
    return (_laid_out(lookup, table, rows[start : start + GROUP]) for start in _starts(len(rows)))


def _laid_out(lookup: Lookup, table: Table, rows: pd.DataFrame) -> pa.Table:
    """Rows of a sheet, each with its unit and its place."""
    sent = lookup.submissions
    numbers = rows["submission"].tolist()
    stamps = [sent[number].stamp for number in numbers]
    return pa.table(
        {
            "file": pa.array([sent[number].file for number in numbers], pa.string()),
            "sheet": pa.array([table.layouts[number].sheet for number in numbers], pa.string()),
            "row": pa.array(rows["row"].tolist(), pa.int32()),
            "form": pa.array([stamp.form if stamp else None for stamp in stamps], pa.string()),
            "year": pa.array([sent[number].year for number in numbers], pa.int32()),
            "unit": pa.array([sent[number].unit for number in numbers], pa.string()),
            "unit_name": pa.array([lookup.name(sent[number].unit) for number in numbers], pa.string()),
            **{_free(field.id): _column(field, rows[field.id]) for field in table.sheet.asked if field.id in rows},
        }
    )


def _free(name: str) -> str:
    """The name of a field as a column: one that the place has taken is put behind a mark."""
    return f"{name}_" if name in ("file", "sheet", "row", "form", "year", "unit", "unit_name") else name


def _column(field: Field, column: "pd.Series[Any]") -> pa.Array:
    """A field's values in the type of its kind."""
    values: list[Any] = [None if pd.isna(value) else value for value in column.tolist()]
    match field.kind:
        case Kind.MARK:
            return pa.array(values, pa.bool_())
        case Kind.DATE:
            days = [None if day is None else day - _BEFORE_1970 for day in values]
            return pa.array(days, pa.int32()).cast(pa.date32())
        case kind if kind.is_number and kind.scale == 1:
            return pa.array(values, pa.int64())
        case kind if kind.is_number:
            places = len(str(kind.scale)) - 1
            exact = [None if value is None else Decimal(value).scaleb(-places) for value in values]
            return pa.array(exact, pa.decimal128(_DIGITS // 2, places))
        case _:
            return pa.array([None if value is None else str(value) for value in values], pa.string())
