"""Time the main job against two yardsticks: `python -m tests.bench --sizes 100 300`.

*peer* is the script that a colleague would write, *floor* a bare read of every cell, *us* the main job without papers, and
without the letters to the senders, which neither yardstick writes. All run as whole processes, in turn, on the same files.
The files are made, and all is thrown away, outside the measured time, unless `--at DIR` keeps them. Stopped, it shows what
it has measured so far.
"""

import argparse
import compileall
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import learnsoc_xlsx
from tests.bench import machine
from tests.bench.inboxes import corrected, inbox, one_corrected, sample, sample_corrected
from tests.bench.laps import Lap, lap
from tests.bench.parts import PARTS, On, Part, chosen, ordinary
from tests.bench.profiled import profile
from tests.bench.returns import FEW_ROWS, Lot
from tests.bench.tables import grids

OFTEN = 3
"""How often what takes little is run."""


@dataclass(frozen=True)
class Wanted:
    """What is to be measured: the parts, the sizes, how often (0: often where it takes little), up to which size peer is
    run, from which seed, and whether each return is `small`: of a few rows.
    """

    parts: tuple[Part, ...]
    sizes: tuple[int, ...]
    runs: int
    peer_runs: int
    peer_to: int
    few: int
    seed: int
    at: Path
    small: bool = False

    def lot(self, part: Part, size: int) -> Lot:
        """The returns that a part runs on."""
        of_few = Lot(self.few, 0.5 if part.on is On.FEW_WRONG else 0.01, self.seed)
        return lot_of(size, self.seed, small=self.small) if size else of_few

    def times(self, part: Part, size: int) -> int:
        """How often a part is run at a size."""
        if part.id == "peer":
            return self.peer_runs if size <= self.peer_to else 0
        if part.on in (On.FEW, On.FEW_WRONG):
            return 1
        return self.runs or (OFTEN if size in (0, self.sizes[0]) else 1)

    @property
    def how_often(self) -> str:
        often = f"{self.runs} runs of each" if self.runs else f"{OFTEN} runs of each at {self.sizes[0]:,}, 1 at more"
        return f"{often}, {self.peer_runs} of peer"

    def laps(self) -> Iterator[tuple[Part, int]]:
        """What to run, one after the other: at each size in turn, a part and its yardsticks beside each other."""
        for size in (*self.sizes, 0):
            parts = [part for part in self.parts if (part.on is On.EACH_SIZE) == bool(size)]
            for turn in range(max((self.times(part, size) for part in parts), default=0)):
                yield from ((part, size) for part in parts if turn < self.times(part, size))


def lot_of(size: int, seed: int, *, small: bool) -> Lot:
    """Return so many returns, of a usual length or of a few rows each."""
    return Lot(size, seed=seed, households=FEW_ROWS, citizens=FEW_ROWS) if small else Lot(size, seed=seed)


def main(wanted: Wanted, markdown: Path | None) -> None:
    """Run what is wanted, and show what came of it, as far as it came."""
    compileall.compile_dir(str(Path(learnsoc_xlsx.__file__).parent), quiet=1)
    commit, before = machine.commit(), machine.load()
    laps: dict[tuple[str, int], list[Lap]] = {}
    try:
        for part, size in wanted.laps():
            made = _measured(part, size, wanted)
            laps.setdefault((part.id, size), []).append(made)
            print(
                f"{part.id:15}{size:6}  {made.seconds:8.2f} s {made.cpu:8.2f} s CPU {made.megabytes:7.0f} MB"
                f"   load {machine.load()}",
                file=sys.stderr,
            )
    except KeyboardInterrupt:
        print("stopped; as far as it came:", file=sys.stderr)
    about = machine.about(commit, before, wanted.seed, wanted.how_often)
    tables = grids(laps, wanted.few)
    left_out = _left_out(wanted)
    print("\n\n".join([about, *("\n".join(grid.text()) for grid in tables), left_out]))
    if markdown:
        page = [about, *("\n".join(grid.markdown()) for grid in tables), left_out]
        markdown.write_text("\n\n".join(part for part in page if part) + "\n", encoding="utf-8")


def _measured(part: Part, size: int, wanted: Wanted) -> Lap:
    """Run a part once, in the state that it asks for."""
    lot, out, cache = wanted.lot(part, size), wanted.at / "out", wanted.at / "cache"
    folder = sample(wanted.at) if part.on is On.SAMPLE else inbox(lot, wanted.at)
    words = {"inbox": folder, "out": out, "at": wanted.at, "ordinary": ordinary(wanted.at)}
    if not part.after:
        for left in (out, cache):
            shutil.rmtree(left, ignore_errors=True)
    correct = sample_corrected if part.on is On.SAMPLE else one_corrected(lot)
    with corrected(*correct(folder)) if part.corrects else nullcontext():
        command = [word.format(**words) for word in part.command]
        return lap(command, wanted.at, {"LEARNSOC_CACHE": str(cache)}, part.endings)


def _left_out(wanted: Wanted) -> str:
    """Say what was not measured."""
    parts = [part.id for part in PARTS if part not in wanted.parts]
    sizes = [f"peer at {size:,}" for size in wanted.sizes if size > wanted.peer_to]
    sizes += [f"{size:,} returns" for size in (100, 300, 1000) if size not in wanted.sizes]
    return f"Left out: {', '.join([*parts, *sizes])}." if parts or sizes else ""


def _arguments() -> argparse.Namespace:
    names = [part.id for part in PARTS]
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300], help="how many villages send a return")
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="these parts, and what they need")
    parser.add_argument(
        "--runs", type=int, help=f"how often each part is run: {OFTEN} times at the fewest returns, else once"
    )
    parser.add_argument("--peer-runs", type=int, default=1, help="how often peer is run")
    parser.add_argument("--peer-to", type=int, help="up to how many returns peer is run: the fewest, at most 300")
    parser.add_argument("--few", type=int, default=60, help="how many returns half of whose cells are wrong")
    parser.add_argument("--seed", type=int, default=1, help="what the returns grow from")
    parser.add_argument("--small", action="store_true", help="returns of a few rows each, for very many of them")
    parser.add_argument("--at", type=Path, help="a folder to keep the returns and results in, and to find them again")
    parser.add_argument("--markdown", type=Path, help="a file for the tables in Markdown")
    parser.add_argument("--profile", action="store_true", help="instead: where the CPU goes, one process, largest size")
    given = parser.parse_args()
    if min([*given.sizes, given.runs or 1, given.few]) < 1 or given.peer_runs < 0:
        parser.error("--sizes, --runs and --few take 1 or more, --peer-runs 0 or more")
    return given


def _begin(given: argparse.Namespace, at: Path) -> None:
    at.mkdir(parents=True, exist_ok=True)
    sizes: Sequence[int] = sorted(set(given.sizes))
    if given.profile:
        print("\n".join(profile(inbox(lot_of(sizes[-1], given.seed, small=given.small), at), at)))
        return
    parts, peer_to = chosen(given.only), given.peer_to or min(sizes[0], 300)
    often, place = (given.runs or 0, given.peer_runs, peer_to, given.few), at.resolve()
    wanted = Wanted(parts, tuple(sizes), *often, given.seed, place, given.small)
    main(wanted, given.markdown)


if __name__ == "__main__":
    given = _arguments()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        _begin(given, given.at or Path(folder))
