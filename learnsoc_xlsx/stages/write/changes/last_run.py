"""The last run in a folder, by its run.json: read line by line as it was written, so that only what differs is parsed."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import orjson

from learnsoc_xlsx.stages.write.changes.changes import Record, RunMark

Word = TypeVar("Word")
_NEEDED = ("figures", "findings", "submissions", "units", "verdicts")
_BROKEN = "Không so sánh được với lần chạy trước: tệp run.json của lần ấy bị hỏng hoặc đã có người sửa."
_OLDER = "Không so sánh được với lần chạy trước: lần ấy do phiên bản {version} của chương trình ghi, thiếu phần cần để so sánh."


class NotComparable(Exception):
    """The last run cannot be compared with this one; `str()` is one Vietnamese sentence."""


@dataclass(frozen=True)
class LastRun:
    """What run.json says of a run: what stands once, and of each list its entries, not yet parsed."""

    mark: RunMark
    is_sample: bool
    lists: Mapping[str, Sequence[bytes]]

    def entries(self, name: str, make: Callable[[Record], Word]) -> list[Word]:
        """Return a whole list, a word of each entry; an empty one where the run did not record it. Raises NotComparable."""
        return self.at(name, range(len(self.lists.get(name, ()))), make)

    def at(self, name: str, places: Iterable[int], make: Callable[[Record], Word]) -> list[Word]:
        """Return a word of each entry at these places. Raises NotComparable where one lacks what it must have."""
        lines = self.lists.get(name, ())
        try:
            return [make(record_of(lines[at])) for at in places]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise NotComparable(_BROKEN) from error


def last_run(path: Path) -> LastRun | None:
    """Read what a run recorded at `path`; None where none did. Raises NotComparable."""
    try:
        whole = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotComparable(_BROKEN) from error
    return _parsed(whole)


def _parsed(whole: bytes) -> LastRun:
    once, lists = _parts(whole)
    try:
        mark = RunMark(hashlib.sha256(whole).hexdigest(), date.fromisoformat(once["as_of"]), str(once["version"]))
        is_sample = once["sample"] is True
    except (KeyError, TypeError, ValueError) as error:
        raise NotComparable(_BROKEN) from error
    if any(name not in lists for name in _NEEDED):
        raise NotComparable(_OLDER.format(version=mark.version))
    return LastRun(mark, is_sample, lists)


def _parts(whole: bytes) -> tuple[dict[str, Any], dict[str, list[bytes]]]:
    """What stands once, by key, and the lines of each list."""
    if not (whole.startswith(b"{\n") and whole.endswith(b"\n}\n")):
        raise NotComparable(_BROKEN)
    once: dict[str, Any] = {}
    lists: dict[str, list[bytes]] = {}
    lines: list[bytes] = []
    for line in whole[2:-3].split(b"\n"):
        if line.startswith(b"{"):
            lines.append(line.removesuffix(b","))
        elif line.startswith(b'"'):
            key, _, value = line.removesuffix(b",").partition(b": ")
            name = str(_value(key))
            if value in (b"[", b"[]"):
                lines = lists.setdefault(name, [])
            else:
                once[name] = _value(value)
    return once, lists


def record_of(line: bytes) -> Record:
    """Parse an entry. Raises NotComparable."""
    record = _value(line)
    if not isinstance(record, dict):
        raise NotComparable(_BROKEN)
    return record


def _value(text: bytes) -> Any:
    try:
        return orjson.loads(text)
    except ValueError as error:
        raise NotComparable(_BROKEN) from error


def apart(was: Sequence[bytes], now: Sequence[bytes]) -> tuple[list[int], list[int]]:
    """Return at which positions two lists of entries hold what the other does not."""
    before, after = set(was), set(now)
    return list(_others(was, after)), list(_others(now, before))


def _others(lines: Sequence[bytes], known_lines: set[bytes]) -> Iterator[int]:
    return (at for at, line in enumerate(lines) if line not in known_lines)


def lines_of(part: bytes) -> list[bytes]:
    """Return the entries of a list as run.json will hold it."""
    return part[2:-2].split(b",\n") if len(part) > 2 else []
