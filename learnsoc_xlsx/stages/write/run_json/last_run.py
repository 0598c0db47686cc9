"""The last run: what the run.json of a folder says of it."""

import json
from pathlib import Path
from typing import Any

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.stages.write.moving.whole import half_moved

Recorded = dict[str, Any]
"""What run.json says, under the keys that docs/contract.md names."""
RECORD = "run.json"
_HALF = "Kết quả trong “{out}” đang dở, cũ mới lẫn lộn: một lần chạy bị ngắt, hoặc đang chuyển kết quả vào chỗ. Hãy chạy lại consolidate: chương trình chuyển nốt rồi ghi kết quả mới."


def last_run(out: Path) -> Recorded:
    """Return the run.json that lies in OUT. Raises Refusal where none does, or none that can be relied on."""
    path = out / RECORD
    if half_moved(out):
        raise Refusal(_HALF.format(out=out))
    if not path.is_file():
        raise Refusal(f"Chưa có kết quả nào trong “{out}”. Hãy chạy consolidate trước.")
    try:
        run: Recorded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refusal(f"Không đọc được “{path}”. Hãy chạy lại consolidate để ghi lại kết quả.") from error
    return run


def inbox_of(run: Recorded, out: Path) -> Path:
    """Return the INBOX of the run in OUT, from where OUT lies now."""
    return Path(out.resolve(), run["inbox"]).resolve()
