"""Checked before: what a submission breaks within its own tables, kept with all that this follows from."""

import pickle
from collections.abc import Mapping, Sequence

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.returns.tables import Table
from learnsoc_xlsx.pipeline.keeping.shelf import Shelf
from learnsoc_xlsx.pipeline.steps.batch import Batch, Shift
from learnsoc_xlsx.pipeline.steps.intake import fleeting
from learnsoc_xlsx.stages.check.within.breaches import Breaches, BySubmission

Own = Mapping[str, Breaches]
"""What one submission breaks, by the key of the sheet; where it breaks nothing no sheet is there."""


def keys_of(batch: Batch, tables: Sequence[Table], shelf: Shelf) -> dict[int, str]:
    """Return the key of what each submission breaks within these tables, by number: its bytes and the name under which it is
    shown, its sheets with the commune's own numbers, and what was found on them since it was read. Those of which nothing may
    be kept have none.
    """
    if not shelf.keeps:
        return {}
    sheets: dict[int, list[str]] = {}
    for table in tables:
        asks = shelf.key("sheet", table.sheet)
        for number in table.layouts:
            sheets.setdefault(number, []).append(asks)
    since: dict[int, list[Finding]] = {}
    for finding in batch.findings[batch.of_reading :]:
        if finding.place.sheet:
            since.setdefault(finding.submission, []).append(finding)
    passing, by_number = fleeting(batch.findings), batch.by_number
    return {
        number: shelf.key("checked", sent.file, sent.sha256, sent.member, asked, since.get(number))
        for number, asked in sheets.items()
        if number not in passing and (sent := by_number[number])
    }


def taken(shelf: Shelf, key: str, number: int) -> Own | None:
    """Return what is kept under a key, of the submission with this number; None where nothing is."""
    data = shelf.get(key)
    if data is None:
        return None
    first, own = pickle.loads(data)
    if first == number:
        return own  # type: ignore[no-any-return]  # as it was laid there
    shift = Shift(number - first)
    return {sheet: one.numbered_from(number - first, shift.finding) for sheet, one in own.items()}


def lay(shelf: Shelf, key: str, number: int, tables: Sequence[Table], breaches: Sequence[BySubmission]) -> None:
    """Keep what a submission breaks within tables."""
    by_table = zip(tables, breaches, strict=True)
    own = {table.sheet.key: by_number[number] for table, by_number in by_table if number in by_number}
    shelf.put(key, pickle.dumps((number, own), pickle.HIGHEST_PROTOCOL))
