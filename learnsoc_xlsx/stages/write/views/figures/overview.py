"""The year at a glance: the headline indicators of the commune, beside last year and the target."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from learnsoc_xlsx.model.law.indicators import Indicator, Ratio, Target
from learnsoc_xlsx.model.register import Profile
from learnsoc_xlsx.model.report import Cell, Column, Grid, Look, Page, Row, Show, Signature, Signatures, View
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import (
    LEGEND,
    anchor,
    change_cell,
    figure_cell,
    named,
    reported_cell,
    show_of,
)
from learnsoc_xlsx.stages.write.views.figures.formulas import divided_in_column
from learnsoc_xlsx.stages.write.views.figures.totals import Totals
from learnsoc_xlsx.vietnamese.dates import long_date
from learnsoc_xlsx.vietnamese.letters import key
from learnsoc_xlsx.vietnamese.numbers import format_exactly
from learnsoc_xlsx.vietnamese.signing import committee_lines, signer_lines

REACHED, NOT_REACHED, NOT_KNOWN = "✔ Đạt", "✘ Chưa đạt", "? Chưa rõ"
NOT_DUE, NOT_WHOLE = "… Chưa đến hạn", "? Chưa đủ báo cáo"
_NAMED = 8
OVERVIEW, THIS_YEAR = "overview", 3
"""The page, and the column of this year's figures, counted from 0."""


def overview(scope: Scope, view: View) -> Page:
    """Show each headline indicator: this year, last year in the current structure, target, and who reported."""
    year = scope.year
    columns = (
        Column("STT", 5, Show.CENTRE),
        Column("Chỉ tiêu", 46),
        Column("Đơn vị tính", 10, Show.CENTRE),
        Column(f"Năm {year}", 15, Show.COUNT),
        Column(f"Năm {year - 1}", 15, Show.COUNT),
        Column("Tăng, giảm", 14, Show.CHANGE),
        Column("Mục tiêu", 16, Show.CENTRE),
        Column("So với mục tiêu", 18, Show.CENTRE),
        Column("Đơn vị đã báo cáo/phải báo cáo", 13, Show.CENTRE),
    )
    totals = Totals(scope)
    rows = tuple(_row(scope, indicator, totals, number) for number, indicator in enumerate(scope.headlines(), 1))
    intro = (
        LEGEND,
        f"Số của năm {year - 1} tính theo cơ cấu đơn vị hiện nay. ▲: còn đơn vị chưa báo cáo nên chưa so sánh với năm trước và mục tiêu.",
        *_silent(scope),
    )
    profile = scope.run.register.profile_on(scope.run.as_of)
    blocks = (Grid(columns, rows), signatures(scope, profile))
    return Page(OVERVIEW, view.sheet, view.title.format(year=year), blocks, intro, spare=True)


def _silent(scope: Scope) -> Iterator[str]:
    """Name the units of which no report counts, of many only some."""
    units = scope.lookup.sorted_units(scope.lookup.bodies("unit", scope.period))
    silent = [unit for unit in units if not _speaks(scope, unit)]
    if silent:
        names = ", ".join(scope.lookup.name(unit, scope.last_day) for unit in silent[:_NAMED])
        more = f" và {len(silent) - _NAMED} đơn vị khác" if len(silent) > _NAMED else ""
        yield f"Chưa có báo cáo được tính của: {names}{more}."


def _speaks(scope: Scope, unit: str) -> bool:
    figures = (scope.lookup.figure(indicator.id, "unit", unit, scope.period) for indicator in scope.indicators())
    return any(figure is not None and figure.origins for figure in figures)


def _row(scope: Scope, indicator: Indicator, totals: Totals, number: int) -> Row:
    now, before = _now(scope, indicator.id), _before(scope, indicator.id)
    change = change_cell(now, before, indicator)
    target = target_for(scope, indicator.id)
    reached = "" if target is None else verdict_on(now, target, scope.year)
    return Row(
        (
            Cell(number),
            Cell(named(indicator, now, before)),
            Cell(indicator.unit),
            _live(scope, indicator, figure_cell(now, indicator, look=Look.STRONG), totals),
            _live_before(scope, indicator, Cell(before.value if before else None, show=show_of(indicator))),
            replace(change, formula="" if change.value is None else "=D{row}-E{row}"),
            Cell(asked_of(target)),
            Cell(reached, look=look_of(reached)),
            reported_cell(now),
        ),
        anchors=(anchor(indicator.id),),
    )


def _now(scope: Scope, indicator: str) -> Figure | None:
    return scope.lookup.of_commune(indicator, str(scope.year))


def _before(scope: Scope, indicator: str) -> Figure | None:
    return scope.lookup.of_commune(indicator, str(scope.year - 1), "current")


def _live(scope: Scope, indicator: Indicator, cell: Cell, totals: Totals) -> Cell:
    """This year's figure, with its formula: a share over the rows of its two sides, anything else over the units."""
    here = _share(indicator, cell, THIS_YEAR, partial(_now, scope))
    return here if here.formula else totals.live(cell, indicator)


def _live_before(scope: Scope, indicator: Indicator, cell: Cell) -> Cell:
    """Last year's figure, whose units stand in another workbook; a share over the rows of its two sides."""
    return _share(indicator, cell, THIS_YEAR + 1, partial(_before, scope))


def _share(indicator: Indicator, cell: Cell, column: int, figure_of: Callable[[str], Figure | None]) -> Cell:
    if not isinstance(indicator.source, Ratio):
        return cell
    return divided_in_column(cell, OVERVIEW, column, indicator.source, figure_of)


def target_for(scope: Scope, indicator: str) -> Target | None:
    """Return the target to hold a year, or a phase as far as it has come, against: the next one due, or the last, as it was
    stated by then.
    """
    last = scope.phase.last if scope.phase else scope.year
    now = max(scope.held_years, default=last)
    stated = [target for target in scope.run.targets if target.indicator == indicator and target.since <= now]
    newest = {target.year: target for target in sorted(stated, key=lambda target: target.since)}
    ahead = [newest[year] for year in sorted(newest)]
    return next((target for target in ahead if target.year >= last), ahead[-1] if ahead else None)


def asked_of(target: Target | None) -> str:
    """Say what a target asks, and by when."""
    if target is None:
        return ""
    whole = target.at_least.denominator == 1
    least = str(int(target.at_least)) if whole else f"{float(target.at_least):.1f}".replace(".", ",")
    return "; ".join(part for part in (f"≥ {least} (năm {target.year})", of_law(target)) if part)


def of_law(target: Target) -> str:
    """Say what the law asks, where the commune asks something else."""
    stated = target.of_law
    if stated is None or stated.at_least == target.at_least:
        return ""
    doubted = "" if stated.verified else ", chưa kiểm chứng"
    return f"văn bản: ≥ {format_exactly(stated.at_least)} ({stated.source}{doubted})"


def verdict_on(figure: Figure | None, target: Target, year: int) -> str:
    """Say whether a figure of a year reaches a target; what not everybody reported yet, or is not due, is not judged."""
    if figure is None or figure.value is None:
        return NOT_KNOWN
    if figure.reported < figure.expected:
        return NOT_WHOLE
    if figure.value >= target.at_least:
        return REACHED
    return NOT_REACHED if year >= target.year else NOT_DUE


def look_of(reached: str) -> Look:
    """Return the emphasis that goes with the word."""
    return {REACHED: Look.GOOD, NOT_REACHED: Look.BAD, NOT_KNOWN: Look.DOUBT, NOT_WHOLE: Look.DOUBT}.get(
        reached, Look.PLAIN
    )


def signatures(scope: Scope, profile: Profile) -> Signatures:
    """Return who signs a summary: who drew it up, and who signs for the commune."""
    dated = f"{profile.place_name}, {long_date(scope.run.as_of)}"
    signer = Signature(_on_behalf(profile), profile.signer or "")
    return Signatures(dated, (Signature(("NGƯỜI LẬP BIỂU",)), signer))


def _on_behalf(profile: Profile) -> tuple[str, ...]:
    """The lines above the signature: a people's committee is signed for, where the register does not say it itself."""
    of_committee = key(profile.issuer).startswith(("ubnd", key("Ủy ban nhân dân")))
    return committee_lines(profile.signer_title) if of_committee else signer_lines(profile.signer_title)
