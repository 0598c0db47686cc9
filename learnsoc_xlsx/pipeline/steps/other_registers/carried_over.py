"""Carried over: all that the register that holds says, as the rows of a register of another year or version."""

from collections.abc import Iterator, Mapping, Sequence

from learnsoc_xlsx.frames import Records, positions
from learnsoc_xlsx.model.form.form import Form, Sheet
from learnsoc_xlsx.model.form.prefill import Record
from learnsoc_xlsx.model.returns.tables import WHOLE_ROW, Table
from learnsoc_xlsx.pipeline.steps.batch import Batch


def carried_over(
    form: Form, batch: Batch, number: int, printed: Mapping[str, Sequence[Record]]
) -> dict[str, Sequence[Record]]:
    """Return the rows of each sheet of `form`, after the register with that number in the batch.

    `printed` are the rows that a blank one bears: where a sheet has some, what the register says of the same subject
    takes their place, and what else it says follows. What could not be understood is carried as it was typed; what holds for
    its year alone is not carried into another.
    """
    into_another = batch.by_number[number].year != form.year
    rows: dict[str, Sequence[Record]] = dict(printed)
    for sheet in form.sheets:
        stated = [
            record for table in batch.tables if table.sheet.key == sheet.key for record in _records(table, number)
        ]
        if into_another:
            stated = [_that_lasts(sheet, record) for record in stated]
        rows[sheet.id] = [*_in_their_place(sheet, printed.get(sheet.id, ()), stated)]
    return rows


def _records(table: Table, number: int) -> Iterator[Record]:
    """The rows of one submission as it gave them, whether they count or not, without what is empty."""
    lost: dict[int, Record] = {}
    for (sent, row, field), gone in table.lost.items():
        if sent == number and field != WHOLE_ROW:
            lost[row] = {**lost.get(row, {}), field: gone.typed}
    places = positions(table).get(number, ())
    records = Records(table, places)
    for at in places:
        record = records[at]
        stated = {field.id: record[field.id] for field in table.sheet.asked}
        yield {name: value for name, value in (stated | dict(lost.get(record["row"], {}))).items() if value is not None}


def _that_lasts(sheet: Sheet, record: Record) -> Record:
    fleeting = {field.id for field in sheet.asked if field.of_its_year}
    return {name: value for name, value in record.items() if name not in fleeting}


def _in_their_place(sheet: Sheet, printed: Sequence[Record], stated: Sequence[Record]) -> Iterator[Record]:
    """Each printed row, once for each thing that is said of its subject, then the rows about anything else."""
    subject = sheet.subject.id
    by_subject: dict[object, list[Record]] = {}
    for record in stated:
        by_subject.setdefault(record.get(subject), []).append(record)
    for row in printed:
        set_ones = [
            record for record in by_subject.pop(row[subject], ()) if not sheet.told_by or sheet.told_by in record
        ]
        yield from ({**record, **row} for record in set_ones or ({},))
    yield from (record for record in stated if record.get(subject) in by_subject)
