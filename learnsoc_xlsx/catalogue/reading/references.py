"""References: every id that a decision names, each held against the ids that there are."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from learnsoc_xlsx.catalogue.reading.fact_kinds import FactKinds
from learnsoc_xlsx.catalogue.reading.faults import DecisionError, Spot, instead_of
from learnsoc_xlsx.catalogue.reading.vocabulary import Vocabulary
from learnsoc_xlsx.model.form.form import Kind
from learnsoc_xlsx.model.law.awards import Award, Condition, Round
from learnsoc_xlsx.model.law.kinds import Candidates, ConditionTest, Span
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.texts.decisions import Decision

Kinds = frozenset[Kind]
MARKS: Kinds = frozenset({Kind.MARK})
NUMBERS: Kinds = frozenset(kind for kind in Kind if kind.is_number)
RANKED: Kinds = NUMBERS | MARKS
DAYS: Kinds = frozenset({Kind.DATE, Kind.YEAR})
PAPERS: Kinds = DAYS | {Kind.TEXT}
CALLED = {
    MARKS: "ô đánh dấu",
    NUMBERS: "con số",
    RANKED: "con số, ô đánh dấu",
    DAYS: "ô ngày, năm",
    PAPERS: "ô chữ, ô ngày",
}
"""What facts of these kinds are called."""
DISSOLVED = frozenset({"dissolved"})
"""What the register says of a unit that is no more; no form asks it."""
_CLAUSE = re.compile(r"[IVX]+(\.\w+)+")
"""A clause of the plan; articles of other texts are spelled in words."""


@dataclass(frozen=True)
class Reference:
    """An id where a decision names it, the ids among which it should be, and what is said when it is not."""

    spot: Spot
    key: str
    name: str
    among: Collection[str]
    absent: str

    def fault(self) -> DecisionError:
        return self.spot.fault(self.key, self.absent.format(self.name) + instead_of(self.name, self.among))


def unknown_in(decision: Decision, words: Vocabulary) -> Iterator[DecisionError]:
    """Yield a fault for every id that a decision names and nothing bears."""
    return (named.fault() for named in _references(decision, words) if named.name not in named.among)


def _references(decision: Decision, words: Vocabulary) -> Iterator[Reference]:
    top = Spot(decision.file)
    if decision.amends:
        yield Reference(top, "amends", decision.amends, words.texts, "không có văn bản “{}”")
    for title in decision.titles:
        yield from _by_title(title, top.within("titles", title.id), words)
    for award in decision.awards:
        yield from _by_award(award, top.within("awards", award.id), words)
    for held in decision.rounds:
        yield from _by_round(held, top.within("rounds", held.id), words)
    for choice in decision.choices:
        yield from _clauses(choice.article, top.within("choices", choice.key), words)
    for phase in decision.phases:
        yield from _clauses(phase.clause, top.within("phases", phase.id), words, "clause")
    for target in decision.targets:
        spot = top.within("targets", f"{target.indicator}, {target.year}")
        yield Reference(spot, "indicator", target.indicator, words.indicators, "không có chỉ tiêu “{}”")
    for deadline in decision.deadlines:
        yield from _unit_kinds(deadline.unit_kinds, top.within("deadlines", ", ".join(deadline.unit_kinds)), words)
    for basis in decision.bases:
        yield from _clauses(basis.article, top.within("bases", basis.id), words)
    for jump in decision.jumps:
        yield Reference(
            top.within("jumps", jump.id), "id", jump.id, words.jumps_used, "không chỉ tiêu nào dùng mức “{}”"
        )


def _by_title(title: Title, spot: Spot, words: Vocabulary) -> Iterator[Reference]:
    unwanted = "không mẫu biểu nào hỏi và không khen thưởng nào cần danh hiệu “{}”"
    yield Reference(spot, "id", title.id, words.titles_wanted, unwanted)
    yield from _clauses(title.article, spot, words)
    facts = words.facts.title(title.id)
    yield from _fact(title.mark, MARKS, facts, spot, "mark")
    yield from _fact(title.recognised_when, DAYS, facts, spot, "recognised_when")
    yield from _fact(title.recognised_level, NUMBERS, facts, spot, "recognised_level")
    for criterion in title.criteria:
        inner = spot.within("criteria", criterion.id)
        yield from _clauses(criterion.article, inner, words)
        yield from _fact(criterion.indicator, NUMBERS, facts, inner, "indicator")
        yield from _fact(criterion.out_of, NUMBERS, facts, inner, "out_of")
        for name in criterion.evidence:
            yield from _fact(name, NUMBERS, facts, inner, "evidence")


def _by_award(award: Award, spot: Spot, words: Vocabulary) -> Iterator[Reference]:
    yield Reference(spot, "id", award.id, words.awards_given, "không đợt xét nào xét khen thưởng “{}”")
    yield from _clauses(award.article, spot, words)
    yield from _title(award.title, spot, words, "title")
    yield from _candidates(award, spot, words)
    facts = words.facts.award(award)
    for condition in award.conditions:
        yield from _by_condition(condition, spot.within("conditions", condition.id), facts, words)
    for blocker in award.blockers:
        inner = spot.within("blockers", blocker.of)
        yield from _bases((blocker.basis,), inner, words, "basis")
        yield from _fact(blocker.of, MARKS, facts, inner, "of")
        yield from _fact(blocker.detail, PAPERS, facts, inner, "detail")
    for key in award.rank:
        yield from _fact(key.of, RANKED, facts, spot.within("rank", key.of), "of")
    if award.ended:
        inner = spot.within("ended", award.ended.of)
        yield Reference(inner, "of", award.ended.of, DISSOLVED, "không có “{}”")
        yield from _bases((award.ended.basis,), inner, words, "basis")


def _candidates(award: Award, spot: Spot, words: Vocabulary) -> Iterator[Reference]:
    yield from _unit_kinds(award.unit_kinds, spot, words)
    for name in award.listed_in:
        lists = words.lists(award.unit_kinds)
        yield Reference(spot, "listed_in", name, lists, "mẫu của các đơn vị này không có danh sách “{}”")
    if award.candidates is Candidates.NOMINATED:
        nominees = words.nominees(award.unit_kinds)
        yield Reference(spot, "subject", award.subject, nominees, "không mẫu nào cho đề nghị đối tượng “{}”")


def _by_condition(condition: Condition, spot: Spot, facts: FactKinds, words: Vocabulary) -> Iterator[Reference]:
    yield from _clauses(condition.article, spot, words)
    for key in ("proofs", "proofs_before"):
        for proof in getattr(condition, key):
            yield from _fact(proof, PAPERS, facts, spot, key)
    match condition.test:
        case ConditionTest.TITLE:
            yield from _title(condition.of, spot, words, "of")
        case ConditionTest.YES:
            yield from _fact(condition.of, MARKS, facts, spot, "of")
        case ConditionTest.AT_LEAST:
            yield from _fact(condition.of, NUMBERS, facts, spot, "of")
        case ConditionTest.ANY:
            for option in condition.options:
                yield from _by_condition(option, spot.within("options", option.id), facts, words)


def _by_round(held: Round, spot: Spot, words: Vocabulary) -> Iterator[Reference]:
    yield from _clauses(held.article, spot, words)
    yield from _bases(held.bases, spot, words, "bases")
    for award in held.awards:
        yield Reference(spot, "awards", award, words.awards, "không văn bản nào nêu khen thưởng “{}”")
    if held.span is Span.PHASE:
        yield Reference(spot, "phase", held.phase, words.phases, "không có giai đoạn “{}”")


def _bases(names: Iterable[str], spot: Spot, words: Vocabulary, key: str) -> Iterator[Reference]:
    for name in names:
        yield Reference(spot, key, name, words.bases, "không văn bản nào là căn cứ “{}”")


def _title(title: str, spot: Spot, words: Vocabulary, key: str) -> Iterator[Reference]:
    yield Reference(spot, key, title, words.titles, "không văn bản nào nêu danh hiệu “{}”")


def _unit_kinds(kinds: Iterable[str], spot: Spot, words: Vocabulary) -> Iterator[Reference]:
    for kind in kinds:
        yield Reference(spot, "unit_kinds", kind, words.unit_kinds, "không mẫu biểu nào dành cho loại đơn vị “{}”")


def _clauses(article: str, spot: Spot, words: Vocabulary, key: str = "article") -> Iterator[Reference]:
    """The clauses of the plan in an article, which may cite several texts."""
    for part in map(str.strip, article.split(";")):
        if _CLAUSE.fullmatch(part):
            yield Reference(spot, key, part, words.clauses, "Kế hoạch không có mục “{}”")


def _fact(name: str | None, kinds: Kinds, facts: FactKinds, spot: Spot, key: str) -> Iterator[Reference]:
    """The fact named at a key, if one is, among those of these kinds."""
    if name:
        among = [fact for fact, kind in facts.items() if kind in kinds]
        yield Reference(spot, key, name, among, f"về đối tượng này không có {CALLED[kinds]} “{{}}”")
