"""Files that a system keeps beside those of people, for itself."""

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.spreadsheet.on_disk.apple import is_beside
from learnsoc_xlsx.stages.receive.fault import Fault

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


def system_file(name: str, data: bytes) -> Fault | None:
    """Return what is said of a file that a system keeps for itself; nothing for any other."""
    *folders, own = name.rpartition(WITHIN)[2].casefold().split("/")
    inside = next((_FOLDERS[folder] for folder in folders if folder in _FOLDERS), None)
    system = _MAC if is_beside(data) else _NAMES.get(own, inside)
    return Fault(Code.SYSTEM_FILE, system) if system else None
