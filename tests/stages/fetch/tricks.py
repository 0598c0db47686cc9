"""What hostile and broken servers do: each trick is played in place of the answer to a command."""

import time
from base64 import b64encode
from contextlib import suppress

from tests.stages.fetch.server import Session, Trick


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


def steady(session: Session, words: str) -> str | None:
    """Send what was asked for a little at a time, each within the client's patience for that much."""
    write = session.wire.wfile.write

    def little_by_little(data: bytes) -> None:
        for at in range(0, len(data), 2_500):
            write(data[at : at + 2_500])
            time.sleep(0.04)

    session.write = little_by_little  # type: ignore[method-assign]
    answer = session.honest(words)
    del session.write
    return answer


def endless(line: bytes) -> Trick:
    """Say this again and again."""

    def trick(session: Session, _words: str) -> None:
        while True:
            session.write(line * max(1, 10_000 // len(line)))

    return trick


endless_lines = endless(b"* 7 EXISTS\r\n")
endless_answers = endless(b"* 1 FETCH (UID 1 BODY[] {3}\r\nabc)\r\n")
endless_letters = endless(b"* 1 FETCH (UID 1 BODY[] {90000}\r\n" + bytes(90_000) + b")\r\n")
endless_continuation = endless(b"+ " + b64encode(b"go on") + b"\r\n")
endless_line = endless(b"x")


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
