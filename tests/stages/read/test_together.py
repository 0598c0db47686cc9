"""Tables of several returns are laid together as they were typed, each record with its owner and its row."""

from learnsoc_xlsx.model.place import Layout
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.read.reading import as_typed, typed_together


def test_a_record_keeps_its_owner_and_its_row_and_a_column_that_a_file_lacks_is_empty() -> None:
    sheet = form_of("village", 2026).sheet("households")
    layout = Layout("tep.xlsx", sheet.name, {})
    first = as_typed(sheet, 3, layout, ["head", "members"], [7, 9], [("An", 4.0), ("Bình", "")])
    second = as_typed(sheet, 5, layout, ["head"], [8], [("Cúc",)])

    (table,) = typed_together([first, second])

    assert list(zip(table.owners, table.lines, table.columns["head"], table.columns["members"], strict=True)) == [
        (3, 7, "An", 4.0),
        (3, 9, "Bình", ""),
        (5, 8, "Cúc", ""),
    ]
    assert set(table.layouts) == {3, 5}
