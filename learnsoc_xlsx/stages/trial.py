"""A reading on trial: a child process opens a workbook first, and may die of it.

The reader of old .xls and .xlsb files can abort the process or ask for all its memory, and no look at the bytes can
rule that out. What the child reads to its end within its limits is then opened here too.
"""

import io
import os
import subprocess
import sys
from pathlib import Path

from learnsoc_xlsx.model.findings import Code
from learnsoc_xlsx.stages.preflight import Fault

SECONDS, MEMORY = 10, 1 << 30
_BROKE = 3
_CHILD = ("-X", "utf8", "-m", "learnsoc_xlsx.stages.trial")


def trial(data: bytes, container: str) -> Fault | None:
    """Read a whole workbook in a child process; return why it is not to be opened here, or nothing."""
    try:
        ended = subprocess.run(
            [sys.executable, *_CHILD, container],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(_where())},
        )
    except subprocess.TimeoutExpired:
        return _gave_up("quá thời gian mà chưa xong")
    if ended.returncode == 0:
        return None
    if b"memory allocation" in ended.stderr or b"MemoryError" in ended.stderr:
        return _gave_up("cần quá nhiều bộ nhớ")
    if ended.returncode == _BROKE:
        return Fault(Code.UNREADABLE, cause(ended.stdout.decode("utf-8", "replace")))
    return _gave_up("chương trình đọc dừng giữa chừng")


def cause(error: str) -> str:
    """Say in Vietnamese what the reader's own words for a failure come to."""
    words = error.casefold()
    return "có mật khẩu" if "password" in words or "encrypt" in words else "nội dung bị hỏng"


def _gave_up(what: str) -> Fault:
    return Fault(Code.GAVE_UP, what, f"{SECONDS} giây và {MEMORY >> 30} GB bộ nhớ")


def _where() -> list[str]:
    """Where the child finds this package, however it was found here."""
    already = os.environ.get("PYTHONPATH")
    return [str(Path(__file__).parents[2]), *([already] if already else [])]


# In the child


def _limit() -> None:
    """Bound this process where the system can; elsewhere the parent's patience alone does."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(data: bytes, container: str) -> None:
    from python_calamine import CalamineWorkbook

    from learnsoc_xlsx.stages.error_cells import error_cells

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    error_cells(data, container)


def _main(container: str) -> int:
    _limit()
    try:
        _read(sys.stdin.buffer.read(), container)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # the reader's own errors share no ancestor, and its panics are no Exception
        print(error)
        return _BROKE
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1]))
