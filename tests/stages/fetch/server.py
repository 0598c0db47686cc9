"""A small IMAP server for tests, of the standard library: one box with folders, on loopback, without TLS.

It marks what a careless client marks: BODY[] without PEEK, and anything after SELECT, leaves \\Seen behind.
"""

import re
import socketserver
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from types import TracebackType
from typing import Self

_WANTED = re.compile(r"UID FETCH ([\d,:*]+) \((.*)\)", re.IGNORECASE)
Trick = Callable[["Session", str], "str | None"]
"""What a server does on a command beside what it should: it may write what it likes, and returns the last words of its answer, or
None to break the line.
"""
GREETING = "GREETING"


@dataclass
class Stored:
    """A message in a folder."""

    data: bytes
    received: str = "20-Nov-2026 08:00:00 +0700"
    flags: set[str] = field(default_factory=set)


@dataclass
class FakeImap:
    """Serves `folders` (name on the wire: messages by UID) to one user. `cut_at`: the UID in whose midst the line breaks,
    for as long as it stands here; `refuses` and `hangs_up_at`: the beginning of a command that is answered with NO, or not at
    all; `tricks`: what is done instead where a command begins so.
    """

    folders: dict[str, dict[int, Stored]]
    user: str = "xa"
    password: str = "mật khẩu"
    validity: int = 7
    cut_at: int = 0
    refuses: str = ""
    hangs_up_at: str = ""
    tricks: dict[str, Trick] = field(default_factory=dict)
    gone: bool = False
    called: float = 0.0
    """When somebody called first, by the monotonic clock."""
    plain_login_only: bool = False
    tls: ssl.SSLContext | None = None
    log: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            disable_nagle_algorithm = True  # each line goes out at once

            def handle(self) -> None:
                with suppress(OSError):  # a client that hangs up, as it may
                    Session(outer, self).run()

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        if self.tls:
            self._server.socket = self.tls.wrap_socket(self._server.socket, server_side=True)
            self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def asked(self, word: str) -> list[str]:
        """The commands that hold a word."""
        return [each for each in self.log if word in each.upper()]


class Session:
    """One client, from greeting to logout."""

    def __init__(self, box: FakeImap, wire: socketserver.StreamRequestHandler) -> None:
        self.box = box
        self.wire = wire
        self.folder: dict[int, Stored] = {}
        self.may_mark = False

    def run(self) -> None:
        self.box.called = self.box.called or monotonic()
        if self.box.gone and self.box.cut_at:
            return
        if self.box.tricks.get(GREETING, _greets)(self, "") is None:
            return
        while line := self.wire.rfile.readline():
            tag, _, words = line.decode("utf-8", "replace").strip().partition(" ")
            self.box.log.append(words if "LOGIN" not in words.upper() else "LOGIN …")
            answer = self.answer(words)
            if answer is None:
                return
            self.write(f"{tag} {answer}\r\n".encode())
            if words.upper() == "LOGOUT":
                return

    def say(self, line: str) -> None:
        self.write(line.encode() + b"\r\n")

    def write(self, data: bytes) -> None:
        self.wire.wfile.write(data)

    def answer(self, words: str) -> str | None:
        """Answer a command; None breaks the line."""
        verb = words.upper()
        for start, trick in self.box.tricks.items():
            if verb.startswith(start):
                return trick(self, words)
        return self.honest(words)

    def honest(self, words: str) -> str | None:
        """Answer a command as a server should; None breaks the line."""
        verb = words.upper()
        if self.box.refuses and verb.startswith(self.box.refuses):
            return "NO not now"
        if self.box.hangs_up_at and verb.startswith(self.box.hangs_up_at):
            return None
        for start, does in (
            ("CAPABILITY", self.capability), ("LOGIN ", self.login), ("AUTHENTICATE PLAIN", self.authenticate),
            ("LIST ", self.list), ("EXAMINE ", self.open), ("SELECT ", self.open), ("UID SEARCH", self.search),
            ("UID FETCH ", self.fetch), ("LOGOUT", self.logout),
        ):  # fmt: skip
            if verb.startswith(start):
                return does(words)
        return "BAD unknown command"

    def capability(self, _words: str) -> str:
        self.say("* CAPABILITY IMAP4rev1" + ("" if self.box.plain_login_only else " AUTH=PLAIN"))
        return "OK done"

    def login(self, words: str) -> str:
        good = words == f'LOGIN {self.box.user} "{self.box.password}"'
        return "OK done" if good else f"NO wrong: {words}"

    def authenticate(self, _words: str) -> str:
        from base64 import b64decode

        self.say("+ ")
        given = b64decode(self.wire.rfile.readline().strip()).decode()
        return "OK done" if given == f"\0{self.box.user}\0{self.box.password}" else f"NO wrong: {given!r}"

    def list(self, _words: str) -> str:
        self.say('* LIST (\\Noselect \\HasChildren) "/" "[Gmail]"')
        for name in self.box.folders:
            self.say(f'* LIST (\\HasNoChildren) "/" "{name}"')
        return "OK done"

    def open(self, words: str) -> str:
        name = words.partition(" ")[2].strip('"')
        if name not in self.box.folders:
            return "NO no such folder"
        self.folder = self.box.folders[name]
        self.may_mark = words.upper().startswith("SELECT")
        self.say(f"* {len(self.folder)} EXISTS")
        self.say(f"* OK [UIDVALIDITY {self.box.validity}] valid")
        return f"OK [{'READ-WRITE' if self.may_mark else 'READ-ONLY'}]"

    def search(self, _words: str) -> str:
        self.say("* SEARCH " + " ".join(map(str, self.folder)))
        return "OK done"

    def fetch(self, words: str) -> str | None:
        wanted = _WANTED.match(words)
        assert wanted, words
        items = wanted[2].upper()
        for uid in map(int, wanted[1].split(",")):
            stored = self.folder.get(uid)
            if stored is None:
                continue
            if "BODY" not in items:
                self.say(f"* {uid} FETCH (RFC822.SIZE {len(stored.data)} UID {uid})")
                continue
            if "HEADER" in items:
                self.head(uid, stored)
                continue
            if "PEEK" not in items and self.may_mark:
                stored.flags.add("\\Seen")
            if not stored.data:
                self.say(f'* {uid} FETCH (UID {uid} INTERNALDATE "{stored.received}" BODY[] "")')
                continue
            head = f'* {uid} FETCH (INTERNALDATE "{stored.received}" BODY[] {{{len(stored.data)}}}\r\n'
            self.write(head.encode())
            if uid == self.box.cut_at:
                self.box.gone = True
                self.write(stored.data[: len(stored.data) // 2])
                return None
            self.write(stored.data + f" UID {uid})\r\n".encode())
            self.say(f"* {uid} FETCH (FLAGS ())")
        return "OK done"

    def head(self, uid: int, stored: Stored) -> None:
        head = stored.data.replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n\n"
        size = f"RFC822.SIZE {len(stored.data)}"
        self.say(f'* {uid} FETCH (UID {uid} INTERNALDATE "{stored.received}" {size} BODY[HEADER]<0> {{{len(head)}}}')
        self.write(head + b")\r\n")

    def logout(self, _words: str) -> str:
        self.say("* BYE")
        return "OK done"


def _greets(session: Session, _words: str) -> str:
    session.say("* OK ready")
    return "OK"
