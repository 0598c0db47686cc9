"""The words that the text of a letter may use: what is known of a return, its sender and its office.

An officer writes them into a text, so they bear Vietnamese names there, each declared beside its field and explained at
the head of the text as issued.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

Words = Mapping[str, object]
"""Each word by its Vietnamese name: a text, a number, yes or no, or a list of texts or of words."""


def _named(name: str) -> Any:
    """A word, and what it is called in a text."""
    return field(metadata={"name": name})


def _also(name: str) -> Any:
    """A word that may be empty, and what it is called in a text."""
    return field(metadata={"name": name}, default="", kw_only=True)


@dataclass(frozen=True)
class LetterWords:
    """What any letter may say. `report` names the report, `form` its number and title (empty: unknown), `addressee` whoever
    heads the unit, `compiler` who put the reports together (empty: unsigned).
    """

    unit: str = _named("don_vi")
    issuer: str = _named("co_quan")
    report: str = _named("bao_cao")
    year: int = _named("nam")
    form: str = _named("mau")
    as_of: str = _named("ngay")
    contact: str = _named("nguoi_huong_dan")
    signer_lines: tuple[str, ...] = _named("chuc_vu")
    signer: str = _named("nguoi_ky")
    sample: bool = _named("xa_mau")
    addressee: str = _also("nguoi_nhan")
    compiler: str = _also("nguoi_tong_hop")


@dataclass(frozen=True)
class Point:
    """One point of a return that needs another look: its number, sheet and cell (either may be empty), and what is said."""

    number: int = _named("so")
    sheet: str = _named("trang")
    cell: str = _named("o")
    sentence: str = _named("cau")


@dataclass(frozen=True)
class AnswerWords(LetterWords):
    """What an answer may say too. `owed_*` are empty where nothing is owed, `due` where its day has passed; `others`
    counts the points that the letter leaves to the workbook; `own` tells the sender's workbook from a fresh one.
    """

    file: str = _named("ten_tep")
    counts: bool = _named("duoc_tinh")
    owed_year: str = _named("con_no_nam")
    owed_due: str = _named("con_no_han")
    count: int = _named("so_diem")
    errors: int = _named("so_loi")
    points: tuple[Point, ...] = _named("cac_diem")
    others: int = _named("con_lai")
    review_sheet: str = _named("trang_xem_lai")
    attached: bool = _named("kem_tep")
    own: bool = _named("tep_cua_don_vi")
    marks_cells: bool = _named("danh_dau_o")
    locked: bool = _named("co_mat_khau")
    due: str = _named("han_gui")
    when: str = _named("khi_nao")


@dataclass(frozen=True)
class ReminderWords(LetterWords):
    """What a reminder may say too: the last day, which has passed; whether there are files that may be this report."""

    due: str = _named("han_gui")
    astray: bool = _named("co_tep_chua_ro")


def by_name(words: LetterWords | Point) -> dict[str, object]:
    """Return words under the names that they bear in a text."""
    return {word.metadata["name"]: _plain(getattr(words, word.name)) for word in fields(words)}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    return by_name(value) if isinstance(value, Point) else value
