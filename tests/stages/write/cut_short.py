"""Runs that move results in, each asked to stop, or killed, at one more of the things that a run does to files.

python -m tests.stages.write.cut_short FOLDER SIGNAL    lays the nth in FOLDER/n/out, and prints how each ended
"""

import os
import signal
import sys
from hashlib import sha256
from itertools import count
from pathlib import Path

from learnsoc_xlsx.model.errors import Stopped
from learnsoc_xlsx.stages.write.moving.whole import whole

OLD = {"a.xlsx": "old a", "2024/gone.xlsx": "old gone", "phan_hoi/b.eml": "old b", "run.json": "old"}
THEIRS = {"notes.txt": "an officer's own", "2024/more.txt": "another"}
NEW = {"a.xlsx": "new a", "phan_hoi/b.eml": "new b", "run.json": "new"}
FORMER = {name: sha256(text.encode()).hexdigest() for name, text in OLD.items()}
TOUCHES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "open"}


def lay(out: Path) -> None:
    """Lay there what the run before left, and what people put beside it."""
    put(out, {**OLD, **THEIRS})


def put(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def main(folder: Path, number: int) -> None:
    """Cut one run short after another, each a little later, until one comes to its end."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts behind itself does not hear it
    for which in count(1):
        lay(folder / str(which) / "out")
        process = os.fork()
        if process == 0:
            os._exit(_run(folder / str(which) / "out", number, which))
        ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        print(ended)
        if ended == 0:
            return


def _run(out: Path, number: int, which: int) -> int:
    try:
        with whole(out, FORMER) as fresh:
            put(fresh, NEW)
            _stop_at(which, number)
    except KeyboardInterrupt:
        return 130
    except Stopped as stopped:
        return stopped.status
    except SystemExit as ending:
        return int(str(ending.code))
    return 0


def _stop_at(which: int, number: int) -> None:
    """Send this process a signal at the nth thing that it does to files from now on."""
    touched = count(1)
    sys.addaudithook(lambda event, _: os.kill(os.getpid(), number) if event in TOUCHES and next(touched) == which else None)  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]), getattr(signal, sys.argv[2]))
