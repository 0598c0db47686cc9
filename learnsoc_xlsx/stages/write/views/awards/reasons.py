"""Why: every condition of every verdict, with article, what was found, what was needed, and where it stands."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.law.verdicts import HeldRound, Reason, Verdict
from learnsoc_xlsx.model.report import UNKNOWN, Column, ListColumn, Listing, Page, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import NO_ROUND, award_name, reason_anchor
from learnsoc_xlsx.stages.write.views.awards.standing import forecast_of, standing
from learnsoc_xlsx.stages.write.views.figure_cells import doubt

_INTRO = (
    "✔ đạt · ✘ chưa đạt · ? chưa có số · – mẫu năm ấy chưa hỏi, không xét. “Số do xã đặt”: Kế hoạch không quy định con số, xã ghi ở danh bạ. "
    "“Chưa kiểm chứng”: chưa có bản gốc của văn bản.",
)
_SIGNS = {True: "✔", False: "✘", None: "?"}
Line = tuple[HeldRound, Verdict, Reason]


def reasons(scope: Scope, view: View) -> Page:
    """List the reasons of every verdict of the rounds."""
    lines = [
        (held, verdict, reason)
        for held in scope.rounds
        for verdict in scope.verdicts(held)
        for reason in verdict.reasons
    ]
    if not lines:
        return Page(view.show, view.sheet, view.title, (), (NO_ROUND,))
    anchors: dict[str, int] = {}
    for number, (_, verdict, _) in enumerate(lines):
        anchors.setdefault(reason_anchor(verdict), number)
    return Page(
        view.show,
        view.sheet,
        view.title,
        (Listing(tuple(_list_columns(scope, lines)), len(lines), anchors),),
        (*forecast_of(scope.rounds), *_INTRO),
    )


def _list_columns(scope: Scope, lines: Sequence[Line]) -> Iterator[ListColumn]:
    places = tuple(reason.places[0] if reason.places else None for _, _, reason in lines)
    yield ListColumn(Column("Đợt xét", 13), [held.name for held, _, _ in lines])
    yield ListColumn(Column("Khen thưởng", 15), [award_name(scope, verdict.award) for _, verdict, _ in lines])
    yield ListColumn(Column("Đối tượng", 18), [verdict.subject for _, verdict, _ in lines])
    yield ListColumn(Column("Đơn vị", 13), [verdict.unit_name for _, verdict, _ in lines])
    yield ListColumn(Column("Kết quả xét", 14), [standing(verdict) for _, verdict, _ in lines])
    yield ListColumn(Column("Điều, khoản", 10), [reason.article for *_, reason in lines])
    yield ListColumn(Column("Năm", 6, Show.CENTRE), [str(reason.year) if reason.year else "" for *_, reason in lines])
    yield ListColumn(Column("Điều kiện", 25), [reason.condition for *_, reason in lines])
    yield ListColumn(Column("Số liệu, hồ sơ", 14), [reason.actual for *_, reason in lines])
    yield ListColumn(Column("Mức yêu cầu", 14), [reason.needed for *_, reason in lines])
    yield ListColumn(Column("Kết luận", 7, Show.CENTRE), [_sign(reason) for *_, reason in lines])
    yield ListColumn(Column("Lưu ý", 11), [doubt(reason.local, reason.verified) for *_, reason in lines])
    yield ListColumn(Column("Tệp › trang", 18), [_where(reason) for *_, reason in lines])
    yield ListColumn(Column("Ô", 8, Show.CENTRE), [place.spot if place else "" for place in places], links=places)


def _sign(reason: Reason) -> str:
    return _SIGNS[reason.met] if reason.asked else UNKNOWN


def _where(reason: Reason) -> str:
    if not reason.places:
        return ""
    place = reason.places[0]
    more = f" (và {len(reason.places) - 1} ô khác)" if len(reason.places) > 1 else ""
    return " › ".join(part for part in (place.file.rpartition("/")[2], place.sheet) if part) + more
