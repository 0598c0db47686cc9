"""Ours: whether a folder is one in which the program writes results; in any other nothing is the program's to take."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from learnsoc_xlsx.catalogue.papers.papers import PAPERS
from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.pipeline.forgetting.texts import Opaque, texts_in
from learnsoc_xlsx.pipeline.steps.register import register_in
from learnsoc_xlsx.stages.write.moving.by_hand import MARK
from learnsoc_xlsx.stages.write.moving.lease import GUARD
from learnsoc_xlsx.stages.write.moving.whole import half_moved
from learnsoc_xlsx.stages.write.run_json.last_run import RECORD

FORM = "Mau_"
"""How the names of templates begin."""
MARKER = ".learnsoc-ket-qua"
"""What stays where the record of a run went and something else did not: by it a later try knows the folder."""
_SAYS = "Thư mục này từng chứa kết quả của learnsoc; tệp còn lại ở đây do người sửa hoặc đặt vào.\n"
_STAMP = "learnsoc:"
_SLOT, _BY_HAND = re.compile(r"\{(\w+)\}"), rf"(?:{MARK}(?:_\d+)?)?"


def is_of_results(out: Path) -> bool:
    """Whether a run, or a print of templates, wrote here: its record is there, or what it left when that went, or its files, known
    by their places and their stamp. A folder with a register is one of returns, whatever lies in it.
    """
    if (out / RECORD).is_file() or (out / MARKER).is_file() or half_moved(out):
        return True
    printed = any(True for depth in ("", "*/", "*/*/") for _ in out.glob(f"{depth}{FORM}*"))
    return printed or (any(_is_result(out, file) for file in _files(out)) and not _holds_returns(out))


def mark(out: Path) -> None:
    """Leave a sign where there is something left by which nobody would know that results lay here; take it away where nothing is."""
    marker = out / MARKER
    with suppress(OSError):
        if not any(_files(out)):
            marker.unlink(missing_ok=True)
        elif not is_of_results(out):
            marker.write_text(_SAYS, encoding="utf-8")


def _files(out: Path) -> Iterator[str]:
    paths = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name not in (GUARD, MARKER))
    return (path.relative_to(out).as_posix() for path in paths)


def _is_result(out: Path, file: str) -> bool:
    """Whether a file lies where a run writes such a one; a workbook must bear a stamp of ours too, whoever saved it since."""
    return bool(_PAPERS.fullmatch(file)) or (bool(_WORKBOOKS.fullmatch(file)) and _is_stamped(out / file))


def _is_stamped(path: Path) -> bool:
    try:
        return any(_STAMP in text for text in texts_in(path.read_bytes(), path.name))
    except (OSError, Opaque):
        return False


def _holds_returns(out: Path) -> bool:
    try:
        return register_in(out) is not None
    except Refusal:
        return True


def _any_of(paths: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, sorted(paths))))


def _pattern(path: str) -> str:
    """The place of a result in any year, phase and series, also as it is kept beside when somebody changed it."""
    stem, _, ending = path.rpartition(".")
    parts = _SLOT.split(stem)
    return (
        "".join(re.escape(part) if at % 2 == 0 else r"[\w-]+" for at, part in enumerate(parts))
        + rf"{_BY_HAND}\.{ending}"
    )


_WORKBOOKS, _PAPERS = _any_of(book.path for book in WORKBOOKS), _any_of(paper.path for paper in PAPERS)
