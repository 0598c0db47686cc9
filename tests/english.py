"""English where Vietnamese is expected: words of what a person sees that no Vietnamese syllable could be."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from learnsoc_xlsx.vietnamese.legacy.syllable import syllables
from learnsoc_xlsx.vietnamese.letters import bare

_SAID = """
    ubnd hđnd tđkt htcđ tthtcđ tnhh thcs stt bgdđt khvn ttg bnv gcn tcvn vni dtd xml abc unicode times new roman excel word
    outlook notepad xlsx xlsm xlsb xls ods zip eml pdf csv internet sha
"""
"""Abbreviations of the administration, and names of programs, fonts and formats, which have no other."""
_CODES = re.compile(r"\S*\w[._:|@/#]\w\S*|\b(?=\w*\d)[\w-]+\b|\b[IVXLC]+\b|#REF!")
"""What is no word: codes of the register, addresses, stamps, names of files, numbers of documents, Roman numerals."""
_WORDS = re.compile(r"[^\W\d_]{3,}")
_HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^>]*hidden="1"')
_HIDDEN_COLUMNS = re.compile(rb'<col (?=[^>]*hidden="1")[^>]*min="(\d+)"[^>]*max="(\d+)"|<col (?=[^>]*hidden="1")[^>]*max="(\d+)"[^>]*min="(\d+)"')  # fmt: skip
_SAID_OF_CELLS = re.compile(r'\b(?:prompt|promptTitle|error|errorTitle)="([^"]*)"')


def english(text: str, *quoted: str) -> list[str]:
    """Return the words of a text that are no Vietnamese, what is quoted of somebody else's left out."""
    for other in sorted(quoted, key=len, reverse=True):
        text = text.replace(other, " ")
    words = (word.casefold() for word in _WORDS.findall(_CODES.sub(" ", text)))
    return [word for word in words if bare(word) not in _spelt() and word not in _SAID.split()]


@cache
def _spelt() -> frozenset[str]:
    return frozenset(bare(syllable) for syllable in syllables())


def seen(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield (sheet, text) of what a person sees of a workbook of ours: sheets, cells that are not hidden, prompts."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for at, sheet in enumerate(book.sheets_metadata, 1):
            if sheet.visible is not SheetVisibleEnum.Visible:
                continue
            part = package.read(f"xl/worksheets/sheet{at}.xml")
            rows = {int(row) for row in _HIDDEN_ROW.findall(part)}
            columns = _hidden_columns(part)
            yield sheet.name, sheet.name
            for row, cells in enumerate(book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False), 1):
                shown = enumerate(cells, 1) if row not in rows else ()
                yield from (
                    (sheet.name, cell) for column, cell in shown if column not in columns and isinstance(cell, str)
                )
            yield from ((sheet.name, said) for said in _SAID_OF_CELLS.findall(part.decode()))


def _hidden_columns(part: bytes) -> set[int]:
    ends = [[int(end) for end in found if end] for found in _HIDDEN_COLUMNS.findall(part)]
    return {column for pair in ends for column in range(min(pair), max(pair) + 1)}
