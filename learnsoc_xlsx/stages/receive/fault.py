"""A fault: why something that came in is not opened, and how it says how much was too much."""

import errno
from dataclasses import dataclass

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.whose_fault import is_of_the_file, trace
from learnsoc_xlsx.vietnamese.numbers import format_number

MB = 1 << 20


@dataclass(frozen=True)
class Fault:
    """Why a file is not opened: the finding it gets, the words in it, and the sheet and cell where there is one."""

    code: Code
    given: str = ""
    expected: str = ""
    other: str = ""
    extra: str = ""
    sheet: str = ""
    cell: str = ""


def failed(error: BaseException, words: str) -> Fault:
    """Return why a reading failed: the file is broken, in these words; or this program is, and the file is not blamed."""
    return Fault(Code.UNREADABLE, words) if is_of_the_file(error) else Fault(Code.PROGRAM_FAILED, trace(error))


def damaged(how: str, files: int) -> Fault:
    """Return what is said of a container of which only part may have been taken out."""
    return Fault(Code.DAMAGED_CONTAINER, how, str(files))


_REASONS = {
    errno.EACCES: "không có quyền đọc, hoặc chương trình khác đang giữ tệp",
    errno.EPERM: "không có quyền đọc, hoặc chương trình khác đang giữ tệp",
    errno.ENOENT: "tệp không còn ở đó, hoặc lối tắt dẫn tới một tệp không còn",
    errno.EIO: "ổ đĩa báo lỗi",
    errno.EISDIR: "không mở được thư mục này",
    errno.ENOTDIR: "tệp không còn ở đó",
    errno.ELOOP: "lối tắt dẫn vòng tròn",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ESTALE: "mất kết nối tới ổ đĩa mạng",
    errno.ETIMEDOUT: "mất kết nối tới ổ đĩa mạng",
}


class Changed(OSError):
    """A file holds other bytes than it did when it was looked into."""


def out_of_reach(error: OSError) -> Fault:
    """Return why the system does not hand over a file that lies in INBOX, or not as it was."""
    if isinstance(error, Changed):
        return Fault(Code.OUT_OF_REACH, "tệp bị sửa trong lúc chương trình đang chạy")
    reason = _REASONS.get(error.errno or 0, f"hệ thống báo mã {error.errno or 'không rõ'}")
    return Fault(Code.OUT_OF_REACH, reason)


def size(count: int) -> str:
    """Say how large something of so many bytes is."""
    return f"{format_number(max(count // MB, 1))} MB"


def number(count: int) -> str:
    """Write a number as people do."""
    return format_number(count)
