"""The line to the server, which bounds what a server may send, and how long it may take.

The standard library's imaplib reads a literal of any size whole, waits for each byte anew, and keeps all that a server says
until its answer ends. The password is handed to the server and kept nowhere but in memory. IMAPClient 4.1.0 was tried in
its place: a quarter fewer lines here, at three to eight times the work, words of its own on the screen, and a line that
breaks at the login is to it a wrong password.
"""

import imaplib
import io
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

_NAMES = 100_000
"""Bytes of literals where none is asked for: a server may write the names of folders so."""
_WINDOW = 65_536


@dataclass(frozen=True)
class Bounds:
    """What a server may do: `seconds` without a message, or `much` of one, in bytes; `silence`, seconds of one answer, while a
    folder is read, without its end or `little` of it; and bytes: of one message, of one line, of the lines of one answer.
    """

    seconds: float = 40.0
    much: int = 1_000_000
    silence: float = 15.0
    little: int = 64_000
    message: int = 32_000_000
    line: int = 1_000_000
    lines: int = 2_000_000


USUAL = Bounds()


class Broken(Exception):
    """The line broke: it ended, nothing came in time, or what came was no answer."""


class Unwilling(Exception):
    """The server refuses what was asked; the line holds."""


class Clock:
    """The time that is left to a server until something must have come, or so many bytes of it."""

    def __init__(self, seconds: float, enough: int) -> None:
        self._seconds, self._enough = seconds, enough
        self.renew()

    def renew(self) -> None:
        """Something came: the time begins anew."""
        self._end = monotonic() + self._seconds
        self._came = 0

    def came(self, count: int) -> None:
        """So many bytes came; when they are enough the time begins anew."""
        self._came += count
        if self._came >= self._enough:
            self.renew()

    def hurry(self, seconds: float) -> None:
        """From here on something must come sooner."""
        self._end = min(self._end, monotonic() + seconds)

    def left(self) -> float:
        """Return the seconds that are left. Raises TimeoutError."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class Line(imaplib.IMAP4):
    """A server, bounded. Raises what imaplib raises, OSError and ValueError; `asking` tells them apart."""

    def __init__(self, host: str, port: int, bounds: Bounds, clock: Clock, **tls: ssl.SSLContext) -> None:
        self._bounds = bounds
        self._clock, self._answer = clock, Clock(bounds.silence, bounds.little)
        self._literals, self._lines = _NAMES, bounds.lines
        super().__init__(host, port, timeout=min(clock.left(), bounds.silence), **tls)

    def expect(self, literals: int) -> None:
        """Give the next answer room, for so many bytes of literals and the usual lines; what nobody asked for is let go."""
        self._literals, self._lines = literals, self._bounds.lines
        self._answer.renew()
        self.untagged_responses.clear()

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        """Connect; imaplib calls this."""
        super().open(host, port, timeout)
        self._wire = io.BufferedReader(_Wire(self.sock, self._patience), _WINDOW)

    def read(self, size: int) -> bytes:
        """Read a literal; imaplib calls this."""
        if size > self._literals:
            raise self.abort("a larger literal than was asked for")
        self._literals -= size
        data = bytearray()
        while len(data) < size:
            piece = self._wire.read1(size - len(data))
            if not piece:
                raise self.abort("the line ended")
            self._clock.came(len(piece))
            self._answer.came(len(piece))
            data += piece
        return bytes(data)

    def readline(self) -> bytes:
        """Read a line; imaplib calls this."""
        most = min(self._bounds.line, self._lines)
        line = self._wire.readline(most + 1)
        if len(line) > most:
            raise self.abort("longer lines than an answer has")
        self._lines -= len(line)
        self._answer.came(len(line))
        return line

    def send(self, data: "ReadableBuffer") -> None:
        """Send a command; imaplib calls this."""
        self.sock.settimeout(self._patience())
        super().send(data)

    def _patience(self) -> float:
        left = self._clock.left()
        return min(left, self._answer.left()) if self.state == "SELECTED" else left


class EncryptedLine(Line, imaplib.IMAP4_SSL):  # type: ignore[misc]  # it opens as `Line` does, which opens as this does
    """The same over TLS, to a server that proves its name."""

    def __init__(self, host: str, port: int, bounds: Bounds, clock: Clock) -> None:
        super().__init__(host, port, bounds, clock, ssl_context=ssl.create_default_context())


class _Wire(io.RawIOBase):
    """What comes over a socket, each time within the time that is left."""

    def __init__(self, sock: socket.socket, patience: Callable[[], float]) -> None:
        self._sock = sock
        self._patience = patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        self._sock.settimeout(self._patience())
        return self._sock.recv_into(buffer)


@contextmanager
def asking() -> Iterator[None]:
    """Make every way in which a line breaks the same, and every way in which a server refuses. Raises Broken, Unwilling."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise Unwilling from error  # what is asked has letters that no server takes
    except (imaplib.IMAP4.abort, OSError, ValueError) as error:
        raise Broken from error  # a ValueError: digits or letters in an answer that nobody can read
    except imaplib.IMAP4.error as error:
        raise Unwilling from error
