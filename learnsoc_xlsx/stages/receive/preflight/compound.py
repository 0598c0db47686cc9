"""Compound files: the old .xls, and others in the same box."""

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.compound_file import compound_file
from learnsoc_xlsx.stages.receive.fault import Fault, failed
from learnsoc_xlsx.stages.receive.preflight.sound import HEAD, Sound

_BOXES = (
    ("encryptedpackage", Fault(Code.PASSWORD)),
    ("worddocument", Fault(Code.NOT_A_WORKBOOK, "văn bản Word")),
    ("powerpoint document", Fault(Code.NOT_A_WORKBOOK, "trình chiếu PowerPoint")),
    ("__properties_version1.0", Fault(Code.NOT_A_WORKBOOK, "thư Outlook .msg")),
)
_FILEPASS = b"\x2f\x00"


def compound(data: bytes) -> Sound | Fault:
    """Say what a compound file is, or why it is not to be opened."""
    try:
        with compound_file(data) as box:
            streams = {entry[0].casefold() for entry in box.listdir() if len(entry) == 1}
            book = next((name for name in ("workbook", "book") if name in streams), "")
            locked = bool(book) and _locked(box.openstream(book).read(HEAD))
    except Exception as error:
        return failed(error, "nội dung bị hỏng hoặc tải về chưa hết")
    if locked:
        return Fault(Code.PASSWORD)
    if book:
        return Sound("xls", doubtful=True)
    unknown = Fault(Code.NOT_A_WORKBOOK, "không nhận ra loại tệp")
    return next((fault for name, fault in _BOXES if name in streams), unknown)


def _locked(stream: bytes) -> bool:
    """Whether the records of an .xls say, right after its beginning, that a password is needed."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = stream[at : at + 2], int.from_bytes(stream[at + 2 : at + 4], "little")
        if kind == _FILEPASS:
            return True
        at += 4 + length
    return False
