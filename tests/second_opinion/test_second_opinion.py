"""The second opinion on the numbers: it shares no code with the program, and comes to the same."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.second_opinion.__main__ import whole
from tests.second_opinion.drawn import second_opinion_on

HERE = Path(__file__).parent
KNOWS_THE_PROGRAM = {"drawn.py", "__main__.py", Path(__file__).name}
"""What makes communes and runs the program on them; none of it reckons."""
OF_ITS_OWN = "tests.second_opinion"


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: an import that does not say from where"
            yield node.module or ""


def test_what_reckons_shares_no_code_with_the_program() -> None:
    reckoning = [path for path in HERE.rglob("*.py") if path.name not in KNOWS_THE_PROGRAM]

    foreign = {
        (path.name, name)
        for path in reckoning
        for name in imported(path)
        if name.startswith(("learnsoc_xlsx", "tests", "importlib")) and not name.startswith(OF_ITS_OWN)
    }
    back = {(path.name, name) for path in reckoning for name in imported(path) if name == f"{OF_ITS_OWN}.drawn"}

    assert len(reckoning) > 15
    assert foreign == set() == back


@pytest.mark.parametrize("seed", [2, 12])
def test_figures_and_verdicts_of_a_drawn_commune_are_what_the_second_opinion_comes_to(
    seed: int, tmp_path: Path
) -> None:
    _, compared = second_opinion_on(seed, tmp_path, workbooks=False)

    run = json.loads((tmp_path / "out/run.json").read_text(encoding="utf-8"))
    assert [str(one) for one in compared.differences] == []
    assert compared.counts["figures"] == len(run["figures"]) > 500
    assert compared.counts["verdicts"] == len(run["verdicts"]) > 40
    assert whole(compared)
