"""Shown: what the command shows of a run; where nothing changed since one ended, no run is begun."""

from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from learnsoc_xlsx.pipeline.keeping.finished import Finished, lay_away, still_there
from learnsoc_xlsx.pipeline.keeping.keys import bytes_at, key_of
from learnsoc_xlsx.pipeline.keeping.shelf import Shelf
from learnsoc_xlsx.pipeline.settings.apart import refuse_within
from learnsoc_xlsx.pipeline.settings.products import Products
from learnsoc_xlsx.stages.receive.unpack.folder import lying_in
from learnsoc_xlsx.stages.write.moving.whole import tidy

if TYPE_CHECKING:
    from learnsoc_xlsx.model.run import Run
    from learnsoc_xlsx.stages.write.write import Written

Made: TypeAlias = "tuple[Run, Written]"
"""What was found out and what was written."""


@dataclass(frozen=True)
class Shown:
    """The lines that a run shows, and whether there are errors in the returns."""

    lines: tuple[str, ...]
    has_errors: bool


def shown(
    inbox: Path, out: Path, as_of: date | None, products: Products, shelf: Shelf, anew: Callable[[], Made]
) -> Shown:
    """Return what is shown of a run that ended, where its files and its results lie as they did then; else of one that is
    made `anew`: what making it takes is loaded when it is called, and no sooner. Raises Refusal where OUT lies within INBOX.
    """
    refuse_within(out, inbox)
    tidy(out)
    key = _key(inbox, out, as_of, products) if shelf.keeps else ""
    done = still_there(shelf, key, out)
    if done is not None:
        return Shown(done.lines, done.has_errors)
    run, written = anew()
    if key and _lasts(run, written) and key == _key(inbox, out, as_of, products):
        _lay_away(shelf, key, run, written, out, products)
    shelf.tidy()
    return Shown(tuple(_lines(run, written, products)), run.has_errors)


def _key(inbox: Path, out: Path, as_of: date | None, products: Products) -> str:
    """The key of a whole run: all that lies in INBOX, where it lies and where the results go, what is asked for, the day.

    Nothing where a file is not handed over.
    """
    files = [(name, path, bytes_at(path)) for name, path in lying_in(inbox).items()]
    places = (inbox, inbox.absolute(), out, out.absolute())
    asked = (as_of, as_of or date.today(), *astuple(products))
    return key_of("run", files, places, asked) if all(digest for *_, digest in files) else ""


def _lasts(run: "Run", written: "Written") -> bool:
    """Whether another run would come to the same and write the same."""
    from learnsoc_xlsx.pipeline.steps.intake import lasts

    return lasts(run.findings, run.submissions) and not written.kept


def _lay_away(shelf: Shelf, key: str, run: "Run", written: "Written", out: Path, products: Products) -> None:
    """Keep what the next run would show and leave where nothing changes until then; nothing where another run has written
    there meanwhile.
    """
    from learnsoc_xlsx.stages.write.run_json.last_outputs import LastOutputs
    from learnsoc_xlsx.stages.write.run_json.last_run import RECORD
    from learnsoc_xlsx.stages.write.write import unchanged

    left = dict(LastOutputs(out / RECORD))
    if left.get(RECORD) != written.record:
        return
    if written.latest:
        left[written.latest.relative_to(out).as_posix()] = bytes_at(written.latest)
    lines = tuple(_lines(run, unchanged(run, written), products))
    lay_away(shelf, key, Finished(lines, run.has_errors, left))


def _lines(run: "Run", written: "Written", products: Products) -> Iterator[str]:
    from learnsoc_xlsx.pipeline.screen.consolidated import summary, unpublished

    yield from summary(run, written)
    yield from unpublished(run) if products.public else ()
