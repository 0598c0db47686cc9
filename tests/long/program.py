"""The program on a day of the seven years: what the clock says, which revision of the forms is issued, which law is known."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.catalogue.forms import FORMS
from learnsoc_xlsx.catalogue.law import DECISIONS, Law
from learnsoc_xlsx.model.form.form import Form
from learnsoc_xlsx.pipeline.terms import in_force
from tests.commands import Ended, learnsoc
from tests.long.plan import COMES_INTO_FORCE, ISSUED

AS_SHIPPED = Law.load
"""How the law is read, before anything here changes it."""


@dataclass(frozen=True)
class Program:
    """The program as it is in a year: it knows the decisions that have come into force by then, and issues its forms so.

    `law` is a folder of decisions. What is kept of earlier runs lies in `cache`: a program that knows other decisions is another.
    """

    law: Path
    year: int
    cache: Path

    def run(self, folder: Path, day: date, *words: str) -> Ended:
        """Give a command in a folder on a day. Raises RuntimeError where it ends in anything but success."""
        with self.as_of(day):
            ended = learnsoc(*words, folder=folder)
        if ended.returncode:
            raise RuntimeError(f"{day} learnsoc {' '.join(words)}: {ended.returncode}\n{ended.stdout}\n{ended.stderr}")
        return ended

    @contextmanager
    def as_of(self, day: date) -> Iterator[None]:
        """Have it be a day, with the law and the forms of the year in force."""
        in_force.law.cache_clear()
        in_force.form_of.cache_clear()
        with ExitStack() as stack:
            stack.enter_context(patch("learnsoc_xlsx.pipeline.terms.terms.date", _clock(day)))
            stack.enter_context(patch("learnsoc_xlsx.pipeline.screen.shown.date", _clock(day)))
            stack.enter_context(patch.object(Law, "load", staticmethod(lambda: _law_in(self.law))))
            stack.enter_context(patch("learnsoc_xlsx.pipeline.commands.templates.forms_in", _issued))
            stack.enter_context(patch.dict(os.environ, {"LEARNSOC_CACHE": str(self.cache)}))
            yield
        in_force.law.cache_clear()
        in_force.form_of.cache_clear()

    def form(self, form_id: str, year: int) -> Form:
        """Return the form of a year in the revision in which it was issued that year."""
        return form_in(form_id, year, _law_in(self.law), revision_in(form_id, year))


def programs(folder: Path) -> Iterator[Program]:
    """Yield the program of each year, the law of each in a folder of its own under `folder`."""
    for year in sorted(ISSUED):
        law = folder / str(year)
        shutil.copytree(str(DECISIONS), law)
        in_force_by_then = [(name, text) for name, since, text in COMES_INTO_FORCE if since <= year]
        for name, text in in_force_by_then:
            (law / name).write_text(text, encoding="utf-8")
        yield Program(law, year, folder / f"bo_dem_{len(in_force_by_then)}")


def revision_in(form_id: str, year: int) -> int:
    """Return the revision in which a form was issued in a year: of one that has had fewer its newest."""
    newest = next(form.revision for form in FORMS if form.id == form_id)
    return min(newest, ISSUED[year] or newest)


@cache
def _law_in(folder: Path) -> Law:
    return AS_SHIPPED(folder)


def _issued(year: int, law: Law) -> tuple[Form, ...]:
    return tuple(form_in(form.id, year, law, revision_in(form.id, year)) for form in FORMS)


def _clock(day: date) -> type[date]:
    class Clock(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return day

    return Clock
