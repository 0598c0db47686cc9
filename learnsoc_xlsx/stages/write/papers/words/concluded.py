"""Concluded: how far a round has come, and so whom its papers are about."""

from collections.abc import Sequence

from learnsoc_xlsx.model.law.council import Sitting
from learnsoc_xlsx.model.law.verdicts import HeldRound, Verdict
from learnsoc_xlsx.stages.write.papers.words.subjects import money_of
from learnsoc_xlsx.stages.write.papers.words.words import in_figures
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.money import whole


def span_of(held: HeldRound) -> str:
    """Return the year or the years that a round looks at, as a title says it."""
    first, last = held.years[0], held.years[-1]
    return f"năm\u00a0{last}" if first == last and not held.phase else f"giai đoạn {first}\u00a0-\u00a0{last}"


def is_concluded(scope: Scope, held: HeldRound) -> bool:
    """Whether the council concluded on a round: until then its papers are drafts."""
    return scope.whole.is_concluded(held)


def sitting_of(scope: Scope, held: HeldRound) -> Sitting | None:
    return next((sitting for sitting in scope.whole.sittings if sitting.round == held.id), None)


def awarded(scope: Scope, held: HeldRound) -> list[Verdict]:
    """Return whom the papers of a round are about: those the council agreed on; as long as it has not, those recommended."""
    verdicts = scope.verdicts(held)
    if is_concluded(scope, held):
        return [verdict for verdict in verdicts if verdict.decided and verdict.decided.is_final]
    return [verdict for verdict in verdicts if verdict.proposed]


def funding_of(held: HeldRound, verdicts: Sequence[Verdict]) -> str:
    """Return out of which source the money is paid (VI.1); of several how much out of each; nothing where one is not chosen."""
    sources = {choice.key: choice.shown for choice in held.choices if choice.local}
    paid: dict[str, list[int | None]] = {}
    for verdict in verdicts:
        source = sources.get(f"award.{verdict.award}.funding", "")
        bonus = money_of(verdict)
        paid.setdefault(source, []).append(bonus.amount if bonus else 0)
    if "" in paid or len(paid) <= 1:
        return "" if "" in paid else next(iter(paid), "")
    return ", ".join(f"{source} {in_figures(whole(amounts))} đồng" for source, amounts in paid.items())
