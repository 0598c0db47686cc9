"""The court: pytest with the tests collected once, which tries each mutant in a child of its own.

A first pass learns which tests run which lines, and how long each takes. A child is given a mutant, runs the tests that run its
lines, the cheapest first, and ends at the first that fails. Then a child without the mutant runs the same tests up to that
one: where it ends there too, it is not the mutant that killed.
"""

import os
import resource
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NoReturn

import coverage
import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.mutant import Mutant
from tests.mutants.patching import put_in_place

LEAST, TIMES, SET_UPS = 2.0, 10, 3
"""CPU seconds that a test may take at least, how many times as long as without a mutant, and how many times as long as the
longest of its file besides, for which it may be the first to set up; then it hangs.
"""
MEMORY = 6 << 30


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    TIMED_OUT = "killed by time"
    SURVIVED = "survived"
    UNSEEN = "survived: no test runs it"
    OUT_OF_TIME = "survived as far as its tests were run"
    DOUBTED = "survived: without it the test fails too"

    @property
    def dead(self) -> bool:
        return self in (Fate.KILLED, Fate.TIMED_OUT)


_ENDINGS = (Fate.SURVIVED, Fate.KILLED, Fate.OUT_OF_TIME)
_BEGUN = b"."
"""What a child says as it begins a test."""
Heard = Callable[[Mutant, Fate, str], None]
"""Is told what became of a mutant, and by which test."""


@dataclass
class Court:
    """A plugin of pytest: tries mutants, and tells `heard` of each. `rooms` are the folders whose lines are looked at, `limit`
    the CPU seconds that the tests of one mutant may take together.
    """

    rooms: Sequence[Path]
    mutants: Sequence[Mutant]
    heard: Heard
    limit: float
    _seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _runs: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))

    def pytest_configure(self) -> None:
        from hypothesis import settings  # here: pytest complains of what is imported before it

        settings.register_profile("mutants", derandomize=True, database=None, deadline=None, max_examples=25)
        settings.load_profile("mutants")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn, then try every mutant."""
        self._learn(session.items)
        for mutant in self.mutants:
            self.heard(mutant, *self._tried(mutant, session.items))
        return True

    def _learn(self, items: Sequence[pytest.Item]) -> None:
        """Run every test once. What a module sets up counts for each of its tests. Raises RuntimeError where one fails."""
        seen = coverage.Coverage(data_file=None, config_file=False, include=[f"{room}/*" for room in self.rooms])
        seen.start()
        for item, following in zip(items, [*items[1:], None], strict=True):
            before = time.process_time()
            seen.switch_context(item.nodeid)
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                raise RuntimeError(f"fails without a mutant: {item.nodeid}")
            self._seconds[item.nodeid] = time.process_time() - before
        seen.stop()
        data = seen.get_data()
        for file in data.measured_files():
            for line, contexts in data.contexts_by_lineno(file).items():
                self._runs[file, line].update(contexts)

    def _tried(self, mutant: Mutant, items: Iterable[pytest.Item]) -> tuple[Fate, str]:
        """Try one mutant, and what kills it without it. Raises RuntimeError where that cannot be done."""
        run = set().union(*(self._runs.get((str(mutant.file), line), ()) for line in mutant.lines))
        modules = {_file(name) for name in run}
        chosen = self._in_order([item for item in items if item.nodeid in run or _shares(item, modules)])
        if not chosen:
            return Fate.UNSEEN, ""
        fate, begun = self._trial(chosen, mutant)
        if not fate.dead:
            return fate, ""
        if not begun:
            raise RuntimeError(f"could not be tried: {mutant}")
        without, _ = self._trial(chosen[:begun])
        return (fate if without is Fate.SURVIVED else Fate.DOUBTED), chosen[begun - 1].nodeid

    def _trial(self, items: Sequence[pytest.Item], mutant: Mutant | None = None) -> tuple[Fate, int]:
        """Have a child run tests, as a mutant or as it is; return what became of it, and how many tests it began."""
        ear, mouth = os.pipe()
        child = os.fork()
        if not child:
            os.close(ear)
            self._stand_trial(mutant, items, mouth)
        os.close(mouth)
        with os.fdopen(ear, "rb") as words:
            begun = len(words.read())
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if code == len(_ENDINGS):
            raise RuntimeError(f"could not be tried: {mutant}")
        return (Fate.TIMED_OUT if code < 0 else _ENDINGS[code]), begun

    def _stand_trial(self, mutant: Mutant | None, items: Sequence[pytest.Item], mouth: int) -> NoReturn:
        """Be the mutant, run the tests, and end as what became of it."""
        ending = len(_ENDINGS)
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            if mutant:
                put_in_place(mutant.code())
            ending = _ENDINGS.index(self._run(items, mouth))
        finally:
            os._exit(ending)

    def _run(self, items: Sequence[pytest.Item], mouth: int) -> Fate:
        """Run tests until one fails, saying so as each begins; the signal of the timer ends the process."""
        before, longest = time.process_time(), self._longest(items)
        for item, following in zip(items, [*items[1:], None], strict=True):
            if time.process_time() - before > self.limit:
                return Fate.OUT_OF_TIME
            os.write(mouth, _BEGUN)
            patience = max(LEAST, TIMES * self._seconds[item.nodeid]) + SET_UPS * longest[_file(item.nodeid)]
            signal.setitimer(signal.ITIMER_PROF, patience)
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                return Fate.KILLED
        return Fate.SURVIVED

    def _longest(self, items: Iterable[pytest.Item]) -> dict[str, float]:
        """What the longest test of each file takes: one sets up for all, and any of them may be the first."""
        longest: dict[str, float] = defaultdict(float)
        for name in {_file(item.nodeid) for item in items}:
            longest[name] = max(took for one, took in self._seconds.items() if _file(one) == name)
        return longest

    def _in_order(self, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """The cheapest first; those of one file together, that they share what it sets up."""
        of_file: dict[str, list[pytest.Item]] = defaultdict(list)
        for item in sorted(items, key=lambda one: self._seconds[one.nodeid]):
            of_file[_file(item.nodeid)].append(item)
        files = sorted(of_file.values(), key=lambda of: sum(self._seconds[one.nodeid] for one in of))
        return [item for of in files for item in of]


def _shares(item: pytest.Item, modules: set[str]) -> bool:
    """Whether a test asks for what its module set up for all, while another of its tests ran the line."""
    found = getattr(item, "_fixtureinfo", None)
    asked = found.name2fixturedefs.values() if found else ()
    shared = any(of[-1].scope in ("module", "package", "session") for of in asked if of)
    return shared and _file(item.nodeid) in modules


def _file(test: str) -> str:
    return test.partition("::")[0]
