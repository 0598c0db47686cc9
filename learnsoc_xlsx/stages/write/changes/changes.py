"""The words of a comparison of two runs: what differs, and the cause of each difference."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from learnsoc_xlsx.model.law.verdicts import Reason, Verdict
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.figures import Figure

Record = Mapping[str, Any]
"""An entry of run.json."""


class Why(Enum):
    """What may lie behind a difference, with the label shown."""

    NEW_RETURN = "Báo cáo mới"
    CHANGED_RETURN = "Báo cáo đã sửa"
    WITHDRAWN_RETURN = "Báo cáo không còn trong thư mục"
    COUNTS_NOW = "Báo cáo có từ trước, nay được tính"
    COUNTS_NO_MORE = "Báo cáo nay không được tính"
    REGISTER = "Danh bạ đã đổi"
    LAW = "Quy định đã đổi"
    PROGRAM = "Phiên bản chương trình đã đổi"
    DAY = "Ngày số liệu đã đổi"
    COUNCIL = "Kết luận của Hội đồng"


class Ground(Enum):
    """How sure a cause is: what differs stands on it; others of the same award were ranked anew by it; it may be it."""

    DIRECT = ""
    RANKING = "Xếp hạng lại vì ứng viên khác thay đổi. "
    MAYBE = "Có thể do: "


@dataclass(frozen=True)
class Cause:
    """One thing that went into both runs and differs.

    Of a return its `file` (the new one, else the one that was), unit, year and form, and in `now` why it does not count; of the
    register the row (`sheet` and `field` by id, `key`) and what it said and says.
    """

    why: Why
    file: str = ""
    form: str = ""
    unit: str = ""
    year: int = 0
    sheet: str = ""
    key: str = ""
    field: str = ""
    was: object = ""
    now: object = ""


@dataclass(frozen=True)
class Behind:
    """The causes of one difference, and how sure they are."""

    causes: tuple[Cause, ...] = ()
    ground: Ground = Ground.DIRECT


@dataclass(frozen=True)
class FigureChange:
    """A figure that differs; None on the side on which it is not there."""

    was: Figure | None
    now: Figure | None
    behind: Behind


@dataclass(frozen=True)
class ReasonChange:
    """A condition that was found otherwise, or was not looked at; None on that side."""

    was: Reason | None
    now: Reason | None


@dataclass(frozen=True)
class VerdictChange:
    """A verdict that differs; None on the side on which somebody is no candidate. `reasons` are those that differ."""

    was: Verdict | None
    now: Verdict | None
    reasons: tuple[ReasonChange, ...] = ()
    behind: Behind = Behind()

    @property
    def about(self) -> Verdict:
        """The verdict as it is now, else as it was: whom it is about."""
        verdict = self.now or self.was
        assert verdict is not None, "a change has a side"
        return verdict

    @property
    def enters(self) -> bool:
        """Whether somebody does well now who did not."""
        return does_well(self.now) and not does_well(self.was)

    @property
    def leaves(self) -> bool:
        """Whether somebody did well who does so no more."""
        return does_well(self.was) and not does_well(self.now)

    @property
    def turns(self) -> bool:
        """Whether the verdict itself is another, and not only rank, money or reasons."""
        sides = [side and (side.outcome, side.tied) for side in (self.was, self.now)]
        return sides[0] != sides[1]


@dataclass(frozen=True)
class Remark:
    """A finding as two runs can be compared by it: `message` as run.json has it, `shown` as the officer may read it;
    one inside a version that does not count is not counted. `cells` are all in which it stands, where they are many.
    """

    code: str
    severity: str
    place: Place
    unit: str
    year: int
    field: str
    message: str
    shown: str
    is_counted: bool = True
    cells: str = ""


@dataclass(frozen=True)
class FindingChange:
    """A finding that is new, gone (None on that side), or says something else."""

    was: Remark | None
    now: Remark | None
    behind: Behind


@dataclass(frozen=True)
class DecisionChange:
    """A conclusion of the council that differs, each side as run.json has it; None where there is none."""

    was: Record | None
    now: Record | None
    behind: Behind


@dataclass(frozen=True)
class RunMark:
    """By what a run is known: the hash of its run.json, its day, and the version of the program."""

    digest: str
    as_of: date
    version: str


@dataclass(frozen=True)
class Changes:
    """All that differs between the last run in a folder and this one.

    `refusal` says in one sentence why they cannot be compared; `note` what could not be told of the register. `names` are those
    of units and rounds as the last run had them.
    """

    now: RunMark
    was: RunMark | None = None
    refusal: str = ""
    note: str = ""
    causes: tuple[Cause, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    verdicts: tuple[VerdictChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    decisions: tuple[DecisionChange, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_worth_a_file(self) -> bool:
        """Whether there is something to read: another day, version or law by itself changes nothing."""
        idle = {Why.DAY, Why.PROGRAM, Why.LAW}
        results = (self.figures, self.verdicts, self.findings, self.decisions)
        return bool(self.refusal) or any(results) or any(cause.why not in idle for cause in self.causes)


def does_well(verdict: Verdict | None) -> bool:
    """Whether a verdict recommends somebody, be it in a forecast."""
    return verdict is not None and verdict.outcome.word == "recommended"
