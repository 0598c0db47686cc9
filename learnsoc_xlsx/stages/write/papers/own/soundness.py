"""Soundness: whether a file that somebody laid there is a Word document of a bearable size that runs and fetches nothing."""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

LONGEST = 5_000_000
"""Bytes of a template, packed; those as shipped have a hundredth of it."""
_LONGEST_UNPACKED = 4 * LONGEST
_LONGEST_TEXT = 3_000_000
"""Bytes of a part in which there may be tags, unpacked."""
_MANY_PARTS = 1_000
_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
_TEXT = re.compile(r"word/[^/]*\.xml$", re.IGNORECASE)
_RUNS = re.compile(r"vbaProject|vbaData|activeX|embeddings/|oleObject", re.IGNORECASE)
_LINK, _BASE = "/hyperlink", "/attachedTemplate"
NOT_WORD = "không phải tệp Word (.docx) mở ra đọc được; hãy mở bằng Word, lưu lại thành .docx (không phải .doc, .docm)"
_OLD = "tệp .doc kiểu cũ hoặc có đặt mật khẩu; hãy mở bằng Word, bỏ mật khẩu, lưu lại thành .docx"
_TOO_LONG = f"tệp dài quá {LONGEST // 1_000_000} MB"
_UNPACKS_LONG = "nội dung tệp khi mở ra dài quá mức của một mẫu văn bản; hãy làm lại từ mẫu có sẵn"
_HAS_CODE = "tệp có macro hoặc đối tượng nhúng (Excel, ActiveX…); hãy xóa, chỉ để chữ, bảng và hình"
_FETCHES = "tệp lấy hình hoặc nội dung từ nơi khác (“{target}”); hãy chèn hẳn vào tệp"
_SHOWN = 60


def unsound(template: bytes) -> str:
    """Return in one sentence why a file is no template, whatever it says; an empty text where it may be one."""
    if len(template) > LONGEST:
        return _TOO_LONG
    if template.startswith(_COMPOUND):
        return _OLD
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as parts:
            return next(_faults(parts), "")
    except Exception:  # whatever zipfile and lxml find wrong with what is no package
        return NOT_WORD


def _faults(parts: zipfile.ZipFile) -> Iterator[str]:
    listed = parts.infolist()
    longest = max((part.file_size for part in listed if _TEXT.match(part.filename)), default=0)
    if (
        len(listed) > _MANY_PARTS
        or sum(part.file_size for part in listed) > _LONGEST_UNPACKED
        or longest > _LONGEST_TEXT
    ):
        yield _UNPACKS_LONG
    if any(_RUNS.search(part.filename) for part in listed):
        yield _HAS_CODE
    for part in listed:
        if part.filename.lower().endswith(".rels"):
            yield from (_FETCHES.format(target=target[:_SHOWN]) for target in _fetched(parts.read(part)))


def _fetched(relationships: bytes) -> Iterator[str]:
    """Yield what is fetched from elsewhere when the document is opened. The template that it was made from is not taken over."""
    for one in etree.fromstring(relationships, etree.XMLParser(resolve_entities=False)):
        outside = str(one.get("TargetMode", "")).casefold() == "external"
        if outside and not str(one.get("Type", "")).endswith((_LINK, _BASE)):
            yield str(one.get("Target", ""))
