"""What stands beside the cells: something that people see on a sheet, and that stands in no cell."""

from dataclasses import dataclass
from enum import Enum


class BesideKind(Enum):
    """What it is, as it is called on the screen."""

    NOTE = "ghi chú"
    BOX = "hộp chữ"
    PICTURE = "ảnh"
    STRUCK = "gạch ngang"


@dataclass(frozen=True)
class Beside:
    """What stands beside, over or through a cell (its row and column counted from 0), and the words in it."""

    kind: BesideKind
    row: int
    column: int
    words: str = ""
