"""Under which licences the packages stand that the lock file names: `python -m tests.licences` writes docs/licences.md."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LOCK, PAGE = Path("requirements.lock"), Path("docs/licences.md")
_PINNED = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)
_ELSEWHERE = {"colorama": "BSD-3-Clause"}
"""Packages of other systems than the one on which the page is made."""
_HEAD = """# Licences

The packages that [requirements.lock](../requirements.lock) names, and the licence that each states of itself. `make lock`
makes this page again.

| package | licence |
| --- | --- |
"""


def locked() -> list[str]:
    """Return the names of all packages of the lock file."""
    return sorted(set(_PINNED.findall(LOCK.read_text(encoding="utf-8"))))


def page() -> str:
    """Return the page, a line for each package. Raises PackageNotFoundError where one is not installed."""
    return _HEAD + "".join(f"| {name} | {licence(name)} |\n" for name in locked())


def licence(package: str) -> str:
    """Return what a package states of its licence, in a few words."""
    try:
        stated = metadata(package)
    except PackageNotFoundError:
        if package in _ELSEWHERE:
            return _ELSEWHERE[package]
        raise
    first = {name: (stated.get_all(name) or [""])[0] for name in ("License-Expression", "License")}
    return next(_stated(first["License-Expression"], stated.get_all("Classifier") or [], first["License"]))


def _stated(expression: str, classifiers: list[str], text: str) -> Iterator[str]:
    if expression:
        yield expression
    named = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License :: ") and one.count("::") > 1]
    if named:
        yield ", ".join(named)
    yield (text or "not stated").strip().splitlines()[0].strip()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
