"""A whole number in a column that counts is taken as it stands; any other that a program may hold there is not."""

import pytest

from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.stages.read.normalise import normalise
from learnsoc_xlsx.stages.read.reading import as_typed

SHEET, FIELD = next(
    (sheet, field) for form in FORMS for sheet in form.sheets for field in sheet.asked if field.kind is Kind.COUNT
)


@pytest.mark.parametrize(
    ("typed", "taken", "code"),
    [
        (12.0, 12, None), (0.0, 0, None), (-0.0, 0, None), (1e15, 10**15, None), (-3.0, None, Code.TOO_SMALL),
        (2.5, None, Code.NOT_A_COUNT), (2e15, None, Code.NOT_A_COUNT), (True, None, Code.NOT_A_COUNT),
    ],
)  # fmt: skip
def test_a_number_in_a_column_of_counts(typed: object, taken: int | None, code: Code | None) -> None:
    layout = Layout("a.xlsx", "S", {FIELD.id: "A"})
    table, findings = normalise(as_typed(SHEET, 1, layout, [FIELD.id], [7, 8], [(typed,), (1.0,)]))

    assert table.rows[FIELD.id].astype(object).where(table.rows[FIELD.id].notna(), None).tolist() == [taken, 1]
    assert [finding.code for finding in findings if finding.field == FIELD.id] == ([code] if code else [])
