"""Inputs: which files of INBOX hold whom somebody asks to forget, and in which cells; nothing there is ever changed."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from learnsoc_xlsx.model.errors import ENDING
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import Place, column_letter
from learnsoc_xlsx.model.returns.passwords import Passwords
from learnsoc_xlsx.pipeline.forgetting.sought import Sought
from learnsoc_xlsx.pipeline.forgetting.texts import Opaque, texts_in
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.stages.read.open_sheet import as_seen
from learnsoc_xlsx.stages.receive.preflight.sound import Sound
from learnsoc_xlsx.stages.receive.receive import looked_at
from learnsoc_xlsx.stages.receive.unpack.folder import lying_in
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, load, set_aside, unpack
from learnsoc_xlsx.vietnamese.legacy.legacy import decode

_EARLIEST, _LATEST = 1900, 2100
_BESIDE_CELLS = "ngoài các ô: ghi chú, đầu trang, chân trang, hình, thuộc tính hoặc trang ẩn"

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class InputsNaming:
    """Where INBOX holds whom somebody asks to forget: `places`, and `likely` those where marks stand that were not typed, which
    may be of somebody else; how many other places name somebody of the same name, who is told apart by year of birth or
    village; and the files into which nobody can look, or not into all that they hold.
    """

    places: tuple[Place, ...] = ()
    likely: tuple[Place, ...] = ()
    others: int = 0
    opaque: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Hit:
    """A place that bears the name, the text that does, and what stands in the same row beside it (of a place that is no cell: in
    the file).
    """

    place: Place
    text: str
    beside: str


def inputs_naming(whom: Sought, inbox: Path, passwords: Passwords) -> InputsNaming:
    """Look through every file of INBOX, and those inside of them, for whom somebody asks to forget. Never raises for what a file
    holds.
    """
    looked = [
        _in_item(item, whom, passwords)
        for name, path in lying_in(inbox).items()
        for item in _items_of(unpack(inbox, path, name))
    ]
    return InputsNaming(
        tuple(dict.fromkeys(place for one in looked for place in one.places)),
        tuple(dict.fromkeys(place for one in looked for place in one.likely)),
        sum(one.others for one in looked),
        tuple(dict.fromkeys(name for one in looked for name in one.opaque)),
    )


def _items_of(items: Iterable[Item]) -> Iterator[Item]:
    """A file and all that lies in it, what is no report too: whatever was sent may hold a name."""
    for item in items:
        yield item
        with suppress(OSError):  # then it is not handed over as a whole either
            yield from set_aside(item)


def _in_item(item: Item, whom: Sought, passwords: Passwords) -> InputsNaming:
    """The places in one file, and how many of them are of others of that name."""
    by_name = [_Hit(Place(item.name), item.name, item.name)] if whom.is_named_in(item.name) else []
    (hits, texts), is_whole = _in_hand(item, whom, passwords)
    lives_here = whom.home is None or any(map(whom.home.is_named_in, (item.name, *texts)))
    mine = [*by_name, *(hit for hit in hits if _is_meant(hit, whom, lives_here))]
    return InputsNaming(
        tuple(hit.place for hit in mine if whom.is_surely_named_in(hit.text)),
        tuple(hit.place for hit in mine if not whom.is_surely_named_in(hit.text)),
        len(hits) + len(by_name) - len(mine),
        () if is_whole else (item.name,),
    )


def _in_hand(item: Item, whom: Sought, passwords: Passwords) -> tuple[tuple[list[_Hit], list[str]], bool]:
    """What bears the name in a file, and its texts, as far as they are to be seen; and whether all of them are."""
    if item.fault is not None and item.fault.code is Code.LINKED:
        return ([], []), True  # it lies elsewhere in INBOX as well
    opened, is_open = _as_far_as_seen(_opened(item, passwords) for _ in range(1))
    if not opened:
        return ([], []), is_open
    data, book = opened[0]
    texts, all_texts = _as_far_as_seen(texts_in(data, item.name, within=item.taken is None))
    hits, all_cells = _as_far_as_seen(_in_cells(book, item.name, whom) if book else ())
    bearing = [text for text in texts if whom.is_named_in(text)]
    if not hits and bearing:
        sure = next(filter(whom.is_surely_named_in, bearing), bearing[0])
        hits = [_Hit(Place(item.name, _BESIDE_CELLS if book else ""), sure, "\n".join(texts))]
    return (hits, texts), all_texts and all_cells


def _as_far_as_seen(things: Iterable[Thing]) -> tuple[list[Thing], bool]:
    """The first of these, up to where something is broken, and whether that is all of them."""
    got: list[Thing] = []
    try:
        for thing in things:
            got.append(thing)  # noqa: PERF402  (what came before the end is kept)
    except ENDING:
        raise
    except BaseException:  # the reader's panics are no Exception
        return got, False
    return got, True


def _opened(item: Item, passwords: Passwords) -> tuple[bytes, Book | None]:
    """The bytes of a file, without the password if one was told, and the workbook that it is. Raises OSError and Opaque."""
    is_there = item.member is not None or item.path.is_file()
    if item.fault is not None and (not is_there or item.fault.code is Code.FILE_TOO_LARGE):
        raise Opaque
    data = load(item)
    if item.fault is not None and not data:
        raise Opaque
    if item.taken is not None or item.fault is not None:
        return data, None
    data, sound, _ = looked_at(data, None, passwords)
    if isinstance(sound, Sound):
        return data, Book(data, sound.container, sound.parts)
    if sound.code is Code.PASSWORD:
        raise Opaque
    return data, None


def _in_cells(book: Book, file: str, whom: Sought) -> Iterator[_Hit]:
    """The cells, and what stands beside them, sheet by sheet; of a sheet that is damaged raises Opaque."""
    for name in book.sheet_names:
        if whom.is_named_in(name):
            yield _Hit(Place(file, name), name, "")
        rows = [[_as_read(cell) for cell in cells] for cells in book.rows(name)]
        if whom.is_named_in("\n".join(text for cells in rows for text in cells if text)):
            yield from (hit for row, cells in enumerate(rows) for hit in _in_row(cells, Place(file, name), row, whom))
        yield from _in_asides(book, name, file, whom)


def _in_row(cells: Sequence[str], sheet: Place, row: int, whom: Sought) -> Iterator[_Hit]:
    for column, text in enumerate(cells):
        if text and whom.is_named_in(text):
            yield _Hit(replace(sheet, cell=f"{column_letter(column)}{row + 1}"), text, "\n".join(cells))


def _in_asides(book: Book, name: str, file: str, whom: Sought) -> Iterator[_Hit]:
    for aside in book.asides.get(name, ()):
        if whom.is_named_in(aside.words):
            yield _Hit(Place(file, name, f"{column_letter(aside.column)}{aside.row + 1}"), aside.words, aside.words)


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
