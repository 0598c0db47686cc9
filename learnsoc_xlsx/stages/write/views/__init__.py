"""The views by the names that the declared workbooks use."""

from collections.abc import Callable

from learnsoc_xlsx.model.report import Page, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.council import council
from learnsoc_xlsx.stages.write.views.awards.groups import award, awards, upward
from learnsoc_xlsx.stages.write.views.awards.open_points import open_points
from learnsoc_xlsx.stages.write.views.awards.reasons import reasons
from learnsoc_xlsx.stages.write.views.changes.decisions import changed_decisions
from learnsoc_xlsx.stages.write.views.changes.figures import changed_figures
from learnsoc_xlsx.stages.write.views.changes.findings import changed_findings
from learnsoc_xlsx.stages.write.views.changes.summary import changed
from learnsoc_xlsx.stages.write.views.changes.tried import tried, tried_choices, tried_movers
from learnsoc_xlsx.stages.write.views.changes.verdicts import changed_verdicts
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
        awards, award, upward, council, open_points, reasons,
        receipts, missing, files, findings, differences, ledger, outcomes, local_numbers,
        changed, changed_verdicts, changed_figures, changed_findings, changed_decisions,
        tried, tried_movers, tried_choices,
    )
}  # fmt: skip
