"""Form 00, the register: the commune's own word on its units, profile, targets and local choices.

The fields of each list are the attributes of the classes in `model/register.py`, which are made from them by name.
"""

from learnsoc_xlsx.catalogue.forms.own.blank_frames import BLANK_FRAMES, BLANK_SETTINGS
from learnsoc_xlsx.catalogue.forms.own.choices_of_commune import CHOICES
from learnsoc_xlsx.catalogue.forms.own.fund import FUND
from learnsoc_xlsx.catalogue.forms.own.papers import PAPERS
from learnsoc_xlsx.catalogue.forms.own.past_awards import PAST_AWARDS
from learnsoc_xlsx.catalogue.forms.own.recognitions import RECOGNITIONS
from learnsoc_xlsx.catalogue.forms.sheets.choices import UNIT_KINDS
from learnsoc_xlsx.catalogue.forms.sheets.commune import DEADLINES, PICKS, QUOTAS, TARGETS, THRESHOLDS, WAIVERS
from learnsoc_xlsx.model.form.form import Field, Form, Kind, Sheet, SheetKind

SETTINGS = Sheet(
    id="settings",
    name="Cài đặt",
    title="DANH BẠ CỦA XÃ: CÀI ĐẶT CHUNG",
    kind=SheetKind.FIXED,
    intro="Danh bạ do xã giữ, để cùng thư mục với các báo cáo. Ô nào chưa cần thì để trống.",
    fields=(
        Field(
            "closing_date",
            "Ngày chốt số liệu",
            Kind.DATE,
            "Ngày dùng để biết ai nộp muộn và khoản thưởng nào được áp dụng. Để trống thì lấy ngày chạy chương trình.",
            section="Tổng hợp",
            of_its_year=True,
        ),
        Field(
            "reports_since",
            "Báo cáo từ năm",
            Kind.YEAR,
            "Năm đầu tiên các đơn vị của xã phải báo cáo. Năm trước đó không ai bị nhắc là thiếu. Để trống: mọi năm của phong trào.",
            section="Tổng hợp",
            min=2020,
            since_revision=2,
        ),
        Field(
            "sample",
            "Dữ liệu mẫu, không có thật",
            Kind.MARK,
            "Chọn “x” khi đây là xã hư cấu để chạy thử; mọi trang kết quả sẽ ghi rõ như vậy.",
            section="Tổng hợp",
            former_help=("Chọn x khi đây là xã bịa ra để xem thử; mọi trang kết quả sẽ ghi rõ như vậy.",),
        ),
        Field(
            "return_to",
            "Nơi nhận báo cáo",
            Kind.TEXT,
            "Địa chỉ thư điện tử nhận báo cáo, in vào hướng dẫn của mẫu gửi đi.",
            section="In vào mẫu gửi đi",
            former_help=("Hộp thư nhận báo cáo, in vào hướng dẫn của mẫu gửi đi.",),
            personal=True,
        ),
        Field(
            "contact",
            "Người hướng dẫn, số điện thoại",
            Kind.TEXT,
            "Người mà đơn vị hỏi khi chưa rõ, in vào hướng dẫn của mẫu gửi đi.",
            section="In vào mẫu gửi đi",
            personal=True,
        ),
        Field(
            "code_above",
            "Mã của xã ở danh bạ cấp trên",
            Kind.TEXT,
            "Chỉ ghi khi cấp trên dùng mã khác mã của xã ở trang Đơn vị; báo cáo gửi cấp trên (mẫu 06) sẽ mang mã này.",
            section="Báo cáo gửi cấp trên",
            since_revision=5,
        ),
        *BLANK_SETTINGS,
    ),
)

PROFILE = Sheet(
    id="profile",
    name="Thông tin xã",
    title="THÔNG TIN CỦA XÃ THEO THỜI GIAN",
    kind=SheetKind.LIST,
    intro="Mỗi khi tên xã, cấp trên hoặc người ký thay đổi thì thêm một dòng, ghi ngày bắt đầu. Không sửa dòng cũ.",
    fields=(
        Field("since", "Từ ngày", Kind.DATE, "Ngày bắt đầu, ví dụ 01/7/2025.", required=True, identity=True, width=12),
        Field("unit", "Mã xã", Kind.TEXT, "Mã của xã trong trang Đơn vị.", required=True, identity=True, width=9),
        Field(
            "parent_name",
            "Cơ quan cấp trên",
            Kind.TEXT,
            "In ở góc trái trang giấy, ví dụ UBND THÀNH PHỐ HẢI PHÒNG.",
            required=True,
            width=24,
        ),
        Field("issuer", "Cơ quan ban hành", Kind.TEXT, "Ví dụ UBND XÃ NINH HẢI.", required=True, width=22),
        Field("place_name", "Địa danh", Kind.TEXT, "In trước ngày tháng, ví dụ Ninh Hải.", required=True, width=14),
        Field(
            "signer_title", "Chức vụ người ký", Kind.TEXT, "Ví dụ KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.", required=True, width=18
        ),
        Field("signer", "Người ký", Kind.TEXT, "Họ và tên, không ghi học hàm, học vị.", width=18, personal=True),
        Field("council", "Hội đồng thi đua", Kind.TEXT, "Ví dụ Hội đồng Thi đua - Khen thưởng xã Ninh Hải.", width=24),
        Field("archive", "Nơi lưu", Kind.TEXT, "Ví dụ VT, TTHTCĐ.", width=12),
        Field(
            "compiler",
            "Người tổng hợp",
            Kind.TEXT,
            "Họ và tên, chức vụ của người tổng hợp báo cáo, ghi dưới thư gửi đơn vị. Để trống thì thư không ghi tên.",
            width=20,
            since_revision=2,
            personal=True,
        ),
    ),
    distinct=("since", "unit"),
    rows=10,
)

UNITS = Sheet(
    id="units",
    name="Đơn vị",
    title="CÁC ĐƠN VỊ BÁO CÁO",
    kind=SheetKind.LIST,
    intro="Mã không bao giờ đổi. Đổi tên: ghi ngày kết thúc ở dòng cũ rồi thêm dòng cùng mã. Sáp nhập: ghi mã đơn vị kế thừa.",
    fields=(
        Field("id", "Mã", Kind.TEXT, "Mã ngắn không đổi, ví dụ T01.", required=True, identity=True, width=9),
        Field(
            "kind",
            "Loại",
            Kind.CHOICE,
            "Chọn một loại trong danh sách của ô.",
            required=True,
            choices=UNIT_KINDS,
            width=16,
        ),
        Field("name", "Tên đơn vị", Kind.TEXT, "Tên đầy đủ, ví dụ Thôn Đông.", required=True, identity=True, width=28),
        Field("parent", "Mã cấp trên", Kind.TEXT, "Mã của đơn vị cấp trên, thường là mã của xã.", width=10),
        Field(
            "email",
            "Thư điện tử",
            Kind.TEXT,
            "Địa chỉ nhận mẫu và thư trả lời. Nhiều địa chỉ thì cách nhau bằng dấu chấm phẩy.",
            width=24,
            former=("Hộp thư",),
            personal=True,
        ),
        Field("since", "Từ ngày", Kind.DATE, "Ngày bắt đầu của tên này. Để trống: từ trước đến nay.", width=12),
        Field("until", "Đến ngày", Kind.DATE, "Ngày cuối cùng của tên này. Để trống: còn hoạt động.", width=12),
        Field(
            "successor",
            "Mã đơn vị kế thừa",
            Kind.TEXT,
            "Mã của đơn vị kế thừa. Tách thành nhiều thì ghi các mã, cách nhau bằng dấu chấm phẩy.",
            width=14,
        ),
        Field(
            "aliases",
            "Tên gọi khác",
            Kind.TEXT,
            "Các cách viết khác của tên, cách nhau bằng dấu chấm phẩy, ví dụ MN Ninh Hải; Trường MN.",
            width=28,
        ),
    ),
    distinct=("id", "since"),
)

REGISTER = Form(
    id="register",
    number="00",
    title="Danh bạ",
    unit_kinds=(),
    governs=True,
    audience="Cán bộ tổng hợp của xã",
    revision=5,
    sheets=(
        SETTINGS,
        PROFILE,
        UNITS,
        TARGETS,
        THRESHOLDS,
        CHOICES,
        QUOTAS,
        PAPERS,
        FUND,
        BLANK_FRAMES,
        DEADLINES,
        RECOGNITIONS,
        PAST_AWARDS,
        PICKS,
        WAIVERS,
    ),
)
