"""Collecting in a process of its own: how it ended, what it said, how long it took and what memory it had at most."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from tests.stages.fetch.server import FakeImap


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit status, seconds from its first call to the server, most memory in MB, what it said, and how many files it saved."""

    status: int
    seconds: float
    memory: float
    said: str
    complained: str
    files: int


def collecting(box: FakeImap) -> Ended:
    """Run `learnsoc collect` on a server, into a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        words = ("--host", "127.0.0.1", "--port", str(box.port), "--user", box.user, "--plain")
        with (Path(folder) / "out").open("w+b") as out, (Path(folder) / "err").open("w+b") as err:
            (inbox := Path(folder) / "in").mkdir()
            process = subprocess.Popen(
                [sys.executable, "-m", "learnsoc_xlsx", "collect", str(inbox), *words],
                env={**os.environ, "LEARNSOC_MAIL_PASSWORD": box.password},
                stdout=out,
                stderr=err,
            )
            _, status, usage = os.wait4(process.pid, 0)
            seconds = monotonic() - box.called
            saved = sum(path.is_file() and path.name != ".thu.json" for path in (inbox / "thu").rglob("*"))
            code = process.returncode = os.waitstatus_to_exitcode(status)
            return Ended(code, seconds, usage.ru_maxrss / 1000, _read(out), _read(err), saved)


def _read(stream: BinaryIO) -> str:
    stream.seek(0)
    return stream.read().decode()
