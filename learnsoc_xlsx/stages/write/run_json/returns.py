"""Returns: what came, what is missing, what became of rows, and where two versions differ.

Each function returns one entry, under the keys that docs/contract.md names.
"""

from collections.abc import Mapping

from learnsoc_xlsx.model.returns.differences import Comparison, Difference, Side
from learnsoc_xlsx.model.returns.submissions import Missing, RowOutcome, Submission
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import plain
from learnsoc_xlsx.stages.write.found.discretion import Discretion, shows, subject_of
from learnsoc_xlsx.stages.write.found.entry import Json
from learnsoc_xlsx.stages.write.run_json.words import day_of, place_of
from learnsoc_xlsx.vietnamese.names import without_names


def of_submission(sent: Submission, discretion: Discretion) -> Json:
    return {
        "file": sent.file,
        "sha256": sent.sha256,
        "form": sent.form or None,
        "form_version": sent.stamp.version if sent.stamp else None,
        "year": sent.year or None,
        "unit": sent.unit or None,
        "received": day_of(sent.received),
        "status": sent.status.word,
        "status_code": sent.refusal.code.code if sent.refusal else None,
        "reason": discretion.on(sent.refusal).message if sent.refusal else None,
        "tables": [
            {"table": ledger.table, "read": ledger.read, "accepted": ledger.accepted, "rejected": ledger.rejected,
             "ignored": ledger.ignored}
            for ledger in sent.tables
        ],
    }  # fmt: skip


def of_missing(missing: Missing) -> Json:
    return {
        "unit": missing.unit,
        "form": missing.form,
        "year": missing.year,
        "due": missing.due.isoformat(),
        "state": missing.state,
        "received": day_of(missing.received),
        "file": missing.file,
        "near": list(missing.near),
    }


def of_outcome(outcome: RowOutcome, file: str, discretion: Discretion) -> Json:
    return {
        "file": file,
        "table": outcome.table,
        "sheet": outcome.sheet,
        "row": outcome.row,
        "outcome": outcome.fate.word,
        "code": outcome.finding.code.code if outcome.finding else None,
        "reason": discretion.on(outcome.cause).message if outcome.cause else without_names(outcome.remark),
    }


def of_comparison(pair: Comparison, files: Mapping[int, str]) -> Json:
    return {
        "file": files[pair.older],
        "instead": files[pair.newer],
        "differences": pair.count,
        "shown": [_difference(difference) for difference in pair.shown],
    }


def _difference(difference: Difference) -> Json:
    return {
        "table": difference.sheet.key,
        "subject": subject_of(difference),
        "field": difference.field.id if difference.field else None,
        "older": _side(difference, difference.older),
        "newer": _side(difference, difference.newer),
    }


def _side(difference: Difference, side: Side) -> Json | None:
    if side.place is None:
        return None
    values = (plain(side.value), side.typed or None) if shows(difference, side) else (None, None)
    return {**place_of(side.place), "value": values[0], "typed": values[1]}
