"""Columns that several lists of people share: who, what they gave, a note."""

from learnsoc_xlsx.model.form.form import AddsUp, Field, Kind

BIRTH_YEAR = Field(
    "birth_year",
    "Năm sinh",
    Kind.YEAR,
    "Năm sinh bốn chữ số, ví dụ 1975. Cần khi có người trùng họ tên.",
    min=1900,
    width=7,
    personal=True,
)
NOTE = Field("note", "Ghi chú", Kind.TEXT, "Điều cần nói thêm, nếu có.", width=13, personal=True)

CONTRIBUTIONS_OF_HOUSEHOLD = (
    Field(
        "labour_days",
        "Ngày công đóng góp",
        Kind.COUNT,
        "Số ngày công góp cho việc học của thôn trong năm. Không có thì ghi 0.",
        unit="ngày",
        clause="III.1.3.b",
        min=0,
        adds_up=AddsUp.FLOW,
        width=8,
    ),
    Field(
        "ideas",
        "Ý kiến, sáng kiến đóng góp",
        Kind.COUNT,
        "Số ý kiến, sáng kiến góp cho phong trào trong năm. Không có thì ghi 0.",
        unit="ý kiến",
        clause="III.1.3.b",
        min=0,
        adds_up=AddsUp.FLOW,
        width=9,
    ),
    Field(
        "money",
        "Tiền, hiện vật đóng góp (đồng)",
        Kind.MONEY,
        "Tiền và giá trị hiện vật góp trong năm, tính bằng đồng, ví dụ 500000. Không có thì ghi 0.",
        unit="đồng",
        clause="III.1.3.b",
        min=0,
        adds_up=AddsUp.FLOW,
        width=12,
    ),
)

CONTRIBUTIONS_OF_CITIZEN = (
    Field(
        "labour_days",
        "Ngày công đóng góp",
        Kind.COUNT,
        "Số ngày công góp cho phong trào trong năm. Không có thì ghi 0.",
        unit="ngày",
        clause="III.1.5.b",
        min=0,
        adds_up=AddsUp.FLOW,
        width=8,
    ),
    Field(
        "ideas",
        "Ý kiến, sáng kiến đóng góp",
        Kind.COUNT,
        "Số ý kiến, sáng kiến góp cho phong trào trong năm. Không có thì ghi 0.",
        unit="ý kiến",
        clause="III.1.5.b",
        min=0,
        adds_up=AddsUp.FLOW,
        width=9,
    ),
    Field(
        "money",
        "Tiền, hiện vật đóng góp (đồng)",
        Kind.MONEY,
        "Tiền và giá trị hiện vật góp trong năm, tính bằng đồng, ví dụ 500000. Không có thì ghi 0.",
        unit="đồng",
        clause="III.1.5.b",
        min=0,
        adds_up=AddsUp.FLOW,
        width=12,
    ),
)
