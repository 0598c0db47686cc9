"""Registers of every kind laid into one folder: one of them holds, or a sentence says why none does; never a traceback."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.returns.submissions import Mail
from learnsoc_xlsx.pipeline.steps.batch import Batch
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.pipeline.steps.register import enrolled
from learnsoc_xlsx.pipeline.terms.terms import Terms, terms_of
from learnsoc_xlsx.stages.receive.unpack.unpack import Item
from tests.registers import COMMUNE, EAST, PROFILE, WEST, laid

DAY = date(2026, 12, 5)
LISTS = ("settings", "targets", "thresholds", "quotas", "deadlines", "picks", "waivers")
KINDS: Mapping[str, Mapping[str, Any]] = {
    "good": {},
    "an unknown parent": {"units": [COMMUNE, EAST, WEST | {"parent": "X9"}]},
    "an unknown successor": {"units": [COMMUNE, EAST, WEST | {"successor": "A7; A8"}]},
    "a limit in words": {"quotas": [{"award": "household", "round": "annual", "limit": "tám"}]},
    "no profile": {"profile": []},
    "no units": {"units": []},
    "no commune": {"units": [EAST, WEST]},
    "two communes": {
        "profile": [PROFILE, PROFILE | {"unit": "X2", "since": "1/1/2026"}],
        "units": [COMMUNE, COMMUNE | {"id": "X2", "name": "Xã Hai"}, EAST, WEST | {"parent": "X2"}],
    },
    "a circle of parents": {"units": [COMMUNE | {"parent": "A1"}, EAST, WEST]},
    "its own parent": {"units": [COMMUNE | {"parent": "X1"}, EAST | {"parent": "A1"}, WEST]},
    "a circle of successors": {"units": [COMMUNE, EAST | {"successor": "A2"}, WEST | {"successor": "A1"}]},
    "everything twice": {"profile": [PROFILE, PROFILE], "units": [COMMUNE, EAST, WEST, COMMUNE, EAST, WEST]},
    "every list wrong": {
        "settings": [{"closing_date": "hôm nào đó", "reports_since": "năm kia"}],
        "units": [COMMUNE, EAST, WEST, {"id": "A5"}],
        "targets": [{"indicator": "households_share", "year": 2026, "at_least": 0.7}, {"indicator": "không có"}],
        "thresholds": [{"key": "không.có", "value": 3}, {"key": "bonus.2024.household", "value": "nhiều"}],
        "deadlines": [
            {"unit_kind": "village", "month": 13, "day": 40},
            {"unit_kind": "village", "year": 2026, "last_day": "29/11/1926"},
            {"unit_kind": "village", "last_day": "29/11/2026"},
            {"unit_kind": "village", "last_day": "20/11/2026"},
        ],
        "waivers": [{"code": "Z99", "unit": "A9", "reason": "đã hỏi", "by": "Bà Mẫu"}],
        "picks": [{"file": "không có.xlsx", "unit": "A9", "year": 2026, "reason": "đã hỏi", "by": "Bà Mẫu"}],
    },
    "no lists": {"without": LISTS},
    "no units' sheet": {"without": ("units",)},
}
WHICH = [(kind, year) for kind in KINDS for year in (2025, 2026)]
MAIL = Mail("la@khac.invalid", datetime(2026, 11, 20, tzinfo=UTC))


@cache
def taken_in(kind: str, year: int) -> Batch:
    """One such register as it came in, under a number of its own."""
    with TemporaryDirectory() as folder:
        name = f"{kind} {year}.xlsx"
        path = laid(Path(folder), name, year, **KINDS[kind])
        return intake(Task(((WHICH.index((kind, year)), Item(name, path)),)))


def by_mail(batch: Batch) -> Batch:
    return replace(batch, submissions=tuple(replace(sent, mail=MAIL) for sent in batch.submissions))


def stood_under(*batches: Batch) -> Terms:
    """The terms of a run over a folder of these registers. Raises Refusal."""
    return terms_of(enrolled(Batch.of(batches))[0], DAY)


def held(*batches: Batch) -> str:
    """The register that holds, or the first words of the sentence that says why none does."""
    try:
        return stood_under(*batches).register.file
    except Refusal as refusal:
        sentence = str(refusal)
        return next((words for words in ("Danh bạ", "Chưa có", "Có") if sentence.startswith(words)), sentence)


@pytest.mark.parametrize("kind", KINDS)
def test_a_register_of_any_kind_holds_or_is_refused_in_a_sentence(kind: str) -> None:
    for beside in ((), (taken_in("good", 2025),), (by_mail(taken_in("good", 2025)),)):
        assert held(*beside, taken_in(kind, 2026)) in (f"{kind} 2026.xlsx", "Danh bạ")


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(WHICH), st.booleans()), min_size=2, max_size=3, unique_by=lambda one: one[0]))
def test_no_combination_of_registers_ends_in_a_traceback(chosen: list[tuple[tuple[str, int], bool]]) -> None:
    batches = [by_mail(taken_in(*one)) if mailed else taken_in(*one) for one, mailed in chosen]
    own = {f"{kind} {year}.xlsx" for (kind, year), mailed in chosen if not mailed}

    assert held(*batches) in {*own, "Danh bạ", "Chưa có", "Có"}


def test_what_the_older_register_could_not_be_read_of_is_no_matter_of_the_newer() -> None:
    older = taken_in("a limit in words", 2025)

    assert stood_under(older, taken_in("good", 2026)).register.unread == frozenset()
    assert len(stood_under(taken_in("a limit in words", 2026)).register.unread) == 1


def test_what_is_wrong_with_an_unknown_parent_is_said_once_at_its_cell_of_the_register_that_holds() -> None:
    _, batch = enrolled(Batch.of([taken_in("good", 2025), taken_in("an unknown parent", 2026)]))

    told = [finding for finding in batch.findings if finding.code.code == "D03"]
    assert [str(finding.place) for finding in told] == ["an unknown parent 2026.xlsx › Đơn vị › E9"]
