"""Apart: results go to another place than the returns lie in."""

from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal


def refuse_within(out: Path, inbox: Path) -> None:
    """Raise Refusal where OUT is INBOX or lies within it."""
    if out.resolve().is_relative_to(inbox.resolve()):
        raise Refusal(
            f"Kết quả không ghi được vào “{out}”: nơi ấy nằm trong thư mục báo cáo “{inbox}”, lần sau sẽ bị đọc như báo cáo. Hãy chọn nơi khác."
        )
