"""What a reply must not tell: another unit's name, code, file or people."""

import email
import email.policy
import html
import io
import re
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from python_calamine import CalamineWorkbook

from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.receive.unpack.unpack import load, named


def leaks(run: Run, out: Path) -> list[tuple[str, str]]:
    """Every reply under `out`, with what it names of another unit that does not stand in the sender's own file."""
    people = people_of(run)
    return [leak for reply in sorted((out / "phan_hoi").rglob("*.*")) for leak in _leaks(run, people, reply)]


def _leaks(run: Run, people: dict[str, set[str]], reply: Path) -> Iterator[tuple[str, str]]:
    unit, said = unit_of(reply), _said(reply)
    told = sorted(word for word in _foreign(run, people, unit) - _own(run, unit) if _names(said, word))
    own = _own_text(run, unit) if told else ""
    yield from ((reply.name, word) for word in told if not _names(own, word))


def unit_of(reply: Path) -> str:
    return re.sub(r"_(?:nhac|\d+)$", "", reply.stem)


def _names(text: str, word: str) -> bool:
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def people_of(run: Run) -> dict[str, set[str]]:
    """The people that each unit names, in whatever list."""
    units = {sent.number: sent.unit for sent in run.submissions}
    people: dict[str, set[str]] = {}
    for table in run.tables:
        for field in (field for field in table.sheet.asked if field.personal and field.kind.value == "text"):
            for number, words in zip(table.rows["submission"], table.rows[field.id], strict=True):
                if isinstance(words, str) and len(words.split()) > 1:
                    people.setdefault(units[int(number)], set()).add(words)
    return people


def _foreign(run: Run, people: dict[str, set[str]], unit: str) -> set[str]:
    """All that is of other units: names, codes, files, people."""
    communes = {profile.unit for profile in run.register.profile}
    others = [row for row in run.register.units if row.id not in {unit, *communes} and row.parent]
    files = (
        sent.file.rpartition(WITHIN)[2].rpartition("/")[2] for sent in run.submissions if sent.unit not in ("", unit)
    )
    named_people = (name for other, names in people.items() if other != unit for name in names)
    return {*(name for row in others for name in row.names), *(row.id for row in others), *files, *named_people}


def _own(run: Run, unit: str) -> set[str]:
    """What may be named: the unit, the commune, who signs and who is to be asked."""
    rows = [row for row in run.register.units if row.id == unit]
    return {*(name for row in rows for name in row.names), *(str(word) for word in run.register.settings.values())}


def _own_text(run: Run, unit: str) -> str:
    """All that stands in the files of a unit, as it was typed and as it was understood, and their names."""
    files = [sent for sent in run.submissions if sent.unit == unit]
    typed = (line for sent in files for line in (sent.file, *_cells(load(named(run.inbox, sent.file)))))
    return "\n".join((*typed, *_understood(run, {sent.number for sent in files})))


def _understood(run: Run, numbers: set[int]) -> Iterator[str]:
    for table in run.tables:
        rows = table.rows[table.rows["submission"].isin(numbers)]
        texts = [field.id for field in table.sheet.asked if field.kind.value == "text"]
        yield from (cell for name in texts for cell in rows[name] if isinstance(cell, str))


def _cells(data: bytes) -> Iterator[str]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except Exception:  # no workbook: nothing is sent back of it
        return
    for name in book.sheet_names:
        yield from (str(cell) for row in book.get_sheet_by_name(name).to_python() for cell in row if cell != "")


def _said(reply: Path) -> str:
    if reply.suffix == ".eml":
        letter = email.message_from_bytes(reply.read_bytes(), policy=email.policy.default)
        assert isinstance(letter, EmailMessage)
        body = letter.get_body()
        assert body is not None
        return "\n".join((str(letter["Subject"]), str(body.get_content())))
    with zipfile.ZipFile(reply) as parts:
        texts = [parts.read(name).decode("utf-8", "replace") for name in parts.namelist() if name.endswith(".xml")]
    return html.unescape("\n".join(texts))
