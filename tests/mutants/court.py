"""The court: pytest with the tests collected once, which tries each mutant in a child of its own.

A first pass learns which tests run which lines, and how long each takes. A child is given a mutant, runs the tests that run its
lines, the cheapest first, and ends at the first that fails.
"""

import os
import resource
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import NoReturn

import coverage
import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.mutant import Mutant
from tests.mutants.patching import put_in_place

LIMIT = 8
"""CPU seconds that the tests of one mutant may take together."""
LEAST, TIMES = 2.0, 10
"""CPU seconds that a test may take at least, and how many times as long as without a mutant; then it hangs."""
MEMORY = 6 << 30


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    TIMED_OUT = "killed by time"
    SURVIVED = "survived"
    UNSEEN = "survived: no test runs it"
    OUT_OF_TIME = "survived as far as its tests were run"

    @property
    def dead(self) -> bool:
        return self in (Fate.KILLED, Fate.TIMED_OUT)


_ENDINGS = (Fate.SURVIVED, Fate.KILLED, Fate.OUT_OF_TIME)
Heard = Callable[[Mutant, Fate, str], None]
"""Is told what became of a mutant, and by which test."""


@dataclass
class Court:
    """A plugin of pytest: tries mutants, and tells `heard` of each. `rooms` are the folders whose lines are looked at."""

    rooms: Sequence[Path]
    mutants: Sequence[Mutant]
    heard: Heard
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
        """Try one mutant in a child. Raises RuntimeError where that cannot be done."""
        run = set().union(*(self._runs.get((str(mutant.file), line), ()) for line in mutant.lines))
        modules = {name.partition("::")[0] for name in run}
        chosen = self._in_order([item for item in items if item.nodeid in run or _shares(item, modules)])
        if not chosen:
            return Fate.UNSEEN, ""
        ear, mouth = os.pipe()
        child = os.fork()
        if not child:
            os.close(ear)
            _stand_trial(mutant, chosen, self._seconds, mouth)
        os.close(mouth)
        with os.fdopen(ear) as words:
            named = words.read()
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if code == len(_ENDINGS):
            raise RuntimeError(f"could not be tried: {mutant}")
        return (Fate.TIMED_OUT if code < 0 else _ENDINGS[code]), named

    def _in_order(self, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """The cheapest first; those of one file together, that they share what it sets up."""
        of_file: dict[str, list[pytest.Item]] = defaultdict(list)
        for item in sorted(items, key=lambda one: self._seconds[one.nodeid]):
            of_file[item.nodeid.partition("::")[0]].append(item)
        files = sorted(of_file.values(), key=lambda of: sum(self._seconds[one.nodeid] for one in of))
        return [item for of in files for item in of]


def _shares(item: pytest.Item, modules: set[str]) -> bool:
    """Whether a test asks for what its module set up for all, while another of its tests ran the line."""
    found = getattr(item, "_fixtureinfo", None)
    asked = found.name2fixturedefs.values() if found else ()
    shared = any(of[-1].scope in ("module", "package", "session") for of in asked if of)
    return shared and item.nodeid.partition("::")[0] in modules


def _stand_trial(mutant: Mutant, items: Sequence[pytest.Item], seconds: Mapping[str, float], mouth: int) -> NoReturn:
    """Be the mutant, run the tests, and end as what became of it, having told the name of the test that failed."""
    ending = len(_ENDINGS)
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        put_in_place(mutant.code())
        fate, name = _run(items, seconds)
        os.write(mouth, name.encode())
        ending = _ENDINGS.index(fate)
    finally:
        os._exit(ending)


def _run(items: Sequence[pytest.Item], seconds: Mapping[str, float]) -> tuple[Fate, str]:
    """Run tests until one fails; return its name."""
    begun = time.process_time()
    for item, following in zip(items, [*items[1:], None], strict=True):
        if time.process_time() - begun > LIMIT:
            return Fate.OUT_OF_TIME, ""
        signal.setitimer(signal.ITIMER_PROF, max(LEAST, TIMES * seconds[item.nodeid]))  # its signal ends the process
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            return Fate.KILLED, item.nodeid
    return Fate.SURVIVED, ""
