"""What a machine runs: of two that differ in it nobody can promise the same bytes."""

import hashlib
import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from learnsoc_xlsx import __version__

_PACKAGE = Path(__file__).parents[1]
_ABSENT = "không có"
_NAME = re.compile(r"[\w.-]+")


@dataclass(frozen=True)
class Program:
    """This program and what it stands on: each by its name, with its version; files of the package by their hash."""

    files: str
    versions: tuple[tuple[str, str], ...]

    def differences(self, here: "Program") -> Iterator[str]:
        """Say in Vietnamese where this differs from what is run here."""
        ours = dict(here.versions)
        for name, version in self.versions:
            if version != ours.get(name, _ABSENT):
                yield f"{name} {version} (ở đây {ours.get(name, _ABSENT)})"
        if self.files != here.files:
            yield "các tệp của chương trình"


@cache
def program() -> Program:
    """Return what this process runs. Its libraries are all that the package may use, without those of its makers."""
    versions = {
        "Python": ".".join(platform.python_version_tuple()[:2]),
        "hệ điều hành": platform.system(),
        "learnsoc_xlsx": __version__,
        **{name: _version(name) for name in sorted(_libraries())},
    }
    return Program(_hash(), tuple(versions.items()))


def _libraries() -> Iterator[str]:
    for line in metadata.requires("learnsoc_xlsx") or ():
        if (name := _NAME.match(line)) and 'extra == "dev"' not in line:
            yield name[0]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return _ABSENT


def _hash() -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in _PACKAGE.rglob("*") if path.is_file() and path.parent.name != "__pycache__"):
        name, data = path.relative_to(_PACKAGE).as_posix().encode(), path.read_bytes()
        whole.update(b"%d %d " % (len(name), len(data)) + name + data)
    return whole.hexdigest()
