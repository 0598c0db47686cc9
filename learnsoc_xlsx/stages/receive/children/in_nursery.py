"""In the nursery: a process that bears a child for each file that is asked for, one after the other."""

import io
import json
import os
import selectors
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from learnsoc_xlsx.stages.receive.children.nursery import received, send

assert sys.platform == "linux", "elsewhere every child is begun on its own"

_AT_ONCE = 1 << 16


def main(*loaded: str) -> int:
    """Bear a child for whatever is asked for, one after the other, until nobody is there to ask."""
    for name in loaded:
        import_module(name)
    asks, tells = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    while True:
        try:
            (name, *words, path), data = received(asks)
        except EOFError:
            return 0
        out, error = os.pipe(), os.pipe()
        born = os.fork()
        if not born:
            for end in (asks.fileno(), tells.fileno(), out[0], error[0]):
                os.close(end)
            _live(name, words, path, data, out[1], error[1])
        os.close(out[1])
        os.close(error[1])
        written, errors = _heard(asks.fileno(), born, out[0], error[0])
        code = os.waitstatus_to_exitcode(os.waitpid(born, 0)[1])
        send(tells, (code, len(written)), written + errors)


def _heard(asks: int, born: int, *pipes: int) -> list[bytes]:
    """What a child writes to each of its pipes until it ends; it is ended, and so is all, when nobody waits any more."""
    written = {pipe: bytearray() for pipe in pipes}
    still = set(pipes)
    with selectors.DefaultSelector() as heard:
        for pipe in (asks, *pipes):
            heard.register(pipe, selectors.EVENT_READ)
        while still:
            for pipe in (key.fd for key, _ in heard.select()):
                if pipe == asks:
                    os.kill(born, signal.SIGKILL)
                    os._exit(1)
                some = os.read(pipe, _AT_ONCE)
                written[pipe] += some
                if not some:
                    heard.unregister(pipe)
                    os.close(pipe)
                    still.discard(pipe)
    return [bytes(whole) for whole in written.values()]


# In its child


def _live(name: str, words: Sequence[str], path: str, data: bytes, out: int, error: int) -> NoReturn:
    """Do the work as a process of its own would that was begun for it alone, and end as it would."""
    code = 1
    try:
        os.dup2(out, 1)
        os.dup2(error, 2)
        sys.stdin = io.TextIOWrapper(io.BytesIO(data))
        sys.path += [entry for entry in json.loads(path) if entry not in sys.path]
        code = import_module(name).main(*words)
        sys.stdout.flush()
    except BaseException:
        code = 1
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)
