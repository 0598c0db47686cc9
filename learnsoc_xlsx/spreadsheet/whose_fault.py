"""Whose fault it is that a file could not be read: the file's, where its reader says so; else this program's."""

import struct
from pathlib import Path
from traceback import extract_tb

from python_calamine import CalamineError
from xlrd import XLRDError
from xlrd.compdoc import CompDocError

from learnsoc_xlsx.spreadsheet.parts import DAMAGED

_READERS_OWN = (CalamineError, XLRDError, CompDocError, struct.error, OverflowError, *DAMAGED)
"""What those raise that read a file, of a file that is not what it should be."""
_PANIC = ("pyo3_runtime", "PanicException")
"""A panic of the reader of workbooks, which names it itself: no Exception, and of no module that could be imported."""
_NEVER_THE_FILES = (ImportError, NameError, SyntaxError, MemoryError)
_PACKAGE = Path(__file__).parents[1]


def is_of_the_file(error: BaseException) -> bool:
    """Whether an error says that the file is broken, and not that this program is.

    The file's is what its readers raise as their own, and whatever else a library comes to raise over what it reads.
    This program's is any other error that was raised in its own lines, and, wherever raised, a library or a name that
    is not there (one that is only not bound yet lies on a way that a file led into), and want of memory. What stops a
    process (KeyboardInterrupt, SystemExit) is neither's.
    """
    if not isinstance(error, Exception):
        return (type(error).__module__, type(error).__name__) == _PANIC
    if isinstance(error, _READERS_OWN):
        return True
    absent = isinstance(error, _NEVER_THE_FILES) and not isinstance(error, UnboundLocalError)
    return not absent and not _raised_here(error)


def trace(error: BaseException) -> str:
    """Say for whoever mends the program what went wrong and where: no words of the error, which may quote the file."""
    frames = extract_tb(error.__traceback__)
    return ", ".join((type(error).__name__, *(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-1:])))


def _raised_here(error: Exception) -> bool:
    """Whether the line that raised is one of this package."""
    frames = extract_tb(error.__traceback__)
    return not frames or Path(frames[-1].filename).is_relative_to(_PACKAGE)
