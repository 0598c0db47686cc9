"""Intake: a batch of files received, read and normalised in one go. This is the work that is shared out to processes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings import Finding
from learnsoc_xlsx.model.form.form import Sheet
from learnsoc_xlsx.model.returns.submissions import RowOutcome, Submission
from learnsoc_xlsx.model.returns.tables import RawTable
from learnsoc_xlsx.pipeline.settings.mailbox import NAME as SETTINGS
from learnsoc_xlsx.pipeline.settings.wording import wording_files
from learnsoc_xlsx.pipeline.steps.law import form_of, known
from learnsoc_xlsx.stages.fetch.index import NAME as INDEX
from learnsoc_xlsx.stages.read.normalise import Normal, normalise
from learnsoc_xlsx.stages.read.read import read
from learnsoc_xlsx.stages.receive.fault import Fault
from learnsoc_xlsx.stages.receive.receive import receive
from learnsoc_xlsx.stages.receive.unlock import Passwords
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, shown, unpack

BATCH = 32
"""Files in one task, at most: enough that handing over costs little, few enough to share out. All tasks are of one size."""

_OWN_FILES = (".git", INDEX, SETTINGS)
_NO_PASSWORDS = Passwords()


@dataclass(frozen=True)
class Batch:
    """What came of some files: their submissions, the tables laid together by sheet, findings, and rows that are no records."""

    submissions: list[Submission]
    tables: list[Normal]
    findings: list[Finding]
    ignored: list[RowOutcome]


@dataclass(frozen=True)
class Task:
    """Some files that came in, each with its number in the run, and the passwords that they may be behind."""

    files: tuple[tuple[int, Item], ...]
    passwords: Passwords = _NO_PASSWORDS


def files_of(inbox: Path) -> list[Path]:
    """Return every file under INBOX that somebody put there: not what this program or git keeps beside them."""
    return sorted(path for path in inbox.rglob("*") if path.is_file() and not path.name.startswith(_OWN_FILES))


def tasks_of(inbox: Path, passwords: Passwords = _NO_PASSWORDS) -> list[Task]:
    """Share out every file under INBOX, and those inside of them. Raises Refusal where there is none."""
    if not inbox.is_dir():
        raise Refusal(f"Không có thư mục “{inbox}”. Hãy tạo thư mục và chép các tệp báo cáo vào đó.")
    files = files_of(inbox)
    if not files:
        raise Refusal(f"Thư mục “{inbox}” chưa có tệp nào. Hãy chép danh bạ và các báo cáo vào đó rồi chạy lại.")
    wording = wording_files(inbox)
    numbered = list(enumerate(item for path in files for item in _items(inbox, path, wording)))
    count = -(-len(numbered) // BATCH)
    ends = [at * len(numbered) // count for at in range(count + 1)]
    return [Task(tuple(numbered[start:end]), passwords) for start, end in pairwise(ends)]


def _items(inbox: Path, path: Path, wording: Mapping[Path, Fault]) -> list[Item]:
    """A file of INBOX and what it holds; one that words the commune's letters is named as that, and not opened."""
    return [Item(shown(inbox, path), path, fault=wording[path])] if path in wording else unpack(inbox, path)


def intake(task: Task) -> Batch:
    """Receive, read and normalise some files."""
    submissions: list[Submission] = []
    raw: dict[Sheet, list[RawTable]] = {}
    findings: list[Finding] = []
    for number, item in task.files:
        arrival = receive(item, number, known(), task.passwords)
        submissions.append(arrival.submission)
        findings += arrival.findings
        if arrival.book is None:
            continue
        form = form_of(arrival.submission.form, arrival.submission.year)
        tables, said = read(arrival.book, arrival.errors, form, arrival.submission)
        findings += said
        for table in tables:
            raw.setdefault(table.sheet, []).append(table)
    by_number = {each.number: each for each in submissions}
    normals = [normalise(tables, by_number) for tables in raw.values()]
    findings += [finding for normal in normals for finding in normal.findings]
    ignored = [
        _ignored(table, row, reason) for tables in raw.values() for table in tables for row, reason in table.ignored
    ]
    return Batch(submissions, [replace(normal, findings=()) for normal in normals], findings, ignored)


def _ignored(table: RawTable, row: int, reason: str) -> RowOutcome:
    return RowOutcome(table.submission, table.sheet.key, table.layout.sheet, row, "ignored", reason)
