"""Versions: which of several returns of a unit for a year counts, what becomes of the others, and what only people can settle."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Unpack

from learnsoc_xlsx.messages.senders import Senders
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding, Words
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import Register
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.stages.settle.cover import Cover
from learnsoc_xlsx.stages.settle.several.picks import Picked, picked
from learnsoc_xlsx.stages.settle.several.two_ways import OtherWay
from learnsoc_xlsx.vietnamese.dates import VIETNAM, format_date

_OF_ONE_THAT_COUNTS = frozenset({Code.TWO_SENDERS, Code.OTHER_MAILBOX})
_LATER = timedelta(hours=1)
"""So much later a file is saved that is no copy made in the same go."""


@dataclass(frozen=True)
class _Version:
    """One content, which may have come several times: the copy that stands for it, all copies, and its last receipt."""

    stands: Submission
    copies: tuple[Submission, ...]
    cover: Cover
    last: datetime | None
    senders: frozenset[str]
    other_way: OtherWay | None = None


def versions(
    submissions: Sequence[Submission],
    covers: Mapping[int, Cover],
    register: Register,
    doubts: Mapping[int, OtherWay] = MappingProxyType({}),
) -> tuple[list[Submission], list[Finding]]:
    """Let one return of each unit and year count, and one record of each round: the one that the register picks, else the
    newest acceptable one.

    Those received by mail are ordered by when the mailbox received them; where one of two was not, by the day on the
    cover, then by when the file was saved. The same bytes sent again are one version, as new as their last receipt and
    as early as their first. Two senders of different contents, and one file sent by another unit's mailbox, are errors
    for the officer until the register picks a file. The order of the files does not matter.
    `doubts` are the dates on covers that are likelier to be read the other way, by submission: they change nothing, and
    are said. Findings: one for each return that does not count (its status is SUPERSEDED), D30 and D89 on one that counts meanwhile, D33.
    """
    picks, findings = picked(submissions, register)
    senders = Senders(register)
    series: dict[tuple[str, str, int, str], list[Submission]] = {}
    for submission in submissions:
        if submission.status.counts and submission.number in covers:
            same = submission.form, submission.unit, submission.year, submission.round
            series.setdefault(same, []).append(submission)
    beaten: dict[int, Finding] = {}
    for (_, unit, year, _), sent in series.items():
        pick = picks.get((unit, year))
        for finding in _settled(sent, covers, senders, pick, doubts):
            findings.append(finding)
            if finding.code not in _OF_ONE_THAT_COUNTS:
                beaten[finding.submission] = finding
    return [_after(submission, beaten) for submission in submissions], findings


def _after(submission: Submission, beaten: Mapping[int, Finding]) -> Submission:
    finding = beaten.get(submission.number)
    return replace(submission, status=Status.SUPERSEDED, refusal=finding) if finding else submission


def _settled(
    sent: Sequence[Submission],
    covers: Mapping[int, Cover],
    senders: Senders,
    pick: Picked | None,
    doubts: Mapping[int, OtherWay],
) -> Iterator[Finding]:
    """Say of each return of one unit and year why it does not count; and of the one that does, what is unsettled."""
    if pick is not None:
        yield from _chosen(sent, pick)
        return
    contents = [_version(copies, covers, senders, doubts) for copies in _by_content(sent)]
    newest = _newest(contents)
    for version in contents:
        yield from (_copy(copy, version, senders) for copy in version.copies if copy is not version.stands)
        if version is not newest:
            yield _beaten(version, newest, senders)
    rivals = [version for version in contents if version is not newest and _rivals(version, newest, senders)]
    if rivals:
        yield _two_senders(newest, rivals)
    if senders.foreign(newest.stands):
        yield _of_other_mailbox(newest.stands, senders)


def _by_content(sent: Sequence[Submission]) -> list[list[Submission]]:
    by_content: dict[str, list[Submission]] = {}
    for copy in sorted(sent, key=lambda copy: copy.file):
        by_content.setdefault(copy.sha256, []).append(copy)
    return list(by_content.values())


def _version(
    copies: Sequence[Submission], covers: Mapping[int, Cover], senders: Senders, doubts: Mapping[int, OtherWay]
) -> _Version:
    """The copy received first stands for it; one from another unit's mailbox only where there is no other."""
    own = [copy for copy in copies if not senders.foreign(copy)] or copies
    stands = min(own, key=_came)
    last = max((copy.mail.received for copy in own if copy.mail), default=None)
    addresses = frozenset(address for copy in own if (address := senders.of(copy)))
    return _Version(stands, tuple(copies), covers[stands.number], last, addresses, doubts.get(stands.number))


def _came(copy: Submission) -> tuple[bool, float, int, str]:
    """First by receipt; where that is not known, “X.xlsx” before “Copy of X.xlsx” and “X (1).xlsx”."""
    return copy.mail is None, copy.mail.received.timestamp() if copy.mail else 0.0, len(copy.file), copy.file


# Which is the newest


def _newest(contents: Sequence[_Version]) -> _Version:
    """The one received last stands for all that were received by mail; it and the others go by their own dates."""
    mailed = [version for version in contents if version.last]
    last = [max(mailed, key=lambda version: (version.last, _age(version)))] if mailed else []
    return max([*last, *(version for version in contents if not version.last)], key=_age)


def _age(version: _Version) -> tuple[date, str, str, str]:
    cover, stands = version.cover, version.stands
    return (cover.report_date or date.min, cover.saved, stands.sha256, stands.file)


# What is said of the others


def _chosen(sent: Sequence[Submission], pick: Picked) -> Iterator[Finding]:
    """The register has the last word: all but its file are put aside, with who decided and why."""
    counts = next(submission for submission in sent if submission.number == pick.number)
    for submission in sent:
        if submission is not counts:
            yield _of(submission, Code.VERSION_CHOSEN, other=counts.file, extra=pick.reason)


def _copy(copy: Submission, version: _Version, senders: Senders) -> Finding:
    """The same bytes again; sent by another unit's mailbox they may be there in place of that unit's own report."""
    other = version.stands.file
    if not senders.foreign(copy):
        return _of(copy, Code.SAME_FILE, other=other)
    sender = senders.of(copy)
    owners = senders.owners(sender, copy.year)
    return _of(copy, Code.FILE_OF_ANOTHER, given=sender, expected=owners, other=other)


def _beaten(older: _Version, newest: _Version, senders: Senders) -> Finding:
    other = newest.stands.file
    day, newer_day = older.cover.report_date, newest.cover.report_date
    ordered = older.last is not None and newest.last is not None and older.last != newest.last
    if _rivals(older, newest, senders):
        return _of(older.stands, Code.SUPERSEDED, other=other)
    if day and newer_day and day > newer_day:
        return _of(
            older.stands, Code.DATES_CROSSED, given=format_date(day), expected=format_date(newer_day), other=other
        )
    if not ordered and day and newer_day and day < newer_day and (later := _later(older, newest)):
        words = Words(given=format_date(day), expected=format_date(newer_day), other=other, extra=later)
        return _of(older.stands, Code.DATED_EARLIER, **words)
    if ordered or (day and newer_day and day != newer_day):
        return _of(older.stands, Code.RECORD_REPLACED if older.stands.round else Code.SUPERSEDED, other=other)
    return _of(
        older.stands, Code.SAME_DAY_VERSIONS, given=_dated(day, newer_day), expected=_taken(older, newest), other=other
    )


def _later(older: _Version, newest: _Version) -> str:
    """What tells, against their covers, that the version which does not count is the later one; nothing where nothing does."""
    day, newer_day = older.cover.report_date, newest.cover.report_date
    if older.other_way and newer_day and older.other_way.day > newer_day:
        return f"ngày ấy có thể là {format_date(older.other_way.day)} bị đổi chỗ ngày và tháng ({older.other_way.why})"
    if newest.other_way and day and newest.other_way.day < day:
        return f"ngày ở bản kia có thể là {format_date(newest.other_way.day)} bị đổi chỗ ngày và tháng ({newest.other_way.why})"
    received = older.last.astimezone(VIETNAM).date() if older.last else None
    if received and not newest.last and newer_day and received > newer_day:
        return f"hộp thư nhận bản này ngày {format_date(received)}"
    saved, newer_saved = _saved(older), _saved(newest)
    if saved and newer_saved and saved - newer_saved >= _LATER:
        return f"được lưu sau ({_moment(older.cover.saved)}; bản kia {_moment(newest.cover.saved)})"
    return ""


def _dated(day: date | None, newer_day: date | None) -> str:
    """What two versions say of their days, that do not tell which is the newer one."""
    if day:
        return f"cùng ghi ngày {format_date(day)}"
    return "bản này không ghi ngày lập" if newer_day else "cả hai không ghi ngày lập"


def _taken(older: _Version, newest: _Version) -> str:
    """By what one of two such versions was taken."""
    if newest.cover.report_date and not older.cover.report_date:
        return "lấy bản có ghi ngày lập"
    saved, newer_saved = _saved(older), _saved(newest)
    if newer_saved and (not saved or newer_saved > saved):
        return f"lấy bản được lưu sau cùng ({_moment(newest.cover.saved)})"
    return "không biết bản nào mới hơn nên tạm lấy bản kia"


def _saved(version: _Version) -> datetime | None:
    """When a version says that it was saved."""
    try:
        moment = datetime.fromisoformat(version.cover.saved)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _of(copy: Submission, code: Code, **words: Unpack[Words]) -> Finding:
    """A finding on a file as a whole."""
    return Finding(code, Place(copy.file), copy.number, **words)


def _moment(saved: str) -> str:
    """Say when a file was saved, as people write it."""
    day, _, hour = saved.partition("T")
    try:
        return f"{hour[:5]} ngày {format_date(date.fromisoformat(day))}".strip()
    except ValueError:
        return "không rõ lúc nào"


def _two_senders(newest: _Version, rivals: Iterable[_Version]) -> Finding:
    others = list(rivals)
    senders = "; ".join(sorted({address for version in others for address in version.senders}))
    files = "; ".join(f"“{version.stands.file}”" for version in others)
    own = "; ".join(sorted(newest.senders))
    return _of(newest.stands, Code.TWO_SENDERS, given=own, expected=senders, other=files)


def _of_other_mailbox(copy: Submission, senders: Senders) -> Finding:
    """A return of one unit that only the mailbox of another sent: it may hold that other's figures and people."""
    sender = senders.of(copy)
    return _of(
        copy, Code.OTHER_MAILBOX, given=sender, expected=senders.called(copy), other=senders.owners(sender, copy.year)
    )


def _rivals(one: _Version, other: _Version, senders: Senders) -> bool:
    """Whether two contents came from different senders, not both of whom speak for the unit by the register."""
    apart = bool(one.senders and other.senders) and not one.senders & other.senders
    return apart and not senders.speak_for(one.stands.unit, one.senders | other.senders)
