"""The command line as tests call it: within this process, or where that is the point as a process of its own."""

import gc
import io
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from learnsoc_xlsx import cli


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def learnsoc(*words: str, folder: Path = Path(), environment: Mapping[str, str] | None = None) -> Ended:
    """Run a command within this process, in a folder; the settings of the process are as before when it has ended."""
    printed, complained = _stream(), _stream()
    mask = os.umask(0)
    os.umask(mask)
    limits = gc.get_threshold()
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with (
            chdir(folder),
            patch.dict(os.environ, environment or {}),
            patch.object(sys, "argv", ["learnsoc", *words]),
            redirect_stdout(printed),
            redirect_stderr(complained),
        ):
            status = cli._status()
    finally:
        gc.set_threshold(*limits)
        os.umask(mask)
        for number, handler in handlers.items():
            signal.signal(number, handler)
    return Ended(status, _text(printed), _text(complained))


def learnsoc_apart(
    *words: str, folder: Path = Path(), program: Path | None = None, settings: Mapping[str, str] | None = None
) -> Ended:
    """Run a command as people do, as a process of its own, which takes its time to start; `program` is another copy of ours."""
    own = {"PYTHONPATH": str(program or Path.cwd()), "PYTHONUTF8": "1"}
    environment = {**os.environ, **own, **(settings or {})}
    command = [sys.executable, "-m", "learnsoc_xlsx", *words]
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)  # fmt: skip
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode("utf-8")
