"""Form 06: the commune as one return for the level above, made by a run of the commune's own register.

Its figures are what the commune's units come to; whom it proposes upward is named one by one (Kế hoạch 55/KH-UBND, VII.1.b).
"""

from dataclasses import replace

from learnsoc_xlsx.catalogue.forms.sheets.choices import FORMS_OF_AWARD, NOMINEES_OF_COMMUNE, ROUNDS_UPWARD
from learnsoc_xlsx.catalogue.forms.sheets.covers import CONTACT, COVER_NAME, REPORT, REPORT_DATE, REPORT_YEAR, UNIT_NAME
from learnsoc_xlsx.catalogue.indicators import INDICATORS
from learnsoc_xlsx.model.form.form import (
    Field,
    Form,
    Gathered,
    Head,
    Indicators,
    Kind,
    NotWhole,
    Sheet,
    SheetKind,
)
from learnsoc_xlsx.model.law.indicators import named_by

COMPLETENESS = "Báo cáo của các đơn vị trong xã"
FIGURES = named_by("figure", INDICATORS)

COVER = Sheet(
    id="cover",
    name=COVER_NAME,
    title="BÁO CÁO CỦA XÃ VỀ PHONG TRÀO XÂY DỰNG XÃ HỘI HỌC TẬP",
    kind=SheetKind.FIXED,
    intro="Số liệu đã ghi sẵn từ báo cáo của các đơn vị: xem lại rồi gửi cấp trên. Xã không dùng chương trình thì tự ghi. "
    "Nếu cấp trên dùng mã khác cho xã, ghi mã ấy ở trang “Cài đặt” của danh bạ rồi lập lại báo cáo.",
    fields=(
        REPORT_YEAR,
        replace(
            UNIT_NAME, help="Tên xã như trong danh bạ của cấp trên, ví dụ Xã Hồng Phúc.", former_help=(UNIT_NAME.help,)
        ),
        REPORT_DATE,
        Field(
            "parent_name",
            "Cơ quan cấp trên nhận báo cáo",
            Kind.TEXT,
            "Ví dụ UBND thành phố Hải Phòng.",
            section=REPORT,
        ),
        replace(CONTACT, help="Để cấp trên hỏi lại khi cần, ví dụ Trần Thị Bình, 0912 345 678."),
        Field(
            "units_due",
            "Số đơn vị trong xã phải báo cáo",
            Kind.COUNT,
            "Thôn, trường, ban, ngành, đoàn thể, doanh nghiệp, trung tâm học tập cộng đồng, bộ phận chuyên môn.",
            required=True,
            unit="đơn vị",
            section=COMPLETENESS,
            min=0,
        ),
        Field(
            "units_reported",
            "Trong đó: đã có báo cáo được tính",
            Kind.COUNT,
            "Đơn vị có báo cáo đã cộng vào số liệu ở đây.",
            required=True,
            unit="đơn vị",
            section=COMPLETENESS,
            min=0,
            at_most="units_due",
        ),
        Field(
            "units_missing",
            "Trong đó: chưa có báo cáo được tính",
            Kind.COUNT,
            "Chưa gửi, hoặc gửi mà chưa dùng được.",
            unit="đơn vị",
            section=COMPLETENESS,
            min=0,
            equals=("units_due", "-units_reported"),
        ),
        Field(
            "units_late",
            "Trong số đã có: gửi sau hạn",
            Kind.COUNT,
            "Đơn vị gửi báo cáo sau hạn của xã.",
            unit="đơn vị",
            section=COMPLETENESS,
            min=0,
            at_most="units_reported",
        ),
        Field(
            "units_whole",
            "Đã đủ báo cáo của mọi đơn vị",
            Kind.MARK,
            "“x” nếu không đơn vị nào còn thiếu, “không” nếu còn thiếu.",
            section=COMPLETENESS,
        ),
    ),
    gathered=Gathered("units_reported", "units_due"),
)

ADDED_UP = Sheet(
    id="indicators",
    name="Chỉ tiêu",
    title="CHỈ TIÊU CỦA PHONG TRÀO, CỘNG TOÀN XÃ",
    kind=SheetKind.FIXED,
    intro="Mỗi số là tổng của các đơn vị trong xã. Chưa có số thì để trống, không ghi 0. Không ghi tỷ lệ: cấp trên tự tính từ các số này.",
    fields=(Indicators(),),
    prefill=True,
)

INCOMPLETE = Sheet(
    id="incomplete",
    name="Số chưa đủ",
    title="CÁC CHỈ TIÊU CHƯA CÓ ĐỦ SỐ CỦA CÁC ĐƠN VỊ",
    kind=SheetKind.LIST,
    intro="Mỗi dòng một chỉ tiêu mà có đơn vị chưa báo số. Dòng ghi một tỷ lệ: hai cột cuối chỉ cộng số của các đơn vị báo đủ cả hai số, để cấp trên tính đúng tỷ lệ.",
    fields=(
        Field(
            "indicator",
            "Chỉ tiêu",
            Kind.CHOICE,
            "Chọn một chỉ tiêu trong danh sách của ô.",
            required=True,
            identity=True,
            choices=FIGURES,
            width=44,
        ),
        Field("reported", "Số đơn vị đã báo", Kind.COUNT, "Đơn vị có số của chỉ tiêu này.", min=0, width=10),
        Field("due", "Số đơn vị phải báo", Kind.COUNT, "Đơn vị được hỏi chỉ tiêu này.", min=0, width=10),
        Field("lacking", "Đơn vị chưa có số", Kind.TEXT, "Tên các đơn vị, cách nhau bằng dấu chấm phẩy.", width=34),
        Field("of", "Tử số", Kind.NUMBER, "Chỉ cộng các đơn vị có đủ cả hai số.", needs="out_of", width=12),
        Field("out_of", "Mẫu số", Kind.NUMBER, "Chỉ cộng các đơn vị có đủ cả hai số.", width=15),
    ),
    distinct=("indicator",),
    not_whole=NotWhole("indicator", "of", "out_of"),
    rows=15,
)

PROPOSED_UPWARD = Sheet(
    id="proposed_upward",
    name="Đề nghị cấp trên",
    title="DANH SÁCH XÃ ĐỀ NGHỊ CẤP TRÊN KHEN THƯỞNG",
    kind=SheetKind.LIST,
    intro="Mỗi dòng một tập thể, hộ, dòng họ hoặc người mà xã đề nghị cấp trên khen (mục VII.1.b của Kế hoạch).",
    fields=(
        Field(
            "name",
            "Họ và tên, tên được đề nghị",
            Kind.TEXT,
            "Tên người, hộ, dòng họ hoặc tập thể.",
            required=True,
            identity=True,
            person=True,
            width=26,
            personal=True,
        ),
        Field(
            "birth_year",
            "Năm sinh",
            Kind.YEAR,
            "Của người, hoặc của chủ hộ; tập thể, dòng họ thì để trống.",
            min=1900,
            width=8,
            personal=True,
        ),
        Field("of_unit", "Thuộc đơn vị", Kind.TEXT, "Thôn, trường, đơn vị của người, hộ được đề nghị.", width=20),
        Field(
            "round",
            "Dịp đề nghị",
            Kind.CHOICE,
            ROUNDS_UPWARD.help,
            required=True,
            clause="VII.1.b",
            choices=ROUNDS_UPWARD,
            width=13,
        ),
        Field(
            "subject",
            "Nhóm đối tượng",
            Kind.CHOICE,
            NOMINEES_OF_COMMUNE.help,
            required=True,
            clause="III.1",
            choices=NOMINEES_OF_COMMUNE,
            width=13,
        ),
        Field(
            "proposed_form",
            "Hình thức đề nghị",
            Kind.CHOICE,
            FORMS_OF_AWARD.help,
            clause="VII.1.b",
            choices=FORMS_OF_AWARD,
            width=11,
        ),
        Field(
            "achievement",
            "Tóm tắt thành tích",
            Kind.TEXT,
            "Hai, ba câu về thành tích trong phong trào.",
            clause="III.2.2.b",
            width=40,
            personal=True,
        ),
        Field(
            "standing",
            "Ý kiến của Hội đồng xã",
            Kind.TEXT,
            "Ví dụ Hội đồng nhất trí ngày 12/12/2026 (9/0), hoặc Hội đồng chưa kết luận.",
            width=22,
        ),
    ),
    distinct=("round", "subject", "name", "birth_year", "of_unit"),
    rows=20,
)

COMMUNE = Form(
    id="commune",
    number="06",
    title="Xã",
    unit_kinds=("commune",),
    audience="Cán bộ tổng hợp của xã",
    heads=(
        Head("Chủ tịch {unit}", "UBND"),
        Head("Chủ tịch {unit}", "Ủy ban nhân dân"),
        Head("Chủ tịch Ủy ban nhân dân {lower}"),
    ),
    gathers=True,
    reports_to="cấp trên",
    recipients="cơ quan cấp trên trực tiếp của xã",
    sheets=(COVER, ADDED_UP, INCOMPLETE, PROPOSED_UPWARD),
)
