"""A decision that comes into force changes no earlier year: not what is written, not a figure, not a verdict, not the law in words."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from unittest.mock import patch

import pytest

from learnsoc_xlsx.catalogue.law import DECISIONS, Law
from learnsoc_xlsx.catalogue.reading.faults import DecisionError
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.law.kinds import Span, Subject
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.register import LocalChoice, Threshold
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
from learnsoc_xlsx.pipeline.commands.law import law_in_words
from learnsoc_xlsx.pipeline.settings.products import Products
from learnsoc_xlsx.pipeline.steps import register
from learnsoc_xlsx.pipeline.terms import in_force
from tests.law.later import FILE, decision
from tests.made_up.district import Commune, lay_commune
from tests.made_up.senders import Sender
from tests.runs import ON_ONE, run_of

COMMUNE = Commune("X01", "Xã An Bình", (Sender("A1", "village", "Thôn 1", 6),))
YEARS = (2024, 2025)
LAST, DAY = YEARS[-1], date(2028, 12, 31)
BARE = Products(replies=False, papers=False)
SHIPPED = in_force.law()


@contextmanager
def under(law: Law) -> Iterator[None]:
    """Have the program know another law than the one that is shipped."""
    kept = (in_force.law, in_force.form_of, register.known_ids)
    for one in kept:
        one.cache_clear()
    try:
        with patch.object(Law, "load", staticmethod(lambda: law)):
            yield
    finally:
        for one in kept:
            one.cache_clear()


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Law:
    """The law with the decision of 2028."""
    folder = tmp_path_factory.mktemp("luat") / "decisions"
    shutil.copytree(str(DECISIONS), folder)
    (folder / FILE).write_text(decision(), encoding="utf-8")
    return Law.load(folder)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a village of a made-up commune reported for the years of the first phase."""
    folder = tmp_path_factory.mktemp("xa") / "nhan"
    folder.mkdir()
    lay_commune(folder, COMMUNE, years=YEARS)
    return folder


@pytest.fixture(scope="module")
def whole(inbox: Path) -> Run:
    """What it comes to in 2028 under the law as shipped."""
    return run_of(inbox, DAY)


@dataclass(frozen=True)
class OfYears:
    """What a run came to for some years: the figures, the verdicts, the findings of each return.

    Where else somebody is proposed is left out: that is of the round of a later year.
    """

    figures: tuple[object, ...]
    verdicts: tuple[object, ...]
    findings: tuple[object, ...]


def of_years(run: Run, last: int) -> OfYears:
    periods = {str(year) for year in range(2024, last + 1)}
    rounds = {one.id for one in run.rounds if one.named_after <= last}
    files = {sent.number for sent in run.submissions if sent.unit and sent.year <= last}
    return OfYears(
        tuple(figure for figure in run.figures if figure.period in periods),
        tuple(replace(verdict, also=()) for verdict in run.verdicts if verdict.round in rounds),
        tuple(finding for finding in run.findings if finding.submission in files),
    )


def digests(out: Path) -> dict[str, str]:
    """Every file under a folder, by its path, with the hash of its bytes."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def states_of(law: Law, year: int) -> tuple[object, ...]:
    """All that a year is reckoned from: what governs it, and the money and the texts of each of its months."""
    months = [date(year, month, 1) for month in range(1, 13)]
    kinds = {kind for one in SHIPPED.decisions for deadline in one.deadlines for kind in deadline.unit_kinds}
    bases = {basis.id for one in SHIPPED.decisions for basis in one.bases}
    return (
        law.titles_in(year), [replace(one, blockers=(), ended=None) for one in law.awards_in(year)],
        [(one.id, [(at.of, law.cited([at.basis], day, span)) for at in one.blockers for day in months for span in Span])
         for one in law.awards_in(year)],
        law.rounds_in(year), law.choices_in(year), law.jumps_in(year), law.phases_in(year),
        [law.deadline_in(year, kind) for kind in sorted(kinds)], law.open_numbers(year),
        [law.bonus(subject, day) for subject in Subject for day in months],
        [law.cited(sorted(bases), day, span) for day in months for span in Span],
    )  # fmt: skip


def words(year: int, inbox: Path | None = None) -> str:
    return law_in_words(inbox, year, "json") + law_in_words(inbox, year, "text")


# A decision of 2028


def test_until_its_year_every_output_is_the_same_to_the_byte(tmp_path: Path, later: Law) -> None:
    inbox = tmp_path / "nhan"
    inbox.mkdir()
    lay_commune(inbox, COMMUNE, years=[LAST])
    consolidate(inbox, tmp_path / "without", date(LAST, 12, 31), BARE, ON_ONE)
    with under(later):
        consolidate(inbox, tmp_path / "with", date(LAST, 12, 31), BARE, ON_ONE)

    without, having = digests(tmp_path / "without"), digests(tmp_path / "with")
    assert "run.json" in without
    assert [file for file in without if without[file] != having.get(file)] == []
    assert having.keys() == without.keys()


def test_after_its_year_the_years_before_are_as_they_were(inbox: Path, whole: Run, later: Law) -> None:
    with under(later):
        having = of_years(run_of(inbox, DAY), LAST)

    assert having == of_years(whole, LAST)
    assert having.verdicts
    assert having.figures


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_the_law_in_words_of_the_years_before_is_the_same_to_the_byte(year: int, later: Law) -> None:
    before = words(year)
    with under(later):
        assert words(year) == before


def test_its_own_year_goes_by_it(later: Law) -> None:
    before = words(2028)
    with under(later):
        after = words(2028)

    assert before != after
    for changed in ("Quyết định giả định 2028", "Giai đoạn 2 kéo dài", "Công dân tiêu biểu", "15/11/2028", "Tiêu chí mới",
                    "9.000.000 đồng", "500.000 đồng", "quá một nửa"):  # fmt: skip
        assert changed in after


def test_a_number_that_it_retires_still_counts_in_the_years_before(later: Law) -> None:
    row = Threshold("award.village.initiatives", Fraction(2), None, None)

    in_2027, quiet = later.with_thresholds([row], 2027)
    _, spoken = later.with_thresholds([row], 2028)

    assert quiet == ()
    assert next(one for one in in_2027.open_numbers(2027) if one.key == row.key).value == 2
    assert [finding.code for finding in spoken] == [Code.KEY_RETIRED]


def test_a_choice_that_it_words_otherwise_still_counts_in_the_years_before(later: Law) -> None:
    row = LocalChoice("phase.title", "ít nhất 2 năm", None, None, "Họp", Place("danh ba.xlsx", "Lựa chọn", "B7"))

    in_2026, quiet = later.with_choices([row], [2026])
    _, spoken = later.with_choices([row], [2026, 2027, 2028])

    assert quiet == ()
    assert in_2026.choices_in(2026)["phase.title"].shown == "ít nhất 2 năm"
    assert [finding.code for finding in spoken] == [Code.UNKNOWN_OPTION]


# Each decision that is shipped


@pytest.mark.parametrize("text", SHIPPED.decisions, ids=lambda text: text.id)
def test_no_shipped_decision_says_anything_of_a_year_before_it(text: object) -> None:
    without = Law.of(one for one in SHIPPED.decisions if one is not text)
    in_force_since = next(one.in_force for one in SHIPPED.decisions if one is text)
    before = {year: words(year) for year in range(2024, min(in_force_since, 2031))}

    with under(without):
        assert {year: words(year) for year in before} == before
    for year in before:
        assert states_of(without, year) == states_of(SHIPPED, year)


def test_a_year_is_reckoned_as_without_the_decisions_that_came_into_force_after_it(inbox: Path) -> None:
    since = run_of(inbox, date(2024, 12, 31))

    with under(Law.of(one for one in SHIPPED.decisions if one.in_force <= 2024)):
        then = run_of(inbox, date(2024, 12, 31))

    assert of_years(then, 2024) == of_years(since, 2024)
    assert of_years(then, 2024).verdicts
    assert (then.texts, then.targets, then.phases) == (since.texts, since.targets, since.phases)


# What a decision may not say


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("since = 2028-02-10\nrate", "since = 2027-12-31\nrate", "bonuses “individual” › since: trước năm 2028"),
        ("since = 2028-02-10\nto", "since = 2027-12-31\nto", "roundings “500000” › since: trước năm 2028"),
        ("since = 2028-02-10\nsource = \"Kế hoạch", "since = 2027-12-31\nsource = \"Kế hoạch", "bases “movement” › since: trước năm 2028"),
        ("last = 2032", "last = 2027", "phases “phase-2” › last: giai đoạn đã qua trước năm 2028"),
    ],
)  # fmt: skip
def test_a_decision_that_speaks_of_days_before_it_is_refused(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    folder = tmp_path / "decisions"
    shutil.copytree(str(DECISIONS), folder)
    (folder / FILE).write_text(decision().replace(right, wrong, 1), encoding="utf-8")

    with pytest.raises(DecisionError, match=said):
        Law.load(folder)
