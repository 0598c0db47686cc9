"""Search: what in a letter, a marked copy or a form belongs to another unit than the one it goes to, told by content alone."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from pathlib import Path

from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.model.place import WITHIN
from learnsoc_xlsx.model.returns.submissions import Submission
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.receive.unpack.unpack import load, named
from learnsoc_xlsx.stages.template.template import template
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.names import names_in
from tests.everywhere import unpacked
from tests.printing import short
from tests.privacy import _cells, people_of

Words = frozenset[str]
_DIGITS = re.compile(r"\d[\d .]*\d")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+\w")
_TAG = re.compile(r"<[^>]*>")
_LEAST_DIGITS = 6
"""Digits of a figure that is told apart from another by chance."""


@dataclass(frozen=True)
class Foreign:
    """A word in something that goes to a unit, and whose it is."""

    document: str
    word: str
    owners: tuple[str, ...]


@dataclass
class Belongings:
    """What is whose: by unit, every word that is its own, and every text that stands in its files or in what is printed for it."""

    words: dict[str, set[str]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, run: Run) -> "Belongings":
        mine = cls()
        for row in run.register.units:
            if row.parent:
                mine.words.setdefault(row.id, set()).update((*row.names, row.id, *_ADDRESS.findall(row.email or "")))
                mine.texts.setdefault(row.id, []).extend((*row.names, row.id, row.email or ""))
        for unit, names in people_of(run).items():
            mine.words.setdefault(unit, set()).update(names)
        for sent in run.submissions:
            mine._take(run, sent)
        return mine

    def _take(self, run: Run, sent: Submission) -> None:
        unit = sent.unit or (sent.mail.sender if sent.mail else None) or sent.file
        cells = list(_cells(load(named(run.inbox, sent.file)))) if sent.container else []
        called = sent.file.rpartition(WITHIN)[2].rpartition("/")[2]
        self.texts.setdefault(unit, []).extend((sent.file, *cells))
        words = self.words.setdefault(unit, set())
        words.update(
            (
                called,
                *(name for cell in cells for name in names_in(cell) if len(name.split()) > 2 and name[0].isupper()),
            )
        )
        words.update(digits for cell in cells for digits in _figures(cell))


def foreign_words(run: Run, documents: Iterable[tuple[str, Path]]) -> list[Foreign]:
    """Return what belongs to others in documents, each with the unit to which it goes: what stands neither in that unit's own
    files, nor in what the register says of it and of the commune, nor in the form as it is printed for anybody. A figure that
    several give tells of none of them.
    """
    whole = Belongings.of(run)
    owners: dict[str, set[str]] = {}
    for unit, words in whole.words.items():
        for word in words:
            owners.setdefault(_norm(word), set()).add(unit)
    owners = {word: units for word, units in owners.items() if word and not (word.isdecimal() and len(units) > 1)}
    index = Index(frozenset(owners))
    common = index.words_in(_of_the_commune(run))
    return [hit for unit, path in documents for hit in _hits(run, unit, path, whole, owners, index, common)]


class Index:
    """Words and runs of words that are looked for, by the first of them."""

    def __init__(self, words: Words) -> None:
        self._by_first: dict[str, list[list[str]]] = {}
        for word in words:
            self._by_first.setdefault(word.split()[0], []).append(word.split())
        self._words = words

    def words_in(self, texts: Iterable[str]) -> Words:
        """Return which of them stand in some texts, as they are compared: in any case and spelling of tones, figures by their digits."""
        inside: set[str] = set()
        for text in texts:
            words = key.__wrapped__(text).split()
            for at, first in enumerate(words):
                inside.update(
                    " ".join(run) for run in self._by_first.get(first, ()) if words[at : at + len(run)] == run
                )
            inside.update(self._words.intersection(_figures(text)))
            inside.update(self._words.intersection(map(_norm, _ADDRESS.findall(text))))
        return frozenset(inside)


def _hits(
    run: Run, unit: str, path: Path, whole: Belongings, owners: Mapping[str, set[str]], index: Index, common: Words
) -> Iterator[Foreign]:
    inside = index.words_in(_decoded(path.read_bytes(), path.name))
    others = {word for word in inside if unit not in owners[word]} - common
    if others:
        others -= index.words_in(whole.texts.get(unit, ()))
    if others:
        others -= index.words_in(text for form in _forms_of(run, unit) for text in _printed(form))
    yield from (Foreign(path.name, word, tuple(sorted(owners[word]))) for word in sorted(others))


def _of_the_commune(run: Run) -> list[str]:
    """What the commune says of itself to everybody."""
    register = run.register
    own = [row for row in register.units if not row.parent]
    said = [str(value) for value in register.settings.values()]
    said += [
        f"{one.issuer}\n{one.signer}\n{one.signer_title}\n{one.place_name}\n{one.parent_name}\n{one.compiler}"
        for one in register.profile
    ]
    return said + [text for row in own for text in (*row.names, row.id, row.email or "")]


def _forms_of(run: Run, unit: str) -> list[Form]:
    """The newest form that a unit of this kind fills in."""
    kinds = {row.kind for row in run.register.units if row.id == unit}
    newest = {form.id: form for form in sorted(run.forms, key=lambda form: form.year) if kinds & set(form.unit_kinds)}
    return list(newest.values())


@cache
def _printed(form: Form) -> tuple[str, ...]:
    return tuple(_decoded(template(short(form))))


def _decoded(data: bytes, name: str = "a.xlsx") -> Iterator[str]:
    """The texts of every part of a file, tags as the ends of texts, and once more without them."""
    for part in unpacked(data, name):
        if b"\0" not in part:
            text = part.decode("utf-8", "replace")
            yield unescape(_TAG.sub("\n", text))
            if "<w:t" in text or "<r>" in text:
                yield unescape(_TAG.sub("", text))


def _norm(word: str) -> str:
    return key(word) if len(word) < 200 else ""


def _figures(text: str) -> Iterator[str]:
    for match in _DIGITS.findall(text.removesuffix(".0")):
        digits = re.sub(r"\D", "", match)
        if len(digits) >= _LEAST_DIGITS:
            yield digits


def by_name(paths: Sequence[Path], units: Iterable[str]) -> list[tuple[str, Path]]:
    """Return documents with the unit to which each goes, as the name of its file says: T01.eml, T01_2.xlsx, Mau_…_T01.xlsx."""
    ids = sorted(units, key=len, reverse=True)
    whose = [
        (next((name for name in ids if re.search(rf"(?:^|_){re.escape(name)}(?:_|$)", path.stem)), ""), path)
        for path in paths
    ]
    assert all(unit for unit, _ in whose), [path.name for unit, path in whose if not unit]
    return whose
