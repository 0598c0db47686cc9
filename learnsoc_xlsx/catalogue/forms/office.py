"""Form 10: what the commune's own officers report, which no unit under it can: inspections, rules issued, the role of heads, the
radio and the culture officer's own work; and how the commune assesses itself.

It is filled in by one unit of its own kind, so that a commune which has none in its register is asked for nothing.
"""

from learnsoc_xlsx.catalogue.forms.sheets.covers import (
    COVER_INTRO,
    COVER_NAME,
    OFFICE_REPORTS,
    RECOGNITION,
    TO_THE_COMMUNE,
)
from learnsoc_xlsx.catalogue.forms.sheets.indicators import INDICATORS
from learnsoc_xlsx.catalogue.forms.sheets.lists.documents import DOCUMENTS
from learnsoc_xlsx.model.form.form import Criteria, Field, Form, Head, Indicators, Kind, Sheet, SheetKind

COVER = Sheet(
    id="cover",
    name=COVER_NAME,
    title="BÁO CÁO PHẦN VIỆC CẤP XÃ TRỰC TIẾP THỰC HIỆN VỀ XÂY DỰNG XÃ HỘI HỌC TẬP",
    kind=SheetKind.FIXED,
    intro=COVER_INTRO,
    fields=(
        *OFFICE_REPORTS,
        Field(
            "recognised",
            "Xã đã được công nhận “Cộng đồng học tập cấp xã”",
            Kind.MARK,
            "Chọn “x” nếu xã đã có quyết định công nhận còn hiệu lực, “không” nếu chưa.",
            section=RECOGNITION,
        ),
        Field(
            "recognised_no",
            "Số quyết định công nhận",
            Kind.TEXT,
            "Ví dụ 125/QĐ-PGDĐT. Chưa được công nhận thì để trống.",
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
            "Cơ quan ký quyết định công nhận, ghi đúng như quyết định.",
            section=RECOGNITION,
            needs="recognised",
        ),
        Field(
            "recognised_level",
            "Mức được công nhận",
            Kind.COUNT,
            "Ghi 1 (Khá) hoặc 2 (Tốt), đúng như quyết định công nhận.",
            section=RECOGNITION,
            min=1,
            max=2,
            needs="recognised",
        ),
    ),
)

OWN_WORK = Sheet(
    id="indicators",
    name=INDICATORS.name,
    title="PHẦN VIỆC CẤP XÃ TRỰC TIẾP THỰC HIỆN TRONG NĂM",
    kind=SheetKind.FIXED,
    intro="Chỉ ghi việc do xã tự làm: lãnh đạo, cán bộ chuyên môn, cán bộ văn hóa, Đài truyền thanh xã. Việc thôn, trường, đoàn thể, "
    "doanh nghiệp đã làm thì đơn vị ấy báo cáo, ở đây không ghi lại: số của toàn xã là tổng của mọi báo cáo. "
    "Ghi vào cột “Điền vào đây”. Không có thì ghi 0; chưa biết thì để trống. Chữ in đậm là bắt buộc.",
    fields=(Indicators(),),
    prefill=True,
)

COMMUNE_SELF_ASSESSMENT = Sheet(
    id="commune_assessment",
    name="Tự đánh giá",
    title="XÃ TỰ ĐÁNH GIÁ “CỘNG ĐỒNG HỌC TẬP CẤP XÃ”",
    kind=SheetKind.FIXED,
    intro="Xã tự đánh giá đúng với hồ sơ đang lưu; chưa rõ thì để trống. Các nội dung này chép theo bài giới "
    "thiệu Thông tư: hãy xem lại văn bản gốc trước khi ghi. Số liệu toàn xã để đối chiếu có ở trang “Cộng đồng học tập” của tệp Tong_hop.",
    fields=(Criteria("learning_commune"),),
    prefill=True,
)

OFFICE = Form(
    id="office",
    number="10",
    title="Bộ phận chuyên môn của xã",
    unit_kinds=("office",),
    recipients=TO_THE_COMMUNE,
    audience="Cán bộ được giao tổng hợp phần việc của UBND xã",
    heads=(Head("phụ trách {lower}"),),
    sheets=(COVER, OWN_WORK, COMMUNE_SELF_ASSESSMENT, DOCUMENTS),
)
