"""Files that a system keeps beside those of people, for itself."""

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.spreadsheet.on_disk.apple import is_beside
from learnsoc_xlsx.stages.receive.fault import Fault

_MAC, _WINDOWS = "máy Mac", "Windows"
_NAMES = {
    ".ds_store": _MAC, ".localized": _MAC, "thumbs.db": _WINDOWS, "ehthumbs.db": _WINDOWS, "desktop.ini": _WINDOWS,
}  # fmt: skip


def system_file(name: str, data: bytes) -> Fault | None:
    """Return what is said of a file that a system keeps for itself; nothing for any other."""
    system = _MAC if is_beside(data) else _NAMES.get(name.rpartition(WITHIN)[2].rpartition("/")[2].casefold())
    return Fault(Code.SYSTEM_FILE, system) if system else None
