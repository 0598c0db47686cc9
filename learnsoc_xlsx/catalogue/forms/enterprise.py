"""Form 04: what an enterprise reports, with the four conditions of III.1.4."""

from learnsoc_xlsx.catalogue.forms.sheets.citizens import WORKERS
from learnsoc_xlsx.catalogue.forms.sheets.covers import (
    AWARD_MARKS,
    COVER_INTRO,
    COVER_NAME,
    RECOGNISED_LEVEL,
    RECOGNISED_REFERENCE,
    RECOGNITION,
    WHO_REPORTS,
)
from learnsoc_xlsx.catalogue.forms.sheets.deeds import FUNDS, INITIATIVES
from learnsoc_xlsx.catalogue.forms.sheets.indicators import ENTERPRISE_SELF_ASSESSMENT, INDICATORS
from learnsoc_xlsx.catalogue.forms.sheets.nominations import NOMINATIONS_OF_UNIT
from learnsoc_xlsx.model.form.form import Field, Form, Head, Kind, Sheet, SheetKind

PAPERS = "Văn bản kèm theo"

COVER = Sheet(
    id="cover",
    name=COVER_NAME,
    title="BÁO CÁO CỦA DOANH NGHIỆP VỀ XÂY DỰNG XÃ HỘI HỌC TẬP",
    kind=SheetKind.FIXED,
    intro=COVER_INTRO,
    fields=(
        *WHO_REPORTS,
        Field(
            "recognised",
            "Tổ chức trong doanh nghiệp đã được công nhận “Đơn vị học tập”",
            Kind.MARK,
            "Chọn x nếu đã có quyết định công nhận còn hiệu lực, không nếu chưa.",
            clause="III.1.4.d",
            section=RECOGNITION,
        ),
        *RECOGNISED_REFERENCE,
        RECOGNISED_LEVEL,
        Field(
            "contribution_acknowledged",
            "Văn bản ghi nhận đóng góp",
            Kind.TEXT,
            "Số, ngày và cơ quan ghi nhận, ví dụ Thư cảm ơn 12/UBND ngày 5/9/2026. Không có thì để trống.",
            clause="III.1.4.a",
            section=PAPERS,
        ),
        Field(
            "training_rule",
            "Văn bản quy định việc học tập, bồi dưỡng",
            Kind.TEXT,
            "Số và ngày của quy định đã ban hành. Không có thì để trống.",
            clause="III.1.4.b",
            section=PAPERS,
        ),
        *AWARD_MARKS,
    ),
)

ENTERPRISE = Form(
    id="enterprise",
    number="04",
    title="Doanh nghiệp",
    unit_kinds=("enterprise",),
    audience="Người phụ trách của doanh nghiệp",
    heads=(Head("Giám đốc {unit}"),),
    sheets=(COVER, INDICATORS, ENTERPRISE_SELF_ASSESSMENT, WORKERS, INITIATIVES, FUNDS, NOMINATIONS_OF_UNIT),
)
