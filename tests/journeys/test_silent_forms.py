"""What a form computes says nothing in a return that says nothing else; 0 is only what somebody stood up for."""

from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.model.form.prefill import Prefill, Value
from learnsoc_xlsx.stages.template.template import template
from tests.mutations.returns import form_of, register, unit_of
from tests.runs import run_of

COMPUTED = {"households_registered", "households_recognised", "clans_registered", "citizens_recognised"}


@pytest.mark.parametrize(("typed", "value"), [({}, None), ({"population": 900}, 0)])
def test_a_computed_nought_counts_only_beside_a_figure_that_was_typed(
    tmp_path: Path, typed: dict[str, Value], value: int | None
) -> None:
    identity, name = unit_of("village", 0)
    rows: dict[str, list[dict[str, Value]]] = {"cover": [{"report_date": date(2026, 11, 5)}], "indicators": [typed]}
    (tmp_path / "register.xlsx").write_bytes(register(1))
    (tmp_path / "thon.xlsx").write_bytes(template(form_of("village"), Prefill(identity, name, rows)))

    run = run_of(tmp_path, date(2026, 12, 5))

    figures = {each.indicator: each.value for each in run.figures if (each.scope, each.id) == ("unit", identity) and each.period == "2026"}  # fmt: skip
    assert {figures.get(indicator) for indicator in COMPUTED} == {value}
