"""Tables for other programs, as Parquet: every figure, and every row that counts, with where it stands.

Numbers are exact: whole ones as integers, others as decimals of their field; a figure is a fraction of two whole numbers, with
its value as a float beside. What is not known is null.
"""

from collections.abc import Iterable, Iterator
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
_DIGITS = 38
_BEFORE_1970 = 719_163
"""The proleptic ordinal of 1 January 1970, from which Arrow counts days."""
_WHOLE = pa.decimal128(_DIGITS, 0)


def tables(run: Run, folder: Path) -> Iterator[tuple[str, ...]]:
    """Write bang/figures.parquet and bang/<sheet>.parquet for each sheet of the forms by which units report; yield the paths."""
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    yield (_written(folder, "figures", _figures(run.figures)),)
    lookup = Lookup(run)
    by_sheet: dict[str, list[pa.Table]] = {}
    for table in run.tables:
        rows = _rows(lookup, table)
        if rows is not None:
            by_sheet.setdefault(table.sheet.id, []).append(rows)
    for sheet, parts in by_sheet.items():
        yield (_written(folder, sheet, pa.concat_tables(parts, promote_options="default")),)


def _written(folder: Path, name: str, table: pa.Table) -> str:
    path = f"{FOLDER}/{name}.parquet"
    pq.write_table(table, folder / path, compression="zstd")
    return path


# Figures


def _figures(figures: Iterable[Figure]) -> pa.Table:
    listed = list(figures)
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
        }
    )


# Rows


def _rows(lookup: Lookup, table: Table) -> pa.Table | None:
    """The rows of a sheet that count, each with its unit and its place; None where it is no sheet of a report."""
    sent = {number: lookup.submissions[number] for number in table.layouts}
    of_reports = [
        number for number, one in sent.items() if one.stamp is not None and one.stamp.form in lookup.reporting
    ]
    rows = table.rows[table.rows["submission"].isin(of_reports)]
    if rows.empty:
        return None
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
