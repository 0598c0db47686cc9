"""A self-assessment: what is not met refuses, what is not known decides nothing, and no commune meets a text that was not read whole."""

from dataclasses import replace

import pytest

from learnsoc_xlsx.model.law.assessments import AssessedCriterion, SelfAssessment
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.verdicts import Reason
from learnsoc_xlsx.pipeline.terms.in_force import law

TITLE = law().titles_in(2026)["learning_commune"]
READ_WHOLE = replace(TITLE, lacking="")


def assessed(*mets: bool | None, title: Title = TITLE) -> SelfAssessment:
    reasons = [Reason("tiêu chí 1", "Nội dung", "", "đạt", met) for met in mets]
    criteria = tuple(AssessedCriterion(TITLE.criteria[0], reason) for reason in reasons)
    return SelfAssessment(2026, "B1", "X1", title, criteria)


@pytest.mark.parametrize(
    ("mets", "read_whole", "of_the_text"),
    [
        ((True, True), True, None),
        ((True, None), None, None),
        ((True, False), False, False),
        ((None, False), False, False),
    ],
)
def test_all_met_is_met_only_of_a_text_that_was_read_whole(
    mets: tuple[bool | None, ...], read_whole: bool | None, of_the_text: bool | None
) -> None:
    assert assessed(*mets, title=READ_WHOLE).met is read_whole
    assert assessed(*mets).met is of_the_text


def test_a_criterion_that_the_form_did_not_ask_is_not_known() -> None:
    assert AssessedCriterion(TITLE.criteria[0], None).met is None


def test_the_numbers_that_it_needs_are_those_of_its_shares() -> None:
    whole = SelfAssessment(2026, "B1", "X1", TITLE, tuple(AssessedCriterion(one, None) for one in TITLE.criteria))

    assert whole.keys == {f"learning_commune.{name}_share" for name in ("citizens", "households", "clans", "villages", "units")}  # fmt: skip
