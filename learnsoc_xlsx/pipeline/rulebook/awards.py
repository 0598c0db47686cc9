"""The awards of a year: of each its conditions, what holds it back, its ranking, its quotas and the commune's choices."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.law.awards import Award, Condition, RankKey, Round
from learnsoc_xlsx.model.law.kinds import Candidates, ConditionTest
from learnsoc_xlsx.model.law.quantity import OpenChoice
from learnsoc_xlsx.model.law.texts.bases import Basis, articles
from learnsoc_xlsx.model.law.texts.decisions import Decision
from learnsoc_xlsx.model.register import Quota
from learnsoc_xlsx.pipeline.rulebook.chapter import Chapter, RuleInWords, RuleMark
from learnsoc_xlsx.pipeline.rulebook.own_word import OwnWord, at_least, mark_of_choice
from learnsoc_xlsx.pipeline.rulebook.rounds import named, of_year
from learnsoc_xlsx.pipeline.rulebook.stated import stated, within, years_of
from learnsoc_xlsx.pipeline.steps.rounds import deciding_row, quota_rows
from learnsoc_xlsx.vietnamese.dates import format_date

_RANK = "rank"
_OPTION = "hoặc: "
_ENDED = "Đã giải thể, sáp nhập hoặc kết thúc hoạt động trước ngày quyết định"


def awards(law: Law, own: OwnWord, year: int) -> Chapter:
    """Return every award of a year, by group."""
    newest = {one.word.id: one for one in stated(law, year, lambda decision: decision.awards, lambda award: award.id)}
    parts = (_AwardInWords(law, own, year, award, newest[award.id].decision).part() for award in law.awards_in(year))
    intro = ("Ai đạt mọi điều kiện thì được đề nghị khen; thiếu số liệu, hoặc xã chưa đặt mức, thì chưa kết luận.",)
    return Chapter("KHEN THƯỞNG THEO TỪNG NHÓM", intro=intro, parts=tuple(parts))


class _AwardInWords:
    """Words one award as a decision states it for a year."""

    def __init__(self, law: Law, own: OwnWord, year: int, award: Award, decision: Decision) -> None:
        self._law, self._own, self._year, self._award, self._decision = law, own, year, award, decision
        self._mark = RuleMark.VERIFIED if decision.verified else RuleMark.UNVERIFIED

    def part(self) -> Chapter:
        award = self._award
        blocks = (
            Chapter("Điều kiện", tuple(self._conditions())),
            Chapter("Tạm dừng xét khi", tuple(self._blockers())),
            Chapter("Xếp hạng lần lượt theo, nhiều hơn đứng trước", tuple(self._ranking())),
            Chapter("Đồng hạng, hình thức, nguồn tiền", tuple(self._choices())),
            Chapter("Số lượng khen", tuple(self._quotas())),
        )
        return Chapter(f"Nhóm {award.group}. {award.name}", (self._whole(),), parts=blocks)

    def _rule(
        self, name: str, words: str, article: str, mark: RuleMark, source: str = "", where: str = ""
    ) -> RuleInWords:
        return RuleInWords(name, words, mark, article, self._decision.id, years_of(self._decision), source, where)

    def _whole(self) -> RuleInWords:
        who = {Candidates.UNITS: "xét mọi đơn vị thuộc loại này", Candidates.NOMINATED: "xét ai được đơn vị đề nghị"}
        words = f"Theo {self._decision.name}: {who[self._award.candidates]}"
        return self._rule(f"award/{self._award.id}", words, self._award.article, self._mark)

    def _conditions(self) -> Iterator[RuleInWords]:
        for condition in self._award.conditions:
            yield self._condition(condition, condition.label)
            for option in condition.options:
                yield self._condition(option, f"{_OPTION}{_lower(option.label)}")

    def _condition(self, condition: Condition, words: str) -> RuleInWords:
        if condition.test is ConditionTest.ANY:
            words += ", đạt một trong các cách sau"
        if condition.proofs or condition.proofs_before:
            words += ", ghi rõ văn bản"
        name, bound = f"condition/{condition.id}", condition.bound
        if bound is None:
            return self._rule(name, words, condition.article, self._mark)
        mark, where = self._own.mark_of(bound), self._own.where_number(bound)
        source = bound.source if bound.local else ""
        rule = self._rule(name, f"{words}: {at_least(bound)}", condition.article, mark, source, where)
        return replace(rule, keys=(bound.key,))

    def _blockers(self) -> Iterator[RuleInWords]:
        award = self._award
        ended = () if award.ended is None else ((award.ended, _ENDED),)
        for blocker, words in (*((blocker, blocker.label) for blocker in award.blockers), *ended):
            bases = [basis for basis in blocker.bases if within(self._year, basis.since, basis.until)]
            article, mark = articles(bases) or award.article, _mark_of(bases, self._mark)
            yield self._rule(f"blocker/{award.id}/{blocker.of}", words, article, mark)

    def _ranking(self) -> Iterator[RuleInWords]:
        """The order of the ranking in one line: it is one choice of the commune."""
        award, choice = self._award, self._choice(_RANK)
        held = [option.id for option in choice.options_held] if choice else [key.of for key in award.rank]
        keys = {key.of: key for key in award.rank}
        order = [f"{at}) {_ranked_by(keys[of])}" for at, of in enumerate(held, 1)]
        order += [f"không dùng: {key.label}" for of, key in keys.items() if of not in held]
        words = "; ".join(order)
        yield (
            self._chosen(choice, words) if choice else self._rule(f"rank/{award.id}", words, award.article, self._mark)
        )

    def _choice(self, way: str) -> OpenChoice | None:
        return self._law.choices_in(self._year).get(f"award.{self._award.id}.{way}")

    def _choices(self) -> Iterator[RuleInWords]:
        begins = f"award.{self._award.id}."
        for key, choice in self._law.choices_in(self._year).items():
            if key.startswith(begins) and key != f"{begins}{_RANK}":
                label = choice.label.removeprefix(f"{self._award.name}: ")
                yield self._chosen(choice, f"{label[:1].upper()}{label[1:]}: {choice.shown}")

    def _chosen(self, choice: OpenChoice, words: str) -> RuleInWords:
        mark, where = mark_of_choice(choice), self._own.where_choice(choice)
        rule = self._rule(f"choice/{choice.key}", words, choice.article, mark, choice.source, where)
        return replace(rule, keys=(choice.key,))

    def _quotas(self) -> Iterator[RuleInWords]:
        """How many may be awarded in each round; those for which the register says nothing in one line."""
        register, award = self._own.register, self._award.id
        free: list[str] = []
        for one, year in of_year(self._law, self._year):
            declared = one.word
            rows = quota_rows(register, award, declared.id.format(year=year), year) if register else []
            if award in declared.awards and rows:
                yield self._quota(declared, year, rows)
            elif award in declared.awards:
                free.append(named(declared, year))
        if free:
            words = f"{'; '.join(free)}: không giới hạn"
            yield RuleInWords(f"quota/{award}", words, RuleMark.DEFAULT, where=self._own.page("quotas"))

    def _quota(self, declared: Round, year: int, rows: Sequence[Quota]) -> RuleInWords:
        limited = deciding_row(rows, self._own.register) if self._own.register else None
        dated = next((row for row in rows if row.decided_on is not None), None)
        words = f"{named(declared, year)}: {self._limit(limited)}"
        if dated and dated.decided_on:
            words += f"; ngày quyết định {format_date(dated.decided_on)}"
        where = self._own.at((limited or dated or rows[0]).place, "limit")
        return RuleInWords(f"quota/{self._award.id}/{declared.id}", words, RuleMark.OWN, where=where)

    def _limit(self, row: Quota | None) -> str:
        """How many may be awarded by a row of the register; of one that cannot be read nobody is proposed."""
        if row is None:
            return "không giới hạn"
        is_unread = self._own.register is not None and row.place in self._own.register.unread
        return (
            "không đọc được số lượng, năm ở dòng này: chưa đề nghị ai cho đến khi sửa"
            if is_unread
            else f"nhiều nhất {row.limit}"
        )


def _ranked_by(key: RankKey) -> str:
    return f"{key.label}, ít hơn đứng trước" if key.ascending else key.label


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _mark_of(bases: list[Basis], otherwise: RuleMark) -> RuleMark:
    if not bases:
        return otherwise
    return RuleMark.VERIFIED if all(basis.verified for basis in bases) else RuleMark.UNVERIFIED
