"""The scene: a folder of returns, what a run left there before, and what one that is not disturbed comes to now."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.journeys.test_arrivals import REGISTER, T02, T03, of_few_units

_OURS = ".learnsoc"
USUAL = ("--engine", "processes", "--workers", "2")


@dataclass(frozen=True)
class Scene:
    """A folder with `in`, `out` and `notes`; `old` are the results that lay in `out` before, `new` those of an undisturbed run,
    by their hashes; `seconds` is how long such a run takes.
    """

    folder: Path
    words: tuple[str, ...]
    old: dict[str, str]
    new: dict[str, str]
    seconds: float

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def lay(self) -> None:
        """Lay there again what was there before."""
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.copytree(self.folder / "before", self.out)

    def begin(self, *before: str) -> "subprocess.Popen[str]":
        """Begin a run; `before` is the module that calls the command line in its own way, and its words."""
        return _begun(self.folder, (*(before or ("learnsoc_xlsx",)), *self.words))

    def left(self) -> list[str]:
        """What is neither a result nor anybody's: folders of work, locks, notes."""
        return sorted(path.name for path in (*self.out.glob(f"{_OURS}*"), *(self.folder / "notes").iterdir()))


def scene(folder: Path, *more: str) -> Scene:
    """Set the scene: one return was there when the run before was made, and now there are two."""
    for name in ("in", "notes", "cache"):
        (folder / name).mkdir()
    (folder / "in" / REGISTER.name).write_bytes(of_few_units())
    (folder / "in" / "T02.xlsx").write_bytes(T02)
    words = ("consolidate", str(folder / "in"), "--out", str(folder / "out"), "--as-of", "2026-12-05", *USUAL, *more)
    _begun(folder, ("learnsoc_xlsx", *words)).communicate()
    old = hashes(folder / "out")
    shutil.copytree(folder / "out", folder / "before")
    (folder / "in" / "T03.xlsx").write_bytes(T03)
    start = time.perf_counter()
    _begun(folder, ("learnsoc_xlsx", *words)).communicate()
    return Scene(folder, words, old, hashes(folder / "out"), time.perf_counter() - start)


def hashes(out: Path) -> dict[str, str]:
    """What lies in a folder of results, but for what runs at work keep there."""
    files = (path for path in out.rglob("*") if path.is_file())
    ways = ((path.relative_to(out).as_posix(), path) for path in files)
    return {way: sha256(path.read_bytes()).hexdigest() for way, path in ways if not way.startswith(_OURS)}


def _begun(folder: Path, words: tuple[str, ...]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", *words],
        env={**os.environ, "TMPDIR": str(folder / "notes"), "LEARNSOC_CACHE": str(folder / "cache"), "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_hears,
    )


def _hears() -> None:
    """Hear Ctrl-C, as what is started by hand does: what a shell starts behind itself does not."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
