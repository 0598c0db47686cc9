"""Unstated: a figure that the template counts out of a column in which nothing was said yet is not known, and no nought."""

from collections.abc import Iterator, Mapping, Sequence

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import Counted, Field
from learnsoc_xlsx.model.returns.lost import LostCells
from learnsoc_xlsx.model.returns.tables import Lost, Table
from learnsoc_xlsx.stages.check.between.evidence import Evidence
from learnsoc_xlsx.stages.check.within.breaches import Breaches, without
from learnsoc_xlsx.vietnamese.numbers import format_number


def unstated(evidence: Evidence) -> Iterator[Finding]:
    """Say of each figure that a template counts itself, and that is 0, that its column of marks is empty in every row of a list
    that has some: “x” or “không” is still to be said there, as in a list printed beforehand with last year's names.

    A column in which something was typed that was not understood is not without a word.
    """
    for table in evidence.accepted:
        for field in (field for field in table.sheet.asked if field.computed and field.computed.where):
            assert field.computed is not None, "only such were taken"
            noughts = table.rows.loc[(table.rows[field.id] == 0).fillna(False).astype(bool), "submission"].tolist()
            silent = _silent(evidence, table.sheet.form, field.computed) if noughts else {}
            for number in noughts:
                if number in silent:
                    yield _finding(table, number, field, *silent[number])


def without_unstated(accepted: Sequence[Table], findings: Sequence[Finding]) -> list[Table]:
    """Return the tables without the figures of these findings, each lost with its own."""
    return [_without(table, findings) for table in accepted]


def _silent(evidence: Evidence, form: str, counted: Counted) -> Mapping[int, tuple[str, str, int]]:
    """The returns whose list has rows and not one mark: its sheet and the column, both as declared, how many rows."""
    silent: dict[int, tuple[str, str, int]] = {}
    column = counted.where or ""
    for table in (table for table in evidence.accepted if table.sheet.key == f"{form}.{counted.sheet}"):
        label = next((field.label for field in table.sheet.asked if field.id == column), "")
        typed = {cell[0] for cell in table.lost if cell[2] == column}
        stated = table.rows.groupby("submission")[column].agg(["size", "count"])
        for number, size, count in stated.itertuples():
            if not count and number not in typed and column in table.layouts[int(number)].anchors:
                silent[int(number)] = table.sheet.name, label, int(size)
    return silent


def _finding(figures: Table, number: int, field: Field, sheet: str, label: str, rows: int) -> Finding:
    place = figures.layouts[number].place(field.id)
    return Finding(Code.MARKS_UNSTATED, place, number, field.id, given=format_number(rows), expected=label, other=sheet)


def _without(table: Table, findings: Sequence[Finding]) -> Table:
    names = {field.id for field in table.sheet.asked if field.computed}
    mine = [
        finding
        for finding in findings
        if finding.field in names
        and finding.submission in table.layouts
        and finding.place == table.layouts[finding.submission].place(finding.field)
    ]
    by_number: dict[int, list[Finding]] = {}
    for finding in mine:
        by_number.setdefault(finding.submission, []).append(finding)
    return without(table, {number: _breaches(number, own) for number, own in by_number.items()}) if mine else table


def _breaches(number: int, own: Sequence[Finding]) -> Breaches:
    lost = LostCells({(number, 0, finding.field): Lost("0", finding) for finding in own}, [])
    return Breaches(tuple(own), lost, {finding.field: (0,) for finding in own}, ())
