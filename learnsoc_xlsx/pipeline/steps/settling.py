"""Settling: whose each return is, for which year, and which of several counts, after what its cover says."""

from collections.abc import Iterable, Mapping

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.terms.terms import Terms
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.stages.settle.settle import settle

_COVER = "cover"
"""The sheet on which every report says what it is."""


def settled(batch: Batch, terms: Terms) -> Batch:
    """Tie every return to its unit and year, and let one version of each count."""
    stated = covers(batch.tables, {sent.number: sent.saved for sent in batch.submissions})
    calendar = terms.calendar
    return batch.settled(*settle(batch.submissions, stated, terms.register, FORMS, calendar.last_day, calendar.until))


def covers(tables: Iterable[Table], saved: Mapping[int, str]) -> dict[int, Cover]:
    """Return the cover of each submission that has one; `saved` says when the file was last saved, where it is known."""
    stated: dict[int, Cover] = {}
    for table in (table for table in tables if table.sheet.id == _COVER):
        records = Records(table)
        for at in range(len(table.rows)):
            record = records[at]
            number = record["submission"]
            layout = table.layouts[number]
            stated[number] = Cover(
                record["unit_name"],
                record["report_year"],
                record["report_date"],
                layout.place("unit_name"),
                layout.place("report_year"),
                layout.place("report_date"),
                saved.get(number, ""),
            )
    return stated
