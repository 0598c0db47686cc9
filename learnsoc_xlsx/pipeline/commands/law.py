"""Law: what a year's awards go by, in words, under the choices of the commune whose register lies in INBOX."""

from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.pipeline.rulebook.chapter import Rulebook
from learnsoc_xlsx.pipeline.rulebook.on_paper import as_json, lines
from learnsoc_xlsx.pipeline.rulebook.rulebook import rulebook
from learnsoc_xlsx.pipeline.steps.register import found_in
from learnsoc_xlsx.pipeline.terms.in_force import admissible, law
from learnsoc_xlsx.pipeline.terms.terms import terms_of


def law_in_words(inbox: Path | None, year: int, how: str) -> str:
    """Return the rules of a year as text or json. Raises Refusal for another format, a year outside the movement, a folder
    that is not there, and a register that cannot be used.
    """
    ways = {"text": _text, "json": as_json}
    if how not in ways:
        raise Refusal(f"Không có dạng “{how}”. Hãy chọn text hoặc json.")
    span = admissible().years
    if year not in span:
        raise Refusal(f"Phong trào chỉ có các năm {span[0]}–{span[-1]}, không có năm {year}.")
    if inbox is not None and not inbox.is_dir():
        raise Refusal(f"Không có thư mục “{inbox}”. Hãy kiểm tra lại tên thư mục có danh bạ.")
    register, faults = found_in(inbox) if inbox is not None else (None, ())
    return ways[how](rulebook(year, law(), terms_of(register, date(year, 12, 31)) if register else None, faults))


def _text(book: Rulebook) -> str:
    return "\n".join(lines(book)) + "\n"
