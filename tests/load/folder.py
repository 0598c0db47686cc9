"""The folder of a lot, laid file by file, and what is known of each."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.load.lots import Lot
from tests.load.sent import Known

REGISTER = "Danh ba.xlsx"


def laid(lot: Lot, inbox: Path, progress: Callable[[int], None] = lambda _: None) -> Mapping[str, Known]:
    """Lay the register and the files of a lot into a folder; return what is known of each file, by its name."""
    inbox.mkdir(parents=True)
    (inbox / REGISTER).write_bytes(lot.register())
    known = {}
    for at, make in enumerate(lot.makers(), start=1):
        sent = make()
        name = f"{sent.prefix}{at:05}{sent.ending}"
        (inbox / name).write_bytes(sent.data)
        known[name] = sent.known
        progress(at)
    return known
