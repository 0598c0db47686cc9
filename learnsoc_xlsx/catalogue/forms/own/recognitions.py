"""Decisions of recognition: a sheet of the register, and form 09 for one decision with a long list of names.

Every title is then known from there, with number, day and issuer (III.1: “được công nhận”). Both ask the same
fields, which the register has from its second revision on.
"""

from dataclasses import replace

from learnsoc_xlsx.model.form.form import Choice, Choices, DecidedBy, Field, Form, Kind, Sheet, SheetKind, SpeaksOf

TITLES = Choices(
    "title",
    (
        Choice("learning_family", "Gia đình học tập", ("GĐHT",)),
        Choice("learning_clan", "Dòng họ học tập", ("DHHT",)),
        Choice("learning_village", "Cộng đồng học tập thôn", ("Cộng đồng học tập", "CĐHT")),
        Choice("learning_unit", "Đơn vị học tập", ("ĐVHT",)),
        Choice("learning_citizen", "Công dân học tập", ("CDHT",)),
    ),
)
"""The titles of the law, by their ids."""

NAME = Field(
    "name",
    "Họ và tên, tên được công nhận",
    Kind.TEXT,
    "Họ và tên người, chủ hộ; tên dòng họ, thôn, đơn vị. Ghi như trong quyết định.",
    required=True,
    identity=True,
    personal=True,
    width=30,
)
BORN = Field(
    "birth_year",
    "Năm sinh",
    Kind.YEAR,
    "Năm sinh của người, của chủ hộ. Cần khi trùng họ tên.",
    min=1900,
    personal=True,
    width=9,
)
UNIT = Field(
    "unit",
    "Mã đơn vị",
    Kind.TEXT,
    "Mã trong trang Đơn vị: thôn của hộ, dòng họ; đơn vị của người; mã của chính thôn, đơn vị được công nhận.",
    width=10,
)

NUMBER = Field(
    "number",
    "Số quyết định",
    Kind.TEXT,
    "Ví dụ 125/QĐ-UBND.",
    required=True,
    section="Quyết định",
    width=17,
)
DAY = Field(
    "decided_on",
    "Ngày quyết định",
    Kind.DATE,
    "Ngày ký, ví dụ 20/10/2026.",
    required=True,
    section="Quyết định",
    width=12,
)
ISSUER = Field(
    "issuer",
    "Cơ quan ban hành",
    Kind.TEXT,
    "Cơ quan ký quyết định, ví dụ UBND xã.",
    required=True,
    section="Quyết định",
    width=20,
)
TITLE = Field(
    "title",
    "Danh hiệu",
    Kind.CHOICE,
    "Chọn danh hiệu được công nhận trong danh sách của ô.",
    required=True,
    clause="III.1",
    section="Danh hiệu",
    choices=TITLES,
    width=22,
)
FOR_YEAR = Field(
    "year",
    "Công nhận cho năm",
    Kind.YEAR,
    "Năm mà danh hiệu được công nhận, có thể khác năm ký quyết định.",
    required=True,
    section="Danh hiệu",
    min=2020,
    width=10,
)

WHO_IS_RECOGNISED = SpeaksOf(
    "title", "name", "birth_year", "unit", "year", recognises=DecidedBy("number", "decided_on", "issuer")
)
WHOLE = "Đã ghi quyết định của một danh hiệu trong một năm thì ghi đủ mọi tên: báo cáo đánh dấu đạt mà không có tên ở đây sẽ được hỏi lại."

RECOGNITIONS = Sheet(
    id="recognitions",
    name="Quyết định công nhận",
    title="QUYẾT ĐỊNH CÔNG NHẬN DANH HIỆU HỌC TẬP",
    kind=SheetKind.LIST,
    intro=f"Mỗi dòng một tên trong quyết định. Danh sách dài thì ghi vào mẫu 09, để cùng thư mục với danh bạ. {WHOLE}",
    fields=(
        replace(NUMBER, since_revision=2),
        replace(DAY, since_revision=2),
        replace(ISSUER, since_revision=2),
        replace(TITLE, since_revision=2),
        replace(FOR_YEAR, since_revision=2),
        replace(NAME, since_revision=2),
        replace(BORN, since_revision=2),
        replace(UNIT, since_revision=2),
    ),
    distinct=("name", "birth_year", "unit", "title", "year"),
    rows=30,
    speaks_of=WHO_IS_RECOGNISED,
)

DECISION = Sheet(
    id="decision",
    name="Quyết định",
    title="QUYẾT ĐỊNH CÔNG NHẬN DANH HIỆU HỌC TẬP",
    kind=SheetKind.FIXED,
    intro="Mỗi quyết định một tệp, do xã ghi và để cùng thư mục với danh bạ. Tệp đến qua thư của đơn vị không được dùng.",
    fields=(NUMBER, DAY, ISSUER, TITLE, FOR_YEAR),
)

RECOGNISED = Sheet(
    id="recognised",
    name="Danh sách công nhận",
    title="DANH SÁCH KÈM THEO QUYẾT ĐỊNH CÔNG NHẬN",
    kind=SheetKind.LIST,
    intro=f"Mỗi dòng một tên trong quyết định; chép được cả danh sách từ tệp của quyết định. {WHOLE}",
    fields=(NAME, BORN, replace(UNIT, width=12)),
    distinct=("name", "birth_year", "unit"),
    rows=100,
    speaks_of=WHO_IS_RECOGNISED,
)

RECOGNITION_LIST = Form(
    id="recognitions",
    number="09",
    title="Quyết định công nhận",
    unit_kinds=(),
    audience="Cán bộ tổng hợp của xã",
    sheets=(DECISION, RECOGNISED),
)
