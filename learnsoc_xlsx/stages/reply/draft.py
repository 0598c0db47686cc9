"""Drafts: a letter as a file that a mail program opens ready to be sent, with the workbooks that go with it."""

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime

from learnsoc_xlsx.model.returns.mailbox import OWN_DOMAIN
from learnsoc_xlsx.vietnamese.dates import VIETNAM

_LINE = 76
"""Letters of a line of an attachment."""
_KIND = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ON_THE_WIRE = compat32.clone(linesep="\r\n")


@dataclass(frozen=True)
class AttachedBook:
    """A workbook that goes with a letter, and the name it bears there."""

    name: str
    book: bytes


def draft(to: Sequence[str], subject: str, text: str, day: date, attached: Sequence[AttachedBook] = ()) -> bytes:
    """Return a letter that opens as a draft (X-Unsent), to whom it may concern where `to` is empty; its id, and the border between its parts, come from what it
    says.
    """
    texts = "\0".join((*to, subject, text, *(file.name for file in attached))).encode()
    mark = hashlib.sha256(b"\0".join((texts, *(file.book for file in attached)))).hexdigest()[:32]
    letter = MIMEMultipart(boundary=f"=_learnsoc_{mark}")
    if to:
        letter["To"] = ", ".join(to)
    letter["Subject"] = Header(" ".join(subject.split()), "utf-8", header_name="Subject").encode()
    letter["Date"] = format_datetime(datetime(day.year, day.month, day.day, 8, tzinfo=VIETNAM))
    letter["Message-ID"] = f"<{mark}@{OWN_DOMAIN}>"
    letter["X-Unsent"] = "1"
    letter.attach(MIMEText(text, "plain", "utf-8"))
    opening, end = letter.as_bytes(policy=_ON_THE_WIRE).rsplit(b"--\r\n", 1)
    return opening + b"".join(_part(file, mark) for file in attached) + b"--\r\n" + end


def _part(attached: AttachedBook, mark: str) -> bytes:
    """An attachment as it stands between two borders; laid in by hand, for the library goes through it line by line."""
    head = MIMEApplication(b"", _KIND)
    name = attached.name
    head.add_header("Content-Disposition", "attachment", filename=name if name.isascii() else ("utf-8", "", name))
    packed = b64encode(attached.book)
    lines = (packed[at : at + _LINE] for at in range(0, len(packed), _LINE))
    body = b"\r\n".join((*lines, f"--=_learnsoc_{mark}".encode()))
    return b"\r\n" + head.as_bytes(policy=_ON_THE_WIRE) + body
