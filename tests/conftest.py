"""What every test may ask for, and how the tests are run."""

import gc
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.drawing import Desk

gc.set_threshold(200_000, 20, 100)  # as in the program: workbooks are many small values and hardly any cycle
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False  # a hundred processes are started, and each would compile the program anew
os.environ["LEARNSOC_CACHE"] = ""  # nothing is kept but where a test says so, and never where the user keeps it
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # begun in the background: what is started here hears Ctrl-C all the same
settings.register_profile("any machine", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("any machine")


@pytest.fixture
def desk(tmp_path: Path) -> "Desk":
    from tests.drawing import Desk  # here: the process that only hands out the tests imports this file as well

    return Desk(tmp_path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that start an office program: were they last, one processor would wait for them at the end."""
    slow = {item.path for item in items if item.get_closest_marker("office")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Look for what was left open once: pytest would go through the millions of values that live on five times over."""
    gc.collect()
    gc.freeze()
