"""Verify: what lies in OUT is made again of INBOX, elsewhere, and compared byte by byte with what was written."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from learnsoc_xlsx import __version__
from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.pipeline.commands.consolidate import made
from learnsoc_xlsx.pipeline.keeping.shelf import NO_SHELF
from learnsoc_xlsx.pipeline.settings.means import USUAL_MEANS, Means
from learnsoc_xlsx.pipeline.settings.products import Products
from learnsoc_xlsx.stages.receive.unlock import BY_TOLD
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
    came out otherwise, files of INBOX that changed since, and the program that wrote what lies there. `lay_at` is where INBOX lay
    when it ran, if it is elsewhere now, and `as_there` whether it was made again as if it still lay there; `shut` are files
    that were opened with a password then and not now.
    """

    inbox: Path
    program: str
    same: tuple[str, ...]
    edited: tuple[str, ...]
    gone: tuple[str, ...]
    otherwise: tuple[str, ...]
    entries: tuple[str, ...]
    inputs: tuple[str, ...]
    lay_at: Path | None = None
    as_there: bool = False
    shut: tuple[str, ...] = ()

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
    lay_at, day = inbox_of(before, out), _day(asked["as_of"])
    source = inbox or lay_at
    on_that_day = replace(means, shelf=NO_SHELF, today=_day(asked["today"]))
    with TemporaryDirectory() as place:
        moved = lay_at if source.resolve() != lay_at else None
        stand_in = _stand_in(source, before["inbox"], Path(place, "as before")) if moved else None
        read_at, seen_from = stand_in or (source, out)
        products = Products.named(asked["products"])
        again = _made_again(read_at, Path(place, "again"), seen_from, day, products, on_that_day)
    shut = _in_order(_opened_by_password(before) - _opened_by_password(again))
    return replace(_compared(source, out, before, again), lay_at=moved, as_there=stand_in is not None, shut=shut)


def _stand_in(inbox: Path, way: str, place: Path) -> tuple[Path, Path] | None:
    """Return places for INBOX and OUT from which the way to INBOX is as it was, the former a link to where it lies now; None
    where there can be none: on another drive, or where the system makes no links.
    """
    out = place.joinpath(*("of",) * way.count(".."), "out")
    stand_in = Path(os.path.normpath(out / way))
    if not stand_in.is_relative_to(place):
        return None
    try:
        stand_in.parent.mkdir(parents=True, exist_ok=True)
        stand_in.symlink_to(inbox.resolve(), target_is_directory=True)
    except OSError:
        return None
    return stand_in, out


def _made_again(inbox: Path, place: Path, out: Path, as_of: date | None, products: Products, means: Means) -> Recorded:
    """What run.json says of a run made elsewhere, its links as from OUT."""
    place.mkdir()
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
        same=_in_order(written.keys() - edited - gone - otherwise),
        edited=_in_order(edited),
        gone=_in_order(gone),
        otherwise=_in_order(otherwise),
        entries=_in_order(entries),
        inputs=_in_order(inputs),
    )


def _opened_by_password(run: Recorded) -> set[str]:
    """The files that a run opened with a password that it was told."""
    remarks = (entry for entry in run["findings"] if entry["code"] == Code.UNLOCKED.code)
    return {entry["file"] for entry in remarks if entry["given"] == BY_TOLD}


def _digests(files: Iterable[Recorded]) -> Digests:
    return {entry["file"]: entry["sha256"] for entry in files}


def _differing(before: Digests, now: Digests) -> set[str]:
    return {file for file in before.keys() | now.keys() if before.get(file) != now.get(file)}


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
