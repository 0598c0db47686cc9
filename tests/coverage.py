"""Which lines and branches of the package the tests run: `python -m tests.coverage [PART…]`.

Runs the tests folder by folder, each in a process of its own, lays together what they ran, and prints it room by room. Names of
folders under tests run these alone. Exit code 1 where fewer than 95 % of the package, or of a room whose own tests were asked for,
are run, or a test fails.
"""

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

WANTED = 95.0
"""The per cent of the lines and branches that must be run."""
HERE = Path(__file__).parent
PACKAGE = "learnsoc_xlsx"
_COVERAGE = (sys.executable, "-m", "coverage")
_TOLD = 4000
"""Letters of what a part that fails says last."""
_APART = ("bench", "long", "kills", "mutants")
"""Folders of tests that are about the tests themselves, or about whole runs that others make as well: run last."""


def main(parts: Sequence[str]) -> int:
    """Run the parts, print what they came to, and return 1 where that is too little."""
    subprocess.run([*_COVERAGE, "erase"], check=True)
    failed = [part for part in parts or list(_parts()) if not _run(part)]
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        subprocess.run([*_COVERAGE, "combine", "--quiet", "--append"], check=False)
        subprocess.run([*_COVERAGE, "json", "--quiet", "-o", str(told)], check=True)
        files = json.loads(told.read_bytes())["files"]
    asked = _printed(files, parts)
    print("".join(f"failed: {part}\n" for part in failed), end="")
    return int(bool(failed) or min(asked.values()) < WANTED)


def _parts() -> Iterator[str]:
    """The folders and the files right under tests."""
    inside = sorted(path for path in HERE.iterdir() if path.is_dir() and any(path.rglob("test_*.py")))
    yield from (str(path) for path in sorted(inside, key=lambda one: one.name in _APART))
    yield from (str(path) for path in sorted(HERE.glob("test_*.py")))


def _run(part: str) -> bool:
    print(f"{part} …", file=sys.stderr, flush=True)
    command = [*_COVERAGE, "run", "-m", "pytest", "-p", "no:cacheprovider", "--no-header", part]
    ended = subprocess.run(command, check=False, stdout=subprocess.PIPE, encoding="utf-8")
    print(ended.stdout[-_TOLD:] if ended.returncode else "", end="", file=sys.stderr)
    return ended.returncode == 0


def _printed(files: Mapping[str, Any], parts: Sequence[str]) -> dict[str, float]:
    """Print each room; return the per cent of all or, where parts of the tests were asked for, of the rooms that they are of."""
    rooms: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, file in files.items():
        of = file["summary"]
        for room in (_room(name), PACKAGE):
            rooms[room][0] += of["covered_lines"] + of["covered_branches"]
            rooms[room][1] += of["num_statements"] + of["num_branches"]
    for room, (run, there) in sorted((room, of) for room, of in rooms.items() if of[1]):
        print(f"{room:32} {run:6} of {there:6}  {_percent(run, there):6.2f} %")
    wanted = [part.replace("tests", PACKAGE, 1) for part in parts] or [PACKAGE]
    return {room: _percent(*rooms[room]) for room in wanted}


def _percent(run: int, there: int) -> float:
    return 100 * run / there if there else 100.0


def _room(name: str) -> str:
    """The room that a file stands in: of the stages each."""
    parts = Path(name).parts
    return (
        "/".join(parts[: 3 if "stages" in parts[:2] else 2][: len(parts) - 1]) if len(parts) > 2 else PACKAGE + "/*.py"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
