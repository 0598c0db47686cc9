"""The returns that counted in two runs: which are new, changed, gone, or count only in one of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from learnsoc_xlsx.stages.write.changes.changes import Cause, Why
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import REGISTER

Slot = tuple[str, str, int]
"""Form, unit, year."""


@dataclass(frozen=True)
class Came:
    """A file of a run, as far as two runs are compared by it; `reason` says why it does not count."""

    file: str
    sha256: str
    slot: Slot
    counts: bool
    reason: str

    @property
    def is_register(self) -> bool:
        """Whether it is the register that holds."""
        return self.counts and self.slot[0] == REGISTER


@dataclass(frozen=True)
class ReturnChange:
    """A return that differs, and the files that it was and is (empty: none)."""

    cause: Cause
    was: str
    now: str


def return_changes(was: Sequence[Came], now: Sequence[Came]) -> Iterator[ReturnChange]:
    """Yield what changed of the returns that count; the same content under another name is the same return."""
    before, after = _counting(was), _counting(now)
    there, here = {one.sha256: one for one in was}, {one.sha256: one for one in now}
    for slot in sorted(before.keys() | after.keys()):
        old, new = before.get(slot, {}), after.get(slot, {})
        gone = [old[sha] for sha in old if sha not in new]
        arrived = [new[sha] for sha in new if sha not in old]
        for one, other in _paired(gone, arrived):
            yield _change(slot, one, other, there, here)


_OF_COUNCIL = {
    Why.NEW_RETURN: "mới",
    Why.CHANGED_RETURN: "đã sửa",
    Why.WITHDRAWN_RETURN: "không còn trong thư mục",
    Why.COUNTS_NOW: "nay được tính",
    Why.COUNTS_NO_MORE: "nay không được tính",
}


def with_council(changes: Iterable[ReturnChange], records: Collection[str]) -> Iterator[ReturnChange]:
    """Yield the changes, those of the council's `records` (by their files) as what they are: a conclusion of the council."""
    for change in changes:
        is_record = change.was in records or change.now in records
        state = _OF_COUNCIL[change.cause.why]
        yield replace(change, cause=replace(change.cause, why=Why.COUNCIL, now=state)) if is_record else change


def _counting(files: Iterable[Came]) -> dict[Slot, dict[str, Came]]:
    by_slot: dict[Slot, dict[str, Came]] = {}
    for one in files:
        if one.counts and not one.is_register:
            by_slot.setdefault(one.slot, {}).setdefault(one.sha256, one)
    return by_slot


def _paired(gone: Sequence[Came], arrived: Sequence[Came]) -> Iterator[tuple[Came | None, Came | None]]:
    """What took whose place: of the same name first, then in order."""
    names = {one.file for one in gone} & {one.file for one in arrived}
    olds = sorted(gone, key=lambda one: (one.file not in names, one.file))
    news = sorted(arrived, key=lambda one: (one.file not in names, one.file))
    for at in range(max(len(olds), len(news))):
        yield olds[at] if at < len(olds) else None, news[at] if at < len(news) else None


def _change(
    slot: Slot, old: Came | None, new: Came | None, there: Mapping[str, Came], here: Mapping[str, Came]
) -> ReturnChange:
    form, unit, year = slot
    why, reason = _why(old, new, there, here)
    shown = new or old
    assert shown is not None, "a change has a side"
    cause = Cause(why, shown.file, form, unit, year, was=old.file if old and new else "", now=reason)
    return ReturnChange(cause, old.file if old else "", new.file if new else "")


def _why(old: Came | None, new: Came | None, there: Mapping[str, Came], here: Mapping[str, Came]) -> tuple[Why, str]:
    if new is not None:
        if new.sha256 in there:
            return Why.COUNTS_NOW, ""
        return (Why.CHANGED_RETURN if old else Why.NEW_RETURN), ""
    assert old is not None
    still = here.get(old.sha256)
    return (Why.COUNTS_NO_MORE, still.reason) if still else (Why.WITHDRAWN_RETURN, "")
