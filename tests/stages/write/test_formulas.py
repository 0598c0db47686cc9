"""A formula stands beside a value only where it comes to that value, whatever is missing."""

from fractions import Fraction
from pathlib import Path

from learnsoc_xlsx.model.report import Cell, CellSpan, Column, Grid, Row, Show
from learnsoc_xlsx.stages.write.views.figures.formulas import Amount, divided, summed
from tests.stages.write.test_paper import drawn

VILLAGES, SCHOOLS = CellSpan("units", "a", 2, 4), CellSpan("units", "a", 6, 7)
REACHED, ALL = CellSpan("units", "b", 2, 4), CellSpan("units", "c", 2, 4)


def one_sided(folder: Path) -> Path:
    """A workbook with a share over those who gave both sides: 3 of 3 and 4 of 6, but not 5 of nobody knows how many."""
    of, out_of = (
        Amount(CellSpan("p", name, 0, 2), values) for name, values in (("of", (3, 5, 4)), ("out", (3, None, 6)))
    )
    share = divided(Cell(Fraction(700, 9)), [of], [out_of])
    rows = (
        *(Row(tuple(map(Cell, side.values)), anchors=(side.cells.anchor,)) for side in (of, out_of)),
        Row((share, Cell(), Cell())),
    )
    drawn(folder, Grid((Column("A", 12, Show.COUNT),) * 3, rows))
    return folder / "x.xlsx"


def test_a_total_is_the_sum_of_what_is_known() -> None:
    cell = summed(Cell(7), [Amount(VILLAGES, (3, None, 4)), Amount(SCHOOLS, (None, None))])

    assert (cell.formula, cell.of, cell.value) == ("=SUM({0})", (VILLAGES,), 7)


def test_a_single_cell_is_taken_as_it_is() -> None:
    assert summed(Cell(7), [Amount(CellSpan("units", "a", 5), (7,))]).formula == "={0}"


def test_a_total_that_its_parts_do_not_come_to_stays_a_value() -> None:
    """As of people who are counted once over all units, or of units that belong to another commune."""
    for cell in (Cell(6), Cell(None)):
        assert summed(cell, [Amount(VILLAGES, (3, None, 4))]) == cell


def test_nothing_known_is_no_formula_for_a_sum_of_nothing_is_0() -> None:
    assert summed(Cell(None), [Amount(VILLAGES, (None, None, None))]).formula == ""


def test_a_share_is_one_side_by_the_other() -> None:
    cell = divided(Cell(Fraction(700, 9)), [Amount(REACHED, (3, 0, 4))], [Amount(ALL, (3, 2, 4))])

    assert (cell.formula, cell.of) == ("={0}*100/{1}", (REACHED, ALL))


def test_a_share_leaves_out_who_gave_one_side_alone() -> None:
    """3 and 4 of 3 and 6: the middle one gave no whole."""
    cell = divided(Cell(Fraction(700, 9)), [Amount(REACHED, (3, 5, 4))], [Amount(ALL, (3, None, 6))])

    assert cell.formula == '=(SUMIFS({0},{1},">=0"))*100/(SUMIFS({1},{0},">=0"))'


def test_a_share_that_neither_comes_to_stays_a_value() -> None:
    cell = Cell(Fraction(50))

    assert divided(cell, [Amount(REACHED, (3, 5, 4))], [Amount(ALL, (3, None, 6))]) == cell
    assert divided(Cell(None), [Amount(REACHED, (3,))], [Amount(ALL, (0,))]).formula == ""
