"""A trial: a commune lives through a year, everything that goes out to its units is written, and all of it is searched."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.start import letters_again
from learnsoc_xlsx.pipeline.commands.templates import of_units
from tests.letters.commune import DAY, YEAR, lay
from tests.letters.search import Foreign, by_name, foreign_words
from tests.runs import letters_into

SAMPLE, CLOSING = Path("input_templates/sample"), date(YEAR, 12, 5)


def lived(place: Path, seed: int, units: int = 6) -> tuple[Run, list[tuple[str, Path]]]:
    """Return what a commune comes to that lives in a fresh `place`, and all that goes out of it, each with the unit it goes to."""
    inbox, out = place / "in", place / "out"
    senders = lay(inbox, seed, units)
    run = letters_into(inbox, out, DAY)
    forms = list(of_units(YEAR + 1, out / "mau_bieu", inbox))
    list(letters_again(inbox, YEAR + 1, forms, DAY))
    return run, by_name(sorted(path for path in out.rglob("*") if path.is_file()), [sender.id for sender in senders])


def tried(place: Path, seed: int) -> tuple[list[Path], list[Foreign]]:
    """Return all that goes out of the commune of a seed, and what in it belongs to another unit than it goes to."""
    run, documents = lived(place, seed)
    return [path for _, path in documents], foreign_words(run, documents)


def of_the_sample(out: Path) -> tuple[list[Path], list[Foreign]]:
    """The same of the answers to the sample commune, written to a fresh folder."""
    run = letters_into(SAMPLE, out, CLOSING)
    documents = sorted(path for path in out.rglob("*") if path.is_file())
    return documents, foreign_words(run, by_name(documents, [unit.id for unit in run.register.units]))


def all_tried(place: Path, communes: int, seed: int) -> Iterator[tuple[int, list[Path], list[Foreign]]]:
    """Yield the trial of one commune after another; each goes when it has been searched."""
    for number in range(seed, seed + communes):
        folder = place / str(number)
        yield number, *tried(folder, number)
        shutil.rmtree(folder)
