"""Of the program: what it lays into INBOX itself, where the mailbox is and what was collected from there."""

from pathlib import Path

from learnsoc_xlsx.messages.walk import is_mail
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.pipeline.settings.mailbox import NAME as SETTINGS
from learnsoc_xlsx.stages.fetch.index import COLLECTED, DRAFT
from learnsoc_xlsx.stages.fetch.index import NAME as INDEX
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.preflight.kept_beside import may_be_a_return
from learnsoc_xlsx.stages.write.moving.lease import GUARD

_CALLED = {
    (SETTINGS,): "tệp khai báo hộp thư cho lệnh collect",
    (COLLECTED, INDEX): "sổ ghi các thư đã lấy từ hộp thư",
    (COLLECTED, GUARD): "khóa của lần lấy thư đang chạy, hoặc đã bị ngắt",
    (COLLECTED, DRAFT): "tệp ghi dở của lần lấy thư bị ngắt; lần lấy thư sau sẽ ghi lại",
}


def of_the_program(inbox: Path) -> dict[Path, Fault]:
    """Return the places in INBOX that are the program's own, and what is said of what lies there; not where somebody laid a
    return under such a name.
    """
    places = {inbox.joinpath(*parts): Fault(Code.OF_THE_PROGRAM, called) for parts, called in _CALLED.items()}
    return {path: fault for path, fault in places.items() if not _is_return(path)}


def _is_return(path: Path) -> bool:
    try:
        data = path.read_bytes() if path.is_file() else b""
    except OSError:
        return False
    return may_be_a_return(data) or is_mail(data, path.name)
