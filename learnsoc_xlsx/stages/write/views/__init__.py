"""The views by the names that the declared workbooks use."""

from collections.abc import Callable

from learnsoc_xlsx.model.report import Page, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.awards.decided import decided
from learnsoc_xlsx.stages.write.views.awards.groups import award, awards, upward
from learnsoc_xlsx.stages.write.views.awards.open_points import open_points
from learnsoc_xlsx.stages.write.views.awards.pack.agenda import agenda
from learnsoc_xlsx.stages.write.views.awards.pack.ballot import ballot
from learnsoc_xlsx.stages.write.views.awards.pack.proposed import proposed, proposed_above
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
from learnsoc_xlsx.stages.write.views.figures.by_unit import by_unit
from learnsoc_xlsx.stages.write.views.figures.community import community
from learnsoc_xlsx.stages.write.views.figures.matrix import above, matrix
from learnsoc_xlsx.stages.write.views.figures.overview import overview
from learnsoc_xlsx.stages.write.views.figures.phase import phase_commune, phase_targets
from learnsoc_xlsx.stages.write.views.figures.targets import targets
from learnsoc_xlsx.stages.write.views.figures.units import chart, units
from learnsoc_xlsx.stages.write.views.fund.fund import fund
from learnsoc_xlsx.stages.write.views.fund.statistics import award_statistics
from learnsoc_xlsx.stages.write.views.movers.moved import moved
from learnsoc_xlsx.stages.write.views.movers.movements import movements
from learnsoc_xlsx.stages.write.views.sent.answers import answers
from learnsoc_xlsx.stages.write.views.sent.foremost import foremost
from learnsoc_xlsx.stages.write.views.sent.in_short import in_short
from learnsoc_xlsx.stages.write.views.sent.lists import lists
from learnsoc_xlsx.stages.write.views.sent.phase_units import phase_units
from learnsoc_xlsx.stages.write.views.sent.sources import sources

VIEWS: dict[str, Callable[[Scope, View], Page | None]] = {
    view.__name__: view
    for view in (
        overview, targets, units, chart, by_unit, above, community, phase_commune, phase_targets,
        foremost, in_short, matrix, phase_units, sources, lists, answers, movements, moved,
        agenda, proposed, proposed_above, ballot,
        awards, award, upward, decided, open_points, reasons,
        fund, award_statistics,
        receipts, missing, files, findings, differences, ledger, outcomes, local_numbers,
        changed, changed_verdicts, changed_figures, changed_findings, changed_decisions,
        tried, tried_movers, tried_choices,
    )
}  # fmt: skip
