"""Lists: last year's accepted rows of a unit and of those that it took over, each record once, with whence it comes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from learnsoc_xlsx.frames import Records, positions
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.form.prefill import Record, Value, carried
from learnsoc_xlsx.model.form.printing import whence
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.vietnamese.letters import key, unaddressed


@dataclass(frozen=True)
class SentList:
    """A return of last year whose lists are carried over, and what its unit is called."""

    sent: Submission
    called: str


@dataclass(frozen=True)
class CarriedRow:
    """A record of last year, and where it stood: in one list or, where two hold the same, in both."""

    record: Record
    whence: tuple[str, ...]


def carried_rows(sheet: Sheet, accepted: Sequence[Table], sources: Sequence[SentList]) -> list[CarriedRow]:
    """Return the rows of a list of `sources`, in their order, of the fields that last.

    A record that two of the lists hold, by all that tells records apart, stands once: with what both say of it; where they
    differ the cell is empty, to be said anew. Without all that tells them apart nobody is taken for the same.
    """
    fields = {field.id for field in carried(sheet)}
    rows: dict[object, CarriedRow] = {}
    for source in sources:
        for place, row in _rows(sheet, accepted, source, fields):
            same = _identity(sheet, row.record) or (source.sent.number, place)
            rows[same] = _both(rows[same], row) if same in rows else row
    return list(rows.values())


def _rows(
    sheet: Sheet, accepted: Sequence[Table], source: SentList, fields: set[str]
) -> Iterator[tuple[int, CarriedRow]]:
    for table in (one for one in accepted if one.sheet.key == sheet.key and not one.sheet.nominees_only):
        places = positions(table).get(source.sent.number, ())
        records = Records(table, places)
        for at in places:
            record = records[at]
            kept = {name: record[name] for name in fields if record.get(name) is not None}
            yield at, CarriedRow(kept, (whence(source.called, source.sent.year, record["row"]),))


def _identity(sheet: Sheet, record: Record) -> tuple[Value, ...]:
    """What tells a record apart from all others of its list; nothing where a part of it is not known."""
    parts = tuple(record.get(name) for name in sheet.distinct)
    return () if None in parts else tuple(unaddressed(part) if isinstance(part, str) else part for part in parts)


def _both(one: CarriedRow, other: CarriedRow) -> CarriedRow:
    return CarriedRow(_agreed(one.record, other.record), (*one.whence, *other.whence))


def _agreed(one: Mapping[str, Value], other: Mapping[str, Value]) -> Record:
    """What two records of the same subject say, without that in which they contradict each other."""
    names = {**one, **other}
    return {name: _one_of(one.get(name), other.get(name)) for name in names}


def _one_of(one: Value, other: Value) -> Value:
    if one is None or other is None:
        return one if other is None else other
    alike = key(one) == key(other) if isinstance(one, str) and isinstance(other, str) else one == other
    return one if alike else None
