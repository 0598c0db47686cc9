"""A child process sees nothing of the working folder, and a death that it did not name is never the file's fault."""

import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import cast
from xml.etree import ElementTree

import pytest
import python_calamine
import xlrd

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.returns.passwords import Passwords
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.spreadsheet.whose_fault import is_of_the_file
from learnsoc_xlsx.stages.read.read import read
from learnsoc_xlsx.stages.receive import trial as trials
from learnsoc_xlsx.stages.receive.children import child_start
from learnsoc_xlsx.stages.receive.children.child import BROKE, NOTHING, PATIENCE, SECONDS, Ended, child, module
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.trial import trial
from learnsoc_xlsx.stages.receive.unlock import Unlocked, unlock
from tests.drawing import Desk, blank
from tests.stages.receive.locked import locked

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")

OLD_FILE = next(Path("input_templates/sample/2026").glob("D01*.xls")).resolve()
COMMANDS = {
    "learnsoc": ("-P", "-c", "from learnsoc_xlsx.cli import main; main()"),
    "python -m learnsoc_xlsx": ("-m", "learnsoc_xlsx"),
}
"""The two ways to start the program; the first is what the installed script does."""


@pytest.fixture
def trapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with files that bear the names of libraries, and leave a trace when they are imported."""
    for name in ("xlrd", "python_calamine", "olefile", "json", "io", "msoffcrypto", "learnsoc_xlsx"):
        trap = f"open({str(tmp_path / 'sprung')!r}, 'a').write(__name__)\nraise SystemExit(0)\n"
        (tmp_path / f"{name}.py").write_text(trap, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Isolated


@pytest.mark.parametrize("pointing", ["", "."])
def test_a_reading_on_trial_imports_nothing_that_lies_in_the_working_folder(
    pointing: str, trapped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", pointing)

    fault = trial(OLD_FILE.read_bytes(), "xls")

    assert not (trapped / "sprung").exists()
    assert fault is None
    assert trial(b"nonsense", "xls") is not None


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_an_old_file_is_read_wherever_the_program_is_started(command: tuple[str, ...], trapped: Path) -> None:
    (trapped / "learnsoc_xlsx.py").unlink()  # whoever lays the program itself there wants another program

    ended = subprocess.run([sys.executable, *command, "check", str(OLD_FILE)], capture_output=True, text=True, check=False)  # fmt: skip

    assert not (trapped / "sprung").exists()
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "Sáng kiến, mô hình › D7" in ended.stdout


def test_a_locked_file_is_opened_with_nothing_that_lies_in_the_working_folder(trapped: Path) -> None:
    opened = unlock(locked(blank("village", 2026), "bí mật"), Passwords(("bí mật",)))

    assert not (trapped / "sprung").exists()
    assert isinstance(opened, Unlocked)


def test_a_child_finds_this_very_package_and_the_libraries_of_its_parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    (tmp_path / "only_here.py").write_text("def main(word):\n    print(word)\n    return 0\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    told = child(module("only_here", "xin chào"), b"", 10)
    package = child(module("learnsoc_xlsx.spreadsheet.whose_fault"), b"", 10)

    assert told == Ended(0, "xin chào".encode() + os.linesep.encode())
    assert package == Fault(Code.PROGRAM_FAILED, f"AttributeError, child_start.py:{the_line_that_hands_over()}")


def test_what_lies_in_the_working_folder_alone_is_not_found_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    (tmp_path / "only_here.py").write_text("def main():\n    return 0\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)

    told = child(module("only_here"), b"", 10)

    assert isinstance(told, Fault)
    assert told.given.startswith("ModuleNotFoundError")


def the_line_that_hands_over() -> int:
    lines = Path(child_start.__file__).read_text(encoding="utf-8").splitlines()
    return 1 + next(at for at, line in enumerate(lines) if ".main(*words)" in line)


# Whose fault


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("import a_library_that_is_not_there", "ModuleNotFoundError, <string>:1"),
        ("\nopen_the_file()", "NameError, <string>:2"),
        ("raise TypeError('số điện thoại\\n0912 345 678')", "TypeError, <string>:1"),
        ("raise SystemExit(7)", "mã thoát 7"),
        ("raise SystemExit('không mở được')", "mã thoát 1"),
        pytest.param("import os; os.abort()", "tín hiệu 6", marks=POSIX),
        pytest.param("import os; os.kill(os.getpid(), 11)", "tín hiệu 11", marks=POSIX),
        pytest.param("import os; os.kill(os.getpid(), 9)", "tín hiệu 9", marks=POSIX),
    ],
)
def test_a_death_that_the_work_did_not_name_is_the_program_s_fault(code: str, given: str) -> None:
    assert child(("-c", code), b"", 10) == Fault(Code.PROGRAM_FAILED, given)


@pytest.mark.parametrize("code", [0, BROKE, NOTHING])
def test_an_end_that_the_work_named_is_its_own(code: int) -> None:
    assert child(("-c", f"import sys; print('x'); sys.exit({code})"), b"", 10) == Ended(code, f"x{os.linesep}".encode())


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("raise MemoryError", "cần quá nhiều bộ nhớ"),
        ("import time; time.sleep(60)", "quá thời gian mà chưa xong"),
        pytest.param("import resource as r; r.setrlimit(r.RLIMIT_CPU, (1, 2))\nwhile True: pass", "quá thời gian mà chưa xong", marks=POSIX),
    ],
)  # fmt: skip
def test_a_child_that_was_stopped_at_its_limits_gave_up_on_the_file(code: str, given: str) -> None:
    assert child(("-c", code), b"", 3) == Fault(Code.GAVE_UP, given, "10 giây và 1 GB bộ nhớ")


@pytest.mark.skipif(sys.platform == "win32", reason="the system bounds no time of a process there")
def test_a_child_is_waited_for_longer_than_it_may_compute_for_a_busy_machine_gives_it_little_of_its_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waited: list[object] = []

    def nursed(*asked: object) -> Ended:
        waited.append(asked[-1])
        return Ended(0)

    monkeypatch.setattr(trials, "nursed", nursed)

    trial(b"", "zip")

    assert waited == [PATIENCE]
    assert PATIENCE >= 6 * SECONDS


def test_the_officer_is_told_what_to_do_and_the_sender_nothing_against_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trials, "__name__", "a_library_that_is_not_there")

    (finding,) = inspect([OLD_FILE])

    assert finding.code.code == "F36"
    assert "Đây là lỗi của chương trình" in finding.message
    assert "lưu lại thành tệp .xlsx" in finding.message
    assert "báo dòng này cho người cài đặt" in finding.message
    assert "hỏng" not in finding.to_the_sender
    assert finding.code.for_office


PANIC = type("PanicException", (BaseException,), {"__module__": "pyo3_runtime"})("called Option::unwrap() on None")
HERE, IN_A_LIBRARY = Path(child_start.__file__), Path(xlrd.__file__)


def raised(error: BaseException, where: Path) -> BaseException:
    """An error as it comes out of a line of a file."""
    try:
        exec(compile("raise error", where, "exec"), {"error": error})
    except BaseException as caught:
        return caught
    raise AssertionError


@pytest.mark.parametrize(
    ("error", "where", "of_the_file"),
    [
        (python_calamine.ZipError("cut short"), HERE, True),
        (python_calamine.PasswordError("locked"), HERE, True),
        (PANIC, HERE, True),
        (zipfile.BadZipFile(), HERE, True),
        (ElementTree.ParseError(), HERE, True),
        (struct.error(), HERE, True),
        (ValueError(), HERE, True),
        (KeyError(), HERE, True),
        (xlrd.XLRDError(), IN_A_LIBRARY, True),
        (AssertionError(), IN_A_LIBRARY, True),
        (TypeError(), IN_A_LIBRARY, True),
        (AttributeError(), IN_A_LIBRARY, True),
        (AssertionError(), HERE, False),
        (TypeError(), HERE, False),
        (AttributeError(), HERE, False),
        (NameError(), HERE, False),
        (NameError(), IN_A_LIBRARY, False),
        (UnboundLocalError(), IN_A_LIBRARY, True),
        (UnboundLocalError(), HERE, False),
        (ImportError(), HERE, False),
        (ModuleNotFoundError(), IN_A_LIBRARY, False),
        (MemoryError(), HERE, False),
        (MemoryError(), IN_A_LIBRARY, False),
        (KeyboardInterrupt(), IN_A_LIBRARY, False),
        (SystemExit(0), IN_A_LIBRARY, False),
    ],
)
def test_an_error_is_the_file_s_where_its_reader_says_so_and_ours_where_our_lines_raise_it(
    error: BaseException, where: Path, of_the_file: bool
) -> None:
    assert is_of_the_file(raised(error, where)) is of_the_file


@pytest.mark.parametrize(
    ("error", "code"),
    [(ImportError(), "F36"), (MemoryError(), "F36"), (NameError(), "F36"), (TypeError(), "F36"), (ValueError(), "F02")],
)
def test_a_file_is_not_blamed_for_an_error_of_ours_and_the_run_goes_on(
    error: Exception, code: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise raised(error, HERE)

    path = desk.folder / "return.xlsx"
    path.write_bytes(blank("village", 2026))
    monkeypatch.setattr("learnsoc_xlsx.spreadsheet.book.error_cells", fail)

    assert [each.code.code for each in inspect([path, path])] == [code, code]


class BrokenBook:
    """A workbook that opens, and fails at each of its sheets."""

    def __init__(self, error: BaseException) -> None:
        self.error, self.sheet_names = error, [sheet.name for sheet in form_of("village", 2026).sheets]

    def rows(self, _: str) -> None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "code"), [(python_calamine.XmlError(), "F02"), (PANIC, "F02"), (MemoryError(), "F36"), (ImportError(), "F36")]
)  # fmt: skip
def test_a_sheet_is_not_blamed_for_an_error_of_ours_either(error: BaseException, code: str) -> None:
    form = form_of("village", 2026)
    submission = Submission(0, "a.xlsx", "", 0, Status.ACCEPTED)

    taken = read(cast(Book, BrokenBook(error)), form, submission)

    assert taken.tables == ()
    assert [(each.code.code, each.place.sheet) for each in taken.findings] == [
        (code, sheet.name) for sheet in form.sheets
    ]
