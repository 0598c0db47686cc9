"""Conclusions of the council that differ from the last run."""

from learnsoc_xlsx.model.law.council import Opinion, Standing
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.report import UNKNOWN, Column, ListColumn, Page, Show, View
from learnsoc_xlsx.stages.write.changes.changes import DecisionChange, Record
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name
from learnsoc_xlsx.stages.write.views.changes.words import behind_said
from learnsoc_xlsx.stages.write.views.check.long_list import listed
from learnsoc_xlsx.vietnamese.letters import sort_key

_OPINIONS = {opinion.word: opinion.label for opinion in Opinion}
_STATES = {
    Standing.CHANGED.value: "dữ liệu đã đổi, chưa áp dụng",
    Standing.BY_HAND.value: "ghi thêm tại cuộc họp, chưa áp dụng",
}
_BY_HAND = "(ghi thêm tại cuộc họp, xem ô trong biểu)"


def changed_decisions(scope: Scope, view: View) -> Page | None:
    """List what the council concluded otherwise than the last run had read it; None where nothing differs."""
    lookup = scope.lookup
    ordered = sorted(lookup.changes.decisions, key=_order)
    abouts = [_about(one) for one in ordered]
    if not ordered:
        return None
    return listed(view, len(ordered), lambda: (
        ListColumn(Column("Đợt xét", 20), [lookup.round_name(one["round"]) for one in abouts]),
        ListColumn(Column("Khen thưởng", 22), [award_name(scope, one["award"] or "") for one in abouts]),
        ListColumn(Column("Đối tượng", 26), [one["subject"] or _BY_HAND for one in abouts]),
        ListColumn(Column("Đơn vị", 20), [lookup.short_name(one["unit"] or "") for one in abouts]),
        ListColumn(Column("Trước", 28), [_in_words(one.was) for one in ordered]),
        ListColumn(Column("Nay", 28), [_in_words(one.now) for one in ordered]),
        ListColumn(Column("Ô", 8, Show.CENTRE), [one.now["cell"] or "" if one.now else "" for one in ordered],
                   links=tuple(_place(one.now) for one in ordered)),
        ListColumn(Column("Nguyên nhân", 44), [behind_said(lookup, one.behind) for one in ordered]),
    ))  # fmt: skip


def _about(change: DecisionChange) -> Record:
    decision = change.now or change.was
    assert decision is not None, "a change has a side"
    return decision


def _order(change: DecisionChange) -> tuple[object, ...]:
    about = _about(change)
    return about["round"], about["award"] or "", sort_key(about["subject"] or "")


def _place(decision: Record | None) -> Place | None:
    return Place(decision["file"], decision["sheet"] or "", decision["cell"] or "") if decision else None


def _in_words(decision: Record | None) -> str:
    """A conclusion in words: what, with which votes, which form of award, whether it is applied."""
    if decision is None:
        return UNKNOWN
    opinion = _OPINIONS.get(decision["decision"] or "", "chưa chọn")
    given = (decision["votes_for"], decision["votes_against"])
    votes = f"phiếu {'/'.join(UNKNOWN if one is None else str(one) for one in given)}" if given != (None, None) else ""
    return "; ".join(part for part in (opinion, votes, decision["form"], _STATES.get(decision["state"], "")) if part)
