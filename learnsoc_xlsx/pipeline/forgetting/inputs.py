"""Inputs: which files of INBOX hold whom somebody asks to forget, and in which cells; nothing there is ever changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from learnsoc_xlsx.model.errors import ENDING
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import Place, column_letter
from learnsoc_xlsx.model.returns.passwords import Passwords
from learnsoc_xlsx.pipeline.forgetting.sought import Sought
from learnsoc_xlsx.pipeline.forgetting.texts import Opaque, texts_in
from learnsoc_xlsx.spreadsheet.book import Book, Rows
from learnsoc_xlsx.stages.read.open_sheet import as_seen
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from learnsoc_xlsx.stages.receive.receive import looked_at
from learnsoc_xlsx.stages.receive.unpack.folder import lying_in
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, load, unpack
from learnsoc_xlsx.vietnamese.legacy.legacy import decode

_EARLIEST, _LATEST = 1900, 2100
_BESIDE_CELLS = "ngoài các ô: ghi chú, hình, thuộc tính hoặc trang ẩn"


@dataclass(frozen=True)
class InputsNaming:
    """Where INBOX holds whom somebody asks to forget; how many other places name somebody of the same name, who is told apart
    by year of birth or village; and the files into which nobody can look.
    """

    places: tuple[Place, ...] = ()
    others: int = 0
    opaque: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Hit:
    """A place that bears the name, and what stands in the same row beside it (of a place that is no cell: in the file)."""

    place: Place
    beside: str


def inputs_naming(whom: Sought, inbox: Path, passwords: Passwords) -> InputsNaming:
    """Look through every file of INBOX, and those inside of them, for whom somebody asks to forget."""
    opaque: list[str] = []
    places: list[Place] = []
    others = 0
    for name, path in lying_in(inbox).items():
        for item in unpack(inbox, path, name):
            try:
                mine, of_others = _in_item(item, whom, passwords)
            except (OSError, Opaque):
                opaque.append(item.name)
                continue
            places += mine
            others += of_others
    return InputsNaming(tuple(dict.fromkeys(places)), others, tuple(opaque))


def _in_item(item: Item, whom: Sought, passwords: Passwords) -> tuple[list[Place], int]:
    """The places in one file, and how many of them are of others of that name."""
    by_name = [Place(item.name)] if whom.is_named_in(item.name) else []
    if not item.path.is_file():
        return by_name, 0
    data, book = _opened(item, passwords)
    texts = list(texts_in(data, item.name, within=item.taken is None))
    hits = list(_in_cells(book, item.name, whom)) if book else []
    if not hits and any(map(whom.is_named_in, texts)):
        hits = [_Hit(Place(item.name, _BESIDE_CELLS if book else ""), "\n".join(texts))]
    lives_here = whom.home is None or any(map(whom.home.is_named_in, (item.name, *texts)))
    mine = [hit.place for hit in hits if _is_meant(hit, whom, lives_here)]
    return [*by_name, *mine], len(hits) - len(mine)


def _opened(item: Item, passwords: Passwords) -> tuple[bytes, Book | None]:
    """The bytes of a file, without the password if one was told, and the workbook that it is. Raises OSError and Opaque."""
    data = load(item)
    if item.taken is not None or item.fault is not None:
        return data, None
    data, sound, _ = looked_at(data, None, passwords)
    if isinstance(sound, Sound):
        try:
            return data, Book(data, sound.container, sound.parts)
        except ENDING:
            raise
        except BaseException as error:  # the reader's panics are no Exception
            raise Opaque from error
    if sound.code is Code.PASSWORD:
        raise Opaque
    return data, None


def _in_cells(book: Book, file: str, whom: Sought) -> Iterator[_Hit]:
    """The cells, and what stands beside them, sheet by sheet; of a sheet that is damaged raises Opaque."""
    for name in book.sheet_names:
        if whom.is_named_in(name):
            yield _Hit(Place(file, name), "")
        rows = [[_as_read(cell) for cell in cells] for cells in _rows(book, name)]
        if whom.is_named_in("\n".join(text for cells in rows for text in cells if text)):
            yield from (hit for row, cells in enumerate(rows) for hit in _in_row(cells, Place(file, name), row, whom))
        yield from _in_asides(book, name, file, whom)


def _rows(book: Book, name: str) -> Rows:
    try:
        return book.rows(name)
    except ENDING:
        raise
    except BaseException as error:  # the reader's panics are no Exception
        raise Opaque from error


def _in_row(cells: Sequence[str], sheet: Place, row: int, whom: Sought) -> Iterator[_Hit]:
    for column, text in enumerate(cells):
        if text and whom.is_named_in(text):
            yield _Hit(replace(sheet, cell=f"{column_letter(column)}{row + 1}"), "\n".join(cells))


def _in_asides(book: Book, name: str, file: str, whom: Sought) -> Iterator[_Hit]:
    for aside in book.asides.get(name, ()):
        if whom.is_named_in(aside.words):
            yield _Hit(Place(file, name, f"{column_letter(aside.column)}{aside.row + 1}"), aside.words)


def _as_read(cell: object) -> str:
    """What stands in a cell, as the program reads it: letters of old fonts decoded."""
    if not isinstance(cell, str):
        return as_seen(cell)
    read = decode(cell)
    return cell if read == cell else f"{cell}\n{read}"


def _is_meant(hit: _Hit, whom: Sought, lives_here: bool) -> bool:
    """Whether a place may be of the one who is meant: another year of birth in the row, or another village, speaks against it."""
    if whom.born and _years(hit.beside) and whom.born not in _years(hit.beside):
        return False
    return lives_here or (whom.home is not None and whom.home.is_named_in(hit.beside))


def _years(text: str) -> set[int]:
    words = {word for word in text.split() if len(word) == 4 and word.isdecimal()}
    return {int(word) for word in words if _EARLIEST <= int(word) <= _LATEST}
