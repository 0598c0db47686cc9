"""Intake: a batch of files received, read and normalised in one go. This is the work that is shared out to processes."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

from learnsoc_xlsx.engine import Map
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.returns.passwords import NO_PASSWORDS, Passwords
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.pipeline.keeping.from_shelf import FromShelf
from learnsoc_xlsx.pipeline.keeping.keys import bytes_at, key_of
from learnsoc_xlsx.pipeline.settings.means import USUAL_MEANS, Means
from learnsoc_xlsx.pipeline.settings.of_the_program import of_the_program
from learnsoc_xlsx.pipeline.settings.own_letters import wording_files
from learnsoc_xlsx.pipeline.settings.own_papers import paper_files
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.terms.in_force import admissible, forms_behind
from learnsoc_xlsx.stages.check.within.schema import check_that
from learnsoc_xlsx.stages.read.normalise import normalise
from learnsoc_xlsx.stages.read.read import read_as
from learnsoc_xlsx.stages.read.reading import Reading, typed_together
from learnsoc_xlsx.stages.receive.fault import Fault, out_of_reach
from learnsoc_xlsx.stages.receive.in_hand import Sight, in_hand, sight
from learnsoc_xlsx.stages.receive.receive import Arrival, receive
from learnsoc_xlsx.stages.receive.unpack.folder import lying_in
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, unpack

_LEAST, _MOST = 3, 5
"""Files in one task, as a power of two, where there are few and where there are many: enough that handing over costs little,
few enough to share out, and to read again where one of them changed.
"""

_DEADLY = Fault(Code.PROGRAM_FAILED, "tiến trình đọc tệp này bị hệ thống dừng đột ngột")


@dataclass(frozen=True)
class Task:
    """Some files that came in, each with its number among them, and the passwords that they may be behind."""

    files: tuple[tuple[int, Item], ...]
    passwords: Passwords = NO_PASSWORDS

    def sight(self) -> tuple[Sight, ...]:
        """What is seen from this machine of the files that are not in hand."""
        return tuple(sight(item) for _, item in self.files)

    def in_hand(self) -> "Task":
        """The same files with their bytes, for a machine that does not see them."""
        return self._with(in_hand)

    def halves(self) -> tuple["Task", ...]:
        """The files in two tasks; none for a single file."""
        half = len(self.files) // 2
        parts = (self.files[:half], self.files[half:])
        return tuple(replace(self, files=part) for part in parts) if half else ()

    def joined(self, results: Sequence[Batch]) -> Batch:
        """What the files come to, of what the halves do."""
        return Batch.of(results)

    def given_up(self) -> "Task":
        """The same files, not to be opened: whoever reads them dies of it."""
        return self._with(lambda item: replace(item, fault=_DEADLY, taken=None))

    def _with(self, change: Callable[[Item], Item]) -> "Task":
        return replace(self, files=tuple((number, change(item)) for number, item in self.files))


def files_of(inbox: Path) -> dict[str, Path]:
    """Return every file under INBOX that somebody put there, by the name under which it is shown: not what this program
    keeps beside them.
    """
    own = of_the_program(inbox)
    return {name: path for name, path in lying_in(inbox).items() if path not in own}


def tasks_of(inbox: Path, passwords: Passwords = NO_PASSWORDS, aside: Path | None = None) -> list[Task]:
    """Share out every file under INBOX but one that is put `aside`, and those inside of them. Raises Refusal where there is
    none.
    """
    if not inbox.is_dir():
        raise Refusal(f"Không có thư mục “{inbox}”. Hãy tạo thư mục và chép các tệp báo cáo vào đó.")
    try:
        next(inbox.iterdir(), None)
    except OSError as error:
        raise Refusal(f"Không đọc được thư mục “{inbox}” ({out_of_reach(error).given}).") from error
    own = of_the_program(inbox)
    files = {name: path for name, path in lying_in(inbox).items() if aside is None or not _same(path, aside)}
    if not set(files.values()) - own.keys():
        raise Refusal(f"Thư mục “{inbox}” chưa có tệp nào. Hãy chép danh bạ và các báo cáo vào đó rồi chạy lại.")
    wording = wording_files(inbox) | paper_files(inbox) | own
    items = [item for name, path in files.items() for item in items_of(inbox, name, path, wording)]
    return [Task(tuple(enumerate(shared)), passwords) for shared in batches_of(items)]


def batches_of(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Share out files: where a batch ends follows from the names of its own files, so that one that comes, goes or changes
    its name moves the ends of its own batch, hardly ever those of others. The fewer there are the smaller are the batches.
    """
    usual = 1 << min(max(len(items).bit_length() - 7, _LEAST), _MOST)
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        ends = crc32(os.fsencode(item.name)) % usual == 0 and len(batch) >= usual // 2
        if ends or len(batch) == 2 * usual:
            yield batch
            batch = []
    if batch:
        yield batch


def _same(path: Path, other: Path) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)


def items_of(inbox: Path, name: str, path: Path, wording: Mapping[Path, Fault]) -> list[Item]:
    """A file of INBOX and what it holds; one that words the commune's letters is named as that, and not opened."""
    return [Item(name, path, fault=wording[path])] if path in wording else unpack(inbox, path, name)


def taken_in(tasks: Sequence[Task], work: Map, means: Means = USUAL_MEANS) -> Batch:
    """Take in every task, here or elsewhere, and lay together what comes of them; what lies made already is not made again."""
    done, files = 0, sum(len(task.files) for task in tasks)
    batches: list[Batch] = []
    means.progress("Đọc các báo cáo", 0, files)
    parts = FromShelf(work, means.shelf, made_from, _lasts)(intake, tasks)
    check_that()  # its library takes a while to load: while others read, there is time
    for task, part in zip(tasks, parts, strict=True):
        batches.append(part.numbered_from(done))
        done += len(task.files)
        means.progress("Đọc các báo cáo", done, files)
    return Batch.of(batches)


_FLEETING = frozenset({Code.PASSWORD, Code.UNLOCKED, Code.GAVE_UP, Code.PROGRAM_FAILED, Code.OUT_OF_REACH})
"""What is said of a file whose reading another time may end otherwise, or that came behind a password: of such none is kept."""


def made_from(task: Task) -> str:
    """Return the key of what comes of a task: its files, by name, place and bytes; nothing where one is not handed over, or was
    brought to a machine that does not see it.

    Passwords are no part of it: what was behind one is not kept.
    """
    files = [item for _, item in task.files]
    digests = {path: bytes_at(path) for path in {item.path for item in files}}
    return key_of("intake", files, sorted(digests.items())) if all(digests.values()) else ""


def lasts(findings: Iterable[Finding], submissions: Iterable[Submission]) -> bool:
    """Whether the same files would come to these findings at any time, and none was behind a password."""
    return not fleeting(findings) and not any(sent.locked for sent in submissions)


def fleeting(findings: Iterable[Finding]) -> set[int]:
    """Return the numbers of the submissions of which that is not so."""
    return {finding.submission for finding in findings if finding.code in _FLEETING}


def _lasts(batch: Batch) -> bool:
    return lasts(batch.findings, batch.submissions)


def open_to_all(batch: Batch) -> bool:
    """Whether no file of the batch came behind a password: what is made of such a one is not kept either."""
    unlocked = any(finding.code is Code.UNLOCKED for finding in batch.findings)
    return not unlocked and not any(sent.locked for sent in batch.submissions)


def intake(task: Task) -> Batch:
    """Receive, read and normalise some files."""
    arrivals: list[Arrival] = []
    reading = Reading()
    for number, item in task.files:
        arrival = receive(item, number, admissible(), task.passwords)
        arrivals.append(replace(arrival, book=None))
        if arrival.book is not None:
            assert arrival.submission.stamp is not None, "what is opened bears a stamp"
            reading += read_as(arrival.book, forms_behind(arrival.submission.stamp), arrival.submission)
    normal = [normalise(table) for table in typed_together(reading.tables)]
    return Batch(
        submissions=tuple(arrival.submission for arrival in arrivals),
        tables=tuple(table for table, _ in normal),
        findings=(
            *(finding for arrival in arrivals for finding in arrival.findings),
            *reading.findings,
            *(finding for _, findings in normal for finding in findings),
        ),
        set_aside=reading.set_aside,
    )
