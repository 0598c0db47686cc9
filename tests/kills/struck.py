"""The command line, struck in the moment of moving: a signal comes at the nth thing that it does to files from then on.

python -m tests.kills.struck SIGNAL NTH WORDS…    as `learnsoc WORDS…`
"""

import os
import signal
import sys
from itertools import count

from tests.stages.write.cut_short import TOUCHES

_JOURNAL = "/journal"


def strike(number: int, nth: int) -> None:
    """Send this process a signal at the nth thing that it does to files once the journal of a change is written."""
    touched = count()
    moving: list[bool] = []

    def hear(event: str, words: tuple[object, ...]) -> None:
        if event == "os.rename" and str(words[1]).endswith(_JOURNAL):
            moving.append(True)
        if moving and event in TOUCHES and next(touched) == nth:
            os.kill(os.getpid(), number)

    sys.addaudithook(hear)


if __name__ == "__main__":
    from learnsoc_xlsx.__main__ import main

    strike(getattr(signal, sys.argv[1]), int(sys.argv[2]))
    sys.argv = ["learnsoc", *sys.argv[3:]]
    main()
