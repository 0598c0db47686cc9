"""To confirm: the forms of the commune's own that a run prints, for each year, with those whom it would propose."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from learnsoc_xlsx.model.form.form import Form, Sheet, SheetKind, SpeaksOf
from learnsoc_xlsx.model.form.prefill import Notice, Prefill, Record
from learnsoc_xlsx.model.law.verdicts import Outcome, Verdict
from learnsoc_xlsx.model.report import ToFill
from learnsoc_xlsx.model.returns.statements import Statement
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.stages.template.template import template
from learnsoc_xlsx.vietnamese.letters import key, sort_key

SAMPLE = "SỐ LIỆU MẪU, xã hư cấu"
Press = Callable[[Form, Prefill, Notice], bytes]
"""Prints a form with what is known, as `template` does."""
_PROPOSED = (Outcome.RECOMMENDED, Outcome.RESERVE)

_Who = tuple[str, str, str, int | None]
"""Kind, unit, folded name, year of birth."""


def to_confirm(
    run: Run, made: Sequence[Statement], declared: Iterable[ToFill], folder: Path, press: Press = template
) -> Iterator[tuple[str, ...]]:
    """Print each declared form, for each year that has somebody to ask about, under `folder`; give the paths there.

    Those are whoever a round of the year, forecasts aside, recommends or keeps in reserve. What the commune said
    already is carried over, of those too who are proposed no more: a word once given is not lost with the next print.
    """
    for one in declared:
        for year in sorted({held.year for held in run.rounds}):
            form = form_of(one.form, year)
            mine = [word for word in made if word.year == year and word.sheet.key == _listing(form).key]
            prefill = _prefill(form, _proposed(run, year), mine)
            if prefill.rows[_listing(form).id]:
                path = one.path.format(year=year)
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(press(form, prefill, Notice(sample=SAMPLE if run.sample else "")))
                yield (path,)


def _proposed(run: Run, year: int) -> list[Verdict]:
    rounds = {held.id for held in run.rounds if held.year == year and not held.forecast}
    proposed = (one for one in run.verdicts if one.round in rounds and one.outcome in _PROPOSED)
    return sorted(proposed, key=lambda one: (one.group, sort_key(one.unit_name), sort_key(one.subject)))


def _listing(form: Form) -> Sheet:
    return next(sheet for sheet in form.sheets if sheet.speaks_of)


def _prefill(form: Form, proposed: Iterable[Verdict], made: Sequence[Statement]) -> Prefill:
    sheet = _listing(form)
    speaks = sheet.speaks_of
    assert speaks is not None
    rows: dict[_Who, Record] = {}
    for verdict in proposed:
        who = verdict.kind.value, verdict.unit, key(verdict.subject), verdict.born
        rows.setdefault(who, _asked_about(verdict, speaks))
    for statement in made:
        who = _matched(rows, statement)
        carried = {field.id: statement.facts[field.id].value for field in sheet.asked if field.id in statement.facts}
        rows[who] = {**carried, **rows.get(who, {})}
    whole = {part.id: [_carried_of_all(part, made)] for part in form.sheets if part.kind is SheetKind.FIXED}
    return Prefill(rows={sheet.id: list(rows.values()), **whole})


def _asked_about(verdict: Verdict, speaks: SpeaksOf) -> Record:
    given = {
        speaks.kind: verdict.kind.value,
        speaks.name: verdict.subject,
        speaks.born: verdict.born,
        speaks.unit: verdict.unit,
        speaks.unit_name: verdict.unit_name,
    }
    return {name: value for name, value in given.items() if name and value is not None}


def _matched(rows: Iterable[_Who], statement: Statement) -> _Who:
    """The row that is about the same subject, or the statement's own: a unit by its id, a nominee by name and birth too."""
    own = statement.kind, statement.unit, key(statement.name), statement.born
    alike = [who for who in rows if who[:2] == own[:2] and (who[2:] == own[2:] or _may_be(who, own))]
    return own if own in alike or len(alike) != 1 else alike[0]


def _may_be(who: _Who, own: _Who) -> bool:
    return who[0] == "collective" or (who[2] == own[2] and None in (who[3], own[3]))


def _carried_of_all(sheet: Sheet, made: Sequence[Statement]) -> Record:
    """Who confirmed, but not on which day: the new workbook is confirmed on another."""
    facts = made[0].facts if made else {}
    return {
        field.id: facts[field.id].value for field in sheet.asked if field.id in facts and field.kind.value == "text"
    }
