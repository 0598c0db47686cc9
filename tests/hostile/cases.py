"""The cases: what a server does, and how many letters must be saved all the same."""

import os
from base64 import encodebytes
from collections.abc import Iterator
from dataclasses import dataclass

from tests.messages.letters import WORKBOOK, simple
from tests.stages.fetch import tricks
from tests.stages.fetch.server import GREETING, FakeImap, Stored, Trick

_NO_ANSWER: dict[str, Trick] = {
    "never answers": tricks.silent,
    "sends a byte now and then": tricks.slow,
    "sends lines without end": tricks.endless_lines,
    "sends a line without end": tricks.endless_line,
    "asks to go on without end": tricks.endless_continuation,
    "declares 4 GB": tricks.literal("4294967296"),
    "declares a number of 5,000 digits": tricks.literal("9" * 5000),
    "declares more than it sends": tricks.literal("50"),
}
_NO_LETTER: dict[str, Trick] = {
    **_NO_ANSWER,
    "sends answers without end": tricks.endless_answers,
    "sends letters without end": tricks.endless_letters,
    "declares 31 MB and sends none": tricks.literal("31000000"),
    "refuses": tricks.refused,
    "breaks off": tricks.broken_off,
}


@dataclass(frozen=True)
class Case:
    """A server in a few words, ready to be started; `files` must be saved of it."""

    words: str
    box: FakeImap
    files: int


def cases() -> Iterator[Case]:
    """Yield every case: no answer to a command, one bad letter among three, letters as large as may be."""
    for command in (GREETING, "AUTHENTICATE", "EXAMINE", "UID SEARCH"):
        for words, trick in _NO_ANSWER.items():
            yield Case(f"{words} ({command.lower()})", _box(**{command: trick}), 0)
    for words, trick in _NO_LETTER.items():
        yield Case(f"{words} (one letter)", _box(**{"UID FETCH": tricks.for_one(2, trick)}), 2)
    for words, letter in (
        ("an attachment", large()),
        ("a letter forwarded", forwarded(large())),
        ("one line", b"a: b\n\n" + b"x" * 31_000_000),
    ):
        yield Case(
            f"{words} of 31 MB",
            FakeImap({"INBOX": {1: Stored(letter), 2: Stored(_small(2))}}),
            2,
        )


def many(letters: int) -> FakeImap:
    """A full box: small letters of 100 senders, all their files of one name."""
    return FakeImap({"INBOX": {uid: Stored(_small(uid)) for uid in range(1, letters + 1)}})


def large() -> bytes:
    """A letter of about 31 MB with one attachment."""
    head = (
        b"From: a@vi-du.invalid\nSubject: To\nContent-Type: application/octet-stream\n"
        b'Content-Disposition: attachment; filename="to.xlsx"\nContent-Transfer-Encoding: base64\n\n'
    )
    return head + encodebytes(os.urandom(22_900_000))


def forwarded(letter: bytes) -> bytes:
    """The same letter, forwarded."""
    return b"From: b@vi-du.invalid\nSubject: Fwd\nContent-Type: message/rfc822\n\n" + letter


def _small(uid: int) -> bytes:
    return simple(f"t{uid % 100:02}@vi-du.invalid", f"Thư {uid}", ("bc.xlsx", WORKBOOK + str(uid).encode()))


def _box(**played: Trick) -> FakeImap:
    return FakeImap({"INBOX": {uid: Stored(_small(uid)) for uid in (1, 2, 3)}}, tricks=played)
