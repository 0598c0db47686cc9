"""Sought: whom somebody asks to forget, and whether a text names them, however it was typed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.vietnamese.letters import bare, clean, key
from learnsoc_xlsx.vietnamese.names import names_in

_TOO_LITTLE = "Cần đủ họ và tên của người, hoặc đúng mã hay tên một đơn vị trong danh bạ: chỉ một từ thì trùng với quá nhiều chỗ. Chưa xóa gì."
_NO_UNIT = "Danh bạ không có đơn vị “{unit}”. Hãy ghi đúng mã hoặc tên đơn vị trong danh bạ. Chưa xóa gì."
_UNITS = "“{unit}” gõ thiếu dấu có thể là nhiều đơn vị: {codes}. Hãy ghi đủ dấu, hoặc ghi mã đơn vị. Chưa xóa gì."


_AROUND = 4
"""Letters beside a name that tell whether it ends there."""
_LAST_LETTER = 0x1F00
"""Behind the last letter of those that are written in Vietnam. Source: Unicode, Latin Extended Additional."""
_MARKS = r"[^\w\s]"
_ADDRESS = re.compile(
    r"^(?:(?:hộ gia đình|gia đình|hộ|ho gia dinh|gia dinh) )?"
    r"(?:(?:ông|bà|anh|chị|em|cô|chú|bác|cụ|cháu|đồng chí|đ c|ong|ba|chi|dong chi) )?(?=\w+ \w)"
)
"""The words by which people are addressed, in the letters of a key; without marks only those that are nobody's surname."""
_SURNAME = ("ông", "ong")
"""That which is a surname as well."""
_NEVER_FIRST = frozenset({"van", "thi"})
"""With what no name of a person begins, without marks."""


class Unparted(str):
    """A text of which nothing tells where a word ends: the letters beside a name may be of something else."""


@dataclass(frozen=True)
class Sought:
    """A person, by one name, or a unit, by its code and every name that it bore.

    `born` and `home` (the code and the names of a unit) tell a person from others of the same name, where they are given. What
    was typed, `as_typed`, may lack marks, word by word; what stands in the register does not. `code` is that of a unit.
    """

    names: tuple[str, ...]
    born: int | None = None
    home: "Sought | None" = None
    is_unit: bool = False
    as_typed: bool = False
    code: str = ""

    def is_named_in(self, text: str) -> bool:
        """Whether a text holds one of the names, in whatever letters, case and spelling of tones, or typed without any marks; a
        word that was itself typed without marks is named by the same with any.
        """
        return self._is_in(text, self._names)

    def is_surely_named_in(self, text: str) -> bool:
        """Whether a text holds one of the names with just those marks that were typed, or none at all."""
        return self._is_in(text, self._exact_names)

    def _is_in(self, text: str, names: re.Pattern[str]) -> bool:
        around = 0 if isinstance(text, Unparted) else _AROUND
        places = (match.span() for match in self._letters.finditer(text))
        return any(names.search(key(text[max(0, start - around) : end + around])) for start, end in places)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """The names as whole words of a key."""
        return _any_of(_with_marks(name) for name in self.names) if self.as_typed else self._exact_names

    @cached_property
    def _exact_names(self) -> re.Pattern[str]:
        return _any_of(re.escape(spelling) for name in self.names for spelling in (key(name), bare(name)))

    @cached_property
    def _letters(self) -> re.Pattern[str]:
        """Where it is worth to look: the letters of a name one after another, with whatever marks. A text may be a whole file."""
        return re.compile("|".join(sorted({_loosely(bare(name)) for name in self.names})))


def _any_of(spellings: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(set(spellings)))})(?!\w)")


def _with_marks(name: str) -> str:
    """What names whom somebody typed: a word that bears marks is meant with these, one that bears none with any."""
    words = key(name).split()
    marked = " ".join(re.escape(word) if word != bare(word) else _loosely(word) for word in words)
    return f"{marked}|{re.escape(bare(name))}"


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
    """Return whom a text means: the unit of that code or name, else a person of that name, however addressed.

    Raises Refusal where it says too little, where without its marks it may mean several units, and where the register has no
    unit by which the person is to be told apart.
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
    return Sought((_unaddressed(text),), born, lives_in, as_typed=True)


def _unaddressed(text: str) -> str:
    """The name without the words by which a person is addressed; as it is where what is left may be no full name, as of one
    whose surname is Ông.
    """
    whole = key(text)
    name = _ADDRESS.sub("", whole)
    is_surname = whole.startswith(_SURNAME) and not names_in(name)
    return text if is_surname or bare(name).split()[0] in _NEVER_FIRST else name


def _unit(text: str, units: Iterable[Unit]) -> Sought | None:
    """The unit that a text names, with every name of every row of the register that bears its code. Raises Refusal."""
    rows = list(units)
    codes = _codes(rows, re.compile(re.escape(key(text))))
    if not codes and text:
        codes = _codes(rows, re.compile(_with_marks(text)))
        if len(codes) > 1:
            raise Refusal(_UNITS.format(unit=clean(text), codes=", ".join(codes)))
    names = dict.fromkeys(name for row in rows if row.id in codes for name in (row.id, *row.names))
    return Sought(tuple(names), is_unit=True, code=", ".join(codes)) if names else None


def _codes(units: Iterable[Unit], name: re.Pattern[str]) -> tuple[str, ...]:
    """The codes of the units that bear a name, or are called by that code."""
    return tuple(
        dict.fromkeys(unit.id for unit in units if any(name.fullmatch(key(one)) for one in (unit.id, *unit.names)))
    )
