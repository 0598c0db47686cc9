"""The commune held against a title that it assesses itself for: each criterion, what was found, what is needed; and no verdict."""

from collections.abc import Iterator
from itertools import groupby

from learnsoc_xlsx.model.law.assessments import AssessedCriterion, SelfAssessment
from learnsoc_xlsx.model.law.recognition import Criterion, Title
from learnsoc_xlsx.model.law.verdicts import Reason
from learnsoc_xlsx.model.report import Cell, Column, Grid, Look, Notes, Page, Row, Show, ToRow, View
from learnsoc_xlsx.model.returns.figures import Figure
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import LEGEND, SOURCES, anchor, figure_cell, reported_cell
from learnsoc_xlsx.stages.write.views.sent.answers import answer, page_of
from learnsoc_xlsx.vietnamese.numbers import format_figure

MET = {True: ("✔ Đạt", Look.GOOD), False: ("✘ Chưa đạt", Look.BAD), None: ("? Chưa rõ", Look.DOUBT)}
NOT_COMPARED = "chưa đối chiếu với văn bản gốc"
NOT_ASKED = "mẫu năm ấy chưa hỏi"
_COLUMNS = (
    Column("STT", 5, Show.CENTRE),
    Column("Tiêu chí, nội dung", 62),
    Column("Tự đánh giá, số liệu", 15, Show.CENTRE),
    Column("Cần có", 14, Show.CENTRE),
    Column("Đánh giá", 13, Show.CENTRE),
    Column("Số liệu toàn xã để tham khảo", 62),
    Column("Số", 14, Show.COUNT),
    Column("Đã/phải báo cáo", 10, Show.CENTRE),
)
_NOT_WHOLE = "▲ ở cột cuối: còn đơn vị chưa báo cáo; tỷ lệ ở dòng ấy chưa được kết luận."
_BESIDE = 3
"""So many columns hold a figure that stands beside a criterion."""


def community(scope: Scope, view: View) -> Page | None:
    """Show how the commune stands by each criterion in the year; None where nobody assesses it.

    `of` is the sheet on which the criteria are typed, whose answers lie in the annex.
    """
    (sheet,) = view.of
    assessed = [one for one in scope.run.self_assessments if one.year == scope.year]
    if not assessed:
        return None
    blocks = tuple(block for one in assessed for block in _blocks(scope, one, sheet))
    return Page(view.show, view.sheet, f"{view.title} {scope.span}", blocks, (LEGEND, _NOT_WHOLE), spare=True)


def _blocks(scope: Scope, assessed: SelfAssessment, sheet: str) -> Iterator[Notes | Grid]:
    yield Notes(tuple(_standing(scope, assessed)))
    rows: list[Row] = []
    numbered = list(enumerate(assessed.criteria, 1))
    for heading, criteria in groupby(numbered, lambda held: _heading(assessed.title, held[1].criterion)):
        rows.append(Row((Cell(heading),), Look.SECTION))
        for number, one in criteria:
            rows.extend(_rows(scope, assessed, one, number, sheet))
    yield Grid(_COLUMNS, tuple(rows))


def _heading(title: Title, criterion: Criterion) -> str:
    """A criterion of the text with where it stands, and whether anybody held it against the text."""
    compared = "" if criterion.verified else f"; {NOT_COMPARED}"
    return f"{criterion.section} ({title.article}, {criterion.article}{compared})"


def _standing(scope: Scope, assessed: SelfAssessment) -> Iterator[str]:
    """What it comes to, said with care: who recognises, what is short, what is not known."""
    yield _in_words(assessed)
    title = assessed.title
    yield f"Đây là kết quả xã tự đánh giá để chuẩn bị hồ sơ. Việc công nhận do cơ quan có thẩm quyền quyết định: {title.recognised_by}."
    if title.lacking:
        yield f"{title.decision}: chưa đối chiếu được {title.lacking}. Xã xem văn bản gốc trước khi nộp hồ sơ."
    if assessed.submission is None:
        yield f"{scope.lookup.name(assessed.unit, scope.last_day)} chưa có báo cáo được tính: phần tự đánh giá chưa có."
    elif assessed.recognition:
        yield f"Quyết định công nhận: {assessed.recognition.actual}."


def _in_words(assessed: SelfAssessment) -> str:
    failing, unclear = len(assessed.failing), len(assessed.unclear)
    met = len(assessed.criteria) - failing - unclear
    counted = f"Trong {len(assessed.criteria)} nội dung nêu ở đây: {met} đạt, {failing} chưa đạt, {unclear} chưa rõ."
    if failing:
        chosen = any(one.reason and one.reason.local for one in assessed.failing)
        by = "tự đánh giá, số liệu và mức do xã đặt" if chosen else "tự đánh giá và số liệu"
        return f"{counted} Theo {by}, xã CHƯA ĐẠT “{assessed.title.name}” năm {assessed.year}."
    if assessed.met is None:
        return f"{counted} CHƯA ĐỦ CĂN CỨ để nói xã đạt “{assessed.title.name}” năm {assessed.year}."
    return f"{counted} Theo tự đánh giá và số liệu, xã đủ điều kiện đề nghị “{assessed.title.name}”."


def _rows(scope: Scope, assessed: SelfAssessment, one: AssessedCriterion, number: int, sheet: str) -> Iterator[Row]:
    """A criterion, with the figures beside it: the first in its own row, each further one in a row of its own."""
    first, *more = list(_beside(scope, assessed, one)) or [(Cell(),) * _BESIDE]
    reason = one.reason
    word, look = MET[one.met]
    yield Row(
        (
            Cell(number),
            Cell(one.criterion.label),
            Cell(reason.actual if reason else NOT_ASKED, _source(assessed, one, sheet)),
            Cell(_needed(reason)),
            Cell(word, look=look),
            *first,
        )
    )
    yield from (Row(((Cell(),) * (len(_COLUMNS) - _BESIDE)) + cells) for cells in more)


def _needed(reason: Reason | None) -> str:
    if reason is None:
        return ""
    return f"{reason.needed} (xã đặt)" if reason.local else reason.needed


def _source(assessed: SelfAssessment, one: AssessedCriterion, sheet: str) -> ToRow | None:
    """Where it comes from: the sources of the figure, or the answer that the commune typed; nowhere where nothing stands."""
    if one.reason is None:
        return None
    if one.criterion.indicator:
        return ToRow(SOURCES, anchor(one.criterion.indicator)) if one.reason.figure else None
    if assessed.submission is None or one.met is None:
        return None
    return ToRow(page_of(sheet), answer(assessed.submission, one.criterion.id))


def _beside(scope: Scope, assessed: SelfAssessment, one: AssessedCriterion) -> Iterator[tuple[Cell, ...]]:
    """The two sides of the share that decides a criterion; else the commune's figures that only stand beside it."""
    if one.criterion.indicator:
        share = scope.lookup.figure(one.criterion.indicator, "commune", assessed.commune, scope.period)
        yield Cell(_sides(share)), Cell(), reported_cell(share)
    for name in one.criterion.evidence:
        indicator = scope.lookup.indicators[name]
        figure = scope.lookup.figure(name, "commune", assessed.commune, scope.period)
        yield Cell(f"{indicator.label} ({indicator.unit})"), figure_cell(figure, indicator), reported_cell(figure)


def _sides(share: Figure | None) -> str:
    if share is None or share.numerator is None or share.denominator is None:
        return ""
    return f"Đạt {format_figure(share.numerator)} trên tổng số {format_figure(share.denominator)}"
