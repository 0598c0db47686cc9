"""The codebook: the forms of a year as data, for whoever fills or reads them with another program.

Addresses come from `model.printing`, as the templates' do; the shape of the JSON is a contract (it may grow).
"""

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from learnsoc_xlsx.catalogue.compose import LawOfForms, forms_in
from learnsoc_xlsx.catalogue.forms.sheets.purposes import LAW, PURPOSES
from learnsoc_xlsx.model.form.form import FIRST_ROW, HEADER_ROW, Field, Form, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.form.printing import anchors, caption
from learnsoc_xlsx.model.form.purpose import Purpose, purpose_of

Codebook = dict[str, Any]

HEADERS = (
    "Mẫu",
    "Trang",
    "Ô hoặc cột",
    "Mã",
    "Tên",
    "Kiểu",
    "Bắt buộc",
    "Mục của Kế hoạch 55/KH-UBND",
    "Từ",
    "Đến",
    "Danh sách chọn",
    "Dùng để làm gì",
    "Ai xem",
)
"""The headers of `rows`."""
_KINDS = {
    Kind.TEXT: "chữ",
    Kind.COUNT: "số đếm",
    Kind.MONEY: "số tiền (đồng)",
    Kind.SCORE: "điểm",
    Kind.NUMBER: "số",
    Kind.YEAR: "năm",
    Kind.DATE: "ngày",
    Kind.MARK: "x hoặc không",
    Kind.CHOICE: "chọn",
}
"""What may stand in a cell, as people say it."""


def codebook(year: int, law: LawOfForms) -> Codebook:
    """Return every form of a year, with its sheets and fields and where each is printed."""
    texts = [{"name": text.name, "verified": text.verified} for text in LAW]
    return {"year": year, "personal_data": {"law": texts}, "forms": [_form(form) for form in forms_in(year, law)]}


def codebook_json(book: Codebook) -> str:
    """Render a codebook as JSON, readable and with Vietnamese as it is written."""
    return json.dumps(book, ensure_ascii=False, indent=2) + "\n"


def codebook_markdown(book: Codebook) -> str:
    """Render a codebook as Markdown: a table a sheet."""
    return "\n".join(_markdown(book)) + "\n"


def rows(book: Codebook) -> Iterator[tuple[str, ...]]:
    """Give a codebook as one row of text a field, under `HEADERS`; a table writer needs no more."""
    for form in book["forms"]:
        for sheet in form["sheets"]:
            for field in sheet.get("fields", sheet.get("rows", ())):
                yield (f"{form['number']} {form['title']}", sheet["name"], *_row(field))


def notes(book: Codebook) -> list[str]:
    """Say under which texts it is asked for what is about persons, and that they were not read where they were not."""
    return [
        f"Dữ liệu về người: {text['name']}{'' if text['verified'] else ' (chưa đối chiếu)'}."
        for text in book["personal_data"]["law"]
    ]


def _form(form: Form) -> Codebook:
    return {
        "id": form.id,
        "number": form.number,
        "title": form.title,
        "version": form.version,
        "sheets": [_sheet(sheet) | _said_elsewhere(sheet, form) for sheet in form.sheets],
    }


def _sheet(sheet: Sheet) -> Codebook:
    where = anchors(sheet)
    head = {"id": sheet.id, "name": sheet.name, "kind": sheet.kind.value}
    if sheet.kind is SheetKind.LIST:
        fields = [_field(sheet, field) | {"label": caption(field), "column": where[field.id]} for field in sheet.asked]
        return head | {"header_row": HEADER_ROW, "first_row": FIRST_ROW, "fields": fields}
    return head | {"rows": [_field(sheet, field) | {"cell": where[field.id]} | _adding(field) for field in sheet.asked]}


def _said_elsewhere(sheet: Sheet, form: Form) -> Codebook:
    """What the sheet asked before and another field says now, with the sheet and the cell, or the column, of that field."""
    saying = ((field, field.said_by) for field in sheet.unasked if field.said_by)
    return {
        "said_elsewhere": [
            {
                "id": field.id,
                "label": field.label,
                "clause": field.clause,
                "sheet": by.sheet,
                "field": by.field,
                "at": anchors(form.sheet(by.sheet))[by.field],
            }
            for field, by in saying
        ]
    }


def _field(sheet: Sheet, field: Field) -> Codebook:
    return {
        "id": field.id,
        "label": field.label,
        "kind": field.kind.value,
        "required": field.required,
        "clause": field.clause,
        "min": _number(field.min),
        "max": _number(field.max),
        "choices": [entry.label for entry in field.choices.entries] if field.choices else None,
        "personal": _personal(purpose_of(sheet, field, PURPOSES)),
    }


def _personal(purpose: Purpose | None) -> Codebook | None:
    """For what something is asked about persons, and who sees it."""
    if purpose is None:
        return None
    seen_by = [{"who": seer.who, "outputs": seer.outputs} for seer in purpose.seen_by]
    return {"purpose": purpose.why, "clause": purpose.clause, "seen_by": seen_by}


def _adding(field: Field) -> Codebook:
    """How a line adds up, and the list of the form from which the template computes it (None: it is typed)."""
    computed = field.computed.sheet if field.computed else None
    return {"adds_up": field.adds_up.value if field.adds_up else None, "computed": computed}


def _number(value: Fraction | int | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _row(field: Codebook) -> tuple[str, ...]:
    limits = tuple("" if field[name] is None else f"{field[name]:g}" for name in ("min", "max"))
    return (
        field.get("cell") or field["column"],
        field["id"],
        field["label"],
        _KINDS[Kind(field["kind"])],
        "x" if field["required"] else "",
        field["clause"] or "",
        *limits,
        "; ".join(field["choices"] or ()),
        *_in_words(field["personal"]),
    )


def _in_words(personal: Codebook | None) -> tuple[str, str]:
    if personal is None:
        return "", ""
    return f"{personal['purpose']} Mục {personal['clause']}.", "; ".join(seer["who"] for seer in personal["seen_by"])


def _markdown(book: Codebook) -> Iterator[str]:
    yield f"# Các mẫu biểu năm {book['year']}"
    yield from (f"\n{note}" for note in notes(book))
    for form in book["forms"]:
        yield f"\n## {form['number']} {form['title']} (`{form['id']}`, {form['version']})"
        for sheet in form["sheets"]:
            yield f"\n### {sheet['name']} (`{sheet['id']}`)\n"
            yield f"| {' | '.join(HEADERS[2:])} |"
            yield f"|{'---|' * len(HEADERS[2:])}"
            for field in sheet.get("fields", sheet.get("rows", ())):
                yield f"| {' | '.join(text.replace('|', '/') for text in _row(field))} |"
