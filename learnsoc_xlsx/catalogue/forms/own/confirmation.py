"""Form 08: what the commune confirms of those whom a run would propose, with police, inspectorate and Party committee.

Who is under discipline or complaint is no business of forms that travel by e-mail: a run prints this one with the names,
and it counts only where the commune itself laid it among the returns.
"""

from learnsoc_xlsx.model.form.form import Choice, Choices, Field, Form, Kind, Sheet, SheetKind, SpeaksOf

SUBJECT_KINDS = Choices(
    "subject_kind",
    (
        Choice("collective", "Tập thể", ("Đơn vị", "Thôn", "Trường", "Doanh nghiệp")),
        Choice("household", "Hộ gia đình", ("Hộ", "Gia đình")),
        Choice("clan", "Dòng họ", ("Họ",)),
        Choice("individual", "Cá nhân", ("Công dân",)),
    ),
)
"""The kinds of subject that are awarded, by their ids in `model/law/kinds.py`."""

CONFIRMED = Sheet(
    id="confirmed",
    name="Xác nhận",
    title="XÁC NHẬN CỦA XÃ VỀ NHỮNG TRƯỜNG HỢP DỰ KIẾN ĐỀ NGHỊ KHEN",
    kind=SheetKind.FIXED,
    intro="Do xã ghi, sau khi hỏi công an, thanh tra, Ủy ban kiểm tra Đảng ủy. Ghi xong thì chép vào thư mục báo cáo. "
    "Không gửi cho đơn vị, không gửi qua thư.",
    fields=(
        Field(
            "confirmed_by",
            "Người xác nhận",
            Kind.TEXT,
            "Họ và tên, chức vụ, ví dụ Trần Thị Bình, công chức Nội vụ.",
            required=True,
            section="Xác nhận",
            personal=True,
        ),
        Field(
            "confirmed_on",
            "Ngày xác nhận",
            Kind.DATE,
            "Có nhiều tệp xác nhận của một năm thì tệp ghi ngày mới nhất được dùng.",
            required=True,
            section="Xác nhận",
        ),
    ),
)

SUBJECTS = Sheet(
    id="subjects",
    name="Danh sách xác nhận",
    title="DANH SÁCH DỰ KIẾN ĐỀ NGHỊ KHEN, ĐỂ XÁC NHẬN",
    kind=SheetKind.LIST,
    intro="Chương trình in sẵn tên những trường hợp dự kiến đề nghị khen hoặc dự bị. Mỗi ô ghi “x” hoặc “không”; để trống là chưa "
    "xác nhận. Không sửa họ tên, năm sinh, mã đơn vị; cần thêm ai thì ghi tiếp bên dưới.",
    fields=(
        Field(
            "kind",
            "Đối tượng",
            Kind.CHOICE,
            SUBJECT_KINDS.help,
            required=True,
            choices=SUBJECT_KINDS,
            width=13,
        ),
        Field(
            "name",
            "Họ và tên, tên được đề nghị",
            Kind.TEXT,
            "Ghi đúng như ở trang Đề nghị khen của đơn vị; tập thể thì ghi tên đơn vị.",
            required=True,
            identity=True,
            width=28,
            personal=True,
        ),
        Field("birth_year", "Năm sinh", Kind.YEAR, "Năm sinh của người, của chủ hộ.", min=1900, width=8, personal=True),
        Field("of_unit", "Đơn vị", Kind.TEXT, "Tên đơn vị, để người xác nhận dễ tìm.", width=24),
        Field("unit", "Mã đơn vị", Kind.TEXT, "Mã trong trang Đơn vị của danh bạ.", required=True, width=9),
        Field(
            "pending",
            "Đang bị xem xét kỷ luật, thanh tra, khiếu nại",
            Kind.MARK,
            "Ghi “x” nếu đang bị xem xét kỷ luật; đang bị điều tra, thanh tra, kiểm tra, kiểm toán có dấu hiệu vi phạm; có khiếu nại, tố cáo hoặc báo chí nêu đang được xác minh; “không” nếu không có.",
            clause="III.2.2.c",
            width=13,
            personal=True,
        ),
        Field(
            "already_awarded",
            "Đã được khen cho cùng thành tích",
            Kind.MARK,
            "Ghi “x” nếu đã được khen vì chính thành tích này; “không” nếu chưa.",
            clause="III.2.2.c",
            width=12,
            personal=True,
        ),
        Field(
            "already_awarded_by",
            "Quyết định đã khen",
            Kind.TEXT,
            "Số, ngày quyết định và cơ quan đã khen.",
            needs="already_awarded",
            width=24,
            personal=True,
        ),
    ),
    distinct=("kind", "name", "birth_year", "unit"),
    rows=40,
    speaks_of=SpeaksOf("kind", "name", "birth_year", "unit", unit_name="of_unit", by="confirmed_by", on="confirmed_on"),
)

CONFIRMATION = Form(
    id="confirmation",
    number="08",
    title="Xác nhận của xã",
    unit_kinds=(),
    audience="Cán bộ tổng hợp của xã",
    sheets=(CONFIRMED, SUBJECTS),
    newest_by="confirmed_on",
)
