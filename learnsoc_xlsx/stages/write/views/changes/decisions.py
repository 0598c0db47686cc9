"""Decisions of the council that differ from the last run."""

from learnsoc_xlsx.model.report import UNKNOWN, Column, ListColumn, Page, View
from learnsoc_xlsx.stages.write.changes.changes import Record
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name
from learnsoc_xlsx.stages.write.views.changes.verdicts import round_name
from learnsoc_xlsx.stages.write.views.changes.words import behind_said
from learnsoc_xlsx.stages.write.views.check.long_list import listed
from learnsoc_xlsx.vietnamese.letters import sort_key


def changed_decisions(scope: Scope, view: View) -> Page | None:
    """List what the council decided, or did not, otherwise than the last run had read it; None where nothing is decided."""
    lookup = scope.lookup
    ordered = sorted(
        lookup.changes.decisions, key=lambda one: (one.about.round, one.about.award, sort_key(one.about.subject))
    )
    if not ordered:
        return None
    return listed(view, len(ordered), lambda: (
        ListColumn(Column("Đợt xét", 20), [round_name(lookup, one.about.round) for one in ordered]),
        ListColumn(Column("Khen thưởng", 22), [award_name(scope, one.about.award) for one in ordered]),
        ListColumn(Column("Đối tượng", 26), [one.about.subject for one in ordered]),
        ListColumn(Column("Đơn vị", 20), [lookup.short_name(one.about.unit) for one in ordered]),
        ListColumn(Column("Trước", 30), [_in_words(one.was) for one in ordered]),
        ListColumn(Column("Nay", 30), [_in_words(one.now) for one in ordered]),
        ListColumn(Column("Nguyên nhân", 46), [behind_said(lookup, one.behind) for one in ordered]),
    ))  # fmt: skip


def _in_words(decision: Record | None) -> str:
    """A decision in words: what, with how many votes, why."""
    if decision is None:
        return UNKNOWN
    votes = (
        f"{decision['votes_for']} phiếu thuận, {decision['votes_against']} không"
        if decision.get("votes_for") is not None
        else ""
    )
    parts = (decision.get("shown") or decision.get("decision"), votes, decision.get("form"), decision.get("reason"))
    return "; ".join(str(part) for part in parts if part)
