"""A printed template: whole, stamped, locked where it should be, guarded everywhere, and readable again."""

import io
import re
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from learnsoc_xlsx.catalogue.compose import form_in, forms_in
from learnsoc_xlsx.model.form.form import (
    FIRST_ROW,
    GUIDE_SHEET,
    HEADER_ROW,
    LIST_SHEET,
    STAMP_SHEET,
    TAG_ROW,
    Agreement,
    Choice,
    Choices,
    Field,
    Form,
    Kind,
    Sheet,
    SheetKind,
)
from learnsoc_xlsx.model.form.prefill import Notice, Prefill, Record, carried
from learnsoc_xlsx.model.form.printing import anchors, caption, hint
from learnsoc_xlsx.model.returns.submissions import Status, Submission
from learnsoc_xlsx.pipeline.terms.in_force import form_of, law
from learnsoc_xlsx.spreadsheet.book import Book
from learnsoc_xlsx.stages.read.normalise import normalise
from learnsoc_xlsx.stages.read.read import read
from learnsoc_xlsx.stages.template.cells.addresses import cells_of
from learnsoc_xlsx.stages.template.cells.excel_rules import rules
from learnsoc_xlsx.stages.template.cells.prompts import cut, refusal
from learnsoc_xlsx.stages.template.sheets.instructions import FILLING, SENDING
from learnsoc_xlsx.stages.template.template import template
from learnsoc_xlsx.vietnamese.dates import parse_date
from learnsoc_xlsx.vietnamese.marks import Mark, parse_mark
from learnsoc_xlsx.vietnamese.numbers import parse_number
from tests.books import opened

LAW = law()
FORMS = {form.id: form for form in forms_in(2026, LAW)}
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)


@cache
def printed(form: str) -> bytes:
    return template(FORMS[form])


@cache
def workbook(form: Form) -> Workbook:
    """A printed form, to be looked at by every test and changed by none."""
    return opened(printed(form.id))


def pages(form: Form) -> list[tuple[Sheet, Worksheet]]:
    book = workbook(form)
    return [(sheet, book[sheet.name]) for sheet in form.sheets]


# Sheets and stamps


@every_form
def test_every_sheet_is_there_in_order_and_the_machinery_is_hidden(form: Form) -> None:
    book = workbook(form)

    assert book.sheetnames == [GUIDE_SHEET, *(sheet.name for sheet in form.sheets), LIST_SHEET, STAMP_SHEET]
    assert [page.title for page in book if page.sheet_state != "visible"] == [LIST_SHEET, STAMP_SHEET]


@every_form
def test_the_stamp_stands_in_the_hidden_sheet_and_where_people_can_read_it(form: Form) -> None:
    stamp = f"learnsoc:{form.id}:{form.version}:2026:"
    book = workbook(form)
    cover = next(sheet.name for sheet in form.sheets if sheet.kind is SheetKind.FIXED)
    texts = {name: [cell.value for row in book[name] for cell in row if cell.value] for name in book.sheetnames}

    assert texts[STAMP_SHEET] == ["form", form.id, "version", form.version, "year", "2026", "unit", stamp]
    assert f"Dấu biểu mẫu: {stamp}" in texts[cover]
    assert f"Dấu biểu mẫu: {stamp}" in texts[GUIDE_SHEET]


def test_a_template_for_a_unit_bears_its_id_and_its_name_on_every_sheet() -> None:
    form = FORMS["village"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(template(form, Prefill("T01", "Thôn Đông"))))
    cells = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    unit_row = int(anchors(form.sheet("cover"))["unit_name"][1:]) - 1

    assert cells[STAMP_SHEET][4][0] == "learnsoc:village:2026.3:2026:T01"
    assert cells["Trang bìa"][unit_row][3] == "Thôn Đông"
    assert {cells[sheet.name][3][0] for sheet in form.sheets[1:]} == {"Đơn vị: Thôn Đông"}


def test_the_year_is_filled_in_beforehand() -> None:
    form = FORMS["village"]

    assert workbook(form)["Trang bìa"][anchors(form.sheet("cover"))["report_year"]].value == 2026


@every_form
def test_printing_twice_gives_the_same_bytes(form: Form) -> None:
    assert template(form) == printed(form.id)


def test_another_unit_another_year_another_template() -> None:
    other = template(form_in("village", 2025, LAW))

    assert len({other, printed("village"), template(FORMS["village"], Prefill("T01"))}) == 3


@pytest.mark.parametrize("year", [2023, 2025])
def test_the_forms_of_every_year_can_be_printed(year: int) -> None:
    """Those of 2024, 2026 and 2030 are printed and read back in `tests/journeys/test_templates.py`."""
    printed = [template(form) for form in forms_in(year, LAW)]

    assert len(printed) == len(FORMS)
    assert all(printed)


# Headings, ids, guide


def hidden(page: Worksheet, column: int) -> bool:
    """Whether a column, counted from 1, is hidden; neighbours alike share one entry."""
    return any(each.hidden and each.min <= column <= each.max for each in page.column_dimensions.values())


@every_form
def test_a_hidden_row_names_the_field_of_each_column(form: Form) -> None:
    for sheet, page in pages(form):
        assert page.row_dimensions[TAG_ROW].hidden
        if sheet.kind is SheetKind.LIST:
            assert {name: page[f"{letter}{TAG_ROW}"].value for name, letter in anchors(sheet).items()} == {
                field.id: field.id for field in sheet.asked
            }
        else:
            assert hidden(page, 7)
            rows = {name: int(cell[1:]) for name, cell in anchors(sheet).items()}
            assert {name: page[f"G{row}"].value for name, row in rows.items()} == {name: name for name in rows}


@every_form
def test_no_entry_cell_is_merged(form: Form) -> None:
    merged = [span for _, page in pages(form) for span in page.merged_cells.ranges]

    assert all(span.max_row < TAG_ROW for span in merged)


def test_the_guide_says_whom_to_ask_and_until_when() -> None:
    notice = Notice("Trần Thị Hoa, 0912 345 678", "ttht@example.vn", date(2026, 11, 29), "SỐ LIỆU MẪU")
    page = opened(template(FORMS["village"], notice=notice))[GUIDE_SHEET]
    said = " ".join(str(cell.value) for row in page for cell in row if cell.value)

    for words in (
        "Trần Thị Hoa, 0912 345 678",
        "ttht@example.vn",
        "29/11/2026",
        "SỐ LIỆU MẪU",
        "dạng .xlsx",
    ):
        assert words in said


@every_form
def test_the_guide_is_one_page_of_a4(form: Form) -> None:
    page = opened(printed(form.id))[GUIDE_SHEET]

    assert page.page_setup.fitToWidth in (None, 1)
    assert page.page_setup.fitToHeight in (None, 1)
    assert page.page_setup.paperSize in (9, "9")


def test_what_the_guide_says_is_accepted_is_accepted() -> None:
    numbers, dates, marks = FILLING[2:5]

    assert all(each in numbers for each in ("1500000", "1.500.000", "7,5", "70%"))
    assert parse_number("1500000").value == parse_number("1.500.000").value == 1_500_000
    assert parse_number("7,5").value == Fraction(15, 2)
    assert parse_number("70%").value == 70
    assert "13/5/2026" in dates
    assert parse_date("13/5/2026").value == date(2026, 5, 13)
    assert [parse_mark(each) for each in re.findall("“(.*?)”", marks)] == [Mark.YES, Mark.NO]


@pytest.mark.parametrize(
    "ending", [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".zip", "PDF", "Word", "ảnh", "mật khẩu"]
)
def test_the_guide_names_each_kind_of_file_that_is_accepted_or_not(ending: str) -> None:
    assert ending in " ".join(SENDING)


def test_codes_for_the_register_are_shown_with_their_meaning_and_chosen_from_a_dropdown() -> None:
    codes = {"key": Choices("Mã ngưỡng", (Choice("unit.communication", "Số buổi tuyên truyền"),))}
    book = opened(template(FORMS["register"], notice=Notice(codes=codes)))
    page = book[LIST_SHEET]

    column = next(cell.column_letter for cell in page[1] if cell.value == "Mã ngưỡng")
    rules = {str(rule.sqref).split(":")[0]: rule for rule in book["Ngưỡng"].data_validations.dataValidation}

    assert page.sheet_state == "visible"
    assert page[f"{column}2"].value == "unit.communication"
    assert page.cell(2, page[f"{column}2"].column + 1).value == "Số buổi tuyên truyền"
    assert rules["B7"].type == "list"
    assert rules["B7"].formula1 == f"'{LIST_SHEET}'!${column}$2:${column}$2"


# Looks and paper


@every_form
def test_everything_is_in_times_new_roman_whatever_the_theme(form: Form) -> None:
    for page in workbook(form):
        fonts = {(cell.font.name, cell.font.scheme) for row in page for cell in row}
        assert fonts == {("Times New Roman", None)}


@every_form
def test_every_page_prints_on_a4_one_page_wide_with_its_headers_repeated(form: Form) -> None:
    for _, page in pages(form):
        assert page.page_setup.paperSize == "9" or page.page_setup.paperSize == 9
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) in {(1, 0), (None, 0)}
        assert page.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
        margins = [
            round(side * 25.4)
            for side in (
                page.page_margins.left,
                page.page_margins.right,
                page.page_margins.top,
                page.page_margins.bottom,
            )
        ]
        assert margins == [30, 15, 20, 20]
        assert f"Mẫu {form.number}" in page.oddFooter.left.text
        assert "&P" in page.oddFooter.right.text or "&[Page]" in page.oddFooter.right.text


def test_covers_stand_upright_and_wide_lists_lie() -> None:
    book = workbook(FORMS["village"])

    assert book["Trang bìa"].page_setup.orientation != "landscape"
    assert book["Chỉ tiêu"].page_setup.orientation != "landscape"
    assert book["Công dân"].page_setup.orientation == "landscape"


# Locks


def unlocked(page: Worksheet) -> set[str]:
    return {cell.coordinate for row in page for cell in row if not cell.protection.locked}


@every_form
def test_every_sheet_is_locked_without_a_password(form: Form) -> None:
    for page in workbook(form):
        assert page.protection.sheet
        assert not page.protection.password


@every_form
def test_on_a_fixed_sheet_only_the_entry_cells_are_open(form: Form) -> None:
    for sheet, page in pages(form):
        if sheet.kind is SheetKind.FIXED:
            assert unlocked(page) == set(anchors(sheet).values()) - computed(sheet) | reasons(sheet)


def computed(sheet: Sheet) -> set[str]:
    """The cells that the form counts from its own lists, or that a run prints."""
    return {anchors(sheet)[each.id] for each in sheet.asked if each.computed or each.printed}


def test_a_figure_that_a_list_of_the_form_counts_is_computed_and_bears_its_result() -> None:
    marked: list[Record] = [
        {"head": "An", "household_recognised": True},
        {"head": "Ba"},
        {"household_recognised": True},
    ]
    data = template(FORMS["village"], Prefill("T01", "Thôn Đông", {"households": marked}))
    anchor = anchors(FORMS["village"].sheet("indicators"))["households_recognised"]
    name = anchors(FORMS["village"].sheet("households"))["household_recognised"]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Chỉ tiêu").to_python()

    assert str(opened(data)["Chỉ tiêu"][anchor].value).startswith(
        f"=SUMPRODUCT(COUNTIFS('Gia đình'!$B:$B,\"<>\",'Gia đình'!${name}:${name},{{"
    )
    assert rows[int(anchor[1:]) - 1][3] == 1


def test_another_number_than_the_list_counts_stands_as_it_was_given() -> None:
    known = Prefill("T01", "Thôn Đông", {"indicators": [{"households_recognised": 30}]})
    anchor = anchors(FORMS["village"].sheet("indicators"))["households_recognised"]

    assert opened(template(FORMS["village"], known))["Chỉ tiêu"][anchor].value == 30


def test_on_a_blank_form_no_figure_is_called_passed_over_because_others_are_computed() -> None:
    sheet = FORMS["village"].sheet("indicators")
    where = anchors(sheet)
    (rule,) = [rule for rule in rules(cells_of(sheet)) if rule.field == "population" and "COUNTA" in rule.formula]

    last = list(where.values())[-1]
    after = sorted(int(cell[1:]) for cell in where.values() if int(cell[1:]) > int(where["population"][1:]))
    assert rule.formula == f"=AND(LEN(TRIM($D${where['population'][1:]}))=0,COUNTA($D${after[0]}:$D${last[1:]})>6)"


def reasons(sheet: Sheet) -> set[str]:
    """The cells in which a unit may explain a figure far from last year's."""
    return {f"H{anchors(sheet)[each.id][1:]}" for each in sheet.asked if each.tolerance}


def test_a_figure_far_from_last_year_s_is_coloured_until_the_unit_says_why() -> None:
    form = FORMS["village"]
    printed = template(form, Prefill("T01", "Thôn Đông", reasons={"indicators": {"population": "sáp nhập thôn"}}))
    page = opened(printed)["Chỉ tiêu"]
    (formula,) = [
        rule.formula[0]
        for area in page.conditional_formatting
        for rule in area.rules
        if str(area.sqref) == "D20" and "$H$20" in rule.formula[0]
    ]

    assert (page["H6"].value, page["H20"].value, page["H21"].value) == ("Giải trình", "sáp nhập thôn", None)
    assert formula == (
        "IF(COUNT($D$20,$F$20)=2,AND($F$20>0,OR($D$20>$F$20*2,$D$20*2<$F$20),"
        "ABS($D$20-$F$20)>=50,LEN(TRIM($H$20))=0),FALSE)"
    )


def test_a_sheet_without_such_figures_has_no_column_of_reasons() -> None:
    assert opened(template(FORMS["village"]))["Trang bìa"]["H6"].value is None


@every_form
def test_on_a_list_nothing_is_open_above_the_first_row_and_everything_below_it(form: Form) -> None:
    for sheet, page in pages(form):
        if sheet.kind is SheetKind.LIST:
            rows = {int(re.sub(r"\D", "", cell)) for cell in unlocked(page)}
            assert min(rows) == FIRST_ROW
            printed = {cell.coordinate for row in page.iter_rows(min_row=FIRST_ROW) for cell in row}
            assert unlocked(page) == printed


@every_form
def test_rows_of_a_list_can_be_added_removed_and_sorted(form: Form) -> None:
    for sheet, page in pages(form):
        if sheet.kind is SheetKind.LIST:
            forbidden = page.protection
            assert not any(
                (
                    forbidden.insertRows,
                    forbidden.deleteRows,
                    forbidden.sort,
                    forbidden.formatColumns,
                    forbidden.autoFilter,
                )
            )
            assert len(list(page.iter_rows(min_row=FIRST_ROW))) == sheet.rows


# Validations


@every_form
def test_each_field_has_one_validation_with_a_prompt_that_excel_takes(form: Form) -> None:
    for sheet, page in pages(form):
        found = {
            cell.split(":")[0]: each
            for each in page.data_validations.dataValidation
            for cell in str(each.sqref).split()
        }
        first = {
            f"{anchor}{FIRST_ROW}" if sheet.kind is SheetKind.LIST else anchor for anchor in anchors(sheet).values()
        }
        assert set(found) == first | reasons(sheet)
        for each in found.values():
            assert 0 < len(each.promptTitle) <= 32
            assert 0 < len(each.prompt) <= 255
            assert len(each.errorTitle or "") <= 32
            assert len(each.error or "") <= 255


def validations(form: str, sheet: str) -> dict[str, Any]:
    page = workbook(FORMS[form])[FORMS[form].sheet(sheet).name]
    by_cell = {str(each.sqref).split(":")[0]: each for each in page.data_validations.dataValidation}
    where = anchors(FORMS[form].sheet(sheet))
    return {name: by_cell[anchor if anchor[-1].isdigit() else f"{anchor}{FIRST_ROW}"] for name, anchor in where.items()}


def test_each_kind_is_validated_as_what_it_is() -> None:
    households = validations("village", "households")
    classes = validations("centre", "classes")

    kinds = {
        name: households[name].type for name in ("birth_year", "members", "money", "gdht_1", "household_recognised")
    }

    assert kinds == {
        "birth_year": "whole",
        "members": "whole",
        "money": "whole",
        "gdht_1": "decimal",
        "household_recognised": "list",
    }
    assert classes["held_on"].type == "date"


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (0, None, "Ô này cần một số nguyên từ 0 trở lên, viết liền bằng chữ số, ví dụ 12."),
        (1, 12, "Ô này cần một số nguyên từ 1 đến 12, viết liền bằng chữ số."),
        (1, 1, "Ô này cần một số nguyên bằng 1, viết liền bằng chữ số."),
    ],
)
def test_no_example_is_given_that_the_cell_would_refuse(least: int, most: int | None, said: str) -> None:
    assert refusal(Field("n", "Số", Kind.COUNT, min=least, max=most)) == said


def test_a_dropdown_takes_its_entries_from_the_list_sheet() -> None:
    book = workbook(FORMS["village"])
    formula = validations("village", "nominations")["award"].formula1
    name, cells = formula.split("!")

    assert name.strip("'") == LIST_SHEET
    assert [cell[0].value for cell in book[LIST_SHEET][cells.replace("$", "")]] == ["Hộ gia đình", "Dòng họ", "Cá nhân"]


def test_a_date_that_the_machine_does_not_understand_may_be_kept() -> None:
    dates = validations("village", "cover")["report_date"]

    assert dates.errorStyle == "warning"


# Rules shown in red


LISTED = Sheet(
    "people",
    "Người",
    "NGƯỜI",
    SheetKind.LIST,
    (
        Field("name", "Tên", Kind.TEXT, identity=True),
        Field("adults", "Người lớn", Kind.COUNT, min=0, max=90),
        Field("learners", "Người học", Kind.COUNT, at_most="adults"),
        Field("a", "A", Kind.SCORE),
        Field("mark", "Đạt", Kind.MARK),
        Field("since", "Từ ngày", Kind.DATE, needs="mark"),
    ),
    distinct=("name",),
    agreements=(Agreement("mark", ("a",), Fraction(8), Fraction(5), "Danh hiệu"),),
)
FIXED = Sheet(
    "sums",
    "Quỹ",
    "QUỸ",
    SheetKind.FIXED,
    (
        Field("opening", "Đầu năm", Kind.MONEY, required=True),
        Field("spent", "Chi", Kind.MONEY),
        Field("closing", "Cuối năm", Kind.MONEY, equals=("opening", "-spent")),
    ),
)


_DATED = 'SUBSTITUTE(SUBSTITUTE(TRIM($G7),".","/"),"-","/")'
_FIRST = f'FIND("/",{_DATED})'
_SECOND = f'FIND("/",{_DATED},{_FIRST}+1)'
_BEGINS = f"VALUE(LEFT({_DATED},{_FIRST}-1))"
_MONTH = f"VALUE(MID({_DATED},{_FIRST}+1,{_SECOND}-{_FIRST}-1))"
_ENDS = f"VALUE(MID({_DATED},{_SECOND}+1,4))"
_YEAR, _DAY = f"IF({_BEGINS}>31,{_BEGINS},{_ENDS})", f"IF({_BEGINS}>31,{_ENDS},{_BEGINS})"
NO_DAY = (
    '=IF(OR(ISNUMBER($G7),LEN($G7)-LEN(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE($G7,"/",""),".",""),"-",""))<>2),FALSE,'
    f"IFERROR(OR({_MONTH}>12,DAY(DATE({_YEAR},{_MONTH},{_DAY}))<>{_DAY}),TRUE))"
)


def test_every_rule_of_a_list_has_its_formula() -> None:
    found = [(rule.field, rule.formula, rule.look) for rule in rules(cells_of(LISTED))]

    assert found == [
        ("name", "=AND(LEN(TRIM($B7))=0,COUNTA($B7:$G7)>0)", "wrong"),
        ("adults", "=AND(LEN(TRIM($C7))>0,NOT(ISNUMBER($C7)))", "wrong"),
        ("adults", "=IF(ISNUMBER($C7),$C7<>INT($C7),FALSE)", "wrong"),
        ("adults", "=AND(ISNUMBER($C7),$C7<0)", "wrong"),
        ("adults", "=AND(ISNUMBER($C7),$C7>90)", "wrong"),
        ("learners", "=AND(LEN(TRIM($D7))>0,NOT(ISNUMBER($D7)))", "wrong"),
        ("learners", "=IF(ISNUMBER($D7),$D7<>INT($D7),FALSE)", "wrong"),
        ("learners", "=AND(ISNUMBER($D7),ISNUMBER($C7),$D7>$C7)", "wrong"),
        ("a", "=AND(LEN(TRIM($E7))>0,NOT(ISNUMBER($E7)))", "wrong"),
        ("mark", '=AND(LEN(TRIM($F7))>0,TRIM($F7)<>"x",TRIM($F7)<>"không")', "wrong"),
        ("mark", "=AND(LEN(TRIM($F7))=0,LEN(TRIM($G7))>0)", "wrong"),
        (
            "since",
            '=AND(LEN(TRIM($G7))>0,NOT(ISNUMBER($G7)),LEN($G7)-LEN(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE($G7,"/",""),".",""),"-",""))<>2)',
            "wrong",
        ),
        ("since", NO_DAY, "wrong"),
        ("name", '=IF(LEN(TRIM($B7))>0,COUNTIFS($B$7:$B7,$B7&"")>1,FALSE)', "wrong"),
        ("mark", '=AND(TRIM($F7)="x",COUNT($E7)=1,OR(SUM($E7)<8,MIN($E7)<5))', "wrong"),
        ("mark", "=AND(LEN(TRIM($F7))=0,COUNT($E7)=1,SUM($E7)>=8,MIN($E7)>=5)", "doubtful"),
    ]


def test_a_fixed_sheet_shows_what_was_passed_over_and_what_does_not_balance() -> None:
    found = [rule.formula for rule in rules(cells_of(FIXED))]

    assert "=AND(LEN(TRIM($D$7))=0,COUNTA($D$8:$D$9)>0)" in found
    assert "=IF(COUNT($D$9,$D$7,$D$8)=3,$D$9<>$D$7-$D$8,FALSE)" in found


@every_form
def test_every_rule_is_on_its_cells_as_conditional_formatting(form: Form) -> None:
    for sheet, page in pages(form):
        found = {
            (str(area.sqref).split(":")[0], rule.formula[0])
            for area in page.conditional_formatting
            for rule in area.rules
        }
        cells = cells_of(sheet, form.sheets)
        wanted = {(cells.area(rule.field).split(":")[0], rule.formula.removeprefix("=")) for rule in rules(cells)}
        assert wanted <= found


# What is printed can be read


def submission() -> Submission:
    return Submission(0, "mau.xlsx", "", 0, Status.ACCEPTED)


@every_form
def test_a_blank_template_is_read_without_a_word(form: Form) -> None:
    taken = read(Book(printed(form.id), "xlsx"), form, submission())

    assert taken.findings == ()
    tables = taken.tables
    assert [table.sheet.id for table in tables] == [sheet.id for sheet in form.sheets]
    assert [len(table.lines) for table in tables if table.sheet.kind is SheetKind.LIST] == [0] * sum(
        sheet.kind is SheetKind.LIST for sheet in form.sheets
    )
    for table in tables:
        assert table.layouts[0].anchors == anchors(table.sheet)


def test_what_was_filled_in_beforehand_is_read_back() -> None:
    form = FORMS["village"]
    known = Prefill(
        "T01",
        "Thôn Đông",
        {
            "households": [
                {
                    "head": "Nguyễn Văn An",
                    "birth_year": 1970,
                    "members": 4,
                    "gdht_1": Fraction(15, 2),
                    "cultural_family": True,
                }
            ],
            "citizens": [{"name": "=1+1", "subject_group": "farmer", "citizen_recognised": False}],
            "cover": [{"report_date": date(2026, 11, 20)}],
        },
        {"indicators": {"population": 1200}},
    )
    data = template(form, known)
    taken = read(Book(data, "xlsx"), form, submission())
    normals = {table.sheet.id: normalise(table) for table in taken.tables}
    household = normals["households"][0].rows.iloc[0]
    citizen = normals["citizens"][0].rows.iloc[0]
    cover = normals["cover"][0].rows.iloc[0]

    assert taken.findings == ()
    assert [findings for _, findings in normals.values() if findings] == []
    assert (
        household["row"],
        household["head"],
        household["members"],
        household["gdht_1"],
        household["cultural_family"],
    ) == (7, "Nguyễn Văn An", 4, 750, True)
    assert (citizen["name"], citizen["subject_group"], citizen["citizen_recognised"]) == ("=1+1", "farmer", False)
    assert (cover["report_date"], cover["unit_name"]) == (date(2026, 11, 20).toordinal(), "Thôn Đông")
    assert opened(data)["Chỉ tiêu"]["F" + anchors(form.sheet("indicators"))["population"][1:]].value == 1200


def test_a_long_list_of_last_year_gets_rows_to_spare() -> None:
    rows = {"households": [{"head": f"Hộ {number}"} for number in range(100)]}
    page = opened(template(FORMS["village"], Prefill("T01", "Thôn Đông", rows)))["Gia đình"]

    assert page["A116"].value == 110
    assert page["A117"].value is None


def test_only_what_lasts_is_carried_from_last_year() -> None:
    households = {field.id for field in carried(FORMS["village"].sheet("households"))}
    citizens = {field.id for field in carried(FORMS["village"].sheet("citizens"))}

    assert households == {"head", "birth_year", "members", "children", "note"}
    assert citizens == {"name", "birth_year", "subject_group", "note"}


# Words


def test_a_title_too_long_for_excel_is_cut_between_words() -> None:
    assert cut("Đang bị xem xét kỷ luật, thanh tra, khiếu nại", 32) == "Đang bị xem xét kỷ luật, thanh…"
    assert cut("Ngắn", 32) == "Ngắn"


def test_a_hint_names_the_lines_a_rule_looks_at() -> None:
    numbers = {"opening": 1, "spent": 2, "closing": 3}

    assert hint(FIXED.asked[2], numbers) == "Bằng dòng 1 − dòng 2."
    assert hint(Field("x", "X", Kind.COUNT, "Ghi 1", at_most="spent"), numbers) == "Ghi 1. Không lớn hơn dòng 2."


def test_a_row_has_a_height_of_its_own_only_where_what_is_known_takes_more_lines() -> None:
    """An office program lets a row grow while somebody types, unless the row has a height of its own."""
    rows: dict[str, list[Record]] = {
        "households": [
            {"head": "Hoàng Thị Thanh Phượng Nguyễn", "birth_year": 1972},
            {"head": "Lê A", "birth_year": 1980},
        ]
    }
    page = opened(template(FORMS["village"], Prefill("T01", "Thôn Đông", rows)))["Gia đình"]

    assert [page.row_dimensions[FIRST_ROW + at].height for at in range(3)] == [33, None, None]


def test_a_row_is_as_high_as_the_label_of_a_choice_needs() -> None:
    """“Ban, ngành, đoàn thể” takes two lines where its id “department” takes one."""
    rows: dict[str, list[Record]] = {"units": [{"kind": "department"}, {"kind": "village"}]}
    page = opened(template(form_of("register", 2026), Prefill(rows=rows)))["Đơn vị"]

    assert [page.row_dimensions[FIRST_ROW + at].height for at in range(2)] == [33, None]


@pytest.mark.parametrize(("sheet", "cell"), [("Kinh phí", "C7"), ("Chỉ tiêu", "D8")])
def test_numbers_are_parted_by_dots_in_any_office_program(sheet: str, cell: str) -> None:
    assert opened(printed("village"))[sheet][cell].number_format == "[$-42A]#,##0"


def test_the_header_of_points_says_how_many_there_may_be() -> None:
    headers = [cell.value for cell in workbook(FORMS["village"])["Công dân"][HEADER_ROW]]
    points = [each for each in FORMS["village"].sheet("citizens").asked if each.kind is Kind.SCORE]

    assert len(points) == 10
    assert all(f"{each.label} (tối đa 10)" in headers for each in points)
    assert caption(Field("a", "Kỹ năng", Kind.SCORE, max=Fraction(15, 2))) == "Kỹ năng (tối đa 7,5)"


def test_the_example_of_a_year_fits_the_field() -> None:
    born, recognised = (Field("y", "Năm", Kind.YEAR, min=least) for least in (1900, 2000))

    assert ("ví dụ 1975" in refusal(born), "ví dụ 2026" in refusal(recognised)) == (True, True)


def test_the_example_of_a_count_lies_within_its_bounds() -> None:
    month, people = Field("m", "Tháng", Kind.COUNT, min=1, max=12), Field("p", "Số người", Kind.COUNT, min=0)

    assert refusal(month) == "Ô này cần một số nguyên từ 1 đến 12, viết liền bằng chữ số."
    assert "từ 0 trở lên, viết liền bằng chữ số, ví dụ 12." in refusal(people)
