"""Keep: tell which attachments may be reports, and put them where nothing is overwritten."""

import hashlib
from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.errors import CannotWrite, why
from learnsoc_xlsx.model.returns.mailbox import Attachment, Kept
from learnsoc_xlsx.spreadsheet.on_disk.file_names import numbered, safe
from learnsoc_xlsx.spreadsheet.on_disk.whole_file import write_whole
from learnsoc_xlsx.stages.fetch.index import COLLECTED, DRAFT

_BOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods", ".et", ".csv", ".numbers", ".gsheet")
_HOLDERS = (".zip", ".rar", ".7z", ".eml", ".emlx", ".msg", ".mbox")
_HELD = ("tệp nén", "winmail.dat")
"""What preflight calls the holders that it knows by their bytes."""
_WORKBOOKS = ("xlsx", "xlsb", "ods", "xls")
_LARGE = 20_000
"""Bytes. A signature's picture or a card is smaller; a report that was photographed, printed or typed in Word is larger."""


def refused(attachment: Attachment, container: str) -> str:
    """Say in Vietnamese why an attachment cannot be a report; nothing when it may be one.

    Workbooks and archives may be, by their content or by their name; anything else only when it is large.
    """
    name = attachment.name.lower()
    if container in _WORKBOOKS or container.startswith(_HELD) or name.endswith((*_BOOKS, *_HOLDERS)):
        return ""
    if name == "winmail.dat":
        return "Outlook đã gói tệp theo cách riêng; hãy đề nghị người gửi gửi lại"
    if len(attachment.data) > _LARGE:
        return ""
    return f"nhỏ hơn 20 kB, không phải bảng tính ({container})"


def keep(attachment: Attachment, container: str, inbox: Path, folder: str, day: date) -> Kept:
    """Write an attachment under INBOX/thu/`folder`, its name begun with the day; nothing there is overwritten.

    The same bytes already there under that name, or with a number after it, are the same file. Raises CannotWrite.
    """
    called = attachment.name or f"khong ten{_ending(container)}"
    name = f"{day.isoformat()} {safe(called)}"
    parts = (COLLECTED, safe(folder))
    number = 1
    draft = inbox / COLLECTED / DRAFT
    while not _put(inbox.joinpath(*parts, numbered(name, number)), attachment.data, draft):
        number += 1
    sha256 = hashlib.sha256(attachment.data).hexdigest()
    return Kept("/".join((*parts, numbered(name, number))), attachment.name, sha256, len(attachment.data))


def _ending(container: str) -> str:
    """The ending that a nameless file should have, so that people can open it."""
    if container in _WORKBOOKS:
        return f".{container}"
    return {"tệp nén": ".zip", "tệp PDF": ".pdf", "ảnh chụp": ".jpg", "văn bản Word": ".docx"}.get(container, ".bin")


def _holds(path: Path, data: bytes) -> bool:
    """Whether a file holds just this; one that cannot be read is another."""
    try:
        return path.is_file() and path.read_bytes() == data
    except OSError:
        return False


def _put(path: Path, data: bytes, draft: Path) -> bool:
    """Write a new file, whole or not at all however the program ends; False where another file has the name."""
    try:
        if path.exists() or path.is_symlink():
            return _holds(path, data)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data, draft)
    except OSError as error:
        raise CannotWrite(f"Không ghi được “{path}” ({why(error)}). Hãy kiểm tra quyền ghi và chỗ trống.") from error
    return True
