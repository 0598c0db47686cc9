"""A child process within limits: it may die of what it is given, and nothing here dies with it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SECONDS, MEMORY = 10, 1 << 30
BROKE, NOTHING = 3, 4
"""How a child ends whose work failed in a way that it could name, and one that found nothing."""

_LATE, _LARGE, _MIDWAY = "quá thời gian mà chưa xong", "cần quá nhiều bộ nhớ", "chương trình đọc dừng giữa chừng"
LIMITS = f"{SECONDS} giây và {MEMORY >> 30} GB bộ nhớ"


@dataclass(frozen=True)
class Ended:
    """How a child ended, what it wrote, and, when it did not come to an end of its own, why not (in Vietnamese)."""

    code: int
    output: bytes = b""
    gave_up: str = ""


def child(command: tuple[str, ...], data: bytes, seconds: float) -> Ended:
    """Run Python with these words, feed it `data`, and wait for it so long. `data` is shown to no other process."""
    try:
        ended = subprocess.run(
            [sys.executable, *command],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(_where())},
        )
    except subprocess.TimeoutExpired:
        return Ended(-1, gave_up=_LATE)
    if b"memory allocation" in ended.stderr or b"MemoryError" in ended.stderr:
        return Ended(ended.returncode, gave_up=_LARGE)
    told = ended.returncode in (0, BROKE, NOTHING)
    return Ended(ended.returncode, ended.stdout, "" if told else _MIDWAY)


def limit() -> None:
    """Bound this process, which is a child, where the system can; elsewhere the parent's patience alone does."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _where() -> list[str]:
    """Where the child finds this package, however it was found here."""
    already = os.environ.get("PYTHONPATH")
    return [str(Path(__file__).parents[2]), *([already] if already else [])]
