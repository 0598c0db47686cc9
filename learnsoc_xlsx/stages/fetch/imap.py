"""Fetch: read one folder of an IMAP mailbox and change nothing in it (EXAMINE, BODY.PEEK).

The standard library's imaplib is enough: four commands are asked, and one of them is fetched in pieces. The password
is handed to the server and kept nowhere. IMAPClient 4.1.0 was tried in its place: a quarter fewer lines here, at three to
eight times the work, words of its own on the screen, and a line that breaks at the login is to it a wrong password.
"""

import imaplib
import ipaddress
import re
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.returns.mailbox import Account, Message
from learnsoc_xlsx.stages.fetch.folder_names import encoded, named
from learnsoc_xlsx.vietnamese.dates import VIETNAM

_PATIENCE = 60  # seconds without a word from the server
_AT_ONCE = 8_000_000  # bytes asked for in one go, so that little is lost when the line breaks
_AT_MOST = 50  # messages asked for in one go
_ASKED = 500  # messages whose size is asked for in one line
_ITEM = re.compile(rb'UID (\d+)|RFC822\.SIZE (\d+)|INTERNALDATE "([^"]+)"|BODY\[\] (NIL|"(?:[^"\\]|\\.)*")')
_LISTED = re.compile(rb'\((?P<flags>[^)]*)\) (?:"[^"]*"|NIL) (?P<name>.+)')


class Cut(Exception):
    """The line to the server broke half-way."""


class Folder:
    """One folder, opened for reading only. `validity` says under which count its UIDs hold (UIDVALIDITY)."""

    def __init__(self, server: imaplib.IMAP4, validity: int) -> None:
        self._server = server
        self.validity = validity

    def uids(self) -> list[int]:
        """Return the UID of every message, the oldest first. Raises Cut."""
        with _line():
            status, answer = self._server.uid("SEARCH", "ALL")
        if status != "OK":
            raise Cut
        return sorted({int(word) for line in answer if line for word in line.split() if word.isdigit()})

    def messages(self, uids: Sequence[int]) -> Iterator[Message]:
        """Yield these messages, several at a time; one that has vanished meanwhile is left out. Raises Cut."""
        for several in _portions(self._sizes(uids)):
            yield from self._fetched(several)

    def _sizes(self, uids: Sequence[int]) -> list[tuple[int, int]]:
        sizes: dict[int, int] = {}
        for at in range(0, len(uids), _ASKED):
            for items, _ in self._ask(uids[at : at + _ASKED], "(UID RFC822.SIZE)"):
                sizes[int(items.get(1, b"0"))] = int(items.get(2, b"0"))
        return [(uid, sizes[uid]) for uid in uids if uid in sizes]

    def _fetched(self, uids: Sequence[int]) -> Iterator[Message]:
        for items, literal in self._ask(uids, "(UID INTERNALDATE BODY.PEEK[])"):
            data = _unquoted(items[4]) if literal is None and 4 in items else literal
            if data is not None and 1 in items and 3 in items:
                yield Message(int(items[1]), _moment(items[3].decode("ascii", "replace")), data)

    def _ask(self, uids: Sequence[int], what: str) -> Iterator[tuple[dict[int, bytes], bytes | None]]:
        """Give, for each answer of a FETCH, its items (1 UID, 2 size, 3 date, 4 a message in quotes) and its literal."""
        with _line():
            status, answer = self._server.uid("FETCH", ",".join(map(str, uids)), what)
        if status != "OK":
            raise Cut
        head, literal = b"", None
        for part in answer:
            if isinstance(part, tuple):
                head, literal = part[0], part[1]
            elif part:
                yield _items(head + b" " + part), literal
                head, literal = b"", None


def _items(words: bytes) -> dict[int, bytes]:
    return {match.lastindex: match[match.lastindex] for match in _ITEM.finditer(words) if match.lastindex}


def _unquoted(message: bytes) -> bytes:
    """A message that came in quotes for it is short, or as NIL for it is empty."""
    return b"" if message == b"NIL" else re.sub(rb"\\(.)", rb"\1", message[1:-1])


@contextmanager
def folder(account: Account, password: str) -> Iterator[Folder]:
    """Open a folder of a mailbox for reading only, and log out in the end.

    Raises Refusal, in one sentence, when the server is not there, is not who it says, refuses the password, or has no
    such folder; and for a line without TLS to anywhere but this machine.
    """
    server = _connected(account)
    try:
        _log_in(server, account, password)
        yield Folder(server, _examined(server, account))
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            server.logout()
        with suppress(OSError):
            server.shutdown()  # a broken line is not closed by a goodbye that fails


def _connected(account: Account) -> imaplib.IMAP4:
    if account.plain and not _is_here(account.host):
        raise Refusal(
            f"“--plain” gửi mật khẩu không mã hóa nên chỉ dùng được với máy này, không dùng được với “{account.host}”. Hãy bỏ “--plain”."
        )
    where = f"“{account.host}”, cổng {account.port}"
    try:
        if account.plain:
            return imaplib.IMAP4(account.host, account.port, timeout=_PATIENCE)
        context = ssl.create_default_context()
        return imaplib.IMAP4_SSL(account.host, account.port, ssl_context=context, timeout=_PATIENCE)
    except (socket.gaierror, UnicodeError) as error:
        raise Refusal(
            f"Không tìm thấy máy chủ thư “{account.host}”. Hãy kiểm tra tên máy chủ và mạng rồi chạy lại."
        ) from error
    except ssl.SSLCertVerificationError as error:
        raise Refusal(
            f"Máy chủ thư {where} không chứng minh được mình là “{account.host}” nên mật khẩu chưa được gửi đi. Hãy kiểm tra tên máy chủ, hoặc hỏi người quản trị hộp thư."
        ) from error
    except (OSError, imaplib.IMAP4.error) as error:
        raise Refusal(
            f"Không nối được với máy chủ thư {where}. Hãy kiểm tra mạng, số cổng, và hộp thư đã cho phép đọc qua IMAP."
        ) from error


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _log_in(server: imaplib.IMAP4, account: Account, password: str) -> None:
    """Hand over the password; outside ASCII only AUTHENTICATE PLAIN can carry it (RFC 4616)."""
    try:
        if "AUTH=PLAIN" in server.capabilities:
            secret = f"\0{account.user}\0{password}".encode()
            server.authenticate("PLAIN", lambda _: secret)
        else:
            server.login(account.user, password)
    except (imaplib.IMAP4.abort, OSError) as error:
        raise Refusal(f"Máy chủ thư “{account.host}” ngắt đường truyền khi đăng nhập. Hãy chạy lại sau.") from error
    except (imaplib.IMAP4.error, UnicodeError):
        raise Refusal(
            f"Máy chủ thư “{account.host}” không nhận mật khẩu của “{account.user}”. Hãy kiểm tra tên và mật khẩu; Gmail và Outlook cần mật khẩu ứng dụng, không phải mật khẩu thường."
        ) from None  # what the server answered may hold what was sent


def _examined(server: imaplib.IMAP4, account: Account) -> int:
    """Open the folder with EXAMINE, and return its UIDVALIDITY (0 where the server has none)."""
    try:
        status, _ = server.select(_quoted(encoded(account.folder)), readonly=True)
        if status != "OK":
            raise Refusal(_no_such_folder(server, account.folder))
        validity = server.response("UIDVALIDITY")[1][0]
    except (imaplib.IMAP4.error, OSError) as error:
        raise Refusal(
            f"Máy chủ thư “{account.host}” ngắt đường truyền khi mở hộp “{account.folder}”. Hãy chạy lại sau."
        ) from error
    return int(validity) if isinstance(validity, bytes) and validity.isdigit() else 0


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _no_such_folder(server: imaplib.IMAP4, wanted: str) -> str:
    there = "; ".join(f"“{name}”" for name in _names(server))
    return f"Hộp thư không có thư mục “{wanted}”. Các thư mục đang có: {there or 'không có'}. Hãy ghi đúng một tên."


def _names(server: imaplib.IMAP4) -> Iterator[str]:
    """The folders that can be opened; a name with odd letters comes as a literal of its own."""
    _, answer = server.list()
    for line in answer:
        whole = b" ".join(line) if isinstance(line, tuple) else line
        listed = _LISTED.match(re.sub(rb"\{\d+\}\s", b"", whole)) if isinstance(whole, bytes) else None
        if listed and b"\\NOSELECT" not in listed["flags"].upper():
            name = listed["name"].decode("utf-8", "replace")
            yield named(re.sub(r"\\(.)", r"\1", name[1:-1]) if name.startswith('"') else name)


# Between the lines


@contextmanager
def _line() -> Iterator[None]:
    """Make every way in which a line breaks the same."""
    try:
        yield
    except (imaplib.IMAP4.error, OSError) as error:
        raise Cut from error


def _portions(sizes: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Share out the messages so that each portion is small, or a single one."""
    portion: list[int] = []
    weight = 0
    for uid, size in sizes:
        if portion and (weight + size > _AT_ONCE or len(portion) == _AT_MOST):
            yield portion
            portion, weight = [], 0
        portion.append(uid)
        weight += size
    if portion:
        yield portion


def _moment(given: str) -> datetime:
    """When the server received a message, as a clock in Vietnam showed it, so that its day is the day here.

    Where the server gives a day that is none, it is now: the message is here.
    """
    try:
        moment = parsedate_to_datetime(given.strip().replace("-", " ", 2))
    except (ValueError, TypeError):
        return datetime.now(VIETNAM)
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(VIETNAM)
