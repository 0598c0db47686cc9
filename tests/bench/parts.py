"""The parts of the benchmark, declared: which command each runs, on which files, and in what state it finds its results."""

import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tests.bench.returns import AS_OF, village

HERE = Path(__file__).parent
ORDINARY = 11
"""The number of a village whose return is of an ordinary length, about 1,240 rows."""


class On(Enum):
    """The files that a part runs on."""

    EACH_SIZE = "each size"
    FEW = "a few returns"
    FEW_WRONG = "as many, half of their cells wrong"
    SAMPLE = "the sample"
    NOTHING = "one return, or none"


@dataclass(frozen=True)
class Part:
    """A command to be timed; the words in braces are filled in: `inbox`, `out`, `at`, `ordinary`.

    `after`: the part whose results it finds there (else none, and no cache); `corrects`: one return is put right before
    it; `endings`: the exit codes that are no failure.
    """

    id: str
    says: str
    command: tuple[str, ...]
    on: On = On.EACH_SIZE
    after: str = ""
    corrects: bool = False
    endings: tuple[int, ...] = (0,)


_LEARNSOC = (sys.executable, "-m", "learnsoc_xlsx")
_LETTERS = (*_LEARNSOC, "consolidate", "{inbox}", "--out", "{out}", "--as-of", str(AS_OF), "--no-papers")
_US = (*_LETTERS, "--no-replies")
_SAMPLE = (*_LEARNSOC, "consolidate", "{inbox}", "--out", "{out}", "--no-papers")

PARTS = (
    Part("floor", "floor", (sys.executable, str(HERE / "floor.py"), "{inbox}")),
    Part("us", "us, cold", _US),
    Part("unchanged", "us, nothing changed", _US, after="us"),
    Part("changed", "us, one return corrected", _US, after="us", corrects=True),
    Part("letters", "us, cold, with letters", _LETTERS),
    Part("peer", "peer", (sys.executable, str(HERE / "peer.py"), "{inbox}", "{at}/peer.xlsx")),
    Part("help", "`learnsoc --help`", (*_LEARNSOC, "--help"), On.NOTHING),
    Part("check", "`check` of an ordinary return", (*_LEARNSOC, "check", "{ordinary}"), On.NOTHING, endings=(0, 1)),
    Part("sample", "the sample, cold, with letters", _SAMPLE, On.SAMPLE),
    Part("sample-changed", "the sample, one file corrected", _SAMPLE, On.SAMPLE, after="sample", corrects=True),
    Part("few", "{few} returns, 1 % of cells wrong", _US, On.FEW),
    Part("wrong", "{few} returns, half of the cells wrong", _US, On.FEW_WRONG),
)  # fmt: skip
BY_ID = {part.id: part for part in PARTS}
WITH = {"wrong": ("few",)} | {part.id: (part.after,) for part in PARTS if part.after}
"""What must be run for a part to have its state, or its measure."""


def chosen(names: list[str]) -> tuple[Part, ...]:
    """Return the parts of these names, with those that they need, in their order."""
    wanted = {*names, *(other for name in names for other in WITH.get(name, ()))}
    return tuple(part for part in PARTS if part.id in wanted)


def ordinary(at: Path) -> Path:
    """Return an ordinary return, written under `at`."""
    made = village(ORDINARY)
    path = at / made.name
    path.write_bytes(made.data)
    return path
