"""The summary: what a run says on the screen when it is done."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.law.verdicts import Outcome, Reason, Verdict
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.award.weigh.facts import NOT_SET
from learnsoc_xlsx.stages.write.found.discretion import Discretion
from learnsoc_xlsx.stages.write.views.awards.decided import counted
from learnsoc_xlsx.stages.write.write import Written
from learnsoc_xlsx.vietnamese.dates import format_date
from learnsoc_xlsx.vietnamese.numbers import format_number


def summary(run: Run, written: Written) -> Iterator[str]:
    """Yield the lines: what came in, what was found, what is recommended, what was written."""
    commune = run.register.profile_on(run.as_of)
    sample = " — SỐ LIỆU MẪU, xã hư cấu" if run.sample else ""
    yield f"{commune.issuer} · số liệu đến ngày {format_date(run.as_of)}{sample}"
    yield ""
    yield f"Tệp nhận được: {len(run.submissions)}"
    statuses = Counter(sent.status for sent in run.submissions)
    yield from (
        f"  {count:5}  {status.label}" for status, count in sorted(statuses.items(), key=lambda item: item[0].word)
    )
    states = Counter(gap.state for gap in run.missing)
    unread = f", đã gửi nhưng chưa đọc được: {states['unread']}" if states["unread"] else ""
    yield f"Báo cáo còn thiếu: {states['missing']}{unread}, nộp muộn: {states['late']}"
    all_counted = run.counted
    severities = Counter(finding.severity for finding in all_counted)
    yield "Điểm cần xem: " + ", ".join(f"{severities[severity]} {severity.label.lower()}" for severity in Severity)
    cells = sum(finding.size for finding in all_counted)
    if cells > len(all_counted):
        yield f"  lỗi như nhau ở nhiều ô của một cột kể là một điểm (tất cả {format_number(cells)} chỗ)"
    first = next(
        (finding for finding in all_counted if finding.severity is Severity.ERROR and finding.place.cell), None
    )
    if first:
        yield f"  ví dụ: {first.place}"
        yield f"         {Discretion(run).on(first).message}"
    yield f"Kết quả xét: {_results(run.verdicts) or 'chưa có ai để xét'}"
    yield from _councils(run)
    yield from _forecasts(run)
    yield from _still_open(run)
    yield from _since(written)
    yield ""
    yield from _meanwhile(written)
    yield from _kept(written)
    yield "Đã ghi:"
    letters = [path for path in written.paths if path.suffix == ".eml"]
    answered = {path.with_suffix("") for path in letters}
    alone = [path for path in written.paths if path.suffix != ".docx" and path.with_suffix("") not in answered]
    yield from (f"  {path.as_posix()}" for path in alone)
    yield from _papers(run, [path for path in written.paths if path.suffix == ".docx"])
    for folder in dict.fromkeys(path.parent for path in letters):
        yield f"  {folder.as_posix()}/  {sum(path.parent == folder for path in letters)} thư nháp"


def unpublished(run: Run) -> Iterator[str]:
    """Yield why there is nothing to publish of what was concluded; nothing where there is something."""
    rounds = [held for held in run.rounds if not held.forecast and not held.upward]
    if not any(map(run.is_concluded, rounds)):
        yield "Chưa có thông báo niêm yết, bài phát thanh: Hội đồng chưa kết luận đợt xét nào."
    for held in rounds:
        if run.is_concluded(held) and not run.is_signed(held):
            yield f"{held.name}: chưa có thông báo niêm yết, bài phát thanh, vì trang “Văn bản” của danh bạ chưa ghi số và ngày ký quyết định."


def _papers(run: Run, papers: Sequence[Path]) -> Iterator[str]:
    """A line for each folder of papers: how many, and of which rounds they are still drafts."""
    for folder in dict.fromkeys(path.parent for path in papers):
        held = [one for one in run.rounds if str(one.named_after) == folder.name and not one.forecast]
        drafts = [one.name for one in held if not run.is_concluded(one)]
        of_drafts = f"; còn là dự thảo các văn bản của: {', '.join(drafts)}" if drafts else ""
        if drafts and len(drafts) == len(held):
            of_drafts = ", đều là dự thảo vì Hội đồng chưa kết luận"
        yield f"  {folder.as_posix()}/  {sum(path.parent == folder for path in papers)} văn bản{of_drafts}"


def _results(verdicts: Sequence[Verdict]) -> str:
    """How many got which verdict; equals among whom the council decides are no reserve, and a forecast is no result."""
    earnest = [verdict for verdict in verdicts if not verdict.forecast]
    outcomes = Counter(verdict.outcome for verdict in earnest if not verdict.tied)
    tied = sum(verdict.tied for verdict in earnest)
    counted = [
        (count, outcome.label.lower()) for outcome, count in sorted(outcomes.items(), key=lambda one: one[0].word)
    ]
    counted += [(tied, "đồng hạng chờ Hội đồng quyết định")] if tied else []
    return ", ".join(f"{count} {label}" for count, label in counted)


def _councils(run: Run) -> Iterator[str]:
    """A line for each round on which the council met: when, what it concluded, what is open."""
    for sitting in run.sittings:
        held = next(one for one in run.rounds if one.id == sitting.round)
        mine = [verdict for verdict in run.verdicts if verdict.round == held.id]
        day = f" ngày {format_date(sitting.held_on)}" if sitting.held_on else ""
        yield f"Hội đồng họp{day}, {held.name}: {counted(mine, run.decided, held.id)}"


def _forecasts(run: Run) -> Iterator[str]:
    """A line for each round that is only a forecast."""
    for held in (held for held in run.rounds if held.forecast):
        likely = sum(one.outcome is Outcome.RECOMMENDED for one in run.verdicts if one.round == held.id)
        yield f"Dự báo, chưa phải kết quả xét: {held.name}, {likely} đang đạt"


def _still_open(run: Run) -> Iterator[str]:
    """How many numbers the commune has not set, and how many verdicts wait for nothing else."""
    count = sum(number.value is None for number in run.local_numbers)
    undecided = [verdict for verdict in run.verdicts if verdict.outcome is Outcome.UNDECIDED and not verdict.forecast]
    waiting = sum(_waits(verdict.reasons) for verdict in undecided)
    if count:
        hang = f"; {waiting} trong {len(undecided)} “chưa kết luận” chỉ chờ các số ấy" if waiting else ""
        yield f"Số xã chưa đặt ở trang “Ngưỡng” của danh bạ: {count}{hang}"


def _waits(reasons: Sequence[Reason]) -> bool:
    open_ = [reason for reason in reasons if reason.decides and reason.met is None]
    return bool(open_) and all(reason.needed.startswith(NOT_SET) for reason in open_)


def _meanwhile(written: Written) -> Iterator[str]:
    """What changed in INBOX under the hands of the run, which knows of it no more than that."""
    if written.meanwhile:
        yield "Trong lúc chạy, các tệp sau bị sửa, bị xóa hoặc mới được chép vào; số liệu lần này chưa theo đó, hãy chạy lại:"
        yield from (f"  {name}" for name in written.meanwhile)
        yield ""


def _kept(written: Written) -> Iterator[str]:
    if written.kept:
        yield "Tệp kết quả đã có người sửa từ lần chạy trước; bản sửa được giữ lại bên cạnh tệp mới:"
        yield from (f"  {path.as_posix()}" for path in written.kept)
        yield ""


def _since(written: Written) -> Iterator[str]:
    """One line on what differs from the last run; none where there was none."""
    changes = written.changes
    if changes is None:
        return
    if changes.refusal:
        yield changes.refusal
        return
    results = ((changes.figures, "số liệu"), (changes.verdicts, "kết quả xét"), (changes.findings, "điểm cần xem"))
    counts = [f"{len(part)} {name}" for part, name in (*results, (changes.decisions, "kết quả họp")) if part]
    place = f" ({written.latest.name})" if written.latest else ""
    if changes.is_worth_a_file:
        yield f"So với lần chạy trước: {', '.join(counts) or 'không số liệu, kết quả nào'} thay đổi{place}."
    else:
        kept = f"; thay đổi gần nhất còn ở {written.latest.name}" if written.latest else ""
        yield f"So với lần chạy trước: không có gì thay đổi{kept}."
