"""What the program writes, as files to be looked at: a whole run, all templates, and each marked workbook with what it was made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.pipeline.commands.consolidate import added_up, returns, weighed
from learnsoc_xlsx.pipeline.settings.own_letters import wording_of
from learnsoc_xlsx.pipeline.steps.intake import tasks_of
from learnsoc_xlsx.stages.reply.addressees import answers
from learnsoc_xlsx.stages.reply.mark.mark import marked
from learnsoc_xlsx.stages.reply.mark.review import Heading
from learnsoc_xlsx.stages.reply.reply import Bench, replies
from tests.commands import learnsoc

KINDS = (".xlsx", ".docx")


@dataclass(frozen=True)
class Marking:
    """Marks workbooks as the program does, and keeps each beside what it was made of, in a folder."""

    folder: Path

    def __call__(self, data: bytes, findings: tuple[Finding, ...], heading: Heading) -> bytes:
        number = len(list(self.folder.iterdir())) // 2
        made = marked(data, findings, heading)
        for name, book in (("before", data), ("after", made)):
            (self.folder / f"{number:03} {name}.xlsx").write_bytes(book)
        return made


def files(folder: Path) -> list[Path]:
    """Return the workbooks and papers under a folder."""
    return [path for path in sorted(folder.rglob("*")) if path.suffix in KINDS]


def all_of(inbox: Path, year: int, as_of: date, folder: Path) -> list[Path]:
    """Write what the program writes of a folder of returns, all papers and all templates of a year, but no letters."""
    asked = ("--no-replies", "--public", "--as-of", as_of.isoformat(), "--out", str(folder / "output"))
    for words in (
        ("consolidate", str(inbox), *asked),
        ("templates", "--year", str(year), str(inbox), "--out", str(folder / "mau_bieu")),
    ):
        ended = learnsoc(*words)
        assert ended.returncode == 0, ended.stderr
    return files(folder)


def marked_beside(inbox: Path, as_of: date, folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each workbook to be marked and the marked one, having written the letters of a run under `folder`."""
    received = returns(inbox, tasks_of(inbox), as_of, map)
    run = weighed(added_up(inbox, received), received)
    kept = folder / "kept"
    kept.mkdir(parents=True)
    letters = answers(run, received.terms.calendar.last_day)
    list(replies(run, received.batch.tables, letters, wording_of(inbox), folder, map, Bench(mark=Marking(kept))))
    yield from zip(sorted(kept.glob("* before.xlsx")), sorted(kept.glob("* after.xlsx")), strict=True)
