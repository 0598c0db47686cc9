"""A run as tests ask for it: the whole of it with its workbooks, its letters alone, or only what it comes to."""

from datetime import date
from pathlib import Path

from learnsoc_xlsx.catalogue.papers.papers import PAPERS, SERIES
from learnsoc_xlsx.engine import Engine, Runner
from learnsoc_xlsx.model.returns.passwords import NO_PASSWORDS, Passwords
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.consolidate import added_up, consolidate, returns, weighed
from learnsoc_xlsx.pipeline.settings.means import Means
from learnsoc_xlsx.pipeline.settings.own_letters import wording_of
from learnsoc_xlsx.pipeline.settings.own_papers import templates_of
from learnsoc_xlsx.pipeline.settings.products import Products
from learnsoc_xlsx.pipeline.steps.intake import tasks_of
from learnsoc_xlsx.stages.reply.addressees import answers
from learnsoc_xlsx.stages.reply.reply import replies
from learnsoc_xlsx.stages.write.papers.papers import papers

WITHOUT_PAPERS = Products(papers=False)
ON_ONE = Means(Engine(Runner.SERIAL))


def run_of(inbox: Path, as_of: date | None, passwords: Passwords = NO_PASSWORDS) -> Run:
    """Return what a folder comes to, all that `consolidate` would write, unwritten. Raises Refusal."""
    found = returns(inbox, tasks_of(inbox, passwords), as_of, map, Means(passwords=passwords))
    return weighed(added_up(inbox, found), found)


def letters_into(inbox: Path, out: Path, as_of: date | None) -> Run:
    """Return what a folder comes to, having written the letters to its senders, and nothing else, under `out`. Raises Refusal."""
    received = returns(inbox, tasks_of(inbox), as_of, map)
    run = weighed(added_up(inbox, received), received)
    letters = answers(run, received.terms.calendar.last_day)
    for _ in replies(run, received.batch.tables, letters, wording_of(inbox), out, map):
        pass
    return run


def papers_into(inbox: Path, out: Path, as_of: date | None, *, public: bool = False) -> Run:
    """Return what a folder comes to, having written its papers, and nothing else, under `out`. Raises Refusal."""
    run = run_of(inbox, as_of)
    for _ in papers(run, PAPERS, SERIES, templates_of(inbox), out, map, public=public):
        pass
    return run


def run_into(inbox: Path, out: Path, as_of: date | None, kind: Runner = Runner.SERIAL) -> Run:
    """Consolidate a folder, with its letters and without papers, on one processor or on two, and return the run."""
    return consolidate(inbox, out, as_of, WITHOUT_PAPERS, Means(Engine(kind, 2)))[0]
