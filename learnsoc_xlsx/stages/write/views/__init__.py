"""The views by the names that the declared workbooks use."""

from collections.abc import Callable

from learnsoc_xlsx.model.report import Page, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.decided import decided
from learnsoc_xlsx.stages.write.views.awards.groups import award, awards, upward
from learnsoc_xlsx.stages.write.views.awards.open_points import open_points
from learnsoc_xlsx.stages.write.views.awards.reasons import reasons
from learnsoc_xlsx.stages.write.views.check.differences import differences
from learnsoc_xlsx.stages.write.views.check.findings import findings
from learnsoc_xlsx.stages.write.views.check.ledger import ledger, outcomes
from learnsoc_xlsx.stages.write.views.check.local_numbers import local_numbers
from learnsoc_xlsx.stages.write.views.check.receipts import files, missing, receipts
from learnsoc_xlsx.stages.write.views.figures.answers import answers
from learnsoc_xlsx.stages.write.views.figures.group import chart, group
from learnsoc_xlsx.stages.write.views.figures.lists import lists
from learnsoc_xlsx.stages.write.views.figures.matrix import above, matrix
from learnsoc_xlsx.stages.write.views.figures.overview import overview
from learnsoc_xlsx.stages.write.views.figures.phase import phase_commune, phase_targets, phase_units
from learnsoc_xlsx.stages.write.views.figures.sources import sources
from learnsoc_xlsx.stages.write.views.figures.targets import targets

VIEWS: dict[str, Callable[[Scope, View], Page | None]] = {
    view.__name__: view
    for view in (
        overview, targets, group, chart, matrix, above, sources, lists, answers, phase_commune, phase_targets, phase_units,
        awards, award, upward, decided, open_points, reasons,
        receipts, missing, files, findings, differences, ledger, outcomes, local_numbers,
    )
}  # fmt: skip
