"""The declared workbooks and the views that make their pages agree."""

import re

from learnsoc_xlsx.catalogue.workbooks import WORKBOOKS
from learnsoc_xlsx.stages.write.views import VIEWS


def test_every_declared_view_is_one_that_exists_and_every_view_is_used() -> None:
    declared = {view.show for workbook in WORKBOOKS for view in workbook.views}

    assert declared == VIEWS.keys()


def test_sheet_names_suit_every_office_program() -> None:
    for workbook in WORKBOOKS:
        names = [view.sheet for view in workbook.views]

        assert len({name.casefold() for name in names}) == len(names)
        assert all(len(name) <= 26 and not re.search(r"[\[\]:*?/\\']", name) for name in names)
