"""Sought: whom somebody asks to forget, and whether a text names them, however it was typed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.vietnamese.letters import bare, key

_TOO_LITTLE = "Cần đủ họ và tên của người, hoặc đúng mã hay tên một đơn vị trong danh bạ: chỉ một từ thì trùng với quá nhiều chỗ. Chưa xóa gì."
_NO_UNIT = "Danh bạ không có đơn vị “{unit}”. Hãy ghi đúng mã hoặc tên đơn vị trong danh bạ. Chưa xóa gì."


_AROUND = 4
"""Letters beside a name that tell whether it ends there."""
_LAST_LETTER = 0x1F00
"""Behind the last letter of those that are written in Vietnam. Source: Unicode, Latin Extended Additional."""
_MARKS = r"[^\w\s]"


class Unparted(str):
    """A text of which nothing tells where a word ends: the letters beside a name may be of something else."""


@dataclass(frozen=True)
class Sought:
    """A person, by one name, or a unit, by its code and every name that it bore.

    `born` and `home` (the code and the names of a unit) tell a person from others of the same name, where they are given.
    """

    names: tuple[str, ...]
    born: int | None = None
    home: "Sought | None" = None
    is_unit: bool = False

    def is_named_in(self, text: str) -> bool:
        """Whether a text holds one of the names, in whatever letters, case and spelling of tones, or typed without any marks."""
        around = 0 if isinstance(text, Unparted) else _AROUND
        places = (match.span() for match in self._letters.finditer(text))
        return any(self._names.search(key(text[max(0, start - around) : end + around])) for start, end in places)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """The names as whole words of a key."""
        spellings = sorted({spelling for name in self.names for spelling in (key(name), bare(name))})
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spellings))})(?!\w)")

    @cached_property
    def _letters(self) -> re.Pattern[str]:
        """Where it is worth to look: the letters of a name one after another, with whatever marks. A text may be a whole file."""
        return re.compile("|".join(sorted({_loosely(bare(name)) for name in self.names})))


def _loosely(name: str) -> str:
    return "".join(_letter(letter) for letter in name)


def _letter(letter: str) -> str:
    """What may stand for a small letter without marks: itself in either case, with any marks, which may follow it."""
    return f"[{_alike()[letter]}]{_MARKS}*" if letter in _alike() else r"[\W_]+"


@cache
def _alike() -> Mapping[str, str]:
    """Every letter that comes to the same without marks, by that."""
    alike: dict[str, str] = {}
    for letter in filter(str.isalnum, map(chr, range(_LAST_LETTER))):
        alike[bare(letter)] = alike.get(bare(letter), "") + letter
    return alike


def sought(text: str, units: Iterable[Unit], born: int | None = None, home: str = "") -> Sought:
    """Return whom a text means: the unit of that code or name, else a person of that name.

    Raises Refusal where it says too little, and where the register has no unit by which the person is to be told apart.
    """
    whole = list(units)
    unit = _unit(text, whole)
    if unit:
        return unit
    if len(key(text).split()) < 2:
        raise Refusal(_TOO_LITTLE)
    lives_in = _unit(home, whole)
    if home and lives_in is None:
        raise Refusal(_NO_UNIT.format(unit=home))
    return Sought((text,), born, lives_in)


def _unit(text: str, units: Iterable[Unit]) -> Sought | None:
    """The unit that a text names, with every name of every row of the register that bears its code."""
    wanted, rows = key(text), list(units)
    codes = {row.id for row in rows if wanted in {key(row.id), *map(key, row.names)}}
    names = dict.fromkeys(name for row in rows if row.id in codes for name in (row.id, *row.names))
    return Sought(tuple(names), is_unit=True) if names else None
