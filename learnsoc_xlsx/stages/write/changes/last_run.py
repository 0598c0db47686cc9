"""A run as its run.json records it: gone through line by line as it was written, so that only what differs is parsed."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeVar

import orjson

from learnsoc_xlsx.stages.write.changes.changes import Record, RunMark
from learnsoc_xlsx.stages.write.moving.by_hand import digest_of

Word = TypeVar("Word")
_OFFSET: Literal["Q"] = "Q"
_HASH: Literal["q"] = "q"
"""Of two entries that differ, once in ten billion billion the 64 bits would be the same; nobody can foresee which."""
_NEEDED = ("figures", "findings", "submissions", "units", "verdicts")
_BROKEN = "Không so sánh được với lần chạy trước: tệp run.json của lần ấy bị hỏng hoặc đã có người sửa."
_OLDER = "Không so sánh được với lần chạy trước: lần ấy do phiên bản {version} của chương trình ghi, thiếu phần cần để so sánh."


class NotComparable(Exception):
    """The last run cannot be compared with this one; `str()` is one Vietnamese sentence."""


class Entries:
    """One list of a run.json: where each of its entries begins in the file, and a digest by which it is known again in this
    process.

    The entries themselves are read when somebody asks for them: of hundreds of thousands few differ.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._starts = array(_OFFSET)
        self.digests = array(_HASH)

    def __len__(self) -> int:
        return len(self.digests)

    def add(self, start: int, line: bytes) -> None:
        """Take note of a line of the file, and of where it begins."""
        self._starts.append(start)
        self.digests.append(hash(_without_comma(line)))

    def taken(self, places: Iterable[int]) -> Iterator[bytes]:
        """Yield the entries at these places, read anew. Raises NotComparable where the file is there no more."""
        try:
            with self._path.open("rb") as file:
                for at in places:
                    file.seek(self._starts[at])
                    yield _without_comma(file.readline())
        except OSError as error:
            raise NotComparable(_BROKEN) from error


@dataclass(frozen=True)
class RecordedRun:
    """What run.json says of a run: what stands once, and of each list its entries, not yet parsed."""

    mark: RunMark
    is_sample: bool
    lists: Mapping[str, Entries]

    def lines(self, name: str, places: Iterable[int]) -> Iterator[bytes]:
        """Yield the entries of a list at these places, as they are written."""
        return self.lists[name].taken(places) if name in self.lists else iter(())

    def entries(self, name: str, make: Callable[[Record], Word]) -> list[Word]:
        """Return a whole list, a word of each entry; an empty one where the run did not record it. Raises NotComparable."""
        return self.at(name, range(len(self.lists.get(name, ()))), make)

    def at(self, name: str, places: Iterable[int], make: Callable[[Record], Word]) -> list[Word]:
        """Return a word of each entry at these places. Raises NotComparable where one lacks what it must have."""
        try:
            return [make(record_of(line)) for line in self.lines(name, places)]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise NotComparable(_BROKEN) from error


def recorded_run(path: Path) -> RecordedRun | None:
    """Read what a run recorded at `path`; None where none did. Raises NotComparable."""
    try:
        with path.open("rb") as file:
            return _parsed(file, path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotComparable(_BROKEN) from error


def _parsed(file: BinaryIO, path: Path) -> RecordedRun:
    once, lists = _parts(file, path)
    try:
        mark = RunMark(digest_of(path), date.fromisoformat(once["as_of"]), str(once["version"]))
        is_sample = once["sample"] is True
    except (KeyError, TypeError, ValueError) as error:
        raise NotComparable(_BROKEN) from error
    if any(name not in lists for name in _NEEDED):
        raise NotComparable(_OLDER.format(version=mark.version))
    return RecordedRun(mark, is_sample, lists)


def _parts(file: BinaryIO, path: Path) -> tuple[dict[str, Any], dict[str, Entries]]:
    """What stands once, by key, and the lists."""
    first = line = file.readline()
    at = len(first)
    once: dict[str, Any] = {}
    lists: dict[str, Entries] = {}
    entries = Entries(path)
    for line in file:
        if line.startswith(b"{"):
            entries.add(at, line)
        elif line.startswith(b'"'):
            key, _, value = _without_comma(line).partition(b": ")
            name = str(_value(key))
            if value in (b"[", b"[]"):
                entries = lists.setdefault(name, Entries(path))
            else:
                once[name] = _value(value)
        at += len(line)
    if first != b"{\n" or line != b"}\n":
        raise NotComparable(_BROKEN)
    return once, lists


def _without_comma(line: bytes) -> bytes:
    """A line of run.json without what parts it from the next."""
    return line.removesuffix(b"\n").removesuffix(b",")


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


def apart(was: Entries, now: Entries) -> tuple[list[int], list[int]]:
    """Return at which positions two lists of entries hold what the other does not."""
    return _others(was, set(now.digests)), _others(now, set(was.digests))


def _others(entries: Entries, known_digests: set[int]) -> list[int]:
    return [at for at, digest in enumerate(entries.digests) if digest not in known_digests]
