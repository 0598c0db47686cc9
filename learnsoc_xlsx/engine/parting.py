"""Parting: a task whose process died is done in parts, until what ended it stands alone and is named."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from typing import Any

from learnsoc_xlsx.engine.work import Parcel
from learnsoc_xlsx.model.errors import Refusal

_DIED = "Một tiến trình của lần chạy này bị hệ thống dừng đột ngột, chạy riêng cũng vậy (thường vì máy hết bộ nhớ); kết quả lần trước còn nguyên. Hãy đóng bớt chương trình khác rồi chạy lại, hoặc chạy với --engine serial."


def in_parts(attempt: Callable[[Any], Any], task: Any) -> Any:
    """Attempt a task, and where its process dies (BrokenExecutor) its halves, down to the one thing that no process
    outlives: it is given up. What died by no fault of its task is done whole.

    Raises Refusal for a task that cannot be parted.
    """
    try:
        return attempt(task)
    except BrokenExecutor as death:
        if not isinstance(task, Parcel):
            raise Refusal(_DIED) from death
    halves = task.halves()
    if not halves:
        return attempt(task.given_up())
    return task.joined([in_parts(attempt, half) for half in halves])
