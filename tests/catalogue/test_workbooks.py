"""The declared workbooks: every view is known, and what a page leads to stands in the same workbook or its annex."""

import pytest

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.model.report import Workbook
from learnsoc_xlsx.stages.write.views import VIEWS

LEADS_TO = {
    "sources": {
        "overview",
        "targets",
        "units",
        "chart",
        "by_unit",
        "matrix",
        "above",
        "phase_commune",
        "phase_targets",
    },
    "lists": {"foremost"},
    "answers": {"in_short"},
    "reasons": {"award", "upward"},
}
every_workbook = pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda each: each.id)


@every_workbook
def test_every_view_is_known(workbook: Workbook) -> None:
    assert {view.show for view in workbook.views} <= VIEWS.keys()


@every_workbook
@pytest.mark.parametrize("there", LEADS_TO)
def test_a_page_whose_numbers_can_be_followed_has_beside_it_where_they_lead(workbook: Workbook, there: str) -> None:
    shown = {view.show for view in workbook.views}
    annexed = {view.show for book in WORKBOOKS if book.id == workbook.annex for view in book.views}

    assert there in shown | annexed or not shown & LEADS_TO[there]


def test_no_two_workbooks_go_to_one_place() -> None:
    assert len({workbook.path for workbook in WORKBOOKS}) == len(WORKBOOKS)
