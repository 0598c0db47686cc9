"""Unlock: open a workbook behind a password that the officer was told, or behind Excel's own default one.

A file says itself how much work a password is to be: passwords are tried in a child process within its limits. They go
there through a pipe, and nowhere else.
"""

import io
import json
import sys
from dataclasses import dataclass
from importlib.util import find_spec

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.returns.passwords import Passwords
from learnsoc_xlsx.spreadsheet.compound_file import OLE
from learnsoc_xlsx.spreadsheet.whose_fault import is_of_the_file
from learnsoc_xlsx.stages.receive.children.child import BROKE, NOTHING, PATIENCE, child, limit, module
from learnsoc_xlsx.stages.receive.fault import Fault

DEFAULT = "VelvetSweatshop"
"""With this Excel locks what is only to be protected against changes, and opens it unasked. Source: [MS-OFFCRYPTO] 2.2."""
BY_DEFAULT, BY_TOLD = "mật khẩu mặc định của Excel", "một mật khẩu trong tệp mật khẩu"
INSTALL = "python -m pip install msoffcrypto-tool"
_LIBRARY = "msoffcrypto"


@dataclass(frozen=True)
class Unlocked:
    """A workbook without its password, and in Vietnamese with which it was opened."""

    data: bytes
    by: str


def unlock(data: bytes, passwords: Passwords) -> Unlocked | Fault:
    """Open a workbook that preflight found to be behind a password, or say why it stays shut.

    .xlsx, .xlsm, .xlsb and .xls are opened. What comes out is unknown, and must pass preflight like any file.
    """
    if not data.startswith(OLE):
        return _shut("chương trình không mở được mật khẩu của loại tệp này")
    if find_spec(_LIBRARY) is None:
        return _shut(f"máy này chưa cài phần mở mật khẩu; người cài máy chạy: {INSTALL}")
    tried = (*passwords.words, DEFAULT)
    ended = child(module(__name__), json.dumps(tried).encode() + b"\n" + data, PATIENCE)
    if isinstance(ended, Fault):
        return ended
    if ended.code == BROKE:
        return _shut("kiểu mật khẩu này không mở được, hoặc tệp bị hỏng")
    if ended.code == NOTHING:
        return _shut(_none_fits(len(passwords.words)))
    number, _, opened = ended.output.partition(b"\n")
    return Unlocked(opened, BY_DEFAULT if tried[int(number)] == DEFAULT else BY_TOLD)


def _none_fits(count: int) -> str:
    return (
        f"không mật khẩu nào trong {count} mật khẩu đã cho mở được tệp"
        if count
        else "chưa cho chương trình mật khẩu nào"
    )


def _shut(why: str) -> Fault:
    return Fault(Code.PASSWORD, extra=f" ({why})")


# In the child


def _opened(data: bytes, password: str) -> bytes | None:
    """Return the workbook that a password opens; nothing where it does not fit."""
    import msoffcrypto
    from msoffcrypto.exceptions import InvalidKeyError
    from msoffcrypto.format.ooxml import OOXMLFile

    book, out = msoffcrypto.OfficeFile(io.BytesIO(data)), io.BytesIO()
    sure = {"verify_password": True} if isinstance(book, OOXMLFile) else {}
    try:
        book.load_key(password=password, **sure)
        book.decrypt(out)
    except InvalidKeyError:
        return None
    return out.getvalue()


def main() -> int:
    """Try each password on what comes in; write the number of the one that fits, and the workbook without it.

    End with BROKE where the file is broken, with NOTHING where none fits. Raises what is no fault of the file.
    """
    limit()
    line, _, data = sys.stdin.buffer.read().partition(b"\n")
    try:
        for number, password in enumerate(json.loads(line)):
            if (opened := _opened(data, password)) is not None:
                sys.stdout.buffer.write(b"%d\n" % number + opened)
                return 0
    except BaseException as error:  # the library's own errors share no ancestor, and their words are nothing for people
        if not is_of_the_file(error):
            raise
        return BROKE
    return NOTHING
