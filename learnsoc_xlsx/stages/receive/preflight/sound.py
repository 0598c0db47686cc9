"""What a file is that may be opened, by which bytes it is told, and how large it may be."""

from dataclasses import dataclass

from learnsoc_xlsx.spreadsheet.parts import Parts
from learnsoc_xlsx.stages.receive.fault import MB

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
DIRECTORY_ENTRY = b"PK\x01\x02"
OF_APPLE = "tệp Numbers, Pages hoặc Keynote của Apple; hãy mở bằng máy Mac và xuất ra Excel"
ODDLY_PACKED = "nén theo cách chương trình không mở được"
HEAD = 4_096
"""How much of a file shows what it is."""
LARGEST = 50 * MB
MOST_PARTS = 2_000
AREA = 5_000_000
"""Cells that may lie between A1 and the last filled row and column of a sheet."""


@dataclass(frozen=True)
class Sound:
    """What a file is: xlsx, xlsb, ods or xls; its parts, where it is zipped; whether to read it on trial first."""

    container: str
    parts: Parts | None = None
    doubtful: bool = False
