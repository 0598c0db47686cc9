"""Where the CPU goes: the main job in one process under Python's profiler, by the rooms of the house and by function.

Under a profiler a call costs more than it does else, so that what makes many small ones looks larger: a guide, no measure.
"""

import cProfile
import pstats
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from learnsoc_xlsx.engine import Engine, Runner
from tests.bench.returns import AS_OF

MOST = 15
OURS = "/learnsoc_xlsx/"
ROOMS = {
    "receive": "/learnsoc_xlsx/stages/receive/",
    "read, normalise": "/learnsoc_xlsx/stages/read/",
    "settle": "/learnsoc_xlsx/stages/settle/",
    "check": "/learnsoc_xlsx/stages/check/",
    "aggregate": "/learnsoc_xlsx/stages/aggregate/",
    "award": "/learnsoc_xlsx/stages/award/",
    "write: views": "/learnsoc_xlsx/stages/write/views/",
    "write: drawing": "/learnsoc_xlsx/stages/write/draw/",
    "write: run.json": "/learnsoc_xlsx/stages/write/run_json/",
    "reply": "/learnsoc_xlsx/stages/reply/",
    "… laying tables together": "/learnsoc_xlsx/frames.py",
    "… python-calamine": "Calamine|from_filelike|from_path",
    "… pandas": "/site-packages/pandas/",
    "… pandera": "/site-packages/pandera/",
    "… xlsxwriter": "/site-packages/xlsxwriter/",
}
"""Each room by what its files' paths, or its functions' names, hold (a pattern); libraries (…) are used by the rooms, and counted in them as well."""

Function = tuple[str, int, str]
Entry = tuple[int, int, float, float, Mapping[Function, tuple[int, int, float, float]]]


def profile(inbox: Path, at: Path) -> Iterator[str]:
    """Run the main job in a process of its own, and yield the lines of what it spent where."""
    stats = at / "profile.bin"
    subprocess.run([sys.executable, "-m", "tests.bench.profiled", str(inbox), str(at / "out"), str(stats)], check=True)
    yield from told(pstats.Stats(str(stats)))


def told(stats: pstats.Stats) -> Iterator[str]:
    """Yield the share of each room, then the functions of ours that took most, all that they call included."""
    entries, whole = cast("dict[Function, Entry]", stats.stats), stats.total_tt  # type: ignore[attr-defined]
    yield f"{whole:.1f} s of CPU in one process under the profiler"
    for room, pattern in ROOMS.items():
        spent = within(entries, pattern)
        yield f"{spent / whole:6.1%} {spent:8.2f} s  {room}"
    ours = [(function, entry) for function, entry in entries.items() if _of_a_room(function)]
    for column, what in ((3, "all that they call included"), (2, "without what they call")):
        yield ""
        yield f"The functions that took most, {what}"
        for (path, line, name), entry in sorted(ours, key=lambda one: -cast("float", one[1][column]))[:MOST]:
            place, spent = path.partition(OURS)[2], cast("float", entry[column])
            yield f"{spent / whole:6.1%} {spent:8.2f} s {entry[1]:12,} calls  {place}:{line} {name}"


def _of_a_room(function: Function) -> bool:
    """Whether a function is of ours and does something: not one that only leads through the journey."""
    path, _, name = function
    return OURS in path and "/pipeline/" not in path and not name.startswith("<")


def within(entries: Mapping[Function, Entry], pattern: str) -> float:
    """The seconds of all calls by which a function of ours enters a room from outside of it, all that they call included.

    A call that comes back from a library (a key for `sorted`) is counted in the call that went there.
    """
    inside = {
        function: entry for function, entry in entries.items() if re.search(pattern, f"{function[0]} {function[2]}")
    }
    edges = ((caller, edge) for entry in inside.values() for caller, edge in entry[4].items())
    return sum(edge[3] for caller, edge in edges if OURS in caller[0] and caller not in inside)


def _run(inbox: Path, out: Path, stats: Path) -> None:
    from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
    from learnsoc_xlsx.pipeline.settings.means import Means
    from learnsoc_xlsx.pipeline.settings.products import Products

    profiler = cProfile.Profile(time.process_time)
    products = Products(replies=False, papers=False)
    profiler.runcall(consolidate, inbox, out, AS_OF, products, Means(Engine(Runner.SERIAL)))
    profiler.dump_stats(stats)


if __name__ == "__main__":
    _run(*map(Path, sys.argv[1:]))
