"""What a reply must not tell: another unit's name, code, file or people."""

import email
import email.policy
import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from pathlib import Path

from python_calamine import CalamineWorkbook

from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.receive.unpack.unpack import load, named

_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")


def leaks(run: Run, out: Path) -> list[tuple[str, str]]:
    """Every reply under `out`, with what it names of another unit that does not stand in the sender's own file."""
    people = people_of(run)
    return [leak for reply in sorted((out / "phan_hoi").rglob("*.*")) for leak in _leaks(run, people, reply)]


def _leaks(run: Run, people: dict[str, set[str]], reply: Path) -> Iterator[tuple[str, str]]:
    unit = unit_of(reply)
    said = "\n".join(_letter(reply) if reply.suffix == ".eml" else _added(reply, run, unit))
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
    return "\n".join((*typed, *_understood(run, {sent.number for sent in files}), *_printed(run)))


def _printed(run: Run) -> Iterator[str]:
    """What the forms say by way of example."""
    yield from (field.help for form in run.forms for sheet in form.sheets for field in sheet.asked)


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


def _letter(reply: Path) -> Iterator[str]:
    letter = email.message_from_bytes(reply.read_bytes(), policy=email.policy.default)
    assert isinstance(letter, EmailMessage)
    body = letter.get_body()
    assert body is not None
    yield from (str(letter["Subject"]), str(body.get_content()))


def _added(reply: Path, run: Run, unit: str) -> set[str]:
    """The texts of a workbook that stand in none of the unit's own files, part by part: most parts are as they came."""
    files = [load(named(run.inbox, sent.file)) for sent in run.submissions if sent.unit == unit]
    own = {key: part for data in files for key, part in _parts(data).items()}
    ours = _parts(reply.read_bytes())
    return _texts(part for key, part in ours.items() if key not in own) - _texts(
        part for key, part in own.items() if key not in ours
    )


def _parts(data: bytes) -> dict[tuple[str, int], bytes]:
    """The parts of a workbook that hold text, by name and checksum; none of a file that is not made of parts."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        wanted = (part for part in parts.infolist() if part.filename.endswith((".xml", ".vml")))
        return {(part.filename, part.CRC): parts.read(part) for part in wanted}


def _texts(parts: Iterable[bytes]) -> set[str]:
    return {html.unescape(text) for part in parts for text in _TEXT.findall(part.decode("utf-8", "replace"))}
