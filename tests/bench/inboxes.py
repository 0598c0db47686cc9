"""Inboxes: folders of made-up returns with their register, each made once, and one of the returns corrected for a while."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.bench.returns import Lot, register, village, write
from tests.books import opened, saved

SAMPLE = Path("input_templates/sample")
MISTAKE = "2026/T04 Thôn Hạ 2026.xlsx", "Công dân", "C9", 1975
"""A wrong cell of the sample, and what belongs there."""


def inbox(lot: Lot, at: Path) -> Path:
    """Return a folder of so many returns and their register, made now unless it is there already."""
    folder = at / lot.name
    if folder.is_dir():
        _put_back(folder)
        return folder
    making = at / f"making {folder.name}"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    made = register(lot.count)
    (making / made.name).write_bytes(made.data)
    with ProcessPoolExecutor() as pool:
        list(pool.map(partial(write, making, lot), range(1, lot.count + 1), chunksize=4))
    return making.rename(folder)


def sample(at: Path) -> Path:
    """Return a copy of the sample commune's returns."""
    folder = at / "sample"
    _put_back(folder / "2026")
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    return folder


@contextmanager
def corrected(path: Path, data: bytes) -> Iterator[None]:
    """Have another file in the place of one, for a while; the one is kept beside its folder meanwhile."""
    assert path.read_bytes() != data, f"nothing to correct in {path}"
    aside = _aside(path.parent)
    aside.mkdir()
    path.rename(aside / path.name)
    path.write_bytes(data)
    try:
        yield
    finally:
        _put_back(path.parent)


def _aside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}, before correction")


def _put_back(folder: Path) -> None:
    """Let a folder be as it was before one of its files was corrected: who measured then may have been ended."""
    aside = _aside(folder)
    if aside.is_dir():
        for path in aside.iterdir():
            path.replace(folder / path.name)
        aside.rmdir()


def one_corrected(lot: Lot) -> Callable[[Path], tuple[Path, bytes]]:
    """The return in the middle of a lot, without its wrong cells."""

    def corrected_in(folder: Path) -> tuple[Path, bytes]:
        made = village(lot.count // 2 + 1, replace(lot, wrong=0))
        return folder / made.name, made.data

    return corrected_in


def sample_corrected(folder: Path) -> tuple[Path, bytes]:
    """A return of the sample, one wrong cell of it put right."""
    name, sheet, cell, value = MISTAKE
    book = opened(folder / name)
    book[sheet][cell] = value
    return folder / name, saved(book)
