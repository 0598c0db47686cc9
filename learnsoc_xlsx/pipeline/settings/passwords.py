"""Passwords: those that the officer was told, one a line of a file of hers, read once and kept nowhere."""

from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.returns.passwords import Passwords


def passwords_in(path: Path | None) -> Passwords:
    """Return the passwords in a file of UTF-8 text, each once; blank lines are none. Raises Refusal where it cannot be read."""
    if path is None:
        return Passwords()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(
            f"Tệp mật khẩu “{path}” không phải văn bản UTF-8. Hãy lưu lại thành UTF-8, mỗi dòng một mật khẩu."
        ) from None
    except OSError:
        raise Refusal(f"Không đọc được tệp mật khẩu “{path}”. Hãy kiểm tra tên tệp và quyền đọc.") from None
    return Passwords(tuple(dict.fromkeys(line for line in text.splitlines() if line.strip())))
