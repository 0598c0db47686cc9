"""The list of what the commune issued for the movement: plans, rules, incentives (IV.2.a)."""

from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind

DOCUMENTS = Sheet(
    id="documents",
    name="Văn bản của xã",
    title="VĂN BẢN CỦA XÃ VỀ XÂY DỰNG XÃ HỘI HỌC TẬP",
    kind=SheetKind.LIST,
    intro="Mỗi dòng một văn bản xã ban hành trong năm: kế hoạch, quy định, quy chế, chính sách khuyến khích. "
    "Văn bản của cấp trên và của thôn, đơn vị không ghi ở đây.",
    fields=(
        Field(
            "number",
            "Số, ký hiệu",
            Kind.TEXT,
            "Ví dụ 55/KH-UBND. Chưa có số thì ghi tên văn bản.",
            required=True,
            identity=True,
            clause="IV.2.a",
            width=18,
        ),
        Field("issued_on", "Ngày ban hành", Kind.DATE, "Ngày ký, ví dụ 13/5/2026.", clause="IV.2.a", width=13),
        Field(
            "about",
            "Tên, nội dung chính",
            Kind.TEXT,
            "Ví dụ Kế hoạch triển khai phong trào năm 2026.",
            required=True,
            clause="IV.2.a",
            width=52,
        ),
        Field(
            "incentive",
            "Có quy định khuyến khích, thu hút",
            Kind.MARK,
            "Ghi “x” nếu văn bản có mức thưởng, hỗ trợ hoặc ưu đãi cho người học, người góp sức; “không” nếu chỉ giao việc.",
            clause="IV.2.a",
            width=14,
        ),
    ),
    distinct=("number", "issued_on"),
    rows=15,
)
