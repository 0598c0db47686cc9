"""The views by the names that the declared workbooks use."""

from collections.abc import Callable

from learnsoc_xlsx.model.report import Page, View
from learnsoc_xlsx.stages.write.lookup import Scope
from learnsoc_xlsx.stages.write.views.award import award, awards, upward
from learnsoc_xlsx.stages.write.views.check import files, findings, ledger, local_numbers, missing, outcomes, receipts
from learnsoc_xlsx.stages.write.views.council import council
from learnsoc_xlsx.stages.write.views.group import chart, group
from learnsoc_xlsx.stages.write.views.lists import lists
from learnsoc_xlsx.stages.write.views.matrix import above, matrix
from learnsoc_xlsx.stages.write.views.overview import overview
from learnsoc_xlsx.stages.write.views.phase import phase_commune, phase_targets, phase_units
from learnsoc_xlsx.stages.write.views.reasons import reasons
from learnsoc_xlsx.stages.write.views.sources import sources
from learnsoc_xlsx.stages.write.views.targets import targets
from learnsoc_xlsx.stages.write.views.versions import differences

VIEWS: dict[str, Callable[[Scope, View], Page | None]] = {
    view.__name__: view
    for view in (
        overview, targets, group, chart, matrix, above, sources, lists, phase_commune, phase_targets, phase_units,
        awards, award, upward, council, reasons,
        receipts, missing, files, findings, differences, ledger, outcomes, local_numbers,
    )
}  # fmt: skip
