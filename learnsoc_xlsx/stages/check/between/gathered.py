"""Gathered: a report that is added up from others says of how many; while some are out, its figures may grow yet."""

from collections.abc import Iterator

from learnsoc_xlsx.frames import Records
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding, Words
from learnsoc_xlsx.stages.check.between.evidence import Evidence


def gathered(evidence: Evidence) -> Iterator[Finding]:
    """Say of each report that was added up before every one that was due had come."""
    for table in evidence.accepted:
        says = table.sheet.gathered
        if says is None:
            continue
        records = Records(table)
        for at in range(len(table.rows)):
            record = records[at]
            reported, due = record[says.reported], record[says.due]
            if reported is not None and due is not None and reported < due:
                place = table.layouts[record["submission"]].place(says.reported)
                words = Words(given=str(reported), expected=str(due))
                yield Finding(Code.NOT_ALL_REPORTED, place, record["submission"], says.reported, **words)
