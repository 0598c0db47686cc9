"""The lists in which a commune makes its own choices: targets, thresholds, quotas, deadlines, accepted findings, picked returns.

The fields of each list are the attributes of the classes in `model/register.py`, which are made from them by name.
"""

from learnsoc_xlsx.catalogue.forms.sheets.choices import UNIT_KINDS
from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind

TARGETS = Sheet(
    id="targets",
    name="Mục tiêu",
    title="MỤC TIÊU RIÊNG CỦA XÃ",
    kind=SheetKind.LIST,
    intro="Chỉ ghi mục tiêu do xã đặt, không thấp hơn mục tiêu đã đối chiếu được với văn bản (vẫn hiện bên cạnh).",
    fields=(
        Field(
            "indicator",
            "Mã chỉ tiêu",
            Kind.TEXT,
            "Chép đúng mã từ trang Danh mục, ví dụ households_share.",
            required=True,
            identity=True,
            width=32,
        ),
        Field("year", "Năm", Kind.YEAR, "Năm phải đạt.", required=True, identity=True, min=2020, width=9),
        Field(
            "at_least",
            "Mức phải đạt",
            Kind.NUMBER,
            "Một số; tỷ lệ thì ghi phần trăm, ví dụ 70.",
            required=True,
            min=0,
            width=13,
        ),
        Field("source", "Căn cứ", Kind.TEXT, "Văn bản đặt mục tiêu này.", width=44),
    ),
    distinct=("indicator", "year"),
    rows=20,
)

THRESHOLDS = Sheet(
    id="thresholds",
    name="Ngưỡng",
    title="NGƯỠNG DO XÃ QUYẾT ĐỊNH",
    kind=SheetKind.LIST,
    intro="Những con số mà Kế hoạch và văn bản không quy định. Nơi nào dùng đến đều ghi rõ là lựa chọn của xã. Để trống Giá trị: xã chưa đặt.",
    fields=(
        Field("key", "Mã ngưỡng", Kind.TEXT, "Chép đúng mã từ trang Danh mục.", required=True, identity=True, width=34),
        Field("meaning", "Nội dung", Kind.TEXT, "In sẵn để biết số này dùng vào việc gì.", since_revision=2, width=46),
        Field("clause", "Mục, điều", Kind.TEXT, "Nơi nói đến việc này.", since_revision=2, width=18),
        Field(
            "example",
            "Ví dụ",
            Kind.TEXT,
            "Chỉ là ví dụ, không được tính. “Đang dùng” là số được dùng khi để trống Giá trị.",
            since_revision=2,
            width=18,
        ),
        Field("value", "Giá trị", Kind.NUMBER, "Một số, ví dụ 3 hoặc 12,5. Để trống: xã chưa đặt.", width=13),
        Field("since", "Từ năm", Kind.YEAR, "Năm đầu tiên áp dụng. Để trống: mọi năm.", min=2020, width=9),
        Field("source", "Căn cứ", Kind.TEXT, "Văn bản hoặc cuộc họp quyết định.", width=32),
    ),
    distinct=("key", "since"),
    told_by="value",
    rows=60,
)

QUOTAS = Sheet(
    id="quotas",
    name="Số lượng khen",
    title="SỐ LƯỢNG KHEN THƯỞNG VÀ NGÀY QUYẾT ĐỊNH",
    kind=SheetKind.LIST,
    intro="Số lượng nhiều nhất được đề nghị trong mỗi đợt. Không ghi thì không giới hạn.",
    fields=(
        Field(
            "award",
            "Mã khen thưởng",
            Kind.TEXT,
            "Chép đúng mã từ trang Danh mục.",
            required=True,
            identity=True,
            width=26,
        ),
        Field(
            "round", "Mã đợt xét", Kind.TEXT, "Chép đúng mã từ trang Danh mục.", required=True, identity=True, width=22
        ),
        Field("year", "Năm", Kind.YEAR, "Để trống: mọi năm.", min=2020, width=9),
        Field("limit", "Số lượng nhiều nhất", Kind.COUNT, "Để trống: không giới hạn.", min=0, width=13),
        Field(
            "decided_on",
            "Ngày quyết định",
            Kind.DATE,
            "Ngày ký quyết định khen thưởng; tiền thưởng tính theo ngày này.",
            width=14,
        ),
    ),
    distinct=("award", "round", "year"),
    rows=20,
)

DEADLINES = Sheet(
    id="deadlines",
    name="Hạn nộp",
    title="HẠN NỘP BÁO CÁO",
    kind=SheetKind.LIST,
    intro="Ghi ngày cuối cùng còn đúng hạn: cả ngày (cho năm của ngày ấy, hoặc năm ghi ở cột Năm), hoặc tháng và ngày (cho mọi năm).",
    fields=(
        Field(
            "unit_kind",
            "Loại đơn vị",
            Kind.CHOICE,
            "Chọn một loại trong danh sách của ô.",
            required=True,
            identity=True,
            choices=UNIT_KINDS,
            width=22,
        ),
        Field(
            "year",
            "Năm",
            Kind.YEAR,
            "Năm báo cáo. Để trống: năm của ngày cuối cùng; chỉ ghi tháng và ngày thì mọi năm.",
            min=2020,
            width=9,
        ),
        Field("last_day", "Ngày cuối cùng", Kind.DATE, "Ví dụ 29/11/2026.", width=14),
        Field(
            "month",
            "Tháng",
            Kind.COUNT,
            "Từ 1 đến 12; dùng khi hạn giống nhau mọi năm.",
            min=1,
            max=12,
            needs="day",
            width=8,
        ),
        Field(
            "day",
            "Ngày",
            Kind.COUNT,
            "Từ 1 đến 31; dùng khi hạn giống nhau mọi năm.",
            min=1,
            max=31,
            needs="month",
            width=8,
        ),
        Field("source", "Căn cứ", Kind.TEXT, "Văn bản quy định hạn này.", width=36),
    ),
    distinct=("unit_kind", "year", "last_day"),
    rows=12,
)

WAIVERS = Sheet(
    id="waivers",
    name="Chấp nhận",
    title="NHỮNG ĐIỀU ĐÃ ĐƯỢC CHẤP NHẬN",
    kind=SheetKind.LIST,
    intro="Khi một cảnh báo đã được hỏi lại và thấy đúng, ghi ở đây ai chấp nhận và vì sao. Cảnh báo vẫn hiện, dưới dạng ghi chú.",
    fields=(
        Field(
            "code",
            "Mã lỗi",
            Kind.TEXT,
            "Mã in trong tệp Kiem_tra.xlsx, ví dụ R05.",
            required=True,
            identity=True,
            width=9,
        ),
        Field(
            "unit", "Mã đơn vị", Kind.TEXT, "Mã của đơn vị trong trang Đơn vị.", required=True, identity=True, width=10
        ),
        Field("year", "Năm", Kind.YEAR, "Để trống: mọi năm.", min=2020, width=9),
        Field("cell", "Ô", Kind.TEXT, "Địa chỉ ô, ví dụ C8. Để trống: mọi ô.", width=9),
        Field("reason", "Lý do", Kind.TEXT, "Vì sao chấp nhận.", required=True, width=44),
        Field("by", "Người chấp nhận", Kind.TEXT, "Họ và tên, chức vụ.", required=True, width=24, personal=True),
    ),
    distinct=("code", "unit", "year", "cell"),
    rows=20,
)

PICKS = Sheet(
    id="picks",
    name="Chọn bản báo cáo",
    title="BẢN BÁO CÁO ĐƯỢC CHỌN ĐỂ TÍNH",
    kind=SheetKind.LIST,
    intro="Khi một đơn vị có nhiều bản báo cáo cho cùng năm, ghi ở đây tệp được tính, ai chọn và vì sao. Không ghi thì bản mới nhất được tính.",
    fields=(
        Field(
            "file",
            "Tệp được tính",
            Kind.TEXT,
            "Chép tên tệp từ trang “Tệp đã nhận” của Kiem_tra.xlsx.",
            required=True,
            identity=True,
            width=40,
        ),
        Field("unit", "Mã đơn vị", Kind.TEXT, "Mã của đơn vị trong trang Đơn vị.", required=True, width=10),
        Field("year", "Năm", Kind.YEAR, "Năm báo cáo.", required=True, min=2020, width=9),
        Field("reason", "Lý do", Kind.TEXT, "Vì sao chọn bản này.", required=True, width=32),
        Field("by", "Người quyết định", Kind.TEXT, "Họ và tên, chức vụ.", required=True, width=24, personal=True),
    ),
    distinct=("unit", "year"),
    rows=20,
)
