"""Agenda: one page for the council's chairman: how many are proposed, what it costs, what differs, what is still open."""

from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.law.verdicts import Bonus, HeldRound, OpenPoint, Outcome, Verdict
from learnsoc_xlsx.model.report import Block, Notes, Page, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import NO_ROUND
from learnsoc_xlsx.stages.write.views.awards.money import of_proposed, sum_said
from learnsoc_xlsx.stages.write.views.awards.pack.counts import counts
from learnsoc_xlsx.stages.write.views.awards.pack.who import in_short, lacks_achievement, lacks_decision
from learnsoc_xlsx.stages.write.views.awards.standing import about, doubled
from learnsoc_xlsx.vietnamese.dates import format_date

_MOST_NAMED = 12
"""How many subjects a line names; a longer line counts them and leads to where they are listed."""


def agenda(scope: Scope, view: View) -> Page:
    """Tell the council in one page what lies before it."""
    if not scope.rounds:
        return Page(view.show, view.sheet, view.title, (), (NO_ROUND,))
    rounds = [held for held in scope.rounds if not held.upward]
    verdicts = [verdict for held in rounds for verdict in scope.verdicts(held)]
    notes = (
        Notes((*_open(scope, verdicts), *_unsettled(scope, rounds)), "Cần làm rõ trước khi họp"),
        Notes((*_funding(scope, rounds), *_above(scope), *doubled(verdicts, rounds), *_chosen(rounds)), "Cần biết"),
    )
    blocks: tuple[Block, ...] = (*(counts(scope, held) for held in rounds), *(note for note in notes if note.lines))
    return Page(view.show, view.sheet, view.title, blocks, tuple(map(about, rounds)), spare=True)


# What is still open


def _open(scope: Scope, verdicts: Sequence[Verdict]) -> Iterator[str]:
    for point, words in (
        (OpenPoint.RECOGNITION, "Danh hiệu chưa khớp tiêu chí, cần kiểm tra quyết định công nhận"),
        (
            OpenPoint.CONFIRMATION,
            "Xã chưa xác nhận (tệp Xac_nhan) có bị xem xét kỷ luật, thanh tra, khiếu nại hoặc đã được khen hay không",
        ),
    ):
        asked = [
            verdict
            for verdict in verdicts
            if verdict.outcome in (Outcome.RECOMMENDED, Outcome.RESERVE, Outcome.UNDECIDED)
            and any(reason.open is point for reason in verdict.reasons)
        ]
        if asked:
            yield f"{words}: {_named(scope, asked)}."
    undecided = [verdict for verdict in verdicts if verdict.outcome is Outcome.UNDECIDED]
    if undecided:
        yield f"Cần bổ sung thông tin mới kết luận được: {_named(scope, undecided)}."
    for lacks, words in (
        (lacks_decision, "Chưa ghi số quyết định công nhận danh hiệu"),
        (lacks_achievement, "Chưa ghi tóm tắt thành tích"),
    ):
        lacking = [verdict for verdict in verdicts if verdict.outcome is Outcome.RECOMMENDED and lacks(verdict)]
        if lacking:
            yield f"{words}, đơn vị đề nghị cần bổ sung: {len(lacking)} trường hợp được đề nghị."
    yield from _owed(scope)


def _named(scope: Scope, verdicts: Sequence[Verdict]) -> str:
    names = list(dict.fromkeys(in_short(scope, verdict) for verdict in verdicts))
    if len(names) <= _MOST_NAMED:
        return f"{len(names)} ({'; '.join(names)})"
    return f"{len(names)} trường hợp, nêu ở tệp căn cứ, trang “Cần xác nhận”"


def _owed(scope: Scope) -> Iterator[str]:
    """Who owes a report of the years looked at, and how many numbers the commune has not set."""
    years = {year for held in scope.rounds for year in held.years}
    states = (
        ("missing", "Chưa gửi báo cáo"),
        ("unread", "Đã nhận tệp nhưng không đọc được, đơn vị cần gửi lại"),
        ("late", "Nộp báo cáo muộn"),
    )
    for state, words in states:
        gaps = [gap for gap in scope.whole.missing if gap.state == state and gap.year in years]
        if gaps:
            names = "; ".join(
                f"{scope.lookup.name(gap.unit, scope.last_day)} (năm {gap.year}, hạn {format_date(gap.due)})"
                for gap in gaps[:_MOST_NAMED]
            )
            more = f" và {len(gaps) - _MOST_NAMED} báo cáo khác" if len(gaps) > _MOST_NAMED else ""
            yield f"{words}: {names}{more}."


def _unsettled(scope: Scope, rounds: Sequence[HeldRound]) -> Iterator[str]:
    """What the commune itself has not settled: numbers that the plan leaves open for awards, rules that are only the default."""
    of_commune = frozenset().union(*(one.keys for one in scope.run.self_assessments))
    numbers = [number for number in scope.whole.local_numbers if number.key not in of_commune]
    unset = [number.label for number in numbers if number.value is None and number.label]
    if unset:
        yield f"Kế hoạch để mở, xã chưa đặt mức (trang “Ngưỡng” của danh bạ): {'; '.join(unset)}."
    choices = {choice.key: choice for held in rounds for choice in held.choices}
    left = [choice for choice in choices.values() if not choice.local]
    if left:
        yield f"Cách xét xã chưa chọn, tạm theo mặc định: {len(left)} điểm, nêu ở từng nhóm; đề nghị Hội đồng cho ý kiến."


def _funding(scope: Scope, rounds: Sequence[HeldRound]) -> Iterator[str]:
    """Out of which source the money is paid (VI.1), as the commune chose it for each award."""
    paid: dict[str, list[Bonus]] = {}
    for held in rounds:
        sources = {choice.key: choice.shown for choice in held.choices}
        for verdict in scope.verdicts(held):
            for bonus in of_proposed([verdict]):
                if bonus.amount != 0:
                    paid.setdefault(sources.get(f"award.{verdict.award}.funding", ""), []).append(bonus)
    listed = "; ".join(f"{source}: {sum_said(bonuses)}" for source, bonuses in paid.items() if source)
    if listed:
        yield f"Tiền thưởng dự kiến theo nguồn chi (mục VI.1). {listed[:1].upper()}{listed[1:]}."


def _above(scope: Scope) -> Iterator[str]:
    """How many are proposed to the level above, outside the award of the commune."""
    for held in scope.rounds:
        if held.upward:
            count = sum(verdict.outcome is Outcome.RECOMMENDED for verdict in scope.verdicts(held))
            yield f"{held.name}: {count} trường hợp đủ điều kiện, danh sách ở trang “Đề nghị cấp trên”."


def _chosen(rounds: Sequence[HeldRound]) -> Iterator[str]:
    """Which rules the commune set itself."""
    own = {choice.key: choice for held in rounds for choice in held.choices if choice.local}
    if own:
        yield f"Xã tự chọn: {'; '.join(f'{choice.label}: {choice.shown}' for choice in own.values())}."
