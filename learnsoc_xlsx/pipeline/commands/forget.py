"""Forget: a person or a unit goes from the results and the cache; the returns, which stay as they are, are named with their cells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.register import Unit
from learnsoc_xlsx.pipeline.forgetting.inputs import InputsNaming, inputs_naming
from learnsoc_xlsx.pipeline.forgetting.results import Gone, Results, results_naming, taken_away
from learnsoc_xlsx.pipeline.forgetting.sought import sought
from learnsoc_xlsx.pipeline.settings.means import USUAL_MEANS, Means
from learnsoc_xlsx.pipeline.steps.register import register_in
from learnsoc_xlsx.stages.receive.unpack.folder import lying_in
from learnsoc_xlsx.stages.write.moving.patience import uninterrupted
from learnsoc_xlsx.stages.write.run_json.last_run import inbox_of, last_run

_OVERLAP = "Thư mục báo cáo “{inbox}” và nơi ghi kết quả “{out}” nằm trong nhau. Hãy nêu đúng hai thư mục riêng; báo cáo không bao giờ bị sửa. Chưa xóa gì."

_ABSENT = (
    "Không có thư mục báo cáo “{inbox}”, nên không biết báo cáo nào còn tên ấy. Hãy nêu đúng thư mục. Chưa xóa gì."
)
_NO_INBOX = "“{out}” không còn nêu thư mục báo cáo nào, và “{inbox}” đang trống. Hãy nêu thư mục báo cáo: learnsoc forget THU_MUC. Chưa xóa gì."


@dataclass(frozen=True)
class Whom:
    """Whom to forget: the name of a person, or the code or name of a unit; `born` and `home`, the code or name of a unit, tell a
    person in the returns from others of that name.
    """

    text: str
    born: int | None = None
    home: str = ""


@dataclass(frozen=True)
class Forgetting:
    """What is to be forgotten, or was: the results that hold the name, the returns that do; `code` is that of a unit. `gone` (None:
    nobody agreed) is what went, `emptied` how many entries of the cache, and `still_kept` how many of them did not (None: nobody
    can look), in the folder `cache`. `ran_on` is where the returns of the last run lay, if that is another folder.
    """

    inbox: Path
    out: Path
    is_unit: bool
    results: Results
    inputs: InputsNaming
    gone: Gone | None = None
    emptied: int = 0
    still_kept: int | None = 0
    cache: Path = Path()
    code: str = ""
    ran_on: Path | None = None


def forget(
    inbox: Path, out: Path, asked: Whom, agreed: Callable[[Forgetting], bool], means: Means = USUAL_MEANS
) -> Forgetting:
    """Show what holds a person or a unit, and once it is agreed take every such file from OUT, and empty the cache.

    No file of INBOX is touched. Raises Refusal where whom it is about is not clear, CannotWrite where another run is at work.
    """
    if _lie_within(inbox, out):
        raise Refusal(_OVERLAP.format(inbox=inbox, out=out))
    if not inbox.is_dir():
        raise Refusal(_ABSENT.format(inbox=inbox))
    whom = sought(asked.text, _units(inbox), asked.born, asked.home)
    means.progress("Tìm trong kết quả", 0, 1)
    results = results_naming(whom, out)
    means.progress("Tìm trong báo cáo", 0, 1)
    inputs = inputs_naming(whom, inbox, means.passwords)
    plan = Forgetting(inbox, out, whom.is_unit, results, inputs, cache=means.shelf.folder, code=whom.code)
    plan = replace(plan, ran_on=_elsewhere(inbox, out))
    if not agreed(plan):
        return plan
    with uninterrupted():
        gone = taken_away(results, out)
        emptied = means.shelf.clear()
    return replace(plan, gone=gone, emptied=emptied, still_kept=means.shelf.left())


def _elsewhere(inbox: Path, out: Path) -> Path | None:
    """Where the returns of the last run in OUT lay, if that is another folder."""
    try:
        lay_at = inbox_of(last_run(out), out)
    except Refusal:
        return None
    return lay_at if lay_at.resolve() != inbox.resolve() else None


def usual_inbox(out: Path, otherwise: Path) -> Path:
    """Return the INBOX of the last run in OUT; where there was none that can be relied on, the usual one. Raises Refusal where
    nothing lies there: that nobody is named in an empty folder would be no answer.
    """
    try:
        return inbox_of(last_run(out), out)
    except Refusal:
        if any(not path.name.startswith(".") for path in lying_in(otherwise).values()):
            return otherwise
        raise Refusal(_NO_INBOX.format(out=out, inbox=otherwise)) from None


def _lie_within(inbox: Path, out: Path) -> bool:
    ways = inbox.resolve(), out.resolve()
    return ways[0].is_relative_to(ways[1]) or ways[1].is_relative_to(ways[0])


def _units(inbox: Path) -> Sequence[Unit]:
    """The units of the register; none where there is none that can be used."""
    try:
        register = register_in(inbox)
    except Refusal:
        return ()
    return register.units if register else ()
