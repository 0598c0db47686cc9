"""The papers of a round: what kinds there are, and the number and day under which each was issued."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from learnsoc_xlsx.model.place import Place


class PaperKind(Enum):
    """A kind of paper, with what an officer calls it and the letters of its symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III).

    The word is the one of the register.
    """

    SUBMISSION = ("submission", "Tờ trình", "TTr")
    MINUTES = ("minutes", "Biên bản họp", "BB")
    DECISION = ("decision", "Quyết định khen thưởng", "QĐ")
    REPORT = ("report", "Báo cáo", "BC")
    REQUEST = ("request", "Đề nghị cấp trên", "TTr")

    def __init__(self, word: str, label: str, symbol: str) -> None:
        self.word = word
        self.label = label
        self.symbol = symbol


@dataclass(frozen=True)
class IssuedPaper:
    """What the register tells of a paper: its number with its symbol (empty: none yet), the day on which it was signed
    (None: not yet), and the cell where that stands.
    """

    number: str
    signed_on: date | None
    place: Place
