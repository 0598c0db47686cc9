"""Entries: the units of a list as somebody wrote them, before they have codes."""

from dataclasses import dataclass, replace

from learnsoc_xlsx.vietnamese.letters import key


@dataclass(frozen=True)
class ListedUnit:
    """A unit as it was written: its name, its mail addresses, a code and what else stood beside it; `aliases` are other
    spellings of the name, `kind` the kind of unit that the list itself gives it (empty: it gives none).
    """

    name: str
    emails: tuple[str, ...] = ()
    code: str = ""
    note: str = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listed:
    """What was understood of a list, and the sentences on what was not, or was read in another way than it was written."""

    entries: tuple[ListedUnit, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wrong:
    """An answer that cannot be used, with one sentence why; it is asked for again."""

    why: str


def without_doubles(listed: Listed) -> Listed:
    """Let each name stand once, with every address that was written beside it, and name those that stood twice."""
    once: dict[str, ListedUnit] = {}
    twice: dict[str, int] = {}
    for entry in listed.entries:
        before = once.get(key(entry.name))
        once[key(entry.name)] = _joined(before, entry) if before else entry
        if before:
            twice[before.name] = twice.get(before.name, 1) + 1
    doubled = (f"“{name}” có {times} lần trong danh sách; chỉ ghi một đơn vị." for name, times in twice.items())
    return Listed(tuple(once.values()), (*listed.remarks, *doubled))


def _joined(first: ListedUnit, second: ListedUnit) -> ListedUnit:
    emails = tuple(dict.fromkeys((*first.emails, *second.emails)))
    return replace(first, emails=emails, code=first.code or second.code, note=first.note or second.note)
