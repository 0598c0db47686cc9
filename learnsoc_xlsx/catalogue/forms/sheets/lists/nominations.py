"""The list of whom a unit proposes for an award: its fields are the attributes of `model.returns.nominations.Nomination`."""

from dataclasses import replace

from learnsoc_xlsx.catalogue.forms.sheets.choices import (
    FORMS_OF_AWARD,
    HONORIFICS,
    NOMINEES_OF_UNIT,
    NOMINEES_OF_VILLAGE,
)
from learnsoc_xlsx.model.form.form import Among, Field, Kind, Sheet, SheetKind

NOMINATION_NAME = "Đề nghị khen"
NOMINATION_TITLE = "ĐỀ NGHỊ KHEN THƯỞNG"

NAME = Field(
    "name",
    "Họ và tên, tên được đề nghị",
    Kind.TEXT,
    "Ghi đúng như trong danh sách đánh giá của đơn vị.",
    required=True,
    identity=True,
    person=True,
    among=(
        Among("households", ("award", "household")),
        Among("clans", ("award", "clan")),
        Among("citizens", ("award", "individual")),
        Among("staff", ("award", "individual")),
        Among("workers", ("award", "individual")),
    ),
    width=26,
    personal=True,
)
BORN = Field(
    "birth_year",
    "Năm sinh",
    Kind.YEAR,
    "Năm sinh của người được đề nghị hoặc của chủ hộ; dòng họ thì để trống.",
    min=1900,
    width=8,
    personal=True,
)
HONORIFIC = Field(
    "honorific",
    "Ông/Bà",
    Kind.CHOICE,
    "Chọn Ông hoặc Bà; với hộ gia đình là chủ hộ. Dòng họ thì để trống.",
    choices=HONORIFICS,
    width=7,
    since_revision=2,
    personal=True,
)
POSITION = Field(
    "position",
    "Chức vụ, nghề nghiệp",
    Kind.TEXT,
    "Ví dụ Trưởng thôn, Hiệu trưởng, nông dân.",
    width=14,
    since_revision=2,
    personal=True,
)
ADDRESS = Field(
    "address",
    "Nơi ở hoặc nơi công tác",
    Kind.TEXT,
    "Thôn, xóm hoặc nơi làm việc, để ghi vào quyết định.",
    width=16,
    since_revision=2,
    personal=True,
)
LEADER = Field(
    "leader",
    "Là lãnh đạo, quản lý",
    Kind.MARK,
    "Chỉ với cá nhân: chọn “x” nếu là người lãnh đạo, quản lý. Hộ, dòng họ thì để trống.",
    width=10,
)
DEED = (
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
        "proposed_form",
        "Hình thức đề nghị",
        Kind.CHOICE,
        FORMS_OF_AWARD.help,
        clause="III.2.1",
        choices=FORMS_OF_AWARD,
        width=11,
        since_revision=2,
    ),
)
RECOGNISED_NO = Field(
    "recognised_no",
    "Số quyết định công nhận danh hiệu",
    Kind.TEXT,
    "Quyết định công nhận danh hiệu học tập của người, hộ, dòng họ này, ví dụ 125/QĐ-UBND.",
    clause="III.1",
    width=13,
    since_revision=2,
)
AWARDED = (
    Field(
        "recognised_on",
        "Ngày quyết định công nhận",
        Kind.DATE,
        "Ngày ký quyết định công nhận danh hiệu.",
        clause="III.1",
        width=12,
        since_revision=2,
    ),
    Field(
        "already_awarded",
        "Đã được khen cho cùng thành tích",
        Kind.MARK,
        "Chọn “x” nếu đã được khen vì chính thành tích này, “không” nếu chưa.",
        clause="III.2.2.c",
        width=11,
    ),
    Field(
        "already_awarded_by",
        "Quyết định đã khen: số, cơ quan",
        Kind.TEXT,
        "Ví dụ 15/QĐ-UBND của UBND xã. Chưa được khen thì để trống.",
        clause="III.2.2.c",
        needs="already_awarded",
        width=14,
        since_revision=2,
    ),
    Field(
        "pending",
        "Đang bị xem xét kỷ luật, khiếu nại",
        Kind.MARK,
        "Chọn “x” nếu đang bị xem xét kỷ luật, kiểm tra, thanh tra hoặc có khiếu nại chưa giải quyết xong.",
        clause="III.2.2.c",
        width=11,
        personal=True,
        until_revision=1,
    ),
    Field(
        "upward",
        "Đề nghị cấp trên khen",
        Kind.MARK,
        "Chọn “x” nếu đề nghị xã trình cấp trên khen.",
        clause="VII.1.b",
        width=10,
    ),
)

NOMINEE_FIELDS = (NAME, BORN, HONORIFIC, POSITION, ADDRESS, LEADER, *DEED, RECOGNISED_NO, *AWARDED)
PERSON_FIELDS = (
    NAME,
    replace(BORN, help="Năm sinh của người được đề nghị, ví dụ 1975."),
    replace(HONORIFIC, help=HONORIFICS.help),
    replace(POSITION, help="Ví dụ Hiệu trưởng, giáo viên, hội viên, công nhân."),
    ADDRESS,
    replace(LEADER, help="Chọn “x” nếu là người lãnh đạo, quản lý, “không” nếu không phải."),
    *DEED,
    replace(RECOGNISED_NO, help="Quyết định công nhận “Công dân học tập” của người này, ví dụ 125/QĐ-UBND."),
    *AWARDED,
)
"""The same of a form whose nominees are people only: its words speak of no household and no clan."""

NOMINATIONS_OF_VILLAGE = Sheet(
    id="nominations",
    name=NOMINATION_NAME,
    title=NOMINATION_TITLE,
    kind=SheetKind.LIST,
    intro="Mỗi dòng một hộ, một dòng họ hoặc một người, đã có tên trong danh sách đánh giá gửi kèm. Tập thể thôn được xét từ các trang khác, không ghi ở đây.",
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
    repeats_speak=True,
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
        *PERSON_FIELDS,
    ),
    distinct=("award", "name", "birth_year"),
    repeats_speak=True,
    rows=20,
)
