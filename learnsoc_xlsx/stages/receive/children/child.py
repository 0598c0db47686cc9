"""A child process, isolated and within limits: it may die of what it is given, and nothing here dies with it."""

import json
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.stages.receive.children import child_start
from learnsoc_xlsx.stages.receive.fault import Fault

SECONDS, MEMORY = 10, 1 << 30
PATIENCE = SECONDS if sys.platform == "win32" else 6 * SECONDS
"""So long a child is waited for. Where the system bounds how long it computes, that is longer: a machine that has much else
to do gives it little of its time, and a good file is not refused for that.
"""
BROKE, NOTHING, TOO_FAR = 3, 4, 5
"""How a child ends whose work failed over its file in a way that it could name, one that found nothing, and one that found a
sheet that spreads too far.
"""
_NAMED = (0, BROKE, NOTHING, TOO_FAR)

_LATE, _LARGE = "quá thời gian mà chưa xong", "cần quá nhiều bộ nhớ"
_LIMITS = f"{SECONDS} giây và {MEMORY >> 30} GB bộ nhớ"
_TOO_LARGE = re.compile(rb"^(?:MemoryError\b|memory allocation of \d+ bytes failed)", re.MULTILINE)
_OUT_OF_TIME = getattr(signal, "SIGXCPU", None)
_FRAME = re.compile(r'^ *File "([^"]+)", line (\d+)', re.MULTILINE)
_ERROR = re.compile(r"^(?:\w+\.)*(\w+)(?=:|$)", re.MULTILINE)


@dataclass(frozen=True)
class Ended:
    """How a child ended that came to an end of its own, and what it wrote."""

    code: int
    output: bytes = b""


def child(command: tuple[str, ...], data: bytes, seconds: float) -> Ended | Fault:
    """Run Python with these words, feed it `data`, and wait for it so long; say how it ended, or why it did not.

    A child that was stopped at its limits has given up on the file (GAVE_UP). Any other death that it did not name
    itself, by a signal or by an error, is no fault of the file (PROGRAM_FAILED). `data` is shown to no other process.
    """
    try:
        ended = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", *command],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return too_late()
    return as_ended(ended.returncode, ended.stdout, ended.stderr)


def as_ended(code: int, output: bytes, errors: bytes) -> Ended | Fault:
    """Say how a child ended by its code and what it wrote: as it named itself, or why it did not."""
    if code in _NAMED:
        return Ended(code, output)
    if _TOO_LARGE.search(errors):
        return Fault(Code.GAVE_UP, _LARGE, _LIMITS)
    if _OUT_OF_TIME and code == -_OUT_OF_TIME:
        return too_late()
    return Fault(Code.PROGRAM_FAILED, _death(code, errors.decode("utf-8", "replace")))


def too_late() -> Fault:
    """Return what is said of a file over which a child was not done in time."""
    return Fault(Code.GAVE_UP, _LATE, _LIMITS)


def module(name: str, *words: str) -> tuple[str, ...]:
    """Return the words that have a child run the `main` of a module of this package."""
    return child_start.__file__, str(Path(__file__).parents[3]), libraries(), name, *words


def limit() -> None:
    """Bound this process, which is a child, where the system can; elsewhere the parent's patience alone does."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def libraries() -> str:
    """Where libraries are found here, as a JSON list, but for the working folder: what lies there is the officer's."""
    here = Path.cwd()
    return json.dumps([entry for entry in sys.path if entry and Path(entry).resolve() != here])


def _death(code: int, stderr: str) -> str:
    """Say for whoever mends the program how a child died: no words of an error, which may quote what it was given."""
    if code < 0:
        return f"tín hiệu {-code}"
    frames = list(_FRAME.finditer(stderr))
    error = _ERROR.search(stderr, frames[-1].end()) if frames else None
    return f"{error[1]}, {Path(frames[-1][1]).name}:{frames[-1][2]}" if error else f"mã thoát {code}"
