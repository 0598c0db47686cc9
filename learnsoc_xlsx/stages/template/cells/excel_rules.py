"""The rules of a form as Excel formulas, so that a broken one shows even when the value was pasted."""

from collections.abc import Iterator
from dataclasses import dataclass

from learnsoc_xlsx.model.form.form import Agreement, Field, Kind
from learnsoc_xlsx.stages.template.cells.addresses import Cells, name_of_column
from learnsoc_xlsx.stages.template.cells.prompts import MARKS, NO, YES

_WHOLE = frozenset({Kind.COUNT, Kind.MONEY, Kind.YEAR})


@dataclass(frozen=True)
class ExcelRule:
    """A formula that is true where the field's cell breaks a rule; `look` names how it is shown."""

    field: str
    formula: str
    look: str = "wrong"


def rules(cells: Cells) -> Iterator[ExcelRule]:
    """Give every rule of a sheet: each field's own, and those between cells."""
    for field in cells.sheet.asked:
        for formula in (*_of_kind(field, cells), *_bounds(field, cells), *_between(field, cells)):
            yield ExcelRule(field.id, f"={formula}")
    if cells.is_list and cells.sheet.distinct:
        yield ExcelRule(cells.sheet.distinct[0], f"={_repeated(cells)}")
    for agreement in cells.sheet.agreements:
        yield from _agreement(agreement, cells)


def _filled(ref: str) -> str:
    return f"LEN(TRIM({ref}))>0"


def _of_kind(field: Field, cells: Cells) -> Iterator[str]:
    ref = cells.ref(field.id)
    if field.kind.is_number:
        yield f"AND({_filled(ref)},NOT(ISNUMBER({ref})))"
    if field.kind in _WHOLE:
        yield f"IF(ISNUMBER({ref}),{ref}<>INT({ref}),FALSE)"
    if field.kind is Kind.DATE:
        yield f"AND({_filled(ref)},NOT(ISNUMBER({ref})),{_not_like_a_date(ref)})"
        yield f"IF(OR(ISNUMBER({ref}),{_not_like_a_date(ref)}),FALSE,{_no_day(ref)})"
    if field.kind is Kind.MARK:
        yield _outside(ref, MARKS)
    if field.choices:
        yield _outside(ref, tuple(entry.label for entry in field.choices.entries))


def _not_like_a_date(ref: str) -> str:
    """A machine set to another country leaves 13/5/2026 as text: that is understood, so it is not called wrong."""
    return f'LEN({ref})-LEN(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({ref},"/",""),".",""),"-",""))<>2'


def _no_day(ref: str) -> str:
    """A text that is written like a day of the calendar, and is none: 31/11/2026, or 2026-02-30."""
    text = f'SUBSTITUTE(SUBSTITUTE(TRIM({ref}),".","/"),"-","/")'
    first = f'FIND("/",{text})'
    second = f'FIND("/",{text},{first}+1)'
    begins, month = f"VALUE(LEFT({text},{first}-1))", f"VALUE(MID({text},{first}+1,{second}-{first}-1))"
    ends = f"VALUE(MID({text},{second}+1,4))"
    year, day = f"IF({begins}>31,{begins},{ends})", f"IF({begins}>31,{ends},{begins})"
    return f"IFERROR(OR({month}>12,DAY(DATE({year},{month},{day}))<>{day}),TRUE)"


def _outside(ref: str, entries: tuple[str, ...]) -> str:
    unlike = ",".join(f'TRIM({ref})<>"{entry}"' for entry in entries)
    return f"AND({_filled(ref)},{unlike})"


def _bounds(field: Field, cells: Cells) -> Iterator[str]:
    ref = cells.ref(field.id)
    if field.kind.is_number and field.min is not None:
        yield f"AND(ISNUMBER({ref}),{ref}<{float(field.min):g})"
    if field.kind.is_number and field.max is not None:
        yield f"AND(ISNUMBER({ref}),{ref}>{float(field.max):g})"


def _between(field: Field, cells: Cells) -> Iterator[str]:
    ref = cells.ref(field.id)
    if field.at_most:
        other = cells.ref(field.at_most)
        yield f"AND(ISNUMBER({ref}),ISNUMBER({other}),{ref}>{other})"
    if field.yes_with:
        yield f'AND(TRIM({ref})="{NO}",TRIM({cells.ref(field.yes_with)})="{YES}")'
    if field.equals:
        yield _unbalanced(field, cells)
    begun = cells.begun(field.id)
    if (field.required or field.identity) and begun:
        yield f"AND(LEN(TRIM({ref}))=0,COUNTA({begun})>{cells.computed_after(field.id)})"
    yield from _strangers(field, cells)
    for asking in cells.sheet.asked:
        if asking.needs == field.id:
            yield f"AND(LEN(TRIM({ref}))=0,{_filled(cells.ref(asking.id))})"


def _strangers(field: Field, cells: Cells) -> Iterator[str]:
    """Where a name must stand in another list of the form: true for one that does not."""
    ref, fields = cells.ref(field.id), {asked.id: asked for asked in cells.sheet.asked}
    for among in (among for among in field.among if among.sheet in cells.lists):
        chosen, wanted = fields[among.when[0]], among.when[1]
        labels = [entry.label for entry in chosen.choices.entries if entry.id == wanted] if chosen.choices else []
        for label in labels:
            listed = name_of_column(cells.lists[among.sheet])
            yield f'AND({_filled(ref)},TRIM({cells.ref(chosen.id)})="{label}",COUNTIF({listed},TRIM({ref}))=0)'


def _unbalanced(field: Field, cells: Cells) -> str:
    ref = cells.ref(field.id)
    parts = [cells.ref(term.lstrip("-")) for term in field.equals]
    total = "".join(f"{'-' if term.startswith('-') else '+'}{cells.ref(term.lstrip('-'))}" for term in field.equals)
    return f"IF(COUNT({','.join((ref, *parts))})={len(parts) + 1},{ref}<>{total.removeprefix('+')},FALSE)"


def _repeated(cells: Cells) -> str:
    first, says = cells.ref(cells.sheet.distinct[0]), cells.sheet.told_by
    pairs = ",".join(f'{cells.down_to(field)},{cells.ref(field)}&""' for field in cells.sheet.distinct)
    if says:
        return (
            f'IF(AND({_filled(first)},{_filled(cells.ref(says))}),COUNTIFS({pairs},{cells.down_to(says)},"<>")>1,FALSE)'
        )
    return f"IF({_filled(first)},COUNTIFS({pairs})>1,FALSE)"


def _agreement(agreement: Agreement, cells: Cells) -> Iterator[ExcelRule]:
    if agreement.pass_at is None:
        return
    mark = cells.ref(agreement.mark)
    points = ",".join(cells.ref(field) for field in agreement.points)
    complete = f"COUNT({points})={len(agreement.points)}"
    short = f"SUM({points})<{float(agreement.pass_at):g}"
    enough = f"SUM({points})>={float(agreement.pass_at):g}"
    if agreement.floor is not None:
        short = f"OR({short},MIN({points})<{float(agreement.floor):g})"
        enough = f"{enough},MIN({points})>={float(agreement.floor):g}"
    yield ExcelRule(agreement.mark, f'=AND(TRIM({mark})="{YES}",{complete},{short})')
    yield ExcelRule(agreement.mark, f"=AND(LEN(TRIM({mark}))=0,{complete},{enough})", "doubtful")
