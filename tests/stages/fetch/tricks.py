"""What hostile and broken servers do: each trick is played in place of the answer to a command."""

import time
from base64 import b64encode
from contextlib import suppress

from tests.stages.fetch.server import Session, Trick

_SPATE = 5_000_000
"""Bytes of what has no end: more than anybody should wait for or keep."""


def said(text: str, answer: str = "OK done") -> Trick:
    """Say this, whatever was asked."""

    def trick(session: Session, _words: str) -> str:
        session.write(text.encode("utf-8", "surrogateescape"))
        return answer

    return trick


def refused(_session: Session, _words: str) -> str:
    return "NO not now"


def misunderstood(_session: Session, _words: str) -> str:
    return "BAD what?"


def broken_off(_session: Session, _words: str) -> None:
    """Hang up in place of an answer."""


def silent(session: Session, _words: str) -> None:
    """Never answer; the client hangs up at last."""
    with suppress(OSError):
        session.wire.rfile.read()


def slow(session: Session, _words: str) -> None:
    """Send a byte now and then, each within the client's patience for one."""
    while True:
        session.write(b"*")
        time.sleep(0.05)


def endless_lines(session: Session, _words: str) -> None:
    line = b"* 7 EXISTS\r\n" * 1000
    for _ in range(_SPATE // len(line)):
        session.write(line)
    silent(session, "")


def endless_answers(session: Session, _words: str) -> None:
    line = b"* 1 FETCH (UID 1 BODY[] {3}\r\nabc)\r\n" * 1000
    for _ in range(_SPATE // len(line)):
        session.write(line)
    silent(session, "")


def endless_line(session: Session, _words: str) -> None:
    for _ in range(_SPATE // 1000):
        session.write(b"x" * 1000)
    silent(session, "")


def endless_continuation(session: Session, _words: str) -> None:
    line = b"+ " + b64encode(b"go on") + b"\r\n"
    for _ in range(_SPATE // len(line)):
        session.write(line)
    silent(session, "")


def literal(size: str, sent: bytes = b"abc") -> Trick:
    """Answer with a literal of a declared size; then hold the line."""

    def trick(session: Session, _words: str) -> None:
        session.write(
            f'* 1 FETCH (UID 1 INTERNALDATE "20-Nov-2026 08:00:00 +0700" BODY[] {{{size}}}\r\n'.encode() + sent
        )
        silent(session, "")

    return trick


def for_one(uid: int, trick: Trick, items: str = "BODY.PEEK[])") -> Trick:
    """Play a trick wherever this one message is asked for, alone or with others."""

    def both(session: Session, words: str) -> str | None:
        asked = words.split()[2].split(",")
        return trick(session, words) if str(uid) in asked and items in words else session.honest(words)

    return both
