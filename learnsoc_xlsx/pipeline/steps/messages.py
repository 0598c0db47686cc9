"""Messages: which message brought each file of INBOX, after the index that collecting left."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.submissions import Mail, Submission
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.stages.fetch.index import read_index


def with_mail(batch: Batch, inbox: Path) -> Batch:
    """Tell each submission the message that brought it: by its file (or the archive that held it), or, where that was
    moved or renamed, by its bytes. Bytes that came several times came with the first message. Raises Refusal for a
    broken index.
    """
    paths = {sent.path for sent in batch.submissions if sent.path}
    ways: dict[Path | None, str] = {path: path.relative_to(inbox).as_posix() for path in paths}
    on_disk = _on_disk(set(ways.values()))
    by_file: dict[str, Mail] = {}
    by_bytes: dict[str, Mail] = {}
    for entry in sorted(read_index(inbox), key=lambda entry: entry.received):
        for kept in entry.kept:
            by_file.setdefault(on_disk.get(kept.file, kept.file), entry.mail)
            by_bytes.setdefault(kept.sha256, entry.mail)
    mails = (by_file.get(ways.get(sent.path, "")) or by_bytes.get(sent.sha256) for sent in batch.submissions)
    mailed = zip(batch.submissions, mails, strict=True)
    batch = replace(batch, submissions=tuple(replace(sent, mail=mail or sent.mail) for sent, mail in mailed))
    return replace(batch, findings=(*batch.findings, *_noted(batch.submissions)))


def _noted(submissions: Iterable[Submission]) -> Iterator[Finding]:
    """What each message says in words that brought a report, once, at the first report that it brought."""
    first: dict[Mail, Submission] = {}
    for sent in submissions:
        if sent.form and sent.mail and sent.mail.words:
            first.setdefault(sent.mail, sent)
    for mail, sent in first.items():
        yield Finding(Code.MAIL_WORDS, Place(sent.file), sent.number, given=mail.words)


def _on_disk(ways: Collection[str]) -> dict[str, str]:
    """How the disk spells each file, by how it was written down: some disks take letters apart, or put them together."""
    composed: dict[str, str] = {}
    for way in sorted(ways):
        composed.setdefault(normalize("NFC", way), way)
    return composed | {way: way for way in ways}
