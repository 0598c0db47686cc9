"""What is to be settled before the council meets: recognitions in doubt, and what nobody has confirmed yet."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.law.verdicts import HeldRound, OpenPoint, Outcome, Reason, Verdict
from learnsoc_xlsx.model.report import Column, ListColumn, Listing, Page, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name
from learnsoc_xlsx.stages.write.views.awards.standing import forecast_of, standing

NOTHING_OPEN = "Không có điểm nào cần xác nhận."
_INTRO = (
    "Các điểm này chưa làm thay đổi kết quả xét. Hãy kiểm tra, ghi kết quả vào danh bạ hoặc tệp xác nhận của xã rồi chạy lại.",
)
_OPEN_FOR = frozenset({Outcome.RECOMMENDED, Outcome.RESERVE, Outcome.UNDECIDED})
Line = tuple[HeldRound, Verdict, OpenPoint, Sequence[Reason]]


def open_points(scope: Scope, view: View) -> Page:
    """List what is open for whoever may still be awarded: a line for each kind of open point."""
    lines = [line for held in scope.rounds for verdict in scope.verdicts(held) for line in _lines(held, verdict)]
    if not lines:
        return Page(view.show, view.sheet, view.title, (), (*forecast_of(scope.rounds), NOTHING_OPEN))
    listing = Listing(tuple(_columns(scope, lines)), len(lines), {})
    return Page(view.show, view.sheet, view.title, (listing,), (*forecast_of(scope.rounds), *_INTRO))


def _lines(held: HeldRound, verdict: Verdict) -> Iterator[Line]:
    if verdict.outcome not in _OPEN_FOR:
        return
    for point in OpenPoint:
        reasons = [reason for reason in verdict.reasons if reason.open is point]
        if reasons:
            yield held, verdict, point, reasons


def _columns(scope: Scope, lines: Sequence[Line]) -> Iterator[ListColumn]:
    places = tuple(next((reason.places[0] for reason in reasons if reason.places), None) for *_, reasons in lines)
    yield ListColumn(Column("Đợt xét", 18), [held.name for held, *_ in lines])
    yield ListColumn(Column("Khen thưởng", 18), [award_name(scope, verdict.award) for _, verdict, *_ in lines])
    yield ListColumn(Column("Đối tượng", 22), [verdict.subject for _, verdict, *_ in lines])
    yield ListColumn(Column("Đơn vị", 18), [verdict.unit_name for _, verdict, *_ in lines])
    yield ListColumn(Column("Kết quả xét", 16), [standing(verdict) for _, verdict, *_ in lines])
    yield ListColumn(Column("Cần làm", 20), [point.label for *_, point, _ in lines])
    yield ListColumn(Column("Điều cần xác nhận", 50), [_asked(point, reasons) for *_, point, reasons in lines])
    cells = [place.cell or "(cả tệp)" if place else "" for place in places]
    yield ListColumn(Column("Ô", 9, Show.CENTRE), cells, links=places)


def _asked(point: OpenPoint, reasons: Sequence[Reason]) -> str:
    words = (reason.condition if point is OpenPoint.CONFIRMATION else reason.actual for reason in reasons)
    return "; ".join(dict.fromkeys(words))
