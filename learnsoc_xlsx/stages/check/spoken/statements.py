"""Statements: the rows of the lists in which the commune speaks of subjects, each with what its form says of all of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.form.form import SheetKind
from learnsoc_xlsx.model.law.verdicts import Fact, Facts
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.statements import Statement
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.vietnamese.letters import key


def statements(tables: Sequence[Table], submissions: Mapping[int, Submission], register: Register) -> list[Statement]:
    """Return what the commune says, in the order of the rows; a row that does not say whom it is about says nothing.

    A unit may be given by its id in whatever case, or by a name that it alone bears.
    """
    units = _units(register)
    speaking = [table for table in tables if table.sheet.speaks_of]
    return [made for table in speaking for made in _of_table(table, tables, submissions, units)]


def _units(register: Register) -> dict[str, str]:
    """The ids of the units by what people write for them; what several units are called is left out."""
    called: dict[str, set[str]] = {}
    for unit in register.units:
        for name in (unit.id, *unit.names):
            called.setdefault(key(name), set()).add(unit.id)
    return {name: ids.pop() for name, ids in called.items() if len(ids) == 1}


def _of_table(
    table: Table, tables: Sequence[Table], submissions: Mapping[int, Submission], units: Mapping[str, str]
) -> Iterator[Statement]:
    speaks = table.sheet.speaks_of
    assert speaks is not None
    of_all = _said_of_all(table, tables)
    for record, facts in _rows(table):
        number = record["submission"]
        whole = of_all.get(number, {}) | facts
        values = {name: fact.value for name, fact in whole.items()}
        kind, name, year = values.get(speaks.kind), values.get(speaks.name), values.get(speaks.year or "")
        if kind is None or name is None or (speaks.year and year is None):
            continue
        born, unit = values.get(speaks.born), str(values.get(speaks.unit) or "").strip()
        yield Statement(
            sheet=table.sheet,
            kind=str(kind),
            name=str(name),
            unit=units.get(key(unit), unit),
            born=born if isinstance(born, int) else None,
            year=year if isinstance(year, int) else submissions[number].year,
            facts=whole,
            submission=number,
            place=table.layouts[number].place(speaks.name, record["row"]),
        )


def _said_of_all(table: Table, tables: Sequence[Table]) -> dict[int, Facts]:
    """What the fixed sheets of the same form say, by submission."""
    fixed = (one for one in tables if one.sheet.form == table.sheet.form and one.sheet.kind is SheetKind.FIXED)
    said_of: dict[int, Facts] = {}
    for one in fixed:
        for record, facts in _rows(one):
            said_of.setdefault(record["submission"], {}).update(facts)
    return said_of


def _rows(table: Table) -> Iterator[tuple[dict[str, Any], Facts]]:
    records = Records(table)
    for at in range(len(table.rows)):
        record = records[at]
        layout = table.layouts[record["submission"]]
        yield (
            record,
            {
                field.id: Fact(record[field.id], field.label, (layout.place(field.id, record["row"]),))
                for field in table.sheet.asked
            },
        )
