"""The list of awards from before: what was given before the program read the council's records, or by somebody else.

Its fields are the attributes of `PastAward` in `model/register.py`.
"""

from learnsoc_xlsx.catalogue.forms.own.confirmation import SUBJECT_KINDS
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind

PAST_AWARDS = Sheet(
    id="past_awards",
    name="Đã khen thưởng",
    title="NHỮNG KHEN THƯỞNG ĐÃ CÓ TỪ TRƯỚC",
    kind=SheetKind.LIST,
    intro="Mỗi dòng một tập thể, hộ, dòng họ hoặc người đã được khen trong phong trào, ở xã hoặc cấp trên. Không ghi những gì "
    "Hội đồng của xã đã kết luận ở mẫu 07: chương trình tự nhớ. Một thành tích chỉ khen một lần.",
    fields=(
        Field(
            "year",
            "Năm của thành tích",
            Kind.YEAR,
            "Năm có thành tích được khen, có thể khác năm ký quyết định.",
            required=True,
            min=2010,
            width=10,
            since_revision=3,
        ),
        Field(
            "kind",
            "Đối tượng",
            Kind.CHOICE,
            SUBJECT_KINDS.help,
            required=True,
            choices=SUBJECT_KINDS,
            width=13,
            since_revision=3,
        ),
        Field(
            "name",
            "Họ và tên, tên được khen",
            Kind.TEXT,
            "Ghi như trong quyết định; tập thể thì ghi tên đơn vị.",
            required=True,
            identity=True,
            personal=True,
            width=26,
            since_revision=3,
        ),
        Field(
            "birth_year",
            "Năm sinh",
            Kind.YEAR,
            "Năm sinh của người, của chủ hộ.",
            min=1900,
            personal=True,
            width=8,
            since_revision=3,
        ),
        Field(
            "unit",
            "Mã đơn vị",
            Kind.TEXT,
            "Mã trong trang Đơn vị: thôn của hộ, dòng họ; đơn vị của người; mã của chính đơn vị được khen.",
            width=9,
            since_revision=3,
        ),
        Field("form", "Hình thức khen", Kind.TEXT, "Ví dụ Giấy khen.", width=12, since_revision=3),
        Field("number", "Số quyết định", Kind.TEXT, "Ví dụ 15/QĐ-UBND.", width=14, since_revision=3),
        Field("decided_on", "Ngày quyết định", Kind.DATE, "Ngày ký, ví dụ 3/3/2026.", width=12, since_revision=3),
        Field("issuer", "Cơ quan khen", Kind.TEXT, "Ví dụ UBND xã, Chủ tịch UBND tỉnh.", width=18, since_revision=3),
        Field("achievement", "Thành tích, đợt khen", Kind.TEXT, "Ví dụ tổng kết năm học.", width=26, since_revision=3),
    ),
    distinct=("name", "birth_year", "unit", "year", "number"),
    rows=20,
)
