"""The texts of a year: which decisions govern it, what papers cite, when reports are due, what is to be reached, what is asked back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from learnsoc_xlsx.catalogue.forms.sheets.choices import UNIT_KINDS
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.awards import Round
from learnsoc_xlsx.model.law.indicators import Target
from learnsoc_xlsx.model.law.texts.bases import Basis
from learnsoc_xlsx.model.law.texts.decisions import Deadline, Decision, Jump, Retired
from learnsoc_xlsx.model.register import DueDate
from learnsoc_xlsx.pipeline.rulebook.chapter import Chapter, RuleInWords, RuleMark
from learnsoc_xlsx.pipeline.rulebook.own_word import OwnWord, shown
from learnsoc_xlsx.pipeline.rulebook.rounds import named, of_year
from learnsoc_xlsx.pipeline.rulebook.stated import Stated, days_of, stated, within, years_of
from learnsoc_xlsx.pipeline.terms.local_law import targets as governing
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_in_full

_USES = {
    "phase": "giai đoạn",
    "round": "đợt xét",
    "award": "khen thưởng",
    "choice": "điều xã được chọn",
    "title": "danh hiệu",
    "recognition": "việc công nhận",
    "bonus": "hệ số tiền thưởng",
    "base_pay": "lương cơ sở",
    "rounding": "làm tròn",
    "basis": "căn cứ",
    "deadline": "hạn báo cáo",
    "target": "mục tiêu",
    "jump": "mức hỏi lại",
    "retired": "mã không dùng nữa",
}
"""What a decision is used for, by how the ids of its rules begin."""
_EVERY_ROUND, _UNUSED = "Mọi đợt xét", "Căn cứ khác"
_KINDS = {kind.id: kind.label for kind in UNIT_KINDS.entries}
_LABELS = {indicator.id: indicator.label for indicator in INDICATORS}
_UNITS = {indicator.id: indicator.unit for indicator in INDICATORS}


def decisions(law: Law, year: int, others: Iterable[Chapter]) -> Chapter:
    """Return the texts that govern a year, with what the `others` take from each."""
    rules = [rule for chapter in others for rule in chapter.every_rule()]
    uses: dict[str, dict[str, None]] = {}
    for rule in rules:
        use = _USES.get(rule.id.partition("/")[0])
        if use:
            uses.setdefault(rule.decision, {})[use] = None
    return Chapter("VĂN BẢN ÁP DỤNG", tuple(_decision(law, one, year, uses) for one in law.in_year(year)))


def _decision(law: Law, decision: Decision, year: int, uses: Mapping[str, Iterable[str]]) -> RuleInWords:
    """A text with what it is used for, by itself or as others amend it that have come into force by the year."""
    amending = [one for one in law.in_year(year) if one.amends == decision.id]
    of_it = dict.fromkeys(use for one in (decision, *amending) for use in uses.get(one.id, ()))
    used = f"dùng cho: {', '.join(of_it)}" if of_it else "trong năm không dùng"
    issued = format_date(decision.issued) if decision.issued else "chưa rõ ngày ban hành"
    amended = "".join(f"; {years_of(one)} theo {one.name}" for one in amending)
    words = f"{decision.name} ({decision.issuer}, {issued}), áp dụng {years_of(decision)}{amended}; {used}"
    source = ". ".join(part.rstrip(".") for part in (decision.source, decision.note) if part)
    return RuleInWords(
        f"decision/{decision.id}", words, _mark(verified=decision.verified), "", decision.id, years_of(decision), source
    )


# What papers cite


def bases(law: Law, year: int) -> Chapter:
    """Return what rests on which texts in a year, each by the days on which it is in force."""
    every = [Stated(basis, decision) for decision in law.decisions for basis in decision.bases]
    of_the_year = [one for one in every if within(year, one.word.since, one.word.until)]
    users = _users(law, year)
    by_users: dict[str, list[RuleInWords]] = {name: [] for name in dict.fromkeys(users.values())}
    for one in of_the_year:
        by_users.setdefault(users.get(one.word.id, _UNUSED), []).append(_basis(one))
    parts = (Chapter(name, tuple(rules)) for name, rules in by_users.items())
    return Chapter("CĂN CỨ, THEO NGÀY RA QUYẾT ĐỊNH KHEN THƯỞNG", parts=tuple(parts))


def _users(law: Law, year: int) -> Mapping[str, str]:
    """By the id of a basis what rests on it, in words: rounds, forms of award, what holds a candidate back."""
    held = [(one.word, named(one.word, named_after)) for one, named_after in of_year(law, year)]
    options = [option for choice in law.choices_in(year).values() for option in choice.options]
    awards = law.awards_in(year)
    blockers = [blocker for award in awards for blocker in (*award.blockers, *filter(None, (award.ended,)))]
    ids = dict.fromkeys((*(name for one, _ in held for name in one.bases), *(one.basis for one in blockers)))
    return {
        name: "; ".join(
            dict.fromkeys(
                (
                    *_rounds_resting_on(name, held),
                    *(f"hình thức {option.label}" for option in options if name in option.bases),
                    *(f"Tạm dừng xét: {blocker.label}" for blocker in blockers if blocker.basis == name),
                )
            )
        )
        for name in ids
    }


def _rounds_resting_on(name: str, held: Sequence[tuple[Round, str]]) -> list[str]:
    resting = [words for one, words in held if name in one.bases]
    return [_EVERY_ROUND] if len(resting) == len(held) else resting


def _basis(one: Stated[Basis]) -> RuleInWords:
    basis, span = one.word, " (chỉ đợt sơ kết, tổng kết)" if one.word.span else ""
    words = f"{basis.in_full or basis.article}, {days_of(basis.since, basis.until)}{span}"
    article = basis.article if basis.in_full else ""
    name = f"basis/{basis.id}/{basis.since}/{one.decision.id}"
    days = days_of(basis.since, basis.until)
    return RuleInWords(name, words, _mark(verified=basis.verified), article, one.decision.id, days, basis.source)


# Deadlines, targets, what is asked back


def reporting(law: Law, own: OwnWord, year: int) -> Chapter:
    """Return until when who reports, what is to be reached, and from how great a change on a figure is asked back."""
    jumps = stated(law, year, lambda decision: decision.jumps, lambda jump: jump.id)
    retired = [Stated(one, decision) for decision in law.in_year(year) for one in decision.retired]
    return Chapter(
        "BÁO CÁO VÀ MỤC TIÊU",
        parts=(
            Chapter("Hạn báo cáo của năm", tuple(_deadlines(law, own, year))),
            Chapter("Mục tiêu", tuple(_targets(law, own, year))),
            Chapter("Hỏi lại khi số liệu khác năm trước quá xa", tuple(_jump(own, one) for one in jumps)),
            Chapter("Mã ngưỡng không dùng nữa", tuple(map(_retired, retired))),
        ),
    )


def _deadlines(law: Law, own: OwnWord, year: int) -> Iterator[RuleInWords]:
    """The deadlines of the law, each with the kinds of unit that it holds for, and those that the register sets."""
    governing_kind = {
        kind: Stated(one, decision)
        for decision in law.in_year(year)
        for one in decision.deadlines
        for kind in one.unit_kinds
    }
    by_law: dict[Stated[Deadline], list[str]] = {}
    for kind, one in governing_kind.items():
        if row := own.row_of_deadline(kind):
            yield _own_deadline(own, year, kind, row, one)
        else:
            by_law.setdefault(one, []).append(kind)
    for one, kinds in by_law.items():
        deadline, in_force = one.word, years_of(one.decision)
        words = f"{'; '.join(_KINDS[kind] for kind in kinds)}: đến hết ngày {_last_day(deadline, year)}"
        mark, name = _mark(verified=deadline.verified), f"deadline/{'+'.join(kinds)}"
        yield RuleInWords(name, words, mark, "", one.decision.id, in_force, deadline.source, own.page("deadlines"))


def _own_deadline(own: OwnWord, year: int, kind: str, row: DueDate, one: Stated[Deadline]) -> RuleInWords:
    in_force, where, usual = years_of(one.decision), own.at(row.place, "last_day"), _last_day(one.word, year)
    last = own.last_day(kind)
    day = format_date(last) if last else usual
    words = f"{_KINDS[kind]}: đến hết ngày {day}" + ("" if day == usual else f" (không đặt thì {usual})")
    return RuleInWords(f"deadline/{kind}", words, RuleMark.OWN, "", one.decision.id, in_force, row.source or "", where)


def _last_day(deadline: Deadline, year: int) -> str:
    return format_date(date(year, deadline.month, deadline.day))


def _targets(law: Law, own: OwnWord, year: int) -> Iterator[RuleInWords]:
    """The targets that are still to be reached; where an indicator has none any more, its last one, by which it is judged."""
    of_law = {
        (one.word.indicator, one.word.year): one for one in stated(law, year, lambda decision: decision.targets, _aim)
    }
    every = {name: one.word for name, one in of_law.items()}
    if own.register:
        every |= {_aim(one): one for one in governing(law, own.register) if one.of_law or _aim(one) not in of_law}
    last = dict(sorted(every))
    for name in sorted(every):
        if name[1] >= min(year, last[name[0]]):
            yield _target(own, every[name], of_law.get(name))


def _aim(target: Target) -> tuple[str, int]:
    return target.indicator, target.year


def _target(own: OwnWord, target: Target, stated_by: Stated[Target] | None) -> RuleInWords:
    unit = _UNITS.get(target.indicator, "")
    words = f"{_LABELS.get(target.indicator, target.indicator)}, đến năm {target.year}: từ {format_in_full(target.at_least)} {unit}"
    mark, where = _mark(verified=target.verified), ""
    if row := own.row_of_target(target):
        mark, where = RuleMark.OWN, own.at(row.place, "at_least")
    if target.of_law:
        doubted = "" if target.of_law.verified else f", {RuleMark.UNVERIFIED.label}"
        words += f" (văn bản: từ {format_in_full(target.of_law.at_least)} {unit}, {target.of_law.source}{doubted})"
    decision = stated_by.decision if stated_by and mark is not RuleMark.OWN else None
    in_force = years_of(decision) if decision else ""
    name = f"target/{target.indicator}/{target.year}"
    return RuleInWords(name, words.strip(), mark, "", decision.id if decision else "", in_force, target.source, where)


def _jump(own: OwnWord, one: Stated[Jump]) -> RuleInWords:
    jump, numbers = one.word, (one.word.factor, one.word.least)
    words = f"{jump.label}: khác năm trước quá {shown(jump.factor)} lần và chênh từ {shown(jump.least)} trở lên"
    marks = [own.mark_of(number) for number in numbers]
    mark = RuleMark.OWN if RuleMark.OWN in marks else RuleMark.UNVERIFIED
    where = ", ".join(dict.fromkeys(map(own.where_number, numbers)))
    keys, in_force = tuple(number.key for number in numbers), years_of(one.decision)
    return RuleInWords(f"jump/{jump.id}", words, mark, "", one.decision.id, in_force, jump.factor.source, where, keys)


def _retired(one: Stated[Retired]) -> RuleInWords:
    words = f"{one.word.key}: {one.word.instead}"
    mark, name = _mark(verified=one.decision.verified), f"retired/{one.word.key}"
    return RuleInWords(name, words, mark, "", one.decision.id, years_of(one.decision))


def _mark(*, verified: bool) -> RuleMark:
    return RuleMark.VERIFIED if verified else RuleMark.UNVERIFIED
