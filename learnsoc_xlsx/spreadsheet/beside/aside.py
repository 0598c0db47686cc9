"""An aside: something that people see on a sheet, and that stands in no cell."""

from dataclasses import dataclass
from enum import Enum


class AsideKind(Enum):
    """What an aside is, as it is called on the screen."""

    NOTE = "ghi chú"
    BOX = "hộp chữ"
    PICTURE = "ảnh"
    STRUCK = "gạch ngang"


@dataclass(frozen=True)
class Aside:
    """What stands beside, over or through a cell (its row and column counted from 0), and the words in it."""

    kind: AsideKind
    row: int
    column: int
    words: str = ""
