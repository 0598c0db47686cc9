"""The commune held against a title that it assesses itself for: each criterion, what was found, what is needed; and no verdict."""

from collections.abc import Iterator
from itertools import groupby

from learnsoc_xlsx.model.law.assessments import AssessedCriterion, SelfAssessment
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.report import Cell, Column, Grid, Look, Notes, Page, Row, Show, ToRow, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figure_cells import LEGEND, SOURCES, anchor, figure_cell, reported_cell
from learnsoc_xlsx.stages.write.views.sent.answers import answer, page_of

MET = {True: ("✔ Đạt", Look.GOOD), False: ("✘ Chưa đạt", Look.BAD), None: ("? Chưa rõ", Look.DOUBT)}
NOT_COMPARED = "chưa đối chiếu với văn bản gốc"
_COLUMNS = (
    Column("STT", 5, Show.CENTRE),
    Column("Tiêu chí, nội dung; số liệu toàn xã đặt bên cạnh", 62),
    Column("Tự đánh giá, số liệu", 22, Show.CENTRE),
    Column("Cần có", 18, Show.CENTRE),
    Column("Đánh giá", 14, Show.CENTRE),
    Column("Ghi chú", 40),
)


def community(scope: Scope, view: View) -> Page | None:
    """Show how the commune stands by each criterion in the year; None where nobody assesses it.

    `of` is the sheet on which the criteria are typed, whose answers lie in the annex.
    """
    (sheet,) = view.of
    assessed = [one for one in scope.run.self_assessments if one.year == scope.year]
    if not assessed:
        return None
    blocks = tuple(block for one in assessed for block in _blocks(scope, one, sheet))
    return Page(view.show, view.sheet, f"{view.title} {scope.span}", blocks, (LEGEND,), spare=True)


def _blocks(scope: Scope, assessed: SelfAssessment, sheet: str) -> Iterator[Notes | Grid]:
    yield Notes(tuple(_standing(scope, assessed)))
    numbers = {one.criterion.id: number for number, one in enumerate(assessed.criteria, 1)}
    rows: list[Row] = []
    for section, criteria in groupby(assessed.criteria, lambda one: one.criterion.section):
        rows.append(Row((Cell(section),), Look.SECTION))
        for one in criteria:
            rows.append(_row(assessed, one, numbers[one.criterion.id], sheet))
            rows.extend(_evidence(scope, assessed, one))
    yield Grid(_COLUMNS, tuple(rows))


def _standing(scope: Scope, assessed: SelfAssessment) -> Iterator[str]:
    """What it comes to, said with care: who recognises, what is short, what is not known."""
    yield _in_words(assessed)
    title = assessed.title
    yield f"Đây là xã tự đánh giá để chuẩn bị hồ sơ. Việc công nhận do cơ quan có thẩm quyền quyết định: {title.recognised_by}."
    if title.lacking:
        yield f"{title.decision}: còn {title.lacking}. Xã xem văn bản gốc trước khi nộp hồ sơ."
    if assessed.submission is None:
        yield f"{scope.lookup.name(assessed.unit, scope.last_day)} chưa có báo cáo được tính: phần tự đánh giá chưa có."
    elif assessed.recognition:
        yield f"Quyết định công nhận: {assessed.recognition.actual}."


def _in_words(assessed: SelfAssessment) -> str:
    failing, unclear = len(assessed.failing), len(assessed.unclear)
    met = len(assessed.criteria) - failing - unclear
    counted = f"Trong {len(assessed.criteria)} nội dung nêu ở đây: {met} đạt, {failing} chưa đạt, {unclear} chưa rõ."
    if failing:
        return f"{counted} Theo tự đánh giá và số liệu, xã CHƯA ĐẠT “{assessed.title.name}” năm {assessed.year}."
    if assessed.met is None:
        return f"{counted} CHƯA ĐỦ CĂN CỨ để nói xã đạt “{assessed.title.name}” năm {assessed.year}."
    return f"{counted} Theo tự đánh giá và số liệu, xã đủ điều kiện đề nghị “{assessed.title.name}”."


def _row(assessed: SelfAssessment, one: AssessedCriterion, number: int, sheet: str) -> Row:
    reason, criterion = one.reason, one.criterion
    word, look = MET[one.met]
    return Row(
        (
            Cell(number),
            Cell(criterion.label),
            Cell(reason.actual if reason else "mẫu năm ấy chưa hỏi", _source(assessed, one, sheet)),
            Cell(reason.needed if reason else ""),
            Cell(word, look=look),
            Cell(_remark(assessed.title, one)),
        )
    )


def _source(assessed: SelfAssessment, one: AssessedCriterion, sheet: str) -> ToRow | None:
    """Where it comes from: the figure's sources, or the answer that the commune typed; nothing that is not there."""
    if one.reason is None:
        return None
    if one.criterion.indicator:
        return ToRow(SOURCES, anchor(one.criterion.indicator)) if one.reason.figure else None
    if assessed.submission is None or not one.reason.places:
        return None
    return ToRow(page_of(sheet), answer(assessed.submission, one.criterion.id))


def _remark(title: Title, one: AssessedCriterion) -> str:
    """The article, and that nobody compared it with the text, or that the number is the commune's."""
    compared = "" if one.criterion.verified else NOT_COMPARED
    chosen = "mức do xã đặt" if one.reason and one.reason.local else ""
    return "; ".join(part for part in (f"{title.article}, {one.criterion.article}", compared, chosen) if part)


def _evidence(scope: Scope, assessed: SelfAssessment, one: AssessedCriterion) -> Iterator[Row]:
    """The commune's figures that are laid beside a criterion, and decide nothing."""
    for name in one.criterion.evidence:
        indicator = scope.lookup.indicators[name]
        figure = scope.lookup.figure(name, "commune", assessed.commune, scope.period)
        cells = (
            Cell(),
            Cell(f"   – {indicator.label} ({indicator.unit})", look=Look.FAINT),
            figure_cell(figure, indicator),
        )
        yield Row((*cells, Cell(), Cell(), reported_cell(figure)))
