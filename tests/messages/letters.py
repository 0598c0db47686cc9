"""Letters for tests, written as mail programs write them."""

from base64 import encodebytes
from textwrap import dedent

WORKBOOK = b"PK\x03\x04 no real workbook, but it begins like one"


def letter(text: str, **filled: bytes | str) -> bytes:
    """Return a message drawn in the test; {name} is filled in, bytes as base64."""
    drawn = dedent(text).lstrip("\n").encode()
    for name, value in filled.items():
        put = encodebytes(value) if isinstance(value, bytes) else value.encode()
        drawn = drawn.replace(b"{" + name.encode() + b"}", put.rstrip(b"\n"))
    return drawn.replace(b"\n", b"\r\n")


def simple(sender: str, subject: str, *files: tuple[str, bytes], said: str = "Gửi xã báo cáo.") -> bytes:
    """Return a plain letter with files, as a mail program of today writes it."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "baocao@vi-du.invalid", subject
    message.set_content(said)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()
