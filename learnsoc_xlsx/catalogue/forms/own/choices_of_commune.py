"""The list in which a commune chooses what law and plan leave to it in words; the options stand in the decisions.

Its fields are the attributes of `LocalChoice` in `model/register.py`.
"""

from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind

CHOICES = Sheet(
    id="choices",
    name="Lựa chọn",
    title="LỰA CHỌN CỦA XÃ",
    kind=SheetKind.LIST,
    intro="Những điều mà Kế hoạch và văn bản để xã chọn, không phải con số. Không ghi thì theo mặc định, nêu ở trang Danh mục. "
    "Nơi nào dùng đến đều ghi rõ là lựa chọn của xã.",
    fields=(
        Field(
            "choice",
            "Mã lựa chọn",
            Kind.TEXT,
            "Chép đúng mã từ trang Danh mục.",
            required=True,
            identity=True,
            width=30,
            since_revision=2,
        ),
        Field(
            "value",
            "Chọn",
            Kind.TEXT,
            "Chép một phương án nêu ở trang Danh mục, ví dụ mọi năm. Thứ tự xếp hạng thì ghi các mã, cách nhau bằng dấu chấm phẩy.",
            required=True,
            width=34,
            since_revision=2,
        ),
        Field(
            "number",
            "Số",
            Kind.NUMBER,
            "Chỉ ghi khi phương án cần một số, ví dụ 2 (năm).",
            min=0,
            width=8,
            since_revision=2,
        ),
        Field(
            "since",
            "Từ năm",
            Kind.YEAR,
            "Năm đầu tiên áp dụng. Để trống: mọi năm.",
            min=2020,
            width=9,
            since_revision=2,
        ),
        Field("source", "Căn cứ", Kind.TEXT, "Văn bản hoặc cuộc họp quyết định.", width=40, since_revision=2),
    ),
    distinct=("choice", "since"),
    rows=20,
)
