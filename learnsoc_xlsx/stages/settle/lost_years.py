"""Lost years: rows of the register whose year could not be read are used for no year; left blank they would hold for every one."""

from collections.abc import Iterator, Mapping
from typing import Any

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.tables import Lost, Table

Lists = Mapping[str, tuple[Any, ...]]
"""The lists of a register, by name: each row a word that knows its `place`."""
_YEARS = frozenset({"since", "year"})
"""The fields that say for which years a row holds."""
_DROPPED = ("thresholds", "choices", "targets", "deadlines", "waivers", "papers")
"""The lists of which such a row is left out."""
_QUOTAS, _LIMIT = "quotas", "limit"
"""The list of which it is kept, as one that cannot be read: without it there would be no limit at all."""
_LostRows = Mapping[int, tuple[str, Lost]]
"""By row: the field in which something could not be read, and what stood there."""


def readable(
    lists: Lists, tables: Mapping[str, Table], number: int
) -> tuple[dict[str, Any], frozenset[Place], list[Finding]]:
    """Return the lists of the register that is submission `number` without the rows whose year could not be read; the quotas
    of which the year or the limit could not; and a finding at each year.
    """
    lost = {name: _lost_rows(tables[name], number) if name in tables else {} for name in (*_DROPPED, _QUOTAS)}
    left = {name: tuple(word for word in lists[name] if _field(word, lost[name]) not in _YEARS) for name in _DROPPED}
    unread = [word.place for word in lists[_QUOTAS] if _field(word, lost[_QUOTAS]) in (*_YEARS, _LIMIT)]
    findings = [finding for name in _DROPPED for finding in _findings(Code.ROW_UNUSED, lists[name], lost[name])]
    findings += _findings(Code.QUOTA_UNREAD, lists[_QUOTAS], lost[_QUOTAS])
    return {**lists, **left}, frozenset(unread), findings


def _lost_rows(table: Table, number: int) -> _LostRows:
    """The rows with a cell that could not be read: of several in one row the one of the year, else of the limit."""
    cells = sorted(table.lost, key=lambda cell: (cell[2] in _YEARS, cell[2] == _LIMIT))
    return {row: (field, table.lost[sent, row, field]) for sent, row, field in cells if sent == number}


def _field(word: Any, lost: _LostRows) -> str:
    """The field of a row that could not be read; nothing where all could."""
    return lost[word.place.row][0] if word.place and word.place.row in lost else ""


def _findings(code: Code, words: tuple[Any, ...], lost: _LostRows) -> Iterator[Finding]:
    for word in words:
        if (field := _field(word, lost)) in _YEARS:
            yield Finding(code, word.place, field=field, given=lost[word.place.row][1].typed)
