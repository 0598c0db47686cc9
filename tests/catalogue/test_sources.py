"""An indicator that is made of what nobody knows is refused when the law is loaded, in one sentence."""

from dataclasses import replace

import pytest

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.catalogue.reading import resolve
from learnsoc_xlsx.catalogue.reading.faults import DecisionError
from learnsoc_xlsx.model.form.form import Counted
from learnsoc_xlsx.model.law.indicators import Asked, Marked, Ratio, Summed
from learnsoc_xlsx.pipeline.terms.in_force import law

LAW = law()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"source": Asked(("vilage",))}, "source: không có “vilage”, gần giống “village”"),
        ({"source": Ratio("households_share", "nope")}, "source: không có “nope”"),
        ({"source": Counted("householdz")}, "source: không có “householdz”, gần giống “households”"),
        ({"source": Counted("households", "achievd")}, "source: không có “achievd”"),
        ({"source": Counted("households", "household_recognised", "cultural")}, "source: không có “cultural”"),
        ({"source": Marked("households", "cultural_family")}, "source: không có “households”"),
        ({"source": Marked("cover", "cultural")}, "source: không có “cultural”"),
        ({"source": Summed("households", "labor_days")}, "source: không có “labor_days”"),
        ({"at_most": "househols_total"}, "at_most: không có “househols_total”, gần giống “households_total”"),
        ({"equals": ("househols_total",)}, "equals: không có “househols_total”"),
        ({"counts": (Counted("householdz"),)}, "counts: không có “householdz”"),
    ],
)
def test_what_an_indicator_names_is_known(
    change: dict[str, object], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *others = INDICATORS
    monkeypatch.setattr(resolve, "INDICATORS", (replace(first, **change), *others))  # type: ignore[arg-type]

    with pytest.raises(DecisionError) as fault:
        resolve.resolve(LAW.decisions)

    assert f"catalogue/indicators › Indicator “{first.id}” › {sentence}" in str(fault.value)
