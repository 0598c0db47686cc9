"""The codebook tells outsiders where everything stands, and the printed templates agree with it."""

import io
import json

import pytest
from python_calamine import CalamineWorkbook

from learnsoc_xlsx.catalogue.compose import form_in
from learnsoc_xlsx.catalogue.forms_as_data import HEADERS, codebook, codebook_json, codebook_markdown, rows
from learnsoc_xlsx.pipeline.terms.in_force import law
from learnsoc_xlsx.stages.template.codebook_workbook import codebook_workbook
from learnsoc_xlsx.stages.template.template import template

LAW = law()
BOOK = codebook(2026, LAW)
FORMS = [pytest.param(form, id=form["id"]) for form in BOOK["forms"]]


def printed(form: str) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(template(form_in(form, 2026, LAW))))


def index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


@pytest.mark.parametrize("form", FORMS)
def test_every_label_is_printed_where_the_codebook_says(form: dict) -> None:  # type: ignore[type-arg]
    book = printed(form["id"])

    for sheet in form["sheets"]:
        cells = book.get_sheet_by_name(sheet["name"]).to_python(skip_empty_area=False)
        if sheet["kind"] == "list":
            header = cells[sheet["header_row"] - 1]
            found = {field["id"]: header[index(field["column"])] for field in sheet["fields"]}
            assert found == {field["id"]: field["label"] for field in sheet["fields"]}
            assert sheet["first_row"] == sheet["header_row"] + 1
        else:
            assert all(field["cell"][0] == "D" for field in sheet["rows"])
            found = {field["id"]: cells[int(field["cell"][1:]) - 1][1] for field in sheet["rows"]}
            assert found == {field["id"]: field["label"] for field in sheet["rows"]}


def test_a_list_is_described_as_the_contract_says() -> None:
    village = next(form for form in BOOK["forms"] if form["id"] == "village")
    households = next(sheet for sheet in village["sheets"] if sheet["id"] == "households")

    assert {name: village[name] for name in ("number", "version")} == {"number": "01", "version": "2026.3"}
    assert {name: households[name] for name in ("name", "kind", "header_row", "first_row")} == {
        "name": "Gia đình",
        "kind": "list",
        "header_row": 6,
        "first_row": 7,
    }
    assert households["fields"][0] == {
        "id": "head",
        "label": "Họ và tên chủ hộ",
        "kind": "text",
        "column": "B",
        "required": True,
        "clause": None,
        "min": None,
        "max": None,
        "choices": None,
        "personal": {
            "purpose": "Để đếm, xét công nhận danh hiệu và đối chiếu người được đề nghị khen.",
            "clause": "II.5",
            "seen_by": [
                {"who": "cán bộ tổng hợp của xã", "outputs": "Kiem_tra, Danh_sach, Can_cu"},
                {"who": "chính đơn vị đã gửi", "outputs": "thư trả lời, tệp đã đánh dấu, mẫu điền sẵn năm sau"},
            ],
        },
    }


def test_a_fixed_sheet_is_described_as_the_contract_says() -> None:
    village = next(form for form in BOOK["forms"] if form["id"] == "village")
    indicators = next(sheet for sheet in village["sheets"] if sheet["id"] == "indicators")
    total = next(row for row in indicators["rows"] if row["id"] == "households_total")

    assert indicators["kind"] == "fixed"
    assert {name: total[name] for name in ("label", "kind", "required", "clause", "adds_up")} == {
        "label": "Tổng số hộ",
        "kind": "count",
        "required": True,
        "clause": "II.5",
        "adds_up": "stock",
    }


def test_json_gives_back_the_codebook_with_vietnamese_unescaped() -> None:
    text = codebook_json(BOOK)

    assert json.loads(text) == BOOK
    assert "Tổng số hộ" in text


def test_the_other_forms_of_it_name_every_field() -> None:
    lines = list(rows(BOOK))
    ids = [
        field["id"]
        for form in BOOK["forms"]
        for sheet in form["sheets"]
        for field in sheet.get("fields", sheet.get("rows"))
    ]
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(codebook_workbook(2026, HEADERS, lines)))
    cells = workbook.get_sheet_by_index(0).to_python()
    markdown = codebook_markdown(BOOK)

    assert [line[HEADERS.index("Mã")] for line in lines] == ids
    assert cells == [list(HEADERS), *map(list, lines)]
    assert all(f"| {name} |" in markdown for name in ids)


def test_what_another_field_says_is_found_where_it_is_said() -> None:
    village = next(form for form in BOOK["forms"] if form["id"] == "village")
    elsewhere = {one["id"]: one for sheet in village["sheets"] for one in sheet["said_elsewhere"]}

    assert {name: (one["sheet"], one["at"]) for name, one in elsewhere.items()} == {
        "learning_plan_issued": ("cover", "D21"),
        "association_members": ("indicators", "D21"),
        "villages_total": ("cover", "D9"),
        "villages_registered": ("cover", "D14"),
        "villages_recognised": ("cover", "D15"),
        "budget_money": ("funds", "C"),
        "mobilised_money": ("funds", "D"),
        "cdhtthon_plan": ("cover", "D21"),
        "dhht_fund": ("clans", "G"),
    }
