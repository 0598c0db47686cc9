"""What the program makes of one return: its findings, and every value it would count."""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from learnsoc_xlsx.catalogue.forms.register import REGISTER
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.commands.consolidate import returns
from learnsoc_xlsx.pipeline.steps.intake import tasks_of
from tests.mutations.returns import AS_OF, register

Said = tuple[str, str, str]
"""Code, sheet, cell."""
Value = tuple[str, str, str]
"""Sheet id, whom the record is about (and which of that name), field."""


@dataclass(frozen=True)
class Judged:
    """The findings of one return, and its values."""

    findings: tuple[Said, ...]
    values: dict[Value, object]


def judged(files: Mapping[str, bytes], units: int) -> dict[str, Judged]:
    """Send returns (by file name, each of another unit) to a commune with so many units of each kind; say what came of each."""
    with tempfile.TemporaryDirectory() as folder:
        inbox = Path(folder)
        (inbox / "register.xlsx").write_bytes(register(units))
        for name, data in files.items():
            (inbox / name).write_bytes(data)
        found = returns(inbox, tasks_of(inbox), AS_OF, map)
    said: dict[int, list[Said]] = defaultdict(list)
    for each in found.batch.findings:
        if each.code in (Code.COPY_OF_ANOTHER, Code.NAMESAKE, Code.MANY_NAMESAKES):
            continue  # every return here is grown from the same one
        said[each.submission].append((each.code.code, each.place.sheet, each.place.cell))
    values: dict[int, dict[Value, object]] = defaultdict(dict)
    for table in found.batch.accepted:
        if table.sheet.form != REGISTER.id:
            for number, key, value in _values(table):
                values[number][key] = value
    return {
        each.file: Judged(tuple(sorted(said[each.number])), values[each.number])
        for each in found.batch.submissions
        if each.file in files
    }


def _values(table: Table) -> Iterator[tuple[int, Value, object]]:
    """Every value of a table: a record is known by whom it is about, for its row may change."""
    seen: Counter[tuple[int, str]] = Counter()
    for row in table.rows.to_dict("records"):
        about = str(row[table.sheet.subject.id]) if table.sheet.kind is SheetKind.LIST else ""
        owner = row["submission"]
        seen[owner, about] += 1
        for field in table.sheet.asked:
            value = row[field.id]
            if field.id != "unit_name" and not field.said_by:  # what another field says is looked at there
                yield (
                    owner,
                    (table.sheet.id, f"{about} {seen[owner, about]}", field.id),
                    None if pd.isna(value) else value,
                )
