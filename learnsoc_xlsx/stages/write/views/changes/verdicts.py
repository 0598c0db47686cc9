"""Verdicts that differ, a row each: how it was and is, the reasons that are others, and what lies behind it."""

from collections.abc import Callable, Iterator, Sequence

from learnsoc_xlsx.model.law.verdicts import HeldRound, Reason, Verdict
from learnsoc_xlsx.model.report import UNKNOWN, Column, ListColumn, Page, Show, View
from learnsoc_xlsx.stages.write.changes.changes import ReasonChange, VerdictChange
from learnsoc_xlsx.stages.write.changes.verdicts import matters
from learnsoc_xlsx.stages.write.scope import Lookup, Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name, value_said
from learnsoc_xlsx.stages.write.views.awards.standing import standing
from learnsoc_xlsx.stages.write.views.changes.words import behind_said
from learnsoc_xlsx.stages.write.views.check.long_list import listed
from learnsoc_xlsx.vietnamese.letters import sort_key
from learnsoc_xlsx.vietnamese.numbers import format_number

KINDS = ("Thêm vào", "Ra khỏi", "Đổi kết quả", "Đổi hạng, tiền, lý do")
"""The ways in which a verdict may differ, in the order in which they are listed."""
NO_CANDIDATE = "Không là ứng viên"
_INTRO = "“Thêm vào”, “Ra khỏi”: danh sách đủ điều kiện, đề nghị xét. Dấu “→” đứng giữa cái trước và cái nay."


def changed_verdicts(scope: Scope, view: View) -> Page:
    """List the verdicts that differ from the last run."""
    return movers(scope, view, scope.lookup.changes.verdicts, ("Trước", "Nay"), (_INTRO,))


def movers(
    scope: Scope, view: View, changes: Sequence[VerdictChange], sides: tuple[str, str], intro: tuple[str, ...]
) -> Page:
    """Return the page of verdicts that differ, the two sides under these headings."""
    ordered = sorted(changes, key=_order(scope.lookup))
    was, now = sides
    return listed(view, len(ordered), lambda: (
        ListColumn(Column("Thay đổi", 11), [KINDS[kind_of(one)] for one in ordered]),
        ListColumn(Column("Đợt xét", 15), [scope.lookup.round_name(one.about.round) for one in ordered]),
        ListColumn(Column("Khen thưởng", 15), [award_name(scope, one.about.award) for one in ordered]),
        ListColumn(Column("Đối tượng", 20), [one.about.subject for one in ordered]),
        ListColumn(Column("Đơn vị", 16), [_unit(scope.lookup, one.about) for one in ordered]),
        ListColumn(Column(was, 17), [standing_said(one.was) for one in ordered]),
        ListColumn(Column(now, 17), [standing_said(one.now) for one in ordered]),
        ListColumn(Column("Hạng", 9, Show.CENTRE), [_both(one, _rank) for one in ordered]),
        ListColumn(Column("Tiền thưởng (đồng)", 16, Show.CENTRE), [_both(one, _money) for one in ordered]),
        ListColumn(Column("Lý do khác trước", 44), [_reasons(one) for one in ordered]),
        ListColumn(Column("Nguyên nhân", 40), [behind_said(scope.lookup, one.behind) for one in ordered]),
    ), intro)  # fmt: skip


def kind_of(change: VerdictChange) -> int:
    """Return which of KINDS a change is."""
    if change.enters:
        return 0
    if change.leaves:
        return 1
    return 2 if change.turns else 3


def standing_said(verdict: Verdict | None) -> str:
    """Say how somebody stands, or that they are no candidate."""
    return standing(verdict) if verdict else NO_CANDIDATE


def _order(lookup: Lookup) -> Callable[[VerdictChange], tuple[object, ...]]:
    rounds = {held.id: _place(held) for held in lookup.rounds}
    awards = {award: at for held in lookup.rounds for at, award in enumerate(held.awards)}

    def order(change: VerdictChange) -> tuple[object, ...]:
        about = change.about
        place = rounds.get(about.round, (0, about.round))
        return kind_of(change), place, awards.get(about.award, 0), about.rank or 0, sort_key(about.subject), about.unit

    return order


def _place(held: HeldRound) -> tuple[int, str]:
    """The newest rounds come first."""
    return -held.year, held.id


def _unit(lookup: Lookup, verdict: Verdict) -> str:
    return lookup.name(verdict.unit) if verdict.unit in lookup.codes else lookup.past_name(verdict.unit)


def _both(change: VerdictChange, shown: Callable[[Verdict | None], str]) -> str:
    was, now = shown(change.was), shown(change.now)
    return now if was == now else f"{was} → {now}"


def _rank(verdict: Verdict | None) -> str:
    return UNKNOWN if verdict is None or verdict.rank is None else str(verdict.rank)


def _money(verdict: Verdict | None) -> str:
    amount = verdict.bonus.amount if verdict and verdict.bonus else None
    return UNKNOWN if amount is None else format_number(amount)


def _reasons(change: VerdictChange) -> str:
    """What differs of the ranking figures, and the conditions that are judged otherwise, those that decide first."""
    shown = sorted(filter(matters, change.reasons), key=_weight)
    lines = [line for reason in shown for line in _reason(reason)]
    more = [f"Và {len(lines) - _MOST} điều kiện khác."] if len(lines) > _MOST else []
    return "\n".join((*_figures(change), *lines[:_MOST], *more))


_MOST = 5
"""Conditions that are named of one candidate."""


def _weight(change: ReasonChange) -> bool:
    """What decides comes first."""
    return not any(side.decides for side in (change.now, change.was) if side)


def _figures(change: VerdictChange) -> Iterator[str]:
    """The ranking figures that differ, by their labels."""
    if change.was is None or change.now is None or change.was.keys == change.now.keys:
        return
    was, now = dict(change.was.keys), dict(change.now.keys)
    for label in dict.fromkeys((*now, *was)):
        sides = [value_said(side[label]) if label in side else "không xét" for side in (was, now)]
        if sides[0] != sides[1]:
            yield f"Xếp hạng theo {label}: {sides[0]} → {sides[1]}."


def _reason(change: ReasonChange) -> Iterator[str]:
    """A condition with what differs of it: what was found, what is needed, how it is judged; nothing where none is told."""
    reason = change.now or change.was
    assert reason is not None, "a change has a side"
    about = f"{reason.condition}, năm {reason.year}" if reason.year else reason.condition
    parts = [_sides(change, shown) for shown in (_actual, _needed, _judged)]
    if any("→" in side for side in parts):
        yield f"{about}: {'; '.join(side for side in parts if side)}."


def _sides(change: ReasonChange, shown: Callable[[Reason | None], str]) -> str:
    was, now = shown(change.was), shown(change.now)
    return now if was == now else f"{was or _BLANK} → {now or _BLANK}"


_BLANK = "không có"


def _actual(reason: Reason | None) -> str:
    return reason.actual if reason and reason.asked else ""


def _needed(reason: Reason | None) -> str:
    return f"cần {reason.needed}" if reason and reason.asked and reason.decides else ""


def _judged(reason: Reason | None) -> str:
    if reason is None or not reason.asked:
        return "không xét"
    return {True: "đạt", False: "chưa đạt", None: "chưa rõ"}[reason.met] if reason.decides else "chỉ để biết"
