"""Preflight: a look at the bytes of a file before any library opens it.

It tells a workbook from what merely looks like one, and refuses what no honest return is: files that swell, cells
beyond all tables, merges over whole sheets, declarations that only an attack needs. Limits are far above what a form
with 20,000 households, or a sheet whose blank rows are formatted to the end, comes to; each is named in its finding.
"""

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.spreadsheet.compound_file import OLE
from learnsoc_xlsx.stages.receive.fault import Fault, size
from learnsoc_xlsx.stages.receive.preflight.compound import compound
from learnsoc_xlsx.stages.receive.preflight.looks import looks
from learnsoc_xlsx.stages.receive.preflight.sound import LARGEST, ZIP, Sound
from learnsoc_xlsx.stages.receive.preflight.zipped import zipped


def preflight(data: bytes) -> Sound | Fault:
    """Say what a file is, or why it is not to be opened. Never raises for what a file holds."""
    if len(data) > LARGEST:
        return Fault(Code.FILE_TOO_LARGE, size(len(data)), size(LARGEST))
    if data.startswith(OLE):
        return compound(data)
    if data.startswith(ZIP):
        return zipped(data)
    return Fault(Code.NOT_A_WORKBOOK, looks(data))
