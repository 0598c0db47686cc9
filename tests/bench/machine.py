"""The words that stand over a benchmark: on what it was made, from what, and how busy the machine was beside it."""

import os
import platform
import subprocess
from pathlib import Path


def about(commit: str, before: str, seed: int, how_often: str) -> str:
    """Return one line; `commit` and `before` are as they were when it began."""
    return (
        f"{os.cpu_count()} cores ({_processor()}), {platform.system()}, Python {platform.python_version()}; "
        f"commit {commit}; seed {seed}, 1 % of cells wrong; no papers, and no letters unless said; "
        f"{how_often}; load {before} before, {load()} after."
    )


def commit() -> str:
    """The commit that is measured, and whether there are changes beside it."""
    return _git("rev-parse", "--short=10", "HEAD") + (" with changes" if _git("status", "--porcelain", "-uno") else "")


def load() -> str:
    """How many processes wanted to run in the last minute."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _git(*words: str) -> str:
    ended = subprocess.run(["git", *words], capture_output=True, text=True, check=False)
    return ended.stdout.strip() if ended.returncode == 0 else "unknown"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.is_file() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
