"""Messages: which message brought each file of INBOX, after the index that collecting left."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.returns.submissions import Mail, Submission
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.stages.fetch.index import read_index


def with_mail(batch: Batch, inbox: Path) -> Batch:
    """Tell each submission the message that brought it: by its file (or the archive that held it), or, where that was
    moved or renamed, by its bytes. Bytes that came several times came with the first message. Raises Refusal for a
    broken index.
    """
    by_file: dict[str, Mail] = {}
    by_bytes: dict[str, Mail] = {}
    for entry in sorted(read_index(inbox), key=lambda entry: entry.received):
        for kept in entry.kept:
            by_file.setdefault(normalize("NFC", kept.file), entry.mail)
            by_bytes.setdefault(kept.sha256, entry.mail)
    return replace(batch, submissions=tuple(_mailed(sent, by_file, by_bytes) for sent in batch.submissions))


def _mailed(sent: Submission, by_file: Mapping[str, Mail], by_bytes: Mapping[str, Mail]) -> Submission:
    file = normalize("NFC", sent.file)
    mail = by_file.get(file) or by_file.get(file.partition(WITHIN)[0]) or by_bytes.get(sent.sha256)
    return replace(sent, mail=mail or sent.mail)
