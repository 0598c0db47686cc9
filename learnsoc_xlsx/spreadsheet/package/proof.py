"""A proof that a workbook opens whole: every part of it is parsed once, as strictly as office programs do it."""

import zipfile
from pathlib import Path
from typing import IO
from xml.parsers import expat

from learnsoc_xlsx.model.errors import CannotWrite
from learnsoc_xlsx.spreadsheet.package.plain_rows import parse

_XML = (".xml", ".rels")
_SENTENCE = (
    "Chương trình bị lỗi khi ghi “{path}”: thành phần “{part}” không mở được. Kết quả cũ còn nguyên. Hãy báo dòng này cho "
    "người cài đặt chương trình."
)


def prove(book: Path | IO[bytes], name: str) -> None:
    """Raise CannotWrite where a part of a workbook is not XML from beginning to end; `name` is what the workbook is called."""
    with zipfile.ZipFile(book) as parts:
        for part in parts.namelist():
            if part.endswith(_XML):
                with parts.open(part) as body:
                    _prove(body, name, part)


def _prove(body: IO[bytes], name: str, part: str) -> None:
    try:
        parse(body)
    except expat.ExpatError as error:
        raise CannotWrite(_SENTENCE.format(path=name, part=part)) from error
