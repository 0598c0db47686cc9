"""The list of papers: under which number and on which day each was signed that belongs to a round.

Its fields are the attributes of `PaperRow` in `model/register.py`; its kinds are those of `model/papers/issued.py`.
"""

from learnsoc_xlsx.model.form.form import Choice, Choices, Field, Kind, Sheet, SheetKind

PAPER_KINDS = Choices(
    "paper_kind",
    (
        Choice("submission", "Tờ trình", ("TTr",)),
        Choice("minutes", "Biên bản họp", ("Biên bản", "BB")),
        Choice("decision", "Quyết định khen thưởng", ("Quyết định", "QĐ")),
        Choice("report", "Báo cáo", ("BC",)),
        Choice("request", "Đề nghị cấp trên", ("Tờ trình đề nghị cấp trên",)),
    ),
)

PAPERS = Sheet(
    id="papers",
    name="Văn bản",
    title="SỐ VÀ NGÀY CỦA VĂN BẢN TRONG TỪNG ĐỢT XÉT",
    kind=SheetKind.LIST,
    intro="Ghi khi văn bản đã có số hoặc đã ký; chưa có thì để trống, văn bản in ra có chỗ trống để ghi tay. Báo cáo năm ghi ở "
    "đợt hằng năm, báo cáo sơ kết, tổng kết ghi ở đợt của giai đoạn. Ngày ký quyết định là ngày tính tiền thưởng.",
    fields=(
        Field(
            "kind",
            "Loại văn bản",
            Kind.CHOICE,
            PAPER_KINDS.help,
            required=True,
            identity=True,
            choices=PAPER_KINDS,
            width=22,
            since_revision=4,
        ),
        Field(
            "round",
            "Mã đợt xét",
            Kind.TEXT,
            "Chép đúng mã từ trang Danh mục.",
            required=True,
            identity=True,
            width=18,
            since_revision=4,
        ),
        Field(
            "year",
            "Năm",
            Kind.YEAR,
            "Năm của đợt xét, không phải năm ký. Chỉ để trống khi mã đợt xét đã có năm, ví dụ annual-2026.",
            min=2020,
            width=9,
            since_revision=4,
        ),
        Field("number", "Số, ký hiệu", Kind.TEXT, "Ví dụ 15/QĐ-UBND.", width=16, since_revision=4),
        Field("signed_on", "Ngày ký", Kind.DATE, "Ví dụ 3/3/2026.", width=12, since_revision=4),
        Field(
            "note",
            "Ghi chú",
            Kind.TEXT,
            "Điều cần nhớ về văn bản; không in ra.",
            width=34,
            since_revision=4,
            personal=True,
        ),
    ),
    distinct=("kind", "round", "year"),
    rows=30,
)
