"""Verify: what lies in OUT is made again of INBOX, elsewhere, and compared byte by byte with what was written."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from learnsoc_xlsx import __version__
from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.pipeline.commands.consolidate import made
from learnsoc_xlsx.pipeline.keeping.shelf import NO_SHELF
from learnsoc_xlsx.pipeline.settings.means import USUAL_MEANS, Means
from learnsoc_xlsx.pipeline.settings.products import Products
from learnsoc_xlsx.stages.receive.unpack.seen import Seen
from learnsoc_xlsx.stages.write.moving.by_hand import digest_of
from learnsoc_xlsx.stages.write.run_json.last_outputs import LastOutputs
from learnsoc_xlsx.stages.write.run_json.last_run import RECORD, Recorded, inbox_of, last_run
from learnsoc_xlsx.stages.write.run_json.record import record
from learnsoc_xlsx.stages.write.write import WorkbookWriter

Digests = Mapping[str, str]
"""Files and their SHA-256, by path."""


@dataclass(frozen=True)
class Verified:
    """What came of making a run again from `inbox`: files under OUT by what is to be said of them, entries of run.json that
    came out otherwise, files of INBOX that changed since, and the program that wrote what lies there.
    """

    inbox: Path
    program: str
    same: tuple[str, ...]
    edited: tuple[str, ...]
    gone: tuple[str, ...]
    otherwise: tuple[str, ...]
    entries: tuple[str, ...]
    inputs: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether all lies there as it was written, and the same inputs come to it again."""
        return not (self.edited or self.gone or self.otherwise or self.entries or self.inputs)

    @property
    def is_of_this_program(self) -> bool:
        return self.program == __version__


def verify(inbox: Path | None, out: Path, means: Means = USUAL_MEANS) -> Verified:
    """Make the last run of `out` again, of its own INBOX where none is named, as it was asked for, and compare; nothing is
    written to `out`.

    Raises Refusal where there is no run in `out` that can be relied on, or nothing can be done.
    """
    before = last_run(out)
    asked = before.get("asked")
    if not asked:
        raise Refusal(
            f"Kết quả trong “{out}” không nêu lần chạy ấy được yêu cầu gì. Hãy chạy lại consolidate rồi kiểm chứng."
        )
    source, day = inbox or inbox_of(before, out), _day(asked["as_of"])
    on_that_day = replace(means, shelf=NO_SHELF, today=_day(asked["today"]))
    with TemporaryDirectory() as place:
        again = _made_again(source, Path(place), out, day, Products.named(asked["products"]), on_that_day)
    return _compared(source, out, before, again)


def _made_again(inbox: Path, place: Path, out: Path, as_of: date | None, products: Products, means: Means) -> Recorded:
    """What run.json says of a run made elsewhere, its links as from OUT."""
    writer = WorkbookWriter(WORKBOOKS, place, out, LastOutputs(place / RECORD))
    run, files = made(inbox, Seen.of(inbox), as_of, products, means, writer)
    record(run, {file: place / file for file in files}, {}, place / RECORD, out)
    again: Recorded = json.loads((place / RECORD).read_text(encoding="utf-8"))
    return again


def _compared(inbox: Path, out: Path, before: Recorded, again: Recorded) -> Verified:
    written, made_now = _digests(before["outputs"]), _digests(again["outputs"])
    lying = {file: digest_of(out / file) for file in written if (out / file).is_file()}
    edited = {file for file, digest in lying.items() if digest != written[file]}
    gone = written.keys() - lying.keys()
    otherwise = _differing(written, made_now)
    aside = {"outputs", "inbox", "version"}
    entries = (key for key in before.keys() | again.keys() if key not in aside and before.get(key) != again.get(key))
    inputs = _differing(_digests(before["submissions"]), _digests(again["submissions"]))
    return Verified(
        inbox,
        before["version"],
        *map(_in_order, (written.keys() - edited - gone - otherwise, edited, gone, otherwise, entries, inputs)),
    )


def _digests(files: Iterable[Recorded]) -> Digests:
    return {entry["file"]: entry["sha256"] for entry in files}


def _differing(before: Digests, now: Digests) -> set[str]:
    return {file for file in before.keys() | now.keys() if before.get(file) != now.get(file)}


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
