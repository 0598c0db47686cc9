"""A session: from the greeting to the open folder, and again where the line broke; each refusal is one sentence."""

import ipaddress
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.returns.mailbox import Account
from learnsoc_xlsx.stages.fetch.imap.line import Bounds, Broken, Clock, EncryptedLine, Line, Unwilling, asking
from learnsoc_xlsx.stages.fetch.imap.names import encoded, shown

_BREAKS = 10
"""So often a line may break in one run."""
_GOODBYE = 3.0
"""Seconds for the answer to it."""
_SHOWN = 30
"""Folders that are named where the one asked for is not there."""
_LISTED = re.compile(rb'\((?P<flags>[^)]*)\) (?:"[^"]*"|NIL) (?P<name>.+)')


class Cut(Exception):
    """The line to the server broke, and does not come back."""


class Session:
    """One folder of a mailbox, open for reading only. `validity` says under which count its UIDs hold (UIDVALIDITY, 0 where
    the server has none), `letters` how many the server says there are; `line` is where to ask, `clock` who has to hurry.
    """

    def __init__(self, account: Account, password: str, bounds: Bounds) -> None:
        """Open the folder. Raises Refusal."""
        self.account = account
        self.bounds = bounds
        self.clock = Clock(bounds.seconds, bounds.much)
        self._password = password
        self._breaks = 0
        self.line = _connected(account, bounds, self.clock)
        try:
            self._enter()
        except BaseException:
            self.hang_up()
            raise

    def again(self) -> None:
        """Open the folder again where the line broke. Raises Cut: when it cannot be, is another by now, or too often."""
        self._breaks += 1
        self.hang_up()
        validity = self.validity
        try:
            if self._breaks > _BREAKS:
                raise Cut
            self.line = _connected(self.account, self.bounds, self.clock)
            self._enter()
        except Refusal as error:
            self.hang_up()
            raise Cut from error
        if self.validity != validity:
            raise Cut

    def log_out(self) -> None:
        """Say goodbye to a server that may no longer be there."""
        self.clock.hurry(_GOODBYE)
        self.line.expect(0)
        with suppress(Broken, Unwilling), asking():
            self.line.logout()

    def hang_up(self) -> None:
        """Close the line."""
        with suppress(OSError):
            self.line.shutdown()

    def _enter(self) -> None:
        _log_in(self.line, self.account, self._password)
        self.letters, self.validity = _examined(self.line, self.account)


def _connected(account: Account, bounds: Bounds, clock: Clock) -> Line:
    if account.plain and not _is_here(account.host):
        raise Refusal(
            f"“--plain” gửi mật khẩu không mã hóa nên chỉ dùng được với máy này, không dùng được với “{account.host}”. Hãy bỏ “--plain”."
        )
    where = f"“{account.host}”, cổng {account.port}"
    try:
        with asking():
            return (Line if account.plain else EncryptedLine)(account.host, account.port, bounds, clock)
    except (Broken, Unwilling) as broken:
        raise Refusal(_no_line(broken.__cause__, account.host, where)) from broken


def _no_line(error: BaseException | None, host: str, where: str) -> str:
    """Say why there is no line: nobody of this name, somebody else, or nobody who speaks IMAP."""
    if isinstance(error, socket.gaierror) or (
        isinstance(error, UnicodeError) and not isinstance(error, UnicodeDecodeError)
    ):
        return f"Không tìm thấy máy chủ thư “{host}”. Hãy kiểm tra tên máy chủ và mạng rồi chạy lại."
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"Máy chủ thư {where} không chứng minh được mình là “{host}” nên mật khẩu chưa được gửi đi. Hãy kiểm tra tên máy chủ, hoặc hỏi người quản trị hộp thư."
    return f"Không nối được với máy chủ thư {where}. Hãy kiểm tra mạng, số cổng, và hộp thư đã cho phép đọc qua IMAP."


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _log_in(line: Line, account: Account, password: str) -> None:
    """Hand over the password; outside ASCII only AUTHENTICATE PLAIN can carry it (RFC 4616)."""
    try:
        with asking():
            if "AUTH=PLAIN" in line.capabilities:
                secret = f"\0{account.user}\0{password}".encode()
                line.authenticate("PLAIN", lambda _: secret)
            else:
                line.login(account.user, password)
    except Broken as error:
        raise Refusal(f"Máy chủ thư “{account.host}” ngắt đường truyền khi đăng nhập. Hãy chạy lại sau.") from error
    except Unwilling:
        raise Refusal(
            f"Máy chủ thư “{account.host}” không nhận mật khẩu của “{account.user}”. Hãy kiểm tra tên và mật khẩu; Gmail và Outlook cần mật khẩu ứng dụng, không phải mật khẩu thường."
        ) from None  # what the server answered may hold what was sent


def _examined(line: Line, account: Account) -> tuple[int, int]:
    """Open the folder with EXAMINE; return how many letters it has, and its UIDVALIDITY."""
    try:
        with asking():
            status, letters = line.select(_quoted(encoded(account.folder)), readonly=True)
            if status == "OK":
                return _number(letters[-1]), _number(line.response("UIDVALIDITY")[1][0])
            there = list(_names(line))
    except Unwilling as error:
        raise Refusal(
            f"Máy chủ thư “{account.host}” không cho mở hộp “{account.folder}”. Hãy hỏi người quản trị hộp thư."
        ) from error
    except Broken as error:
        raise Refusal(
            f"Máy chủ thư “{account.host}” ngắt đường truyền khi mở hộp “{account.folder}”. Hãy chạy lại sau."
        ) from error
    raise Refusal(_no_such_folder(there, account.folder))


def _number(given: object) -> int:
    """A number of at most 32 bits, as IMAP has them; 0 for anything else."""
    return int(given) if isinstance(given, bytes) and given.isdigit() and len(given) <= 10 else 0


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _no_such_folder(names: list[str], wanted: str) -> str:
    there = "; ".join(f"“{name}”" for name in names[:_SHOWN])
    more = f"; và {len(names) - _SHOWN} thư mục nữa" if len(names) > _SHOWN else ""
    return (
        f"Hộp thư không có thư mục “{wanted}”. Các thư mục đang có: {there or 'không có'}{more}. Hãy ghi đúng một tên."
    )


def _names(line: Line) -> Iterator[str]:
    """The folders that can be opened, as people read them; a name with odd letters comes as a literal of its own."""
    _, answer = line.list()
    for listed in answer:
        whole = b" ".join(listed) if isinstance(listed, tuple) else listed
        match = _LISTED.match(re.sub(rb"\{\d+\}\s", b"", whole)) if isinstance(whole, bytes) else None
        if match and b"\\NOSELECT" not in match["flags"].upper():
            name = match["name"].decode("utf-8", "replace")
            yield shown(re.sub(r"\\(.)", r"\1", name[1:-1]) if name.startswith('"') else name)
