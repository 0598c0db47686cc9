"""Others: who is not proposed, in a line for each way to stand: by name where the council may yet decide, else by count."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from learnsoc_xlsx.model.law.verdicts import Outcome, Verdict
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.pack.who import figures, in_short
from learnsoc_xlsx.stages.write.views.awards.standing import where_else

_NAMED = 8
"""Up to so many who are not eligible are each named with their reasons; of more the annex tells."""


def others(scope: Scope, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Say who stands beside those proposed: beyond the quota, to be verified, on hold, and how many are not eligible, and why."""
    beyond = [one for one in verdicts if one.outcome is Outcome.RESERVE and not one.tied]
    if beyond:
        ranked_names = (f"{one.rank}. {in_short(scope, one)}: {figures(one)}" for one in beyond)
        yield _line("Đủ điều kiện, ngoài số lượng; xếp theo các số nêu ở đầu bảng", beyond, ranked_names)
    for outcome, words in ((Outcome.UNDECIDED, "Cần bổ sung thông tin"), (Outcome.ON_HOLD, "Tạm thời chưa xét")):
        own = [one for one in verdicts if one.outcome is outcome]
        if own:
            yield _line(words, own, (f"{in_short(scope, one)}: {one.summary.rstrip('.')}" for one in own))
    refused = [one for one in verdicts if one.outcome is Outcome.NOT_ELIGIBLE]
    if len(refused) > _NAMED:
        yield _line("Chưa đủ điều kiện, theo từng điều kiện", refused, _by_reason(refused))
    elif refused:
        named = (f"{in_short(scope, one)}: {one.summary.rstrip('.')}" for one in refused)
        yield _line("Chưa đủ điều kiện", refused, named)


def elsewhere(scope: Scope, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Say who of those proposed is surely proposed in another round too, or by another unit (who only may be: `alike`)."""
    by_round: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        for name in dict.fromkeys(where_else(other, verdict) for other in verdict.also if other.sure):
            by_round.setdefault(name, []).append(verdict)
    for name, own in by_round.items():
        yield f"Đồng thời có trong “{name}”: {ranked(scope, own)}."


def ranked(scope: Scope, verdicts: Sequence[Verdict]) -> str:
    """Return subjects by their ranks in the table above; whoever has none by name."""
    ranks = ", ".join(str(verdict.rank) for verdict in verdicts if verdict.rank)
    names = [in_short(scope, verdict) for verdict in verdicts if not verdict.rank]
    return "; ".join(filter(None, (f"hạng {ranks}" if ranks else "", *names)))


def _line(words: str, verdicts: Sequence[Verdict], parts: Iterable[str]) -> str:
    return f"{words} ({len(verdicts)}): {'; '.join(parts)}."


def _by_reason(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Each condition that fails, with how many fail it; one may fail several."""
    failing = Counter(condition for verdict in verdicts for condition in _failing(verdict))
    for condition, count in sorted(failing.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{condition}: {count}"


def _failing(verdict: Verdict) -> set[str]:
    return {
        f"{reason.condition} (mục {reason.article})"
        for reason in verdict.reasons
        if reason.decides and reason.met is False
    }
