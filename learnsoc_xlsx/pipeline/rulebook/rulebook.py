"""The rulebook of a year: every rule that can touch it, under the commune's own numbers and choices where there is a register."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from learnsoc_xlsx.catalogue.law import Law
from learnsoc_xlsx.model.findings.finding import Finding
from learnsoc_xlsx.pipeline.rulebook.awards import awards
from learnsoc_xlsx.pipeline.rulebook.chapter import Chapter, Rulebook
from learnsoc_xlsx.pipeline.rulebook.money import money
from learnsoc_xlsx.pipeline.rulebook.own_word import OwnWord
from learnsoc_xlsx.pipeline.rulebook.rounds import of_year, rounds
from learnsoc_xlsx.pipeline.rulebook.texts import bases, decisions, reporting
from learnsoc_xlsx.pipeline.rulebook.titles import titles
from learnsoc_xlsx.pipeline.terms.terms import Terms
from learnsoc_xlsx.vietnamese.counting.roman import roman


def rulebook(year: int, law: Law, terms: Terms | None, faults: Iterable[Finding] = ()) -> Rulebook:
    """Return the rules of a year of the movement: of the law as it stands, or (with `terms`) as a commune goes by it, with what
    is wrong in its register: `faults`, and what the law does not know.
    """
    own, local = OwnWord(terms, year), terms.local[year] if terms else law
    chapters = (
        rounds(local, own, year),
        awards(local, own, year),
        titles(local, own, year),
        money(local, own, year),
        bases(local, year),
        reporting(local, own, year),
    )
    numbered = (_numbered(at, chapter) for at, chapter in enumerate((decisions(local, year, chapters), *chapters), 1))
    plans = tuple(dict.fromkeys(one.decision.name for one, _ in of_year(local, year)))
    if terms is None:
        return Rulebook(year, "", "", tuple(numbered), plans)
    profile = terms.register.profile_on(date(year, 12, 31))
    unused = tuple(f"{finding.place}: {finding.message}" for finding in (*faults, *terms.findings))
    return Rulebook(year, profile.issuer, terms.register.file, tuple(numbered), plans, unused)


def _numbered(at: int, chapter: Chapter) -> Chapter:
    parts = tuple(
        replace(part, heading=f"{at}.{number}. {part.heading}") for number, part in enumerate(_filled(chapter), 1)
    )
    return replace(chapter, heading=f"{roman(at)}. {chapter.heading}", parts=parts)


def _filled(chapter: Chapter) -> list[Chapter]:
    """The parts that say something."""
    return [part for part in chapter.parts if any(True for _ in part.every_rule())]
