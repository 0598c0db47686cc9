"""Shares: how a list of those proposed is made up: leaders, units, and who was proposed before."""

from collections import Counter
from collections.abc import Iterator, Sequence

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.law.verdicts import HeldRound, Outcome, Verdict
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.pack.others import ranked
from learnsoc_xlsx.vietnamese.letters import key

Who = tuple[str, str, int | None]


def shares(scope: Scope, held: HeldRound, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Say of those proposed for one award how many lead a unit, how many come from each, and who comes again."""
    proposed = [verdict for verdict in verdicts if verdict.outcome is Outcome.RECOMMENDED]
    if not proposed:
        return
    if proposed[0].kind is Subject.INDIVIDUAL:
        yield _leaders(proposed)
    if any(verdict.subject != verdict.unit_name for verdict in proposed):
        counts = Counter(verdict.unit_name for verdict in proposed)
        yield f"Theo đơn vị: {'; '.join(f'{unit} {count}' for unit, count in counts.most_common())}."
    yield from _again(scope, held, proposed)


def _leaders(proposed: Sequence[Verdict]) -> str:
    marks = [verdict.credentials.leader.value if verdict.credentials.leader else None for verdict in proposed]
    unknown = f"; {marks.count(None)} trường hợp chưa ghi" if None in marks else ""
    return f"Lãnh đạo, quản lý: {marks.count(True)}/{len(proposed)}{unknown}."


def _again(scope: Scope, held: HeldRound, proposed: Sequence[Verdict]) -> Iterator[str]:
    """Who was proposed in the same round of an earlier year, of the same award; the others come for the first time."""
    for other in sorted(scope.lookup.rounds, key=lambda one: one.year):
        if other.declared == held.declared and not other.phase and other.year < held.year:
            before = {_who(one) for one in scope.verdicts(other) if one.proposed and one.award == proposed[0].award}
            again = [verdict for verdict in proposed if _who(verdict) in before]
            yield f"Trong số này đã được đề nghị ở “{other.name}”: {ranked(scope, again) if again else 'không có ai'}."


def _who(verdict: Verdict) -> Who:
    return verdict.unit, key(verdict.subject), verdict.born
