"""Codebook: the forms of a year as data, for programs and for people."""

from learnsoc_xlsx.catalogue.forms_as_data import HEADERS, codebook, codebook_json, codebook_markdown, notes, rows
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.pipeline.terms.in_force import admissible, law
from learnsoc_xlsx.stages.template.codebook_workbook import codebook_workbook


def codebook_of(year: int, how: str) -> bytes:
    """Return the codebook of a year as json, md or xlsx. Raises Refusal for another format or a year outside the movement."""
    span = admissible().years
    if year not in span:
        raise Refusal(f"Phong trào chỉ có các năm {span[0]}–{span[-1]}, không có năm {year}.")
    book = codebook(year, law())
    if how == "json":
        return codebook_json(book).encode()
    if how == "md":
        return codebook_markdown(book).encode()
    if how == "xlsx":
        return codebook_workbook(year, HEADERS, rows(book), notes(book))
    raise Refusal(f"Không có dạng “{how}”. Hãy chọn json, xlsx hoặc md.")
