"""Where the mailbox is: INBOX/thu.toml, and what the command line says over it. The password is never written down."""

import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from learnsoc_xlsx.model.errors import CannotWrite, Refusal, why
from learnsoc_xlsx.model.returns.mailbox import Account
from learnsoc_xlsx.vietnamese.letters import visible

NAME = "thu.toml"
EXAMPLE = """\
# Hộp thư nhận báo cáo của xã, cho lệnh "learnsoc collect". Mở bằng Notepad, điền host và user rồi lưu.
# Không ghi mật khẩu vào tệp này: chương trình sẽ hỏi khi chạy, hoặc lấy từ biến môi trường LEARNSOC_MAIL_PASSWORD.
# Chương trình chỉ đọc: không xóa, không chuyển, không đánh dấu đã đọc thư nào.

# Máy chủ IMAP, ví dụ "imap.gmail.com" (Gmail cần "mật khẩu ứng dụng"). Hỏi người quản trị hộp thư nếu chưa biết.
host = ""

# Tên đăng nhập, thường là địa chỉ thư, ví dụ "baocao@xa-mau.gov.vn".
user = ""

# Thư mục thư cần đọc. "INBOX" là hộp thư đến.
folder = "INBOX"

# Cổng của đường truyền mã hóa TLS.
port = 993
"""
_LAST_PORT = 65_535
_PORTS = {False: 993, True: 143}


@dataclass(frozen=True)
class Given:
    """What the command line says of the mailbox; None is left to the file."""

    host: str | None = None
    port: int | None = None
    user: str | None = None
    folder: str | None = None
    plain: bool = False


def account_of(inbox: Path, given: Given) -> Account:
    """Return the mailbox that is meant. Where nobody names one, writes an example to fill in.

    Raises Refusal for a file that cannot be read, holds an unknown key or a password, or leaves host or user out.
    """
    path = inbox / NAME
    if path.exists() and not path.is_file():
        raise Refusal(
            f"“{path}” không phải tệp nên không đọc được. Hãy dời đi chỗ khác rồi chạy lại để có tệp mẫu mới."
        )
    if not path.is_file() and not (given.host and given.user):
        _write_example(path)
        raise Refusal(
            f"Chưa biết hộp thư ở đâu. Chương trình vừa ghi tệp mẫu “{path}”: hãy điền host và user vào đó rồi chạy lại."
        )
    settings = (_read(path) if path.is_file() else {}) | {
        name: value for name, value in asdict(given).items() if value is not None
    }
    for name in ("host", "user"):
        if not settings.get(name):
            raise Refusal(f"Tệp “{path}” chưa ghi {name} của hộp thư. Hãy điền rồi chạy lại.")
    plain = bool(given.plain)
    account = Account(
        settings["host"],
        settings.get("port") or _PORTS[plain],
        settings["user"],
        settings.get("folder") or "INBOX",
        plain,
    )
    if not all(text.isprintable() for text in (account.host, account.user, account.folder)):
        raise Refusal(f"Tên máy chủ, người dùng hoặc thư mục thư có ký tự lạ. Hãy gõ lại trong “{path}”.")
    return account


def _write_example(path: Path) -> None:
    try:
        path.write_text(EXAMPLE, encoding="utf-8")
    except OSError as error:
        raise CannotWrite(f"Không ghi được tệp mẫu “{path}” ({why(error)}). Hãy kiểm tra quyền ghi.") from error


def _read(path: Path) -> dict[str, Any]:
    """Read the file, with or without the mark that Notepad puts before it."""
    try:
        settings = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise Refusal(
            f'Không đọc được “{path}”: có dòng viết sai cách ({visible(str(error))}). Mỗi dòng cần viết như host = "imap.gmail.com". Hãy sửa lại dòng ấy, hoặc xóa tệp rồi chạy lại để có tệp mẫu mới.'
        ) from error
    if any("pass" in name.lower() or "khau" in name.lower() for name in settings):
        raise Refusal(
            f"“{path}” không được chứa mật khẩu, vì tệp này dễ bị chép đi cùng báo cáo. Hãy xóa dòng ấy, đổi mật khẩu, và gõ mật khẩu khi chương trình hỏi."
        )
    for name, value in settings.items():
        kind = _KINDS.get(name)
        if kind is None:
            raise Refusal(
                f"“{path}” có mục lạ “{visible(name)}”. Chỉ có các mục {', '.join(_KINDS)}. Hãy sửa lại tên mục."
            )
        if not isinstance(value, kind) or isinstance(value, bool):
            raise Refusal(f"“{path}”: mục “{name}” cần {_WANTED[kind]}. Hãy sửa lại.")
    if not 0 <= settings.get("port", 0) <= _LAST_PORT:
        raise Refusal(f"“{path}”: mục “port” cần một số từ 1 đến {_LAST_PORT}. Hãy sửa lại.")
    return settings


_KINDS: dict[str, type] = {"host": str, "user": str, "folder": str, "port": int}
_WANTED: dict[type, str] = {str: 'chữ trong dấu nháy kép, ví dụ "INBOX"', int: "một số, ví dụ 993"}
