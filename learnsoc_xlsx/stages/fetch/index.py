"""The index: what was collected from the mailbox, as a small JSON beside it, INBOX/thu/.thu.json."""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from learnsoc_xlsx.model.errors import CannotWrite, Refusal, why
from learnsoc_xlsx.model.returns.mailbox import Aside, Entry, Kept
from learnsoc_xlsx.spreadsheet.on_disk.whole_file import write_whole

NAME = ".thu.json"
DRAFT = f"{NAME}.moi"
"""What is being written there: the index, or a file that came with a message."""
COLLECTED = "thu"
"""The folder of INBOX in which collected mail is kept."""
_VERSION = 1


def read_index(inbox: Path) -> list[Entry]:
    """Return what is remembered, in the order of collecting; nothing where nothing was collected yet.

    Raises Refusal when the file cannot be read: to forget in silence would be to fetch everything twice.
    """
    path = _path(inbox)
    if not path.is_file():
        return []
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        if written["version"] != _VERSION:
            raise ValueError(written["version"])
        return [_entry(letter) for letter in written["letters"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refusal(
            f"Không đọc được sổ thư “{path}”: tệp hỏng hoặc do bản chương trình khác ghi. Hãy xóa tệp này rồi chạy lại lệnh collect; tệp nào đã lưu sẽ không bị lưu hai lần."
        ) from error


def write_index(inbox: Path, entries: Iterable[Entry]) -> None:
    """Write the index anew, a line for each letter, whole or not at all. Raises CannotWrite."""
    path = _path(inbox)
    letters = ",\n".join(json.dumps(_written(entry), ensure_ascii=False) for entry in entries)
    text = f'{{"version": {_VERSION}, "letters": [\n{letters}\n]}}'
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, f"{text}\n".encode(errors="replace"), path.with_name(DRAFT))
    except OSError as error:
        raise CannotWrite(f"Không ghi được sổ thư “{path}” ({why(error)}). Hãy kiểm tra quyền ghi.") from error


def _path(inbox: Path) -> Path:
    return inbox / COLLECTED / NAME


def _written(entry: Entry) -> dict[str, Any]:
    """An entry as JSON has it; `asdict` copies each text of it, which takes five times as long."""
    files = {name: [vars(file) for file in getattr(entry, name)] for name in ("kept", "aside")}
    return vars(entry) | files | {"received": entry.received.isoformat()}


def _entry(letter: dict[str, Any]) -> Entry:
    received = datetime.fromisoformat(letter["received"])
    if received.tzinfo is None:
        raise ValueError(letter["received"])
    kept = tuple(Kept(**file) for file in letter["kept"])
    aside = tuple(Aside(**file) for file in letter["aside"])
    return Entry(**{**letter, "received": received, "kept": kept, "aside": aside})
