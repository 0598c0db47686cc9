"""Covers: what each form says of itself on its first sheet, for whoever must know whose it is."""

from collections.abc import Iterable, Mapping

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.stages.settle.cover import Cover


def covers(tables: Iterable[Table], saved: Mapping[int, str]) -> dict[int, Cover]:
    """Return the cover of each submission that has one; `saved` says when the file was last saved, where it is known."""
    found: dict[int, Cover] = {}
    for table in tables:
        if table.sheet.id != "cover":
            continue
        records = Records(table)
        for at in range(len(table.rows)):
            record = records[at]
            number = record["submission"]
            layout = table.layouts[number]
            found[number] = Cover(
                record["unit_name"],
                record["report_year"],
                record["report_date"],
                layout.place("unit_name"),
                layout.place("report_year"),
                layout.place("report_date"),
                saved.get(number, ""),
            )
    return found
