"""Before signing: what the papers of a round cannot be signed without, and what would be better looked up first."""

from collections.abc import Callable, Iterator, Sequence

from learnsoc_xlsx.model.law.council import Decided, Standing
from learnsoc_xlsx.model.law.verdicts import HeldRound, OpenPoint, Verdict
from learnsoc_xlsx.model.papers.issued import PaperKind
from learnsoc_xlsx.stages.write.papers.words.concluded import awarded, funding_of, is_concluded, sitting_of
from learnsoc_xlsx.stages.write.papers.words.letterhead import day_of, day_of_decision, number_of
from learnsoc_xlsx.stages.write.papers.words.subjects import form_of, is_paid, money_of
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.groups import award_name
from learnsoc_xlsx.stages.write.views.awards.pack.who import (
    in_short,
    lacks_achievement,
    lacks_decision,
    lacks_honorific,
)
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_number

CHOSEN_BY_DEFAULT = "mặc định"
"""What a rule bears that nobody chose: no paper states it as the council's own."""
_UNCONFIRMED = "Xã chưa xác nhận (tệp Xac_nhan) có bị xem xét kỷ luật, khiếu nại hoặc đã được khen hay không"
_OF_THE_PROVINCE = "Bằng khen"
_NOT_OURS = (
    "Hội đồng ghi hình thức Bằng khen, Chủ tịch Ủy ban nhân dân cấp xã chỉ quyết định tặng Giấy khen (khoản 3 Điều 80 Luật Thi đua, "
    "khen thưởng): đưa sang đề nghị cấp trên hoặc sửa hình thức"
)
_PASSED_OVER = "Được đề nghị nhưng Hội đồng chưa kết luận nên chưa có trong danh sách"


class BeforeSigning:
    """What is to be looked at before anybody signs the papers of a round."""

    def __init__(self, scope: Scope, held: HeldRound) -> None:
        self._scope, self._held = scope, held
        self._concluded = is_concluded(scope, held)
        self._sitting = sitting_of(scope, held)
        self._verdicts = scope.verdicts(held)
        self._awarded = awarded(scope, held)
        self._profile = scope.run.register.profile_on(day_of_decision(held) or held.decided_on)
        self._decided = [one for one in scope.whole.decided if one.round == held.id]

    def to_finish(self) -> Iterator[str]:
        """Yield what a paper cannot be signed without."""
        if not self._concluded:
            yield "Hội đồng chưa kết luận: mọi văn bản của đợt này là dự thảo, theo đề xuất tổng hợp."
        if self._sitting is not None and self._sitting.quorum is False:
            yield f"Cuộc họp chưa đủ thành viên: Hội đồng được họp khi có mặt {self._sitting.needed}."
        if self._sitting is not None and self._sitting.quorum is None:
            yield "Chưa ghi đủ số thành viên Hội đồng và số có mặt nên chưa biết cuộc họp có hợp lệ hay không."
        yield from self._blanks()
        paid = [verdict for verdict in self._awarded if is_paid(verdict)]
        if paid and not self._held.upward and not funding_of(self._held, paid):
            yield "Chưa chọn nguồn chi tiền thưởng (trang “Lựa chọn” của danh bạ)."
        if not self._profile.signer:
            yield "Chưa có họ và tên người ký (trang “Thông tin xã” của danh bạ)."
        if not self._held.upward:
            yield from self._named(self._awarded, self._is_not_ours, _NOT_OURS)
        yield from self._named(self._awarded, _unconfirmed, _UNCONFIRMED)
        yield from self._left_out()

    def to_settle(self) -> Iterator[str]:
        """Yield what is to be looked up, or would be better told."""
        if self._sitting is not None and CHOSEN_BY_DEFAULT in self._sitting.needed:
            yield f"Số thành viên phải có mặt: {self._sitting.needed}; biên bản không nêu."
        yield from (
            f"Căn cứ chưa đối chiếu với văn bản gốc: {basis.article}; nguồn: {basis.source}."
            for basis in self._held.bases
            if not basis.verified
        )
        yield from self._in_disorder()
        yield from self._beyond_limits()
        yield from self._named(self._awarded, self._is_otherwise, self._otherwise())
        yield from self._doubted_money()
        for lacks, words in (
            (lacks_decision, "Chưa ghi số quyết định công nhận danh hiệu"),
            (lacks_achievement, "Chưa ghi tóm tắt thành tích, văn bản lấy số liệu xét thay vào"),
            (lacks_honorific, "Chưa ghi Ông/Bà"),
        ):
            yield from self._named(self._awarded, lacks, words)
        tied = [verdict for verdict in self._verdicts if not self._concluded]
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
            issued = held.papers.get(kind)
            lacking = [
                words
                for words, there in (("số", number_of(held, kind)), ("ngày ký", issued and issued.signed_on))
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
            undated = any(verdict.award not in held.dated for verdict in self._awarded)
            what = "tiền thưởng, căn cứ và người ký" if undated else "căn cứ và người ký"
            yield f"Chưa có ngày quyết định: {what} đang lấy theo ngày {format_date(held.decided_on)}."

    def _in_disorder(self) -> Iterator[str]:
        """A proposal that is dated before the meeting it reports, or after the decision it leads to."""
        submitted, decided = day_of(self._held, PaperKind.SUBMISSION), day_of_decision(self._held)
        met = self._sitting.held_on if self._sitting else None
        if submitted and met and submitted < met:
            yield f"Tờ trình ghi ngày ký {format_date(submitted)}, trước ngày Hội đồng họp {format_date(met)}."
        if submitted and decided and submitted > decided:
            yield f"Tờ trình ghi ngày ký {format_date(submitted)}, sau ngày quyết định {format_date(decided)}."

    def _beyond_limits(self) -> Iterator[str]:
        """Awards of which the council agreed on more than the commune said there are to be."""
        for award, limit in self._held.limits.items():
            count = sum(verdict.award == award for verdict in self._awarded)
            if count > limit:
                name = award_name(self._scope, award)
                yield f"{name}: {format_number(count)} trường hợp, nhiều hơn số lượng khen ghi ở danh bạ ({format_number(limit)})."

    def _is_otherwise(self, verdict: Verdict) -> bool:
        """Whether an award is given in another form than the plan names, where it leaves no choice."""
        chosen = self._held.upward or verdict.award in self._held.forms
        return not chosen and form_of(self._held, verdict) not in (self._held.form_of_award, _OF_THE_PROVINCE)

    def _otherwise(self) -> str:
        planned = f"Kế hoạch (mục {self._held.article}) ghi hình thức {self._held.form_of_award}"
        return f"{planned}, Hội đồng kết luận hình thức khác"

    def _is_not_ours(self, verdict: Verdict) -> bool:
        return form_of(self._held, verdict) == _OF_THE_PROVINCE

    def _doubted_money(self) -> Iterator[str]:
        bonuses = dict.fromkeys(
            bonus.basis for verdict in self._awarded if (bonus := money_of(verdict)) and not bonus.verified
        )
        yield from (f"Mức tiền thưởng chưa kiểm chứng: {basis}." for basis in bonuses)

    def _left_out(self) -> Iterator[str]:
        if self._concluded:
            yield from self._named(self._verdicts, _is_passed_over, _PASSED_OVER)
        for standing, words in (
            (Standing.CHANGED, "Hội đồng đã kết luận nhưng sau đó kết quả xét hoặc số liệu thay đổi, cần kết luận lại"),
            (Standing.BY_HAND, "Ghi thêm tại cuộc họp, chưa được xét nên chưa có trong danh sách"),
        ):
            names = [_who(one) for one in self._decided if one.standing is standing]
            if names:
                yield f"{words} ({len(names)}): {'; '.join(names)}."


def _is_passed_over(verdict: Verdict) -> bool:
    return verdict.proposed and verdict.decided is None


def _is_tied(verdict: Verdict) -> bool:
    return verdict.tied


def _unconfirmed(verdict: Verdict) -> bool:
    return any(reason.open is OpenPoint.CONFIRMATION for reason in verdict.reasons)


def _who(one: Decided) -> str:
    return one.subject if one.subject == one.unit_name or not one.unit_name else f"{one.subject} ({one.unit_name})"
