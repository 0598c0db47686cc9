"""Letters for tests, written as mail programs write them."""

from base64 import encodebytes
from quopri import encodestring
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


def carrying(headers: str, body: bytes) -> bytes:
    """Return a letter with a few words and one more part, of these headers; its body as it is to stand there."""
    border = f"=_{len(body)}"
    opening = (
        "From: Can bo <can-bo@vi-du.invalid>\nTo: baocao@vi-du.invalid\nSubject: Chuyen tiep\nMIME-Version: 1.0\n"
        f"Date: Fri, 20 Nov 2026 08:00:00 +0700\nContent-Type: multipart/mixed; boundary={border}\n\n"
        f"--{border}\nContent-Type: text/plain\n\nGui xa.\n--{border}\n{headers}\n\n"
    )
    return opening.encode() + body + f"\n--{border}--\n".encode()


def in_base64(headers: str, data: bytes, transfer: str = "base64") -> bytes:
    """Return a letter with one more part, in base64; `transfer` is how its header calls that."""
    return carrying(f"{headers}\nContent-Transfer-Encoding: {transfer}", encodebytes(data).rstrip(b"\n"))


def in_quoted_printable(headers: str, data: bytes, transfer: str = "quoted-printable") -> bytes:
    """Return a letter with one more part, in quoted-printable; `transfer` is how its header calls that."""
    return carrying(f"{headers}\nContent-Transfer-Encoding: {transfer}", encodestring(data).rstrip(b"\n"))
