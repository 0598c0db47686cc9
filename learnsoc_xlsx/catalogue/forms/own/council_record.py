"""Form 07: the record of the council's meeting on a round, printed by a run with those whom it would propose.

The council advises, the chairman of the People's Committee decides (Luật Thi đua, khen thưởng, Điều 80). Its fields are the
attributes that `stages/award/decide/` reads by name.
"""

from learnsoc_xlsx.catalogue.forms.sheets.choices import FORMS_OF_AWARD
from learnsoc_xlsx.model.form.form import Choice, Choices, Field, Form, Kind, Sheet, SheetKind

OPINIONS = Choices(
    "opinion",
    (
        Choice("agreed", "Nhất trí", ("Đồng ý", "Nhất trí đề nghị")),
        Choice("not_agreed", "Không nhất trí", ("Không đồng ý",)),
        Choice("later", "Xem xét sau", ("Để lại",)),
    ),
)
"""What the council may conclude, by the words of `model/law/council.py`."""

SITTING = Sheet(
    id="sitting",
    name="Phiên họp",
    title="BIỂU GHI KẾT QUẢ HỌP HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
    kind=SheetKind.FIXED,
    intro="Ghi trang này và trang Danh sách trong cuộc họp, lưu lại, chép vào thư mục báo cáo rồi chạy lại chương trình. Không gửi "
    "qua thư. Hội đồng họp và đề nghị; Chủ tịch Ủy ban nhân dân xã quyết định khen thưởng.",
    fields=(
        Field("round_name", "Đợt xét", Kind.TEXT, "In sẵn, không sửa.", section="Phiên họp", printed=True),
        Field(
            "held_on",
            "Ngày họp",
            Kind.DATE,
            "Có nhiều biểu của một đợt xét thì biểu ghi ngày họp mới nhất được dùng.",
            required=True,
            section="Phiên họp",
        ),
        Field("venue", "Nơi họp", Kind.TEXT, "Ví dụ Hội trường Ủy ban nhân dân xã.", section="Phiên họp"),
        Field(
            "members",
            "Số thành viên Hội đồng",
            Kind.COUNT,
            "Tổng số thành viên theo quyết định thành lập.",
            required=True,
            section="Thành phần",
            min=1,
        ),
        Field(
            "present",
            "Số thành viên có mặt",
            Kind.COUNT,
            "Số thành viên dự họp",
            required=True,
            section="Thành phần",
            min=1,
            at_most="members",
        ),
        Field(
            "quorum",
            "Họp được khi có mặt",
            Kind.TEXT,
            "In sẵn theo lựa chọn của xã ở trang Lựa chọn của danh bạ, không sửa.",
            section="Thành phần",
            printed=True,
        ),
        Field("chair", "Chủ trì", Kind.TEXT, "Họ và tên, chức vụ.", required=True, section="Thành phần", personal=True),
        Field("secretary", "Thư ký", Kind.TEXT, "Họ và tên, chức vụ.", section="Thành phần", personal=True),
    ),
)

BALLOT = Sheet(
    id="ballot",
    name="Danh sách",
    title="KẾT QUẢ LẤY Ý KIẾN HỘI ĐỒNG VỀ TỪNG TRƯỜNG HỢP",
    kind=SheetKind.LIST,
    intro="Các cột bên trái in sẵn, không sửa. Ghi số phiếu, chọn kết luận; ghi lý do khi kết luận khác kết quả xét. Để trống kết "
    "luận: Hội đồng chưa xem xét. Ghi thêm ai thì ghi ở dòng dưới cùng: trường hợp ấy được giữ để xem lại, chưa tính là được đề nghị.",
    fields=(
        Field("award_name", "Khen thưởng", Kind.TEXT, "In sẵn.", width=21, printed=True),
        Field(
            "name",
            "Đối tượng",
            Kind.TEXT,
            "In sẵn. Ghi thêm thì ghi họ và tên, tên hộ, dòng họ, đơn vị.",
            required=True,
            identity=True,
            personal=True,
            printed=True,
            width=21,
        ),
        Field("birth_year", "Năm sinh", Kind.YEAR, "In sẵn.", min=1900, personal=True, printed=True, width=7),
        Field("of_unit", "Đơn vị", Kind.TEXT, "In sẵn. Ghi thêm thì ghi tên hoặc mã đơn vị.", printed=True, width=15),
        Field("recommended", "Kết quả xét", Kind.TEXT, "In sẵn.", printed=True, width=15),
        Field("proposed_form", "Hình thức dự kiến", Kind.TEXT, "In sẵn.", printed=True, width=11),
        Field("remarks", "Đã khen, lưu ý", Kind.TEXT, "In sẵn.", personal=True, printed=True, width=22),
        Field(
            "votes_for", "Số phiếu nhất trí", Kind.COUNT, "Không quá số thành viên có mặt.", needs="opinion", width=8
        ),
        Field(
            "votes_against",
            "Số phiếu không nhất trí",
            Kind.COUNT,
            "Cộng với số phiếu nhất trí không quá số thành viên có mặt.",
            needs="opinion",
            width=8,
        ),
        Field("opinion", "Kết luận", Kind.CHOICE, OPINIONS.help, choices=OPINIONS, width=13),
        Field(
            "form",
            "Hình thức khen",
            Kind.CHOICE,
            "Để trống: như hình thức dự kiến.",
            choices=FORMS_OF_AWARD,
            needs="opinion",
            width=11,
        ),
        Field("reason", "Lý do", Kind.TEXT, "Ghi khi kết luận khác kết quả xét.", personal=True, width=20),
        Field(
            "code",
            "Mã dòng",
            Kind.TEXT,
            "Chương trình dùng để nhận ra dòng này, không sửa.",
            personal=True,
            printed=True,
            hidden=True,
        ),
    ),
    rows=20,
)

COUNCIL_RECORD = Form(
    id="council_record",
    number="07",
    title="Kết quả họp Hội đồng",
    unit_kinds=(),
    audience="Thư ký Hội đồng Thi đua - Khen thưởng",
    sheets=(SITTING, BALLOT),
    newest_by="held_on",
    of_a_round=True,
)
