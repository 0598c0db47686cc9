"""The words that the text of a letter may use: what is known of a return, its sender and its office.

An officer writes them into a text, so they bear Vietnamese names there, each declared beside its field and explained at
the head of the text as issued.
"""

from dataclasses import dataclass

from learnsoc_xlsx.stages.template.text.words import also, named


@dataclass(frozen=True)
class LetterWords:
    """What any letter may say. `report` names the report, `form` its number and title (empty: unknown), `addressee` whoever
    heads the unit, `level` what kind of office it reports to, as a sentence names it, `compiler` who put the reports together (empty: unsigned).
    """

    unit: str = named("don_vi")
    issuer: str = named("co_quan")
    report: str = named("bao_cao")
    year: int = named("nam")
    form: str = named("mau")
    as_of: str = named("ngay")
    contact: str = named("nguoi_huong_dan")
    signer_lines: tuple[str, ...] = named("chuc_vu")
    signer: str = named("nguoi_ky")
    sample: bool = named("xa_mau")
    addressee: str = also("nguoi_nhan")
    compiler: str = also("nguoi_tong_hop")
    level: str = also("noi_nhan")


@dataclass(frozen=True)
class Point:
    """One point of a return that needs another look: its number, sheet and cell (either may be empty), and what is said."""

    number: int = named("so")
    sheet: str = named("trang")
    cell: str = named("o")
    sentence: str = named("cau")


@dataclass(frozen=True)
class AnswerWords(LetterWords):
    """What an answer may say too. `owed_*` are empty where nothing is owed, `due` where its day has passed; `others`
    counts the points that the letter leaves to the workbook; `own` tells the sender's workbook from a fresh one.
    """

    file: str = named("ten_tep")
    counts: bool = named("duoc_tinh")
    owed_year: str = named("con_no_nam")
    owed_due: str = named("con_no_han")
    count: int = named("so_diem")
    errors: int = named("so_loi")
    points: tuple[Point, ...] = named("cac_diem")
    others: int = named("con_lai")
    review_sheet: str = named("trang_xem_lai")
    attached: bool = named("kem_tep")
    own: bool = named("tep_cua_don_vi")
    marks_cells: bool = named("danh_dau_o")
    locked: bool = named("co_mat_khau")
    due: str = named("han_gui")
    when: str = named("khi_nao")


@dataclass(frozen=True)
class ReminderWords(LetterWords):
    """What a reminder may say too: the last day, which has passed; whether there are files that may be this report."""

    due: str = named("han_gui")
    astray: bool = named("co_tep_chua_ro")


@dataclass(frozen=True)
class SendingWords(LetterWords):
    """What a letter may say with which a form goes out: the workbook that it carries, where that is to be sent back to (may be
    empty), the last day, and by when in words.
    """

    file: str = named("ten_tep")
    return_to: str = named("dia_chi_nhan")
    due: str = named("han_gui")
    when: str = named("khi_nao")
