"""What the covers of the forms share: who reports, what is recognised, what is proposed."""

from dataclasses import replace

from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind

COVER_NAME = "Trang bìa"
TO_THE_COMMUNE = "Ban Giám đốc Trung tâm học tập cộng đồng xã và Văn phòng Đảng ủy, Nội vụ (mục VII.1.a của Kế hoạch)"
"""To whom units report. Kế hoạch 55/KH-UBND, VII.1.a."""
COVER_INTRO = "Điền trang này trước. Tên đơn vị và ngày lập báo cáo là bắt buộc."

REPORT = "Báo cáo"
RECOGNITION = "Danh hiệu đã được công nhận"
PLAN = "Kế hoạch của đơn vị"
POLICIES = "Chính sách khuyến học, khuyến tài"
PROPOSAL = "Khen thưởng"

REPORT_YEAR = Field(
    "report_year",
    "Năm báo cáo",
    Kind.YEAR,
    "Năm của số liệu, đã in sẵn. Không sửa.",
    required=True,
    clause="VII.1.a",
    section=REPORT,
)
UNIT_NAME = Field(
    "unit_name",
    "Tên đơn vị",
    Kind.TEXT,
    "Tên đầy đủ như trong danh bạ của xã, ví dụ Thôn Đông.",
    required=True,
    section=REPORT,
    former_help=("Tên đầy đủ như trong danh bạ của xã, ví dụ Thôn Đông.",),
)
REPORT_DATE = Field(
    "report_date",
    "Ngày lập báo cáo",
    Kind.DATE,
    "Ngày ký báo cáo này. Gửi lại bản mới thì ghi ngày mới.",
    required=True,
    clause="VII.1.a",
    section=REPORT,
)
HEAD = Field(
    "head",
    "Người đứng đầu đơn vị",
    Kind.TEXT,
    "Họ và tên, chức vụ, ví dụ Nguyễn Văn An, Trưởng thôn.",
    section=REPORT,
    former_help=("Họ và tên, chức vụ, ví dụ Nguyễn Văn An, Trưởng thôn.",),
    personal=True,
    carries=True,
)
CONTACT = Field(
    "contact",
    "Người lập, số điện thoại",
    Kind.TEXT,
    "Để xã hỏi lại khi cần, ví dụ Trần Thị Bình, 0912 345 678.",
    section=REPORT,
    personal=True,
    carries=True,
)

VILLAGE_REPORTS = (REPORT_YEAR, UNIT_NAME, REPORT_DATE, HEAD, CONTACT)
SCHOOL_REPORTS = (
    REPORT_YEAR,
    replace(UNIT_NAME, help="Tên đầy đủ như trong danh bạ của xã, ví dụ Trường Tiểu học Đông Hòa."),
    REPORT_DATE,
    replace(HEAD, help="Họ và tên, chức vụ, ví dụ Nguyễn Văn An, Hiệu trưởng."),
    CONTACT,
)
DEPARTMENT_REPORTS = (
    REPORT_YEAR,
    replace(UNIT_NAME, help="Tên đầy đủ như trong danh bạ của xã, ví dụ Hội Nông dân xã."),
    REPORT_DATE,
    replace(HEAD, help="Họ và tên, chức vụ, ví dụ Nguyễn Văn An, Chủ tịch Hội."),
    CONTACT,
)
ENTERPRISE_REPORTS = (
    REPORT_YEAR,
    replace(UNIT_NAME, help="Tên đầy đủ như trong danh bạ của xã, ví dụ Công ty TNHH May Đông Hòa."),
    REPORT_DATE,
    replace(HEAD, help="Họ và tên, chức vụ, ví dụ Nguyễn Văn An, Giám đốc."),
    CONTACT,
)
CENTRE_REPORTS = (
    REPORT_YEAR,
    replace(UNIT_NAME, help="Tên đầy đủ như trong danh bạ của xã, ví dụ Trung tâm học tập cộng đồng xã."),
    REPORT_DATE,
    replace(HEAD, help="Họ và tên, chức vụ, ví dụ Nguyễn Văn An, Giám đốc trung tâm."),
    CONTACT,
)
OFFICE_REPORTS = (
    REPORT_YEAR,
    replace(UNIT_NAME, help="Tên đầy đủ như trong danh bạ của xã, ví dụ Bộ phận chuyên môn xã Đông Hòa."),
    REPORT_DATE,
    replace(HEAD, help="Họ và tên, chức vụ, ví dụ Nguyễn Văn An, Phó Chủ tịch UBND xã."),
    CONTACT,
)
"""Who reports, form by form: each is exemplified by itself."""

REGISTERED = Field(
    "registered",
    "Đã đăng ký “Đơn vị học tập” trong năm",
    Kind.MARK,
    "Chọn “x” nếu đơn vị đăng ký để đạt hoặc để giữ danh hiệu trong năm, “không” nếu không.",
    required=True,
    clause="II.5",
    section=RECOGNITION,
    yes_with="recognised",
    since_revision=3,
)
"""Asked here alone since revision 3; before, as a figure."""

RECOGNISED_REFERENCE = (
    Field(
        "recognised_no",
        "Số quyết định công nhận",
        Kind.TEXT,
        "Ví dụ 125/QĐ-UBND. Chưa được công nhận thì để trống.",
        section=RECOGNITION,
        needs="recognised",
    ),
    Field(
        "recognised_on",
        "Ngày quyết định công nhận",
        Kind.DATE,
        "Ngày ký quyết định công nhận gần nhất.",
        section=RECOGNITION,
        needs="recognised",
    ),
    Field(
        "recognised_by",
        "Cơ quan công nhận",
        Kind.TEXT,
        "Cơ quan ký quyết định công nhận, ví dụ UBND xã.",
        section=RECOGNITION,
        needs="recognised",
    ),
)

RECOGNISED_LEVEL = Field(
    "recognised_level",
    "Mức độ được công nhận",
    Kind.COUNT,
    "Ghi 1 hoặc 2, đúng như quyết định công nhận.",
    section=RECOGNITION,
    min=1,
    max=2,
    needs="recognised",
)

PLAN_ISSUED = Field(
    "plan_issued",
    "Đã ban hành kế hoạch triển khai phong trào trong năm",
    Kind.MARK,
    "Chọn “x” nếu đơn vị có kế hoạch của chính mình cho phong trào trong năm, “không” nếu không có.",
    required=True,
    clause="VII.1.a",
    section=PLAN,
    since_revision=3,
)
"""Asked here alone since revision 3; before, as a figure and, of villages, among the criteria."""

OWN_PLAN = (
    Field(
        "plan_no",
        "Số, ký hiệu kế hoạch triển khai phong trào",
        Kind.TEXT,
        "Số kế hoạch của đơn vị trong năm, ví dụ 05/KH. Không ban hành thì để trống.",
        clause="VII.1.a",
        section=PLAN,
        since_revision=2,
    ),
    Field(
        "plan_on",
        "Ngày ban hành kế hoạch",
        Kind.DATE,
        "Ngày ký kế hoạch ở dòng trên.",
        clause="VII.1.a",
        section=PLAN,
        needs="plan_no",
        since_revision=2,
    ),
)
"""The unit's own plan for the movement."""

POLICIES_APPLIED = (
    Field(
        "policies_applied",
        "Thực hiện đầy đủ chính sách khuyến học, khuyến tài, học tập suốt đời",
        Kind.MARK,
        "Chọn “x” nếu đơn vị thực hiện đầy đủ, “không” nếu chưa.",
        clause="III.1.1.b",
        section=POLICIES,
        since_revision=2,
    ),
    Field(
        "policies_named",
        "Các chính sách đã thực hiện",
        Kind.TEXT,
        "Kể tên chính sách, ví dụ cử cán bộ đi học, trao học bổng cho học sinh nghèo.",
        clause="III.1.1.b",
        section=POLICIES,
        since_revision=2,
    ),
)
"""What the plan asks of departments and schools about policies."""

AWARD_MARKS = (
    Field(
        "pending",
        "Đang bị xem xét kỷ luật, thanh tra, khiếu nại",
        Kind.MARK,
        "Chọn “x” nếu đơn vị đang bị xem xét kỷ luật, kiểm tra, thanh tra hoặc có khiếu nại chưa giải quyết xong.",
        clause="III.2.2.c",
        section=PROPOSAL,
        until_revision=1,
    ),
    Field(
        "already_awarded",
        "Đã được khen cho cùng thành tích này",
        Kind.MARK,
        "Chọn “x” nếu tập thể đã được khen vì chính thành tích này, “không” nếu chưa.",
        clause="III.2.2.c",
        section=PROPOSAL,
        former_help=("Chọn “x” nếu đơn vị đã được khen vì chính thành tích này.",),
    ),
    Field(
        "already_awarded_by",
        "Quyết định đã khen: số, ngày, cơ quan",
        Kind.TEXT,
        "Ví dụ 15/QĐ-UBND ngày 20/11/2026 của UBND xã. Chưa được khen thì để trống.",
        clause="III.2.2.c",
        section=PROPOSAL,
        needs="already_awarded",
        since_revision=2,
    ),
    Field(
        "upward",
        "Đề nghị cấp trên khen tập thể",
        Kind.MARK,
        "Chọn “x” nếu đề nghị xã trình cấp trên khen tập thể của đơn vị.",
        clause="VII.1.b",
        section=PROPOSAL,
    ),
)

COVER_OF_CENTRE = Sheet(
    id="cover",
    name=COVER_NAME,
    title="BÁO CÁO KẾT QUẢ PHONG TRÀO XÂY DỰNG XÃ HỘI HỌC TẬP",
    kind=SheetKind.FIXED,
    intro=COVER_INTRO,
    fields=CENTRE_REPORTS,
)
