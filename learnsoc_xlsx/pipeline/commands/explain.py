"""Explain: where a figure or a verdict of the last run comes from, down to file › sheet › cell.

It answers from run.json alone, and for a figure counted from a list it opens the file again and names the rows.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings.codes import Code
from learnsoc_xlsx.model.form.form import Counted
from learnsoc_xlsx.model.law.council import Opinion, Standing
from learnsoc_xlsx.model.law.indicators import Summed
from learnsoc_xlsx.model.law.verdicts import Outcome
from learnsoc_xlsx.pipeline.steps.intake import Task, intake
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.aggregate.reported import counted_rows, paired
from learnsoc_xlsx.stages.receive.unpack.unpack import Item, load_again, named
from learnsoc_xlsx.stages.write.run_json.last_run import inbox_of, last_run
from learnsoc_xlsx.stages.write.views.figure_cells import NOT_FROM_LIST
from learnsoc_xlsx.vietnamese.letters import bare, key
from learnsoc_xlsx.vietnamese.near import nearest

Record = dict[str, Any]
_MOST = 12
_LABELS = {indicator.id: indicator.label for indicator in INDICATORS}
_UNITS_OF_MEASURE = {indicator.id: indicator.unit for indicator in INDICATORS}
_WRITTEN = str.maketrans(",.", ".,")
_OPINIONS = {opinion.word: opinion.label for opinion in Opinion}
_OUTCOMES = {outcome.word: outcome.label for outcome in Outcome}


def explain(text: str, out: Path) -> Iterator[str]:
    """Yield the lines that explain every figure and verdict that `text` names, most exact first.

    `text` is free: an indicator's id or label, a unit, a year or phase, someone's name; all its words must fit.
    Raises Refusal when there is no run to explain, or nothing in it fits.
    """
    run = last_run(out) | {"out": out}
    names = {unit["id"]: unit["name"] for unit in run["units"]}
    figures = [figure for figure in run["figures"] if _fits(text, _words_of_figure(figure, names))]
    verdicts = [verdict for verdict in run["verdicts"] if _fits(text, _words_of_verdict(verdict, names))]
    if not figures and not verdicts:
        raise Refusal(_nothing(text, run, names))
    figures.sort(key=lambda one: -_called(text, names.get(one["id"], ""), _LABELS.get(one["indicator"], "")))
    verdicts.sort(key=lambda one: -_called(text, names.get(one["unit"], ""), one["subject"]))
    for figure in figures[:_MOST]:
        yield from _figure(figure, run, names)
    for verdict in verdicts[:_MOST]:
        yield from _verdict(verdict, names)
    more = max(len(figures) - _MOST, 0) + max(len(verdicts) - _MOST, 0)
    if more:
        yield f"… và {more} kết quả khác. Hãy hỏi cụ thể hơn, ví dụ thêm tên đơn vị và năm."


def _fits(text: str, words: str) -> bool:
    """Whether every word asked for is there, as typed or without its marks."""
    folded = key(text)
    plain = bare(text)
    return all(word in words.split() for word in folded.split()) or all(
        word in bare(words).split() for word in plain.split()
    )


def _called(text: str, *names: str) -> int:
    """How many of these names stand whole in what is asked for, as typed or without their marks."""
    return sum(bool(name) and (key(name) in key(text) or bare(name) in bare(text)) for name in names)


def _words_of_figure(figure: Record, names: dict[str, str]) -> str:
    name = figure["indicator"]
    return key(
        f"{name} {_LABELS.get(name, '')} {figure['id']} {names.get(figure['id'], '')} {_period(figure['period'])} {figure['period']}"
    )


def _words_of_verdict(verdict: Record, names: dict[str, str]) -> str:
    return key(
        f"{verdict['subject']} {verdict['unit']} {names.get(verdict['unit'], '')} {verdict['round']} {_round(verdict['round'])}"
    )


def _nothing(text: str, run: Record, names: dict[str, str]) -> str:
    candidates = {*_LABELS.values(), *names.values(), *(verdict["subject"] for verdict in run["verdicts"])}
    close = nearest(text, candidates)
    hint = f" Có phải “{close}”?" if close else " Hãy thử tên một chỉ tiêu, một đơn vị hoặc một người."
    return f"Không có số liệu hay kết quả xét nào khớp với “{text}”.{hint}"


def _period(period: str) -> str:
    return period.replace("phase-", "giai đoạn ") if period.startswith("phase-") else f"năm {period}"


# Figures


def _figure(figure: Record, run: Record, names: dict[str, str]) -> Iterator[str]:
    label = _LABELS.get(figure["indicator"], figure["indicator"])
    body = names.get(figure["id"], figure["id"])
    current = " (theo cơ cấu đơn vị hiện nay)" if figure.get("structure") == "current" else ""
    yield f"{label} — {body}, {_period(figure['period'])}{current}: {_amount(figure)}"
    yield f"  {figure['reported']} trên {figure['expected']} báo cáo có số này"
    if figure.get("not_from_list"):
        yield f"  {NOT_FROM_LIST}: xã chỉ lấy danh sách đề nghị"
    for origin in figure["from"]:
        rows = f", {_rows(origin)} dòng" if origin.get("rows") is not None else ""
        yield f"  {_shown(origin['value'])}  ←  {origin['file']} › {origin['sheet']} › {origin['cell']}{rows}"
        if origin.get("rows") and figure["scope"] == "unit":
            yield from _counted_rows(figure, origin, run)
    yield ""


def _amount(figure: Record) -> str:
    if figure["value"] is None:
        return "chưa có số"
    unit = _UNITS_OF_MEASURE.get(figure["indicator"], "")
    parts = figure.get("numerator"), figure.get("denominator")
    share = f" = {_shown(parts[0])} / {_shown(parts[1])}" if parts[1] is not None else ""
    return f"{_shown(figure['value'])} {unit}{share}"


def _shown(value: object) -> str:
    """A number as it is written in Vietnam: dots between thousands, a comma before decimals."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return f"{value:,}".translate(_WRITTEN)


def _counted_rows(figure: Record, origin: Record, run: Record) -> Iterator[str]:
    """Name the rows that a count stands on, from the file itself, if it is still the one that was read."""
    item = _as_read(origin["file"], run)
    if item is None:
        yield "    (tệp không còn ở chỗ cũ hoặc đã đổi từ lần chạy trước nên không liệt kê được từng dòng)"
        return
    batch = intake(Task(((0, item),)))
    table = next((table for table in batch.tables if table.sheet.key == origin["table"]), None)
    if table is None:
        locked = any(finding.code is Code.PASSWORD for finding in batch.findings)
        why = "tệp đặt mật khẩu" if locked else "lần này không đọc được trang ấy"
        yield f"    ({why} nên không liệt kê được từng dòng)"
        return
    rows, name = _standing_behind(figure["indicator"], table.rows), table.sheet.subject.id
    lost = _lost_rows(origin, run)
    for row, words in zip(rows["row"].tolist(), rows[name], strict=True):
        if row not in lost:
            yield f"    {table.layouts[0].place(name, row).cell}: {words}"


def _rows(origin: Record) -> str:
    blank = origin.get("of_rows", origin["rows"]) - origin["rows"]
    return f"{origin['rows']} trên {origin['of_rows']}" if blank else str(origin["rows"])


def _standing_behind(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that a count or a sum stands on, or a share of two sums: those that gave both."""
    pair = dict(paired(INDICATORS)).get(name)
    if pair:
        return counted_rows(rows, pair[0], tuple(source.field for source in pair))
    source = next(indicator.source for indicator in INDICATORS if indicator.id == name)
    assert isinstance(source, Counted | Summed), "only what is counted from a list has rows"
    return counted_rows(rows, source)


def _as_read(file: str, run: Record) -> Item | None:
    """The file of a submission with its bytes, if it still lies there as it was read."""
    sent = next(sent for sent in run["submissions"] if sent["file"] == file)
    try:
        item = named(inbox_of(run, run["out"]), file)
        return replace(item, held=load_again(item, sent["sha256"]), sha256=sent["sha256"])
    except OSError:
        return None


def _lost_rows(origin: Record, run: Record) -> set[int]:
    about = origin["file"], origin["table"]
    return {outcome["row"] for outcome in run["outcomes"] if (outcome["file"], outcome["table"]) == about}


# Verdicts


def _verdict(verdict: Record, names: dict[str, str]) -> Iterator[str]:
    unit = names.get(verdict["unit"], verdict["unit"])
    rank = f", xếp thứ {verdict['rank']}" if verdict["rank"] else ""
    where = "" if verdict["subject"] == unit else f" ({unit})"
    yield f"{verdict['subject']}{where} — {_round(verdict['round'])}: {_OUTCOMES[verdict['verdict']]}{rank}"
    for reason in verdict["reasons"]:
        sign = {True: "✔", False: "✖", None: "?"}[reason["met"]] if reason["asked"] else "–"
        compared = f"{reason['found']}; cần {reason['needed']}" if reason["decides"] else reason["found"]
        yield f"  {sign} {reason['article']}: {reason['condition']} — {compared}"
        yield from (f"      ← {place['file']} › {place['sheet']} › {place['cell']}" for place in reason.get("from", ()))
    if decided := verdict.get("decided"):
        applied = "" if decided["state"] == Standing.APPLIED.value else ", chưa được dùng: xem Kiem_tra.xlsx"
        yield f"  Hội đồng: {_OPINIONS.get(decided['decision'], 'chưa ghi kết luận')}{applied}"
        yield f"      ← {decided['file']} › {decided['sheet']} › {decided['cell']}"
    yield ""


def _round(held: str) -> str:
    """How the law of its year calls a round, which run.json names by its id, as in “annual-2026”."""
    declared, _, year = held.rpartition("-")
    of_law = law().rounds_in(int(year)).get(f"{declared}-{{year}}")
    return of_law.name.format(year=year) if of_law else held
