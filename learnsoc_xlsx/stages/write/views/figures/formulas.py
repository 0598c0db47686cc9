"""Formulas over the cells of a workbook: given only where they come to exactly the value that is stored beside them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count

from learnsoc_xlsx.model.law.indicators import Ratio
from learnsoc_xlsx.model.report import Cell, CellSpan
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.views.figure_cells import anchor

Value = int | Fraction | None


@dataclass(frozen=True)
class Amount:
    """Some cells of the workbook, with the exact number in each; None where a sign stands instead, or nothing."""

    cells: CellSpan
    values: tuple[Value, ...]

    @property
    def total(self) -> Value:
        return total(self.values)


def total(values: Iterable[Value]) -> Value:
    """Return the sum of what is known, None where nothing is."""
    amounts = [value for value in values if value is not None]
    return sum(amounts) if amounts else None


def summed(cell: Cell, parts: Sequence[Amount]) -> Cell:
    """Return a cell with the formula that sums what stands elsewhere, where that is its value."""
    parts = [part for part in parts if part.total is not None]
    if not parts or total(part.total for part in parts) != cell.value:
        return cell
    alone = len(parts) == 1 and len(parts[0].values) == 1
    formula = "={0}" if alone else f"=SUM({','.join(f'{{{at}}}' for at in range(len(parts)))})"
    return replace(cell, formula=formula, of=tuple(part.cells for part in parts))


def divided(cell: Cell, tops: Sequence[Amount], bottoms: Sequence[Amount]) -> Cell:
    """Return a share with its formula: the sum of one side by that of the other, where that is its value.

    Where only one side of something is known, neither counts: then over those of which both are.
    """
    if cell.value is None:
        return cell
    if _percent(total(top.total for top in tops), total(bottom.total for bottom in bottoms)) == cell.value:
        places = (*(top.cells for top in tops), *(bottom.cells for bottom in bottoms))
        sides = _side(len(tops), 0), _side(len(bottoms), len(tops))
        return replace(cell, formula="={}*100/{}".format(*sides), of=places)
    return _of_both(cell, list(zip(tops, bottoms, strict=False))) if len(tops) == len(bottoms) else cell


def divided_in_column(
    cell: Cell, page: str, column: int, ratio: Ratio, figure_of: Callable[[str], Figure | None]
) -> Cell:
    """Return a share with its formula over the rows of its two sides on the same page, where these come to its value."""
    sides = ((side, figure_of(side)) for side in (ratio.of, ratio.out_of))
    return divided(
        cell,
        *(
            [Amount(CellSpan(page, anchor(side), column), (figure.value if figure else None,))]
            for side, figure in sides
        ),
    )


def _of_both(cell: Cell, sides: Sequence[tuple[Amount, Amount]]) -> Cell:
    pairs = [pair for top, bottom in sides for pair in zip(top.values, bottom.values, strict=True)]
    both = [(of, out_of) for of, out_of in pairs if of is not None and out_of is not None and of >= 0 <= out_of]
    if _percent(total(of for of, _ in both), total(out_of for _, out_of in both)) != cell.value:
        return cell
    numbers = list(zip(count(0, 2), count(1, 2), sides, strict=False))
    top = "+".join(f'SUMIFS({{{of}}},{{{by}}},">=0")' for of, by, _ in numbers)
    bottom = "+".join(f'SUMIFS({{{by}}},{{{of}}},">=0")' for of, by, _ in numbers)
    places = tuple(amount.cells for pair in sides for amount in pair)
    return replace(cell, formula=f"=({top})*100/({bottom})", of=places)


def _percent(top: Value, bottom: Value) -> Fraction | None:
    return Fraction(top * 100) / bottom if top is not None and bottom else None


def _side(length: int, first: int) -> str:
    return f"{{{first}}}" if length == 1 else f"SUM({','.join(f'{{{first + at}}}' for at in range(length))})"
