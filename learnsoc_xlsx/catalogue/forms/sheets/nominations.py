"""The list of whom a unit proposes for an award: its fields are the attributes of `model.nominations.Nomination`."""

from learnsoc_xlsx.catalogue.forms.sheets.choices import NOMINEES_OF_UNIT, NOMINEES_OF_VILLAGE
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind

NOMINATION_NAME = "Đề nghị khen"
NOMINATION_TITLE = "ĐỀ NGHỊ KHEN THƯỞNG"

NOMINEE_FIELDS = (
    Field(
        "name",
        "Họ và tên, tên được đề nghị",
        Kind.TEXT,
        "Ghi đúng như trong danh sách đánh giá của đơn vị.",
        required=True,
        identity=True,
        width=26,
        personal=True,
    ),
    Field(
        "birth_year",
        "Năm sinh",
        Kind.YEAR,
        "Năm sinh của người được đề nghị hoặc của chủ hộ; dòng họ thì để trống.",
        min=1900,
        width=8,
        personal=True,
    ),
    Field("leader", "Là lãnh đạo, quản lý", Kind.MARK, "Chọn x nếu là người lãnh đạo, quản lý của đơn vị.", width=10),
    Field(
        "achievement",
        "Tóm tắt thành tích",
        Kind.TEXT,
        "Hai, ba câu về thành tích trong phong trào.",
        clause="III.2.2.b",
        width=44,
        personal=True,
    ),
    Field(
        "already_awarded",
        "Đã được khen cho cùng thành tích",
        Kind.MARK,
        "Chọn x nếu đã được khen vì chính thành tích này.",
        clause="III.2.2.c",
        width=11,
    ),
    Field(
        "pending",
        "Đang bị xem xét kỷ luật, khiếu nại",
        Kind.MARK,
        "Chọn x nếu đang bị xem xét kỷ luật, kiểm tra, thanh tra hoặc có khiếu nại chưa giải quyết xong.",
        clause="III.2.2.c",
        width=11,
        personal=True,
    ),
    Field(
        "upward",
        "Đề nghị cấp trên khen",
        Kind.MARK,
        "Chọn x nếu đề nghị xã trình cấp trên khen.",
        clause="VII.1.b",
        width=10,
    ),
)

NOMINATIONS_OF_VILLAGE = Sheet(
    id="nominations",
    name=NOMINATION_NAME,
    title=NOMINATION_TITLE,
    kind=SheetKind.LIST,
    intro="Mỗi dòng một hộ, một dòng họ hoặc một người, đã có tên trong danh sách đánh giá gửi kèm.",
    fields=(
        Field(
            "award",
            "Nhóm đối tượng",
            Kind.CHOICE,
            NOMINEES_OF_VILLAGE.help,
            required=True,
            clause="III.1",
            choices=NOMINEES_OF_VILLAGE,
            width=13,
        ),
        *NOMINEE_FIELDS,
    ),
    distinct=("award", "name", "birth_year"),
    rows=20,
)

NOMINATIONS_OF_UNIT = Sheet(
    id="nominations",
    name=NOMINATION_NAME,
    title=NOMINATION_TITLE,
    kind=SheetKind.LIST,
    intro="Mỗi dòng một người, đã có tên trong danh sách đánh giá gửi kèm. Tập thể đơn vị được xét từ các trang khác, không ghi ở đây.",
    fields=(
        Field(
            "award",
            "Nhóm đối tượng",
            Kind.CHOICE,
            "Chọn Cá nhân.",
            required=True,
            clause="III.1.5",
            choices=NOMINEES_OF_UNIT,
            width=13,
        ),
        *NOMINEE_FIELDS,
    ),
    distinct=("award", "name", "birth_year"),
    rows=20,
)
