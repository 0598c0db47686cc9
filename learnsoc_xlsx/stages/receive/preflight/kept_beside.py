"""Files that a system or a program keeps beside those of people, for itself: told by their names, unless their bytes say otherwise."""

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.spreadsheet.compound_file import OLE
from learnsoc_xlsx.spreadsheet.on_disk.apple import is_beside, without_wrapping
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.preflight.compound import compound
from learnsoc_xlsx.stages.receive.preflight.looks import OF_TABLES, looks
from learnsoc_xlsx.stages.receive.preflight.sound import ZIP, Sound

_MAC, _WINDOWS, _LINUX, _GIT = "máy Mac", "Windows", "Linux", "git"
_NAMES = {
    ".ds_store": _MAC, ".localized": _MAC, "icon\r": _MAC, "thumbs.db": _WINDOWS, "ehthumbs.db": _WINDOWS,
    "ehthumbs_vista.db": _WINDOWS, "desktop.ini": _WINDOWS, ".directory": _LINUX, ".git": _GIT, ".gitignore": _GIT,
    ".gitkeep": _GIT, ".gitattributes": _GIT, ".gitmodules": _GIT,
}  # fmt: skip
_FOLDERS = {
    ".spotlight-v100": _MAC, ".fseventsd": _MAC, ".temporaryitems": _MAC, ".documentrevisions-v100": _MAC,
    "system volume information": _WINDOWS,
}  # fmt: skip
"""Folders in which a system keeps what it knows of a disk; what people threw away, who can say, lies in others."""
_OF_OPEN_FILES, _LONGEST = ("~$", ".~lock."), 1 << 10
"""How office programs begin the names of what they keep beside a file that is open; who has it open takes 165 bytes of it."""
_LEAST_BOX = 512
"""Bytes of the head of a compound file. Source: [MS-CFB] 2.2."""


def may_be_a_return(data: bytes) -> bool:
    """Whether a file is a workbook, be it locked, broken or of a kind that is not read here, or something packed, by its bytes."""
    data = without_wrapping(data)
    if data.startswith(OLE):
        box = compound(data) if len(data) >= _LEAST_BOX else None
        return isinstance(box, Sound) or (box is not None and box.code is not Code.NOT_A_WORKBOOK)
    return data.startswith(ZIP) or looks(data).startswith(OF_TABLES)


def kept_beside(name: str, data: bytes) -> Fault | None:
    """Return what is said of a file that a system keeps for itself, or an office program while another is open; nothing for any
    other, and for one that may be a return, whatever it is called.
    """
    *folders, own = name.rpartition(WITHIN)[2].casefold().split("/")
    inside = next((_FOLDERS[folder] for folder in folders if folder in _FOLDERS), None)
    system = _MAC if is_beside(data) else _NAMES.get(own, inside)
    of_a_system = Fault(Code.SYSTEM_FILE, system) if system else None
    is_of_open_file = own.startswith(_OF_OPEN_FILES) and len(data) <= _LONGEST
    fault = Fault(Code.LOCK_FILE) if is_of_open_file else of_a_system
    return None if fault and may_be_a_return(data) else fault
