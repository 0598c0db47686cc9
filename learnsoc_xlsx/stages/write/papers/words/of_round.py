"""Of a round: the words of its papers, before the council met as a draft of what is recommended, then as it concluded."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from learnsoc_xlsx.model.law.council import Decided, Opinion, Sitting, Standing
from learnsoc_xlsx.model.law.verdicts import HeldRound, OpenPoint, Verdict
from learnsoc_xlsx.model.papers.issued import PaperKind
from learnsoc_xlsx.model.papers.paper import IssuedBy, WordPaper
from learnsoc_xlsx.stages.write.papers.words.letterhead import (
    day_in_words,
    day_of_decision,
    issued_paper,
    letterhead,
    numbered,
)
from learnsoc_xlsx.stages.write.papers.words.subjects import form_of, made_up_of, money_of, subjects, with_added
from learnsoc_xlsx.stages.write.papers.words.words import BLANK, RoundWords
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.pack.who import (
    in_short,
    lacks_achievement,
    lacks_decision,
    lacks_honorific,
)
from learnsoc_xlsx.vietnamese.counting.amounts import amount_in_words
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_number

_CHOSEN_BY_DEFAULT = "mặc định"
"""What a rule bears that nobody chose: no paper states it as the council's own."""
CERTIFICATE = "Giấy khen"
"""The form of award that is a certificate."""


def round_words(scope: Scope, held: HeldRound, paper: WordPaper) -> RoundWords:
    """Return the words of a paper of a round."""
    words = OfRound(scope, held)
    head = letterhead(scope, held, paper, draft=not words.concluded, span=span_of(held))
    return RoundWords(**head, **words.all())


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


class OfRound:
    """What there is to say of a round, word by word."""

    def __init__(self, scope: Scope, held: HeldRound) -> None:
        self._scope, self._held = scope, held
        self.concluded = is_concluded(scope, held)
        self._sitting = sitting_of(scope, held)
        self._verdicts = scope.verdicts(held)
        self._awarded = awarded(scope, held)
        self._decided = [one for one in scope.whole.decided if one.round == held.id]

    def all(self) -> dict[str, Any]:
        """Return every word of a round as a field of `RoundWords`."""
        return {"round": self._held.name, **self._met(), **self._whom(), **self._money(), **self._papers()}

    def _met(self) -> dict[str, Any]:
        sitting = self._sitting
        held_on = sitting.held_on if sitting else None
        chair, secretary = (sitting.chair, sitting.secretary) if sitting else ("", "")
        return {
            "met": self.concluded,
            "met_on": format_date(held_on) if held_on else f"{BLANK}/{BLANK}/{self._held.decided_on.year}",
            "met_on_said": day_in_words(held_on, self._held),
            "venue": (sitting.venue if sitting else "") or BLANK,
            "members": _counted(sitting.members if sitting else None),
            "present": _counted(sitting.present if sitting else None),
            "needed": sitting.needed.partition(" (")[0] if sitting and _CHOSEN_BY_DEFAULT not in sitting.needed else "",
            "too_few": sitting is not None and sitting.quorum is False,
            "chair": _name(chair),
            "chair_in_full": chair or BLANK,
            "secretary": _name(secretary),
            "secretary_in_full": secretary or BLANK,
        }

    def _whom(self) -> dict[str, Any]:
        held, shown = self._held, subjects(self._scope, self._held, self._awarded)
        paid = [verdict for verdict in self._awarded if (bonus := money_of(verdict)) and bonus.amount != 0]
        asked = [verdict for verdict in self._verdicts if verdict.is_for_the_council or verdict.decided]
        added = [one for one in self._decided if one.standing is Standing.BY_HAND]
        applied = [one.opinion for one in self._decided if one.standing is Standing.APPLIED]
        return {
            "subjects": shown,
            "certified": tuple(
                line
                for line, verdict in zip(shown, self._awarded, strict=True)
                if form_of(held, verdict) == CERTIFICATE
            ),
            "paid": subjects(self._scope, held, paid),
            "count_paid": len(paid),
            "asked": with_added(self._scope, subjects(self._scope, held, self._shown(asked)), added),
            "count": len(self._awarded),
            "made_up_of": made_up_of(self._awarded),
            "not_agreed": applied.count(Opinion.NOT_AGREED),
            "later": applied.count(Opinion.LATER),
            "not_treated": sum(verdict.decided is None for verdict in asked),
            "by_hand": len(added),
            "changed": sum(one.standing is Standing.CHANGED for one in self._decided),
            "only_form": _only_form(held, self._awarded),
            "forms": _forms(held, self._awarded),
        }

    def _shown(self, asked: list[Verdict]) -> list[Verdict]:
        """Those of whom the minutes speak one by one: before the meeting all who are asked about, then those concluded on."""
        return [verdict for verdict in asked if verdict.decided] if self.concluded else asked

    def _money(self) -> dict[str, Any]:
        amounts = [bonus.amount if bonus else 0 for bonus in map(money_of, self._awarded)]
        reckoned = [amount for amount in amounts if amount is not None]
        whole = sum(reckoned) if len(reckoned) == len(amounts) else None
        return {
            "total": BLANK if whole is None else format_number(whole),
            "total_in_words": "" if whole is None else amount_in_words(whole),
            "funding": _funding(self._held, self._awarded),
        }

    def _papers(self) -> dict[str, Any]:
        held = self._held
        submitted = issued_paper(held, PaperKind.SUBMISSION)
        return {
            "submission": numbered(held, PaperKind.SUBMISSION, IssuedBy.COUNCIL) if submitted else "",
            "submitted_on": day_in_words(submitted.signed_on if submitted else None, held),
            "decision": numbered(held, PaperKind.DECISION, IssuedBy.CHAIRMAN),
            "decided_on": day_in_words(day_of_decision(held), held),
            "to_finish": tuple(self._to_finish()),
            "to_settle": tuple(self._to_settle()),
        }

    # What is to be looked at before anybody signs

    def _to_finish(self) -> Iterator[str]:
        """What a paper cannot be signed without."""
        if not self.concluded:
            yield "Hội đồng chưa kết luận: mọi văn bản của đợt này là dự thảo, theo đề xuất tổng hợp."
        if self._sitting is not None and self._sitting.quorum is False:
            yield f"Cuộc họp chưa đủ thành viên: Hội đồng được họp khi có mặt {self._sitting.needed}."
        if self._sitting is not None and self._sitting.quorum is None:
            yield "Chưa ghi đủ số thành viên Hội đồng và số có mặt nên chưa biết cuộc họp có hợp lệ hay không."
        yield from self._blanks()
        if self._awarded and not self._held.upward and not _funding(self._held, self._awarded):
            yield "Chưa chọn nguồn chi tiền thưởng (trang “Lựa chọn” của danh bạ)."
        yield from self._named(self._awarded, _unconfirmed, _UNCONFIRMED)
        yield from self._left_out()

    def _to_settle(self) -> Iterator[str]:
        """What is to be looked up, or would be better told."""
        if self._sitting is not None and _CHOSEN_BY_DEFAULT in self._sitting.needed:
            yield f"Số thành viên phải có mặt: {self._sitting.needed}; biên bản không nêu."
        yield from (
            f"Căn cứ chưa đối chiếu với văn bản gốc: {basis.article}; nguồn: {basis.source}."
            for basis in self._held.bases
            if not basis.verified
        )
        yield from self._doubted_money()
        for lacks, words in (
            (lacks_decision, "Chưa ghi số quyết định công nhận danh hiệu"),
            (lacks_achievement, "Chưa ghi tóm tắt thành tích, văn bản lấy số liệu xét thay vào"),
            (lacks_honorific, "Chưa ghi Ông/Bà"),
        ):
            yield from self._named(self._awarded, lacks, words)
        tied = [verdict for verdict in self._verdicts if not self.concluded]
        yield from self._named(tied, _is_tied, "Đồng hạng ở suất cuối, Hội đồng quyết định")

    def _named(self, verdicts: Sequence[Verdict], test: Callable[[Verdict], bool], words: str) -> Iterator[str]:
        names = [in_short(self._scope, verdict) for verdict in verdicts if test(verdict)]
        if names:
            yield f"{words} ({len(names)}): {'; '.join(names)}."

    def _blanks(self) -> Iterator[str]:
        """Numbers and days that the register leaves blank."""
        held = self._held
        kinds = (PaperKind.REQUEST,) if held.upward else (PaperKind.SUBMISSION, PaperKind.MINUTES, PaperKind.DECISION)
        for kind in kinds:
            issued = issued_paper(held, kind)
            lacking = [
                words
                for words, there in (("số", issued and issued.number), ("ngày ký", issued and issued.signed_on))
                if not there
            ]
            if lacking and not (kind is PaperKind.MINUTES and lacking == ["ngày ký"]):
                yield f"{kind.label}: chưa có {' và '.join(lacking)} ở trang “Văn bản” của danh bạ."
        days = sorted({held.day_of(award) for award in held.dated})
        if len(days) > 1:
            yield (
                f"Danh bạ ghi các ngày quyết định khác nhau ({', '.join(map(format_date, days))}): tách thành từng quyết định, "
                "hoặc ghi một ngày ở trang “Văn bản”."
            )
        if not held.upward and day_of_decision(held) is None:
            yield (
                f"Chưa có ngày quyết định: tiền thưởng, căn cứ và người ký đang lấy theo ngày {format_date(held.decided_on)}."
            )

    def _doubted_money(self) -> Iterator[str]:
        bonuses = dict.fromkeys(
            bonus.basis for verdict in self._awarded if (bonus := money_of(verdict)) and not bonus.verified
        )
        yield from (f"Mức tiền thưởng chưa kiểm chứng: {basis}." for basis in bonuses)

    def _left_out(self) -> Iterator[str]:
        for standing, words in (
            (Standing.CHANGED, "Hội đồng đã kết luận nhưng sau đó kết quả xét hoặc số liệu thay đổi, cần kết luận lại"),
            (Standing.BY_HAND, "Ghi thêm tại cuộc họp, chưa được xét nên chưa có trong danh sách"),
        ):
            names = [_who(one) for one in self._decided if one.standing is standing]
            if names:
                yield f"{words} ({len(names)}): {'; '.join(names)}."


_UNCONFIRMED = "Xã chưa xác nhận (tệp Xac_nhan) có bị xem xét kỷ luật, khiếu nại hoặc đã được khen hay không"


def _is_tied(verdict: Verdict) -> bool:
    return verdict.tied


def _unconfirmed(verdict: Verdict) -> bool:
    return any(reason.open is OpenPoint.CONFIRMATION for reason in verdict.reasons)


def _who(one: Decided) -> str:
    return one.subject if one.subject == one.unit_name or not one.unit_name else f"{one.subject} ({one.unit_name})"


def _counted(number: int | None) -> str:
    return BLANK if number is None else format_number(number)


def _name(person: str) -> str:
    """The name of somebody of whom the record says the office too: “Trần Mẫu Hai, Chủ tịch”."""
    return person.partition(",")[0].strip()


def _only_form(held: HeldRound, verdicts: Sequence[Verdict]) -> str:
    """The form that all are given; nothing where there are several."""
    forms = {form_of(held, verdict) for verdict in verdicts}
    return forms.pop() if len(forms) == 1 else ""


def _forms(held: HeldRound, verdicts: Sequence[Verdict]) -> str:
    """Which form is given; of several to how many: “Giấy khen (30 trường hợp), biểu dương (2 trường hợp)”."""
    forms = [form_of(held, verdict) for verdict in verdicts]
    counted = (f"{form} ({forms.count(form)} trường hợp)" for form in dict.fromkeys(forms))
    return _only_form(held, verdicts) or ", ".join(counted) or BLANK


def _funding(held: HeldRound, verdicts: Sequence[Verdict]) -> str:
    """Out of which source the money is paid (VI.1); of several how much out of each; nothing where one is not chosen."""
    sources = {choice.key: choice.shown for choice in held.choices if choice.local}
    paid: dict[str, int] = {}
    for verdict in verdicts:
        source = sources.get(f"award.{verdict.award}.funding", "")
        bonus = money_of(verdict)
        paid[source] = paid.get(source, 0) + (bonus.amount or 0 if bonus else 0)
    if "" in paid or len(paid) <= 1:
        return "" if "" in paid else next(iter(paid), "")
    return ", ".join(f"{source} {format_number(amount)} đồng" for source, amount in paid.items())
