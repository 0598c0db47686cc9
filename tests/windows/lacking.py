"""Run the program in a Python that lacks what Python lacks on Windows, and that says it is there: python -m tests.windows.lacking …

What the program stands on is loaded before, so that only the program itself is on Windows; it works in one process.
"""

import importlib
import multiprocessing.connection
import multiprocessing.managers  # noqa: F401
import os
import signal
import sys
import types

LIBRARIES = (
    "asyncio", "concurrent.futures.process", "concurrent.futures.thread", "docxtpl", "imaplib", "openpyxl", "pandas", "pandera.pandas",
    "platformdirs", "python_calamine", "rich.console", "selectors", "subprocess", "tempfile", "typer", "xlrd", "xlsxwriter",
)  # fmt: skip
MODULES = ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty")
OF_OS = (
    "fchmod", "fork", "forkpty", "getegid", "geteuid", "getgid", "getloadavg", "getpgid", "getuid", "killpg", "lchown", "mkfifo", "nice",
    "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "pread", "register_at_fork", "sched_getaffinity", "setsid", "statvfs", "sync", "sysconf",
    "uname", "wait4",
)  # fmt: skip
OF_SIGNAL = (
    "alarm",
    "setitimer",
    "SIGALRM",
    "SIGCHLD",
    "SIGHUP",
    "SIGKILL",
    "SIGPIPE",
    "SIGQUIT",
    "SIGUSR1",
    "SIGUSR2",
)


def take_away() -> None:
    """Take away what there is not on Windows, and put there what there is."""
    for name in LIBRARIES:
        importlib.import_module(name)
    sys.modules.update(dict.fromkeys(MODULES))  # type: ignore[arg-type]
    for of, names in ((os, OF_OS), (signal, OF_SIGNAL)):
        for name in names:
            if hasattr(of, name):
                delattr(of, name)
    locks = types.ModuleType("msvcrt")
    locks.__dict__.update(LK_NBLCK=2, locking=lambda *_: None, kbhit=lambda: False)
    sys.modules["msvcrt"] = locks
    sys.platform = "win32"


if __name__ == "__main__":
    take_away()
    main = importlib.import_module("learnsoc_xlsx.__main__").main
    sys.exit(main())
