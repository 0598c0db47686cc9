"""A proof that a workbook opens whole: every part of it is parsed once, as strictly as office programs do it."""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO
from xml.parsers import expat

from learnsoc_xlsx.model.errors import CannotWrite
from learnsoc_xlsx.spreadsheet.package.pieces import Altered, Laid
from learnsoc_xlsx.spreadsheet.package.plain_rows import STAND_IN, go_through, parse

_XML = (".xml", ".rels")
_SENTENCE = (
    "Chương trình bị lỗi khi ghi “{path}”: thành phần “{part}” không mở được. Kết quả cũ còn nguyên. Hãy báo dòng này cho "
    "người cài đặt chương trình."
)


def prove(book: Path | IO[bytes], name: str) -> None:
    """Raise CannotWrite where a part of a workbook is not XML from beginning to end; `name` is what the workbook is called."""
    _prove(book, name, {})


def prove_laid(book: Path, name: str, laid: Mapping[str, Laid]) -> None:
    """Prove a workbook whose parts `laid` lie in it as pieces: of these, what was seen to be whole rows before it was
    deflated must be there as it was laid, and is not parsed again.
    """
    _prove(book, name, {part: pieces.read(book, STAND_IN) for part, pieces in laid.items()})


def _prove(book: Path | IO[bytes], name: str, pieces: Mapping[str, Iterator[bytes]]) -> None:
    with zipfile.ZipFile(book) as parts:
        for part in parts.namelist():
            if part.endswith(_XML):
                try:
                    if part in pieces:
                        go_through(pieces[part])
                    else:
                        with parts.open(part) as body:
                            parse(body)
                except (expat.ExpatError, Altered) as error:
                    raise CannotWrite(_SENTENCE.format(path=name, part=part)) from error
