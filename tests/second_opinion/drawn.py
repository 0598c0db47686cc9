"""Communes drawn from seeds, and a run of the program on each: the one file here that knows the program from inside."""

from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
from learnsoc_xlsx.pipeline.settings.products import Products
from learnsoc_xlsx.stages.write.run_json.record import record
from tests.made_up.drawn.commune import drawn_commune
from tests.made_up.drawn.folder import lay_drawn
from tests.runs import ON_ONE, run_of
from tests.second_opinion.comparing.differences import Compared
from tests.second_opinion.opinion import Opinion, compared_with, opinion

SAMPLE, SAMPLE_DAY = Path("input_templates/sample"), date(2026, 12, 5)
WORKBOOKS_ALONE = Products(replies=False, papers=False)


def second_opinion_on(seed: int, folder: Path, *, workbooks: bool = True) -> tuple[Opinion, Compared]:
    """Lay the commune of a seed under `folder`, run the program on it, and compare: run.json, and the workbooks if asked."""
    inbox, out, commune = folder / "inbox", folder / "out", drawn_commune(seed)
    inbox.mkdir(parents=True)
    lay_drawn(inbox, commune)
    if workbooks:
        consolidate(inbox, out, commune.as_of, WORKBOOKS_ALONE, ON_ONE)
    else:
        out.mkdir()
        record(run_of(inbox, commune.as_of), {}, {}, out / "run.json", out)
    own = opinion(inbox, commune.as_of)
    return own, compared_with(own, out)


def second_opinion_on_the_sample(folder: Path) -> tuple[Opinion, Compared]:
    """Run the program on the sample commune, all its years, phases and rounds, and compare."""
    consolidate(SAMPLE, folder, SAMPLE_DAY, WORKBOOKS_ALONE, ON_ONE)
    own = opinion(SAMPLE, SAMPLE_DAY)
    return own, compared_with(own, folder)


def told_of(seed: int) -> tuple[Counter[str], Compared]:
    """What occurred in the commune of a seed, and how the run of it compares: here, where another process finds it."""
    with TemporaryDirectory() as folder:
        own, compared = second_opinion_on(seed, Path(folder))
    return own.occurred, compared
