"""A decision of 2026 states the award of villages anew: what it leaves out must not be lost in silence."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from learnsoc_xlsx.catalogue.law import DECISIONS, Law
from learnsoc_xlsx.catalogue.reading.faults import DecisionError

PLAN, MODELS = "2024-ke-hoach-55.toml", "2022-khvn-mo-hinh.toml"
HEAD = """\
id = "moi"
name = "Quyết định mới"
issuer = "Ủy ban nhân dân xã"
issued = 2026-01-15
in_force = {year}
verified = true
source = "Quyết định mới"

"""
Restate = Callable[..., Law]


@pytest.fixture
def restate(tmp_path: Path) -> Restate:
    """Load the law with one more decision: a table as an older file states it, with one text in it written otherwise."""

    def load(file: str, table: str, name: str, right: str, wrong: str, year: int = 2026) -> Law:
        shutil.copytree(str(DECISIONS), tmp_path / "decisions")
        tables = (DECISIONS / file).read_text(encoding="utf-8").split(f"[[{table}]]\n")
        old = next(text for text in tables if text.startswith(f'id = "{name}"'))
        assert right in old
        new = HEAD.format(year=year) + f"[[{table}]]\n" + old.replace(right, wrong, 1)
        (tmp_path / "decisions" / "2026-moi.toml").write_text(new, encoding="utf-8")
        return Law.load(tmp_path / "decisions")

    return load


def _without(table: str, first: str) -> str:
    """One table of an award of villages, as the plan states it."""
    plan = (DECISIONS / PLAN).read_text(encoding="utf-8")
    start = plan.index(f"[[awards.{table}]]\n{first}", plan.index('id = "village"'))
    return plan[start : plan.index("\n[[", start) + 1]


TITLE = _without("conditions", 'id = "village.title"')
PENDING = _without("blockers", 'of = "pending"')
ENDED = 'ended = { of = "dissolved", basis = "dissolved", label = "Còn hoạt động vào ngày quyết định" }\n'


def test_an_award_stated_again_whole_is_taken(restate: Restate) -> None:
    law = restate(PLAN, "awards", "village", "III.1.2.c", "III.1.2")

    village = next(award for award in law.awards_in(2026) if award.id == "village")
    assert village.conditions[0].article == "III.1.2"
    assert next(award for award in law.awards_in(2025) if award.id == "village").conditions[0].article == "III.1.2.c"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(TITLE, "village.title", id="a hard condition"),
        pytest.param(PENDING, "pending", id="what holds a candidate back"),
        pytest.param(ENDED, "ended", id="that the unit is no more"),
    ],
)
def test_an_award_stated_again_without_a_part_is_refused_until_it_says_so(
    restate: Restate, tmp_path: Path, text: str, name: str
) -> None:
    with pytest.raises(DecisionError) as fault:
        restate(PLAN, "awards", "village", text, "")

    assert str(fault.value) == (
        "Chương trình khai báo sai ở 2026-moi.toml › awards “village” › drops: "
        f"mục này nêu lại cả mục cùng tên của 2024-ke-hoach-55.toml mà thiếu “{name}”; "
        "hãy nêu lại, hoặc ghi tên đó vào khóa này nếu văn bản mới thật sự bỏ. Hãy báo người giữ chương trình."
    )

    new = tmp_path / "decisions" / "2026-moi.toml"
    said = new.read_text(encoding="utf-8").replace("group = 2\n", f'group = 2\ndrops = ["{name}"]\n')
    new.write_text(said, encoding="utf-8")
    assert Law.load(tmp_path / "decisions")


def test_a_title_stated_again_without_a_criterion_is_refused(restate: Restate) -> None:
    lines = (DECISIONS / MODELS).read_text(encoding="utf-8").splitlines(keepends=True)
    criterion = next(line for line in lines if '"cdhtthon_clans"' in line)

    with pytest.raises(DecisionError, match=r"titles “learning_village” › drops: .* mà thiếu “cdhtthon_clans”"):
        restate(MODELS, "titles", "learning_village", criterion, "")


def test_what_has_run_out_by_then_is_not_restated(restate: Restate) -> None:
    law = restate(PLAN, "awards", "village", TITLE, "", year=2031)

    assert "village" in {award.id for award in law.awards_in(2031)}


def test_dropping_what_was_never_there_is_refused(restate: Restate) -> None:
    with pytest.raises(DecisionError, match=r"drops: “village.titel” không có .*, gần giống “village.title”"):
        restate(PLAN, "awards", "village", "group = 2\n", 'group = 2\ndrops = ["village.titel"]\n')
