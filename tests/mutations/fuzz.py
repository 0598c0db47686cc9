"""Break valid returns in thousands of ways, from a seed: each must be read, as both readers read it, or refused with a sentence.

Workers read the broken files under a memory limit; one that takes too long, or dies, is replaced and the file counted.
`python -m tests.mutations.fuzz --runs 20000 --seed 1` prints figures, and exits with 1 on any crash.
"""

import argparse
import multiprocessing
import multiprocessing.connection
import os
import resource
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.stages.receive.unpack.unpack import Item
from learnsoc_xlsx.stages.template.template import template
from tests.books import saved
from tests.calc import PRESENT
from tests.made_up.filling import fill
from tests.made_up.values import Rows
from tests.mutations.breaking import ANY, ZIPPED
from tests.mutations.office import converted
from tests.mutations.returns import form_of
from tests.mutations.two_readers import read_otherwise

SECONDS, MEMORY = 10, 1 << 30
"""What one file may take; the memory is that of a worker and all that it has loaded."""
_SHARES = (("xlsx", 7), ("ods", 2), ("xls", 1))


@dataclass(frozen=True)
class Case:
    """A broken file: its number, its container, and how it was broken."""

    number: int
    container: str
    way: str
    data: bytes


@dataclass
class Tally:
    """What came of the files."""

    outcomes: Counter[str] = field(default_factory=Counter)
    ways: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[tuple[Case, str]] = field(default_factory=list)
    slowest: float = 0.0

    def count(self, case: Case, outcome: str, seconds: float) -> None:
        """Count one file; `outcome` begins with a word, and a crash goes on with its traceback."""
        word = outcome.partition("\n")[0]
        self.outcomes[word] += 1
        self.ways[case.way, word.split()[0]] += 1
        self.slowest = max(self.slowest, seconds)
        if not word.startswith(("read", "refused")):
            self.failures.append((case, outcome))


def main() -> int:
    """Run, print the figures, and return 1 when a file crashed, took too long or too much."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--keep", type=Path, help="a folder for the files that failed")
    given = asked.parse_args()
    begun = time.monotonic()
    tally = _fuzzed(given.runs, given.seed)
    _print(tally, given.runs, time.monotonic() - begun)
    for case, outcome in tally.failures[:20]:
        print(f"\n--- {case.number} {case.container} {case.way}\n{outcome}")
    for case, _ in tally.failures if given.keep else ():
        given.keep.mkdir(exist_ok=True)
        (given.keep / f"{case.number} {case.way}.{case.container}").write_bytes(case.data)
    return 1 if tally.failures else 0


def cases(runs: int, seed: int) -> Iterator[Case]:
    """Every broken file; the same seed and number always give the same one."""
    bases = {container: _base(container) for container, _ in _SHARES if container == "xlsx" or PRESENT}
    containers = [container for container, share in _SHARES if container in bases for _ in range(share)]
    for number in range(runs):
        chance = Random(f"{seed} {number}")
        container = chance.choice(containers)
        way = chance.choice(ANY if container == "xls" else ANY + ZIPPED + ZIPPED)
        with warnings.catch_warnings(action="ignore"):
            yield Case(number, container, way.__name__, way(bases[container], chance))


@cache
def _base(container: str) -> bytes:
    """A tiny valid return: the centre's form with two records in every list and nothing for the eye."""
    form = form_of("centre")
    form = replace(form, sheets=tuple(replace(sheet, rows=1) for sheet in form.sheets))
    rows: Rows = {
        "indicators": [{"fund_opening": 5_000_000, "communication_sessions": 12}],
        "classes": [{"topic": f"Kỹ năng số {at}", "held_on": "13/5/2026", "learners": 30} for at in (1, 2)],
        "funds": [{"item": "Mua sách", "budget": 500_000}, {"item": "Lớp học số", "mobilised": "=1+1"}],
    }
    book = fill(template(form), form, rows)
    for name in ("Hướng dẫn", "Danh mục"):
        del book[name]
    data = saved(book)
    return data if container == "xlsx" else converted({"base.xlsx": data}, [container])[container][f"base.{container}"]


# The workers


@dataclass
class Worker:
    """A process that reads files, and the file it has in hand since when."""

    process: multiprocessing.process.BaseProcess
    line: Connection
    case: Case | None = None
    since: float = 0.0

    def give(self, case: Case) -> None:
        """Hand over a file."""
        self.case, self.since = case, time.monotonic()
        self.line.send(case)


def _fuzzed(runs: int, seed: int) -> Tally:
    tally = Tally()
    waiting = cases(runs, seed)
    workers = [_worker() for _ in range(os.cpu_count() or 1)]
    for at, worker in enumerate(workers):
        if not _next(worker, waiting):
            workers = workers[:at]
            break
    while workers:
        multiprocessing.connection.wait([worker.line for worker in workers], timeout=0.5)
        for at, worker in enumerate(workers):
            outcome = _outcome(worker)
            if outcome is None:
                continue
            assert worker.case is not None
            tally.count(worker.case, outcome, time.monotonic() - worker.since)
            if not outcome.startswith(("read", "refused", "crashed", "misread")):
                worker.process.kill()
                workers[at] = worker = _worker()
            if not _next(worker, waiting):
                worker.line.send(None)
                worker.case = None
        workers = [worker for worker in workers if worker.case is not None]
    return tally


def _next(worker: Worker, waiting: Iterator[Case]) -> bool:
    case = next(waiting, None)
    if case is not None:
        worker.give(case)
    return case is not None


def _outcome(worker: Worker) -> str | None:
    """What a worker says of its file; None while it has time left."""
    try:
        if worker.line.poll():
            return str(worker.line.recv())
    except (EOFError, ConnectionError):
        worker.process.join()
        return f"died (exit code {worker.process.exitcode})"
    return "timed out" if time.monotonic() - worker.since > SECONDS else None


def _worker() -> Worker:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_read_all, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return Worker(process, ours)


def _read_all(line: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with tempfile.TemporaryDirectory() as folder:
        while (case := line.recv()) is not None:
            path = Path(folder) / f"case.{case.container}"
            path.write_bytes(case.data)
            line.send(_read(path))


def _read(path: Path) -> str:
    """One word for what the program makes of a file, with the codes that refused it or the traceback of a crash."""
    try:
        with warnings.catch_warnings(action="ignore"):
            batch = intake(Task(((0, Item(path.name, path)),)))
            for finding in batch.findings:
                assert finding.message
            differing = read_otherwise(path.read_bytes()) if path.suffix == ".xlsx" else []
    except MemoryError:
        return "over memory"
    except BaseException:
        return f"crashed\n{traceback.format_exc()}"
    if differing:
        return "misread\n" + "\n".join(differing)
    failed = [each.given for each in batch.findings if each.code is Code.PROGRAM_FAILED]
    if failed:
        return f"crashed\n{failed}"
    turned_away = [each.code.code for each in batch.findings if each.code.code.startswith("F")]
    return f"refused {' '.join(turned_away)}" if turned_away else "read"


def _print(tally: Tally, runs: int, seconds: float) -> None:
    print(f"{runs} broken returns in {seconds:.0f} s ({runs / seconds:.0f} a second); slowest {tally.slowest:.2f} s")
    for outcome, count in tally.outcomes.most_common():
        print(f"  {outcome:<24}{count:>8}")
    print("by way of breaking (read, refused):")
    for way in sorted({way for way, _ in tally.ways}):
        others = {word: count for (name, word), count in tally.ways.items() if name == way and word not in ("read", "refused")}  # fmt: skip
        print(f"  {way:<24}{tally.ways[way, 'read']:>8}{tally.ways[way, 'refused']:>8}  {others or ''}")


if __name__ == "__main__":
    sys.exit(main())
