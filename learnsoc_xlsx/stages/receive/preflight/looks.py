"""Looks: what a file is that is no workbook, in a few words for people."""

import re

from learnsoc_xlsx.stages.receive.preflight.sound import HEAD

OF_TABLES = ("tệp nén", "bảng tính")
"""How the words begin of what may hold a return, though it is not opened here."""
_SHORTCUT = "lối tắt {}, không phải chính tệp"
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
    (b"\xfd7zXZ\x00", "tệp nén xz"),
    (b"BZh", "tệp nén bzip2"),
    (b"MSCF", "tệp nén CAB"),
    (b"MZ", "chương trình chạy được (.exe); nếu là tệp nén tự bung, hãy gửi thẳng các tệp bên trong"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", _SHORTCUT.format("tới một tệp trên máy của người gửi")),
    (b"bplist00", "danh sách cài đặt của máy Mac; nếu là lối tắt, cần chính tệp báo cáo"),
    (b"{\\rtf", "văn bản RTF"),
    (b"\x78\x9f\x3e\x22", "winmail.dat của Outlook"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|table|meta|head|body|div)\b", re.IGNORECASE | re.DOTALL
)
_XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_TEXTS = (
    (re.compile(rb"^[ \t]*\[InternetShortcut\]", re.IGNORECASE | re.MULTILINE), _SHORTCUT.format("tới một trang web")),
    (re.compile(rb"^[ \t]*\[Desktop Entry\]", re.MULTILINE), _SHORTCUT.format("tới một tệp trên máy của người gửi")),
    (re.compile(rb"<plist\b.*<key>URL</key>", re.DOTALL), _SHORTCUT.format("tới một trang web")),
    (
        re.compile(rb'\A\s*\{.*(?:docs\.google\.com|"doc_id"|"resource_id")', re.DOTALL),
        f"{_SHORTCUT.format('tới Google Trang tính')}; hãy mở rồi tải về dạng .xlsx",
    ),
    (
        re.compile(rb"<office:document\b.*opendocument\.spreadsheet", re.DOTALL),
        "bảng tính OpenDocument ghi trong một tệp XML (.fods); hãy mở và lưu lại thành .xlsx hoặc .ods",
    ),
)
"""What texts say that stand for a workbook, and are none."""
_TAR, _TAR_AT = b"ustar", 257
_LONG_HEAD = 4 * HEAD
"""How much of a text shows what it is: some begin with all the names that they use."""


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
    if head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        return "tệp nén tar"
    text = _text(data[:_LONG_HEAD])
    if text is None:
        return "không nhận ra loại tệp"
    if _HTML.match(text):
        return "trang web HTML, dù tên có thể là .xls; hãy mở bằng Excel và lưu lại thành .xlsx"
    if words := next((words for shape, words in _TEXTS if shape.search(text)), ""):
        return words
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
