"""Looks: what a file is that is no workbook, in a few words for people."""

import re

from learnsoc_xlsx.stages.receive.preflight.sound import HEAD

_LOOKS = (
    (b"%PDF", "tệp PDF"),
    (b"\xff\xd8\xff", "ảnh chụp"),
    (b"\x89PNG", "ảnh chụp"),
    (b"GIF8", "ảnh"),
    (b"II*\x00", "ảnh quét"),
    (b"MM\x00*", "ảnh quét"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén gzip"),
    (b"{\\rtf", "văn bản RTF"),
    (b"\x78\x9f\x3e\x22", "winmail.dat của Outlook"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|table|meta|head|body|div)\b", re.IGNORECASE | re.DOTALL
)
_XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"


def looks(data: bytes) -> str:
    """A few Vietnamese words for what a file looks like that is no workbook."""
    if not data:
        return "tệp rỗng"
    head = data[:HEAD]
    if words := next((words for magic, words in _LOOKS if data.startswith(magic)), ""):
        return words
    if head[4:8] == b"ftyp":
        return "ảnh hoặc phim từ điện thoại"
    if head.startswith(b"RIFF"):
        return "ảnh hoặc âm thanh"
    text = _text(head)
    if text is None:
        return "không nhận ra loại tệp"
    if _HTML.match(text):
        return "trang web HTML, dù tên có thể là .xls; hãy mở bằng Excel và lưu lại thành .xlsx"
    if _XML_2003 in text:
        return "bảng tính XML 2003; hãy mở bằng Excel và lưu lại thành .xlsx"
    lines = text.splitlines()[:5]
    separated = any(all(mark in line for line in lines) for mark in (b",", b";", b"\t"))
    return "văn bản CSV; hãy chép số liệu sang mẫu" if lines and separated else "tệp văn bản"


def _text(head: bytes) -> bytes | None:
    """The beginning of a file as UTF-8 text, if it is text at all."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore").encode()
    if b"\0" in head:
        return None
    return head.removeprefix(b"\xef\xbb\xbf")
