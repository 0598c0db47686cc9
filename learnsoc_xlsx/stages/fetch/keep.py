"""Keep: tell which attachments may be reports, and put them where nothing is overwritten."""

import hashlib
from dataclasses import dataclass, field
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


class Keeper:
    """Puts attachments under INBOX/thu. Files of one name are numbered; each that is there is looked at once in a run."""

    def __init__(self, inbox: Path) -> None:
        self._inbox = inbox
        self._taken: dict[Path, _Taken] = {}

    def keep(self, attachment: Attachment, container: str, folder: str, day: date) -> Kept:
        """Write an attachment under INBOX/thu/`folder`, its name begun with the day; nothing there is overwritten.

        The same bytes already there under that name, or with a number after it, are the same file. Raises CannotWrite.
        """
        called = attachment.name or f"khong ten{_ending(container)}"
        whole = self._inbox / COLLECTED / safe(folder) / f"{day.isoformat()} {safe(called)}"
        sha256 = hashlib.sha256(attachment.data).hexdigest()
        taken = self._taken.setdefault(whole, _Taken())
        while sha256 not in taken.numbers:
            taken.last += 1
            holds = self._put(whole.with_name(numbered(whole.name, taken.last)), attachment.data)
            taken.numbers.setdefault(holds, taken.last)
        path = whole.with_name(numbered(whole.name, taken.numbers[sha256]))
        return Kept(path.relative_to(self._inbox).as_posix(), attachment.name, sha256, len(attachment.data))

    def _put(self, path: Path, data: bytes) -> str:
        """Write a new file, whole or not at all however the program ends, unless one has the name; return the hash of what is
        there now.
        """
        try:
            if path.exists() or path.is_symlink():
                return _hash(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data, self._inbox / COLLECTED / DRAFT)
        except OSError as error:
            raise CannotWrite(
                f"Không ghi được “{path}” ({why(error)}). Hãy kiểm tra quyền ghi và chỗ trống."
            ) from error
        return hashlib.sha256(data).hexdigest()


@dataclass
class _Taken:
    """The numbers that files of one name have, by the hash of each, and the last number that was looked at."""

    numbers: dict[str, int] = field(default_factory=dict)
    last: int = 0


def _hash(path: Path) -> str:
    """The hash of what is there; one that cannot be read, or is no file, is like none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    except OSError:
        return ""


def _ending(container: str) -> str:
    """The ending that a nameless file should have, so that people can open it."""
    if container in _WORKBOOKS:
        return f".{container}"
    return {"tệp nén": ".zip", "tệp PDF": ".pdf", "ảnh chụp": ".jpg", "văn bản Word": ".docx"}.get(container, ".bin")
