"""python -m tests.installed

Builds the wheel, installs it into an environment of its own in an empty folder outside the repository, and plays there the first
evening, the templates and the sample; what comes of the sample must be what comes of it here. Exit code 1 where it is not.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.installed.wheel import built

AS_OF = ("--as-of", "2026-12-05")
ALIKE = ("figures", "verdicts", "submissions", "findings", "missing", "outcomes", "rounds")
"""What run.json says that does not depend on where it was run."""


def main() -> int:
    """Print what was done and what is wrong; return 1 where anything is."""
    with tempfile.TemporaryDirectory() as folder:
        faults = list(_played(Path(folder)))
    print(*faults, sep="\n")
    print(f"{len(faults)} failed")
    return 1 if faults else 0


def _played(folder: Path) -> Iterator[str]:
    """Play it all, and give what is wrong."""
    learnsoc = _installed(folder)
    place = folder / "máy của xã"
    place.mkdir()
    answers = _said(learnsoc, place, "start", "--example")
    (place / "tra_loi.toml").write_text(answers, encoding="utf-8")
    _said(learnsoc, place, "start", "báo cáo", "--answers", "tra_loi.toml", "--out", "mẫu cho đơn vị")
    _said(learnsoc, place, "templates", "--year", "2026", "--out", "mẫu trắng")
    _said(learnsoc, place, "consolidate", "--out", "kết quả", *AS_OF)
    for name, least in (("báo cáo", 1), ("mẫu cho đơn vị", 10), ("mẫu trắng", 20), ("kết quả", 100)):
        count = sum(path.is_file() for path in (place / name).rglob("*"))
        print(f"{name}: {count} tệp")
        if count < least:
            yield f"“{name}” holds {count} files, fewer than {least}"
    yield from _differing(place / "kết quả", folder / "here")


def _installed(folder: Path) -> Path:
    """Build the wheel, install it, and return the command."""
    wheel = built(folder)
    venv.create(folder / "env", with_pip=True)
    binaries = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run(
        [binaries / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel], check=True
    )
    print(f"{wheel.name}: {wheel.stat().st_size // 1024:,} KB")
    return binaries / "learnsoc"


def _said(learnsoc: Path, place: Path, *words: str) -> str:
    """Run a command there, and return what it printed. Raises CalledProcessError where it fails."""
    return subprocess.run(
        [learnsoc, *words], cwd=place, env=_environment(), check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


def _environment() -> dict[str, str]:
    """The environment without what leads back to this Python."""
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LEARNSOC_", "VIRTUAL_"))
    }


def _differing(there: Path, here: Path) -> Iterator[str]:
    """What the sample comes to there and not here."""
    from tests.commands import learnsoc

    ended = learnsoc("consolidate", "input_templates/sample", "--out", str(here), *AS_OF)
    if ended.returncode:
        yield f"here it ended with {ended.returncode}: {ended.stderr}"
        return
    one, other = (json.loads((out / "run.json").read_text(encoding="utf-8")) for out in (there, here))
    for name in ALIKE:
        print(f"{name}: {len(one[name])}")
        if one[name] != other[name] or not one[name]:
            yield f"{name}: {_first(one[name], other[name])}"


def _first(one: Any, other: Any) -> str:
    """The first of two lists that differs."""
    return next((f"{a} there, {b} here" for a, b in zip(one, other, strict=False) if a != b), "there are none")


if __name__ == "__main__":
    sys.exit(main())
