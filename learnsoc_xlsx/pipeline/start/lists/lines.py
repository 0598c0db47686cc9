"""Lines: a list as it is typed or pasted, a unit on a line, with whatever people write around its name."""

import re
from collections.abc import Iterator

from learnsoc_xlsx.messages.addresses import addresses
from learnsoc_xlsx.pipeline.start.lists.entries import ListedUnit
from learnsoc_xlsx.pipeline.start.lists.kinds import are_units
from learnsoc_xlsx.vietnamese.letters import clean
from learnsoc_xlsx.vietnamese.names import names_in

_MARKED = re.compile(
    r"^\s*(?:[-–—•·*+▪►●○✓✔□☐>]\s*|\(?\d{1,3}\s*[.)/:]\s*(?=\D|$)|\d{1,3}\s+[-–]\s+|\(?[a-zđ][.)]\s+|[IVX]{1,5}[.)]\s+)+"
)
"""What counts the lines of a list or marks them, before the name."""
_MAIL = re.compile(r"<?[^\s<>()\[\]\"“”,;:|]+ ?@ ?[^\s<>()\[\]\"“”,;:|]+>?")
_PHONE = re.compile(
    r"(?:(?:đt|sđt|tel|điện thoại|zalo|số)\s*[.:]?\s*)?\(?(?:\+?84|0)\d(?:[ .\-)]*\d){7,9}(?!\d)", re.IGNORECASE
)
_LABEL = re.compile(r"(?:e-?mail|thư(?: điện tử)?|hộp thư|địa chỉ thư|mail)\s*:?\s*$", re.IGNORECASE)
_CODE = re.compile(r"(?:mã\s*[:.]?\s*)?([A-ZĐ]{1,4}[-.]?\d{1,4})|(?i:mã)\s*[:.]?\s*([\w.-]+)")
_FIELDS, _DASH = re.compile(r"[;|\t]"), re.compile(r"\s+[-–—]\s+")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)[\s.;,]*$")
_HEADED_BY = re.compile(r"(?:ông|bà|trưởng|phó|hiệu trưởng|giám đốc|bí thư|chủ tịch|đ/c)\b", re.IGNORECASE)
_EDGES = " \t,;:|.-–—•*<>"


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, without blank ones; several units on one line are a line each."""
    return [part for line in text.splitlines() if clean(line) for part in _several(line)]


def entry_of(line: str) -> ListedUnit | None:
    """Return the unit on a line, as in “1. Thôn Đông; truongthon@xa.vn”; None where nothing on it can be a name."""
    rest, beside = _without_remark(_MARKED.sub("", line))
    phones = [match.group() for match in _PHONE.finditer(rest)]
    rest = _PHONE.sub(";", _MAIL.sub(";", rest))
    fields = [clean(_LABEL.sub("", part.strip(_EDGES)).strip(_EDGES)) for part in _FIELDS.split(rest)]
    fields = [field for field in fields if field]
    code = next((field for field in fields if _CODE.fullmatch(field)), "") if len(fields) > 1 else ""
    fields = [field for field in fields if field != code]
    name, behind = _name_in(fields[0]) if fields else ("", [])
    if not any(letter.isalpha() for letter in name) and not name.isdigit():
        return None
    notes = dict.fromkeys(note for note in (*behind, *fields[1:], beside, *map(clean, phones)) if note)
    match = _CODE.fullmatch(code)
    return ListedUnit(name, addresses(line), (match[1] or match[2]) if match else "", "; ".join(notes))


def _without_remark(line: str) -> tuple[str, str]:
    """A line without what stands in brackets at its end, where that is whom to reach there; and that."""
    match = _IN_BRACKETS.search(line)
    if not match or not (_is_of_people(match[1]) or addresses(match[1]) or _PHONE.search(match[1])):
        return line, ""
    return line[: match.start()], clean(_MAIL.sub("", match[1])).strip(_EDGES)


def _name_in(field: str) -> tuple[str, list[str]]:
    """The name at the beginning of a field, and who or what is written behind it after a dash."""
    name, *behind = _DASH.split(field)
    for at, part in enumerate(behind):
        if _is_of_people(part):
            return name, behind[at:]
        name = f"{name} - {part}"
    return name.strip(_EDGES), []


def _is_of_people(text: str) -> bool:
    return not text.strip(_EDGES) or bool(_HEADED_BY.match(text.strip()) or names_in(text))


def _several(line: str) -> Iterator[str]:
    """The units on a line: “Thôn Đông, Thôn Đoài” are two, “Ban Văn hóa, Thể thao” is one."""
    for sign in (",", ";"):
        parts = [part.strip() for part in line.split(sign) if part.strip()]
        names = [_MARKED.sub("", part) for part in parts]
        if len(parts) > 1 and "@" not in line and are_units(names):
            yield from parts
            return
    yield line
