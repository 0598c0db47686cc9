"""The list of the award fund: what it had, what came in, what else was spent; what awards cost a run reckons itself.

Its fields are the attributes of `FundEntry` in `model/register.py`. What a sum rests on may name a donor.
"""

from learnsoc_xlsx.model.form.form import Choice, Choices, Field, Kind, Sheet, SheetKind

FUND_KINDS = Choices(
    "fund_kind",
    (
        Choice("opening", "Dư đầu năm", ("Số dư đầu năm", "Năm trước chuyển sang")),
        Choice("budget", "Ngân sách nhà nước", ("Ngân sách", "NSNN")),
        Choice("mobilised", "Tài trợ, đóng góp hợp pháp", ("Tài trợ", "Đóng góp", "Xã hội hóa")),
        Choice("other_income", "Thu khác"),
        Choice("other_spending", "Chi khác"),
    ),
)

FUND = Sheet(
    id="fund",
    name="Quỹ khen thưởng",
    title="QUỸ KHEN THƯỞNG CỦA PHONG TRÀO THEO NĂM",
    kind=SheetKind.LIST,
    intro="Mỗi dòng một khoản thu hoặc chi khác, có chứng từ. Tiền thưởng kèm theo khen thưởng không ghi ở đây: chương trình tự "
    "tính. Số liệu của quỹ hiện ở tệp Quy_thong_ke của từng năm.",
    fields=(
        Field(
            "year",
            "Năm",
            Kind.YEAR,
            "Năm ngân sách.",
            required=True,
            identity=True,
            min=2020,
            width=9,
            since_revision=4,
        ),
        Field(
            "kind",
            "Khoản",
            Kind.CHOICE,
            FUND_KINDS.help,
            required=True,
            identity=True,
            choices=FUND_KINDS,
            width=26,
            since_revision=4,
        ),
        Field(
            "amount",
            "Số tiền",
            Kind.MONEY,
            "Bằng đồng, ví dụ 15.000.000.",
            required=True,
            min=0,
            unit="đồng",
            width=16,
            since_revision=4,
        ),
        Field(
            "source",
            "Căn cứ, chứng từ",
            Kind.TEXT,
            "Quyết định, phiếu thu, phiếu chi.",
            width=34,
            since_revision=4,
            personal=True,
        ),
        Field(
            "note", "Ghi chú", Kind.TEXT, "Điều cần nói thêm về khoản này.", width=30, since_revision=4, personal=True
        ),
    ),
    rows=30,
)
