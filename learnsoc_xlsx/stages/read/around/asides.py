"""What people put beside the cells is named at its place: nobody reads it, and they think that somebody does."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.form.form import REVIEW_NOTE
from learnsoc_xlsx.spreadsheet.beside.beside import Beside, BesideKind
from learnsoc_xlsx.spreadsheet.package.characters import allowed
from learnsoc_xlsx.stages.read.open_sheet import SHOWN, OpenSheet, as_seen, is_filled
from learnsoc_xlsx.vietnamese.letters import clean


def beside_cells(page: OpenSheet, asides: Sequence[Beside]) -> Iterator[Finding]:
    """Name the notes, boxes and pictures of an open sheet, and what is struck through; not what an answer put there."""
    for aside in asides:
        words = clean(allowed(_of_the_sender(aside)))[:SHOWN]
        if aside.kind is not BesideKind.STRUCK and (words or aside.kind is BesideKind.PICTURE):
            extra = f": “{words}”" if words else ""
            yield page.at_cell(
                Code.BESIDE_CELLS, aside.row, aside.column, given=words, other=aside.kind.value, extra=extra
            )
    yield from _struck(page, (aside for aside in asides if aside.kind is BesideKind.STRUCK))


def _of_the_sender(aside: Beside) -> str:
    """The words of an aside without what an answer of ours put behind them."""
    return "" if aside.words.lstrip().startswith(REVIEW_NOTE) else aside.words.split(f"\n\n{REVIEW_NOTE}")[0]


def _struck(page: OpenSheet, asides: Iterable[Beside]) -> Iterator[Finding]:
    """Name a row once where all that it says is struck through, else each such cell."""
    by_row: dict[int, list[int]] = defaultdict(list)
    for aside in asides:
        if aside.row < len(page.rows) and is_filled(page.cell(aside.row, aside.column)):
            by_row[aside.row].append(aside.column)
    for row, columns in by_row.items():
        filled = [at for at, cell in enumerate(page.rows[row]) if is_filled(cell)]
        texts = [at for at in filled if isinstance(page.cell(row, at), str)]
        if len(columns) > 1 and set(texts or filled) <= set(columns):
            words = " · ".join(as_seen(page.cell(row, at)) for at in columns)
            yield page.at_row(Code.STRUCK_OUT, row, given=words[:SHOWN])
            continue
        for at in columns:
            yield page.at_cell(Code.STRUCK_OUT, row, at, given=as_seen(page.cell(row, at))[:SHOWN])
