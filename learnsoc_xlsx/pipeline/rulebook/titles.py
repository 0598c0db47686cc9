"""The titles of a year: by what rule each is reached, its criteria, and the numbers that they go by."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.catalogue.local.thresholds import quantities_in
from learnsoc_xlsx.model.law.kinds import Contradicted, TitleRule, Undated
from learnsoc_xlsx.model.law.quantity import Quantity
from learnsoc_xlsx.model.law.recognition import Band, Criterion, Recognition, Title
from learnsoc_xlsx.model.law.texts.decisions import Decision
from learnsoc_xlsx.pipeline.rulebook.chapter import Chapter, RuleInWords, RuleMark
from learnsoc_xlsx.pipeline.rulebook.own_word import OwnWord, at_least, shown
from learnsoc_xlsx.pipeline.rulebook.stated import Stated, stated, years_of
from learnsoc_xlsx.vietnamese.dates import format_date

_CRITERIA = "Tiêu chí"
_CONTRADICTED = {
    Contradicted.STANDS: "tiêu chí không khớp thì vẫn tính, đề nghị kiểm tra lại quyết định",
    Contradicted.UNDECIDED: "tiêu chí không khớp thì chưa kết luận",
}
_UNDATED = {
    Undated.OF_ITS_REPORT: "không ghi ngày, năm thì tính cho năm của báo cáo",
    Undated.UNKNOWN: "không ghi ngày, năm thì chưa kết luận",
}


def titles(law: Law, own: OwnWord, year: int) -> Chapter:
    """Return how titles are judged, and every title of a year."""
    treated = [Stated(one.recognition, one) for one in law.in_year(year) if one.recognition]
    general = tuple(_recognition(one.word, one.decision) for one in treated[-1:])
    declared = stated(law, year, lambda decision: decision.titles, lambda title: title.id)
    parts = (_TitleInWords(own, one.word, one.decision).part() for one in declared)
    return Chapter("DANH HIỆU: QUY TẮC VÀ TIÊU CHÍ", general, parts=tuple(parts))


def _recognition(treatment: Recognition, decision: Decision) -> RuleInWords:
    words = f"Danh hiệu phải được công nhận; {_CONTRADICTED[treatment.contradicted]}; quyết định {_UNDATED[treatment.undated]}"
    mark = RuleMark.VERIFIED if decision.verified else RuleMark.UNVERIFIED
    return RuleInWords("recognition", words, mark, "III.1", decision.id, years_of(decision))


class _TitleInWords:
    """Words one title as a decision states it."""

    def __init__(self, own: OwnWord, title: Title, decision: Decision) -> None:
        self._own, self._title, self._decision = own, title, decision

    def part(self) -> Chapter:
        title = self._title
        sections = dict.fromkeys(one.section or _CRITERIA for one in title.criteria)
        by_section = {
            section: [one for one in title.criteria if (one.section or _CRITERIA) == section] for section in sections
        }
        blocks = (
            *(Chapter(section, tuple(map(self._criterion, ones))) for section, ones in by_section.items()),
            Chapter("Mức chung", tuple(map(self._number, self._shared().values()))),
            Chapter("Xếp loại", tuple(self._bands())),
        )
        return Chapter(f"“{title.name}”", (self._whole(),), parts=blocks)

    def _shared(self) -> dict[str, Quantity]:
        """The numbers that are not fixed and no single criterion's own."""
        numbers = [number for number in quantities_in(self._title) if not number.verified]
        own = Counter(number.key for number in numbers)
        asked = {key for one in self._title.criteria for key in _keys_of(one)}
        return {number.key: number for number in numbers if own[number.key] > 1 or number.key not in asked}

    def _rule(self, name: str, words: str, article: str, verified: bool, source: str = "") -> RuleInWords:
        mark = RuleMark.VERIFIED if verified else RuleMark.UNVERIFIED
        return RuleInWords(name, words, mark, article, self._decision.id, years_of(self._decision), source)

    def _whole(self) -> RuleInWords:
        title = self._title
        parts = [f"Theo {self._decision.name}: {self._way()}"]
        parts += [f"cơ quan công nhận: {title.recognised_by}"] if title.recognised_by else []
        parts.append(self._kept())
        parts += [f"văn bản còn hỏi thêm: {title.lacking}"] if title.lacking else []
        return self._rule(f"title/{title.id}", "; ".join(parts), title.article, title.verified)

    def _way(self) -> str:
        if self._title.rule is TitleRule.EVERY:
            return "mọi tiêu chí đều đạt"
        asked = f"tổng điểm {at_least(self._title.pass_at)}" if self._title.pass_at else "tổng điểm vào loại đạt"
        return f"{asked}, không {self._title.called} nào dưới mức thấp nhất của nó"

    def _kept(self) -> str:
        title = self._title
        if not title.mark:
            return "không cần quyết định công nhận"
        if title.valid_months is None:
            return "công nhận của năm nào tính cho năm ấy"
        since = f", với quyết định từ {format_date(title.valid_since)}" if title.valid_since else ""
        return f"công nhận giữ {title.valid_months} tháng{since}"

    def _bands(self) -> Iterator[RuleInWords]:
        for band in self._title.bands:
            yield self._band(band)

    def _band(self, band: Band) -> RuleInWords:
        words = f"Loại {band.label}: {at_least(band.at_least)} điểm, {'đạt' if band.passes else 'không đạt'}"
        name = f"band/{self._title.id}/{band.id}"
        return self._rule(name, words, self._title.article, band.at_least.verified, band.at_least.source)

    def _criterion(self, one: Criterion) -> RuleInWords:
        shared = self._shared()
        own = [number for number in _numbers_of(one) if not number.verified and number.key not in shared]
        name = f"criterion/{self._title.id}/{one.id}"
        rule = self._rule(name, f"{one.label}{_asked(one)}", one.article, one.verified)
        if not own:
            return rule
        where = "; ".join(dict.fromkeys(map(self._own.where_number, own)))
        keys = tuple(number.key for number in own)
        first = next((number for number in own if number.local), own[0])
        mark, instead = self._own.mark_of(first), self._own.instead_of(first)
        return replace(rule, mark=mark, source=first.source, where=where, keys=keys, instead=instead)

    def _number(self, number: Quantity) -> RuleInWords:
        name, words = f"number/{number.key}", f"{number.label or number.key}: {shown(number)}"
        mark, where = self._own.mark_of(number), self._own.where_number(number)
        rule = self._rule(name, words, self._title.article, number.verified, number.source)
        return replace(rule, mark=mark, where=where, keys=(number.key,), instead=self._own.instead_of(number))


def _numbers_of(one: Criterion) -> list[Quantity]:
    return [number for number in (one.least, one.most, one.at_least, one.next_level) if number is not None]


def _keys_of(one: Criterion) -> set[str]:
    return {number.key for number in _numbers_of(one)}


def _asked(one: Criterion) -> str:
    """What a criterion asks, in the fewest words."""
    if one.at_least is not None:
        above = f"; mức 2: {at_least(one.next_level)}" if one.next_level else ""
        return f": {at_least(one.at_least)}{above}"
    if one.most is None:
        return ""
    least = f"{shown(one.least)} đến " if one.least else "nhiều nhất "
    return f": {least}{shown(one.most)} điểm"
