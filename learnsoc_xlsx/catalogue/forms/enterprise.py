"""Form 04: what an enterprise reports, with the four conditions of III.1.4."""

from dataclasses import replace

from learnsoc_xlsx.catalogue.forms.sheets.covers import (
    AWARD_MARKS,
    COVER_INTRO,
    COVER_NAME,
    ENTERPRISE_REPORTS,
    RECOGNISED_LEVEL,
    RECOGNISED_REFERENCE,
    RECOGNITION,
    REGISTERED,
    TO_THE_COMMUNE,
)
from learnsoc_xlsx.catalogue.forms.sheets.indicators import ENTERPRISE_SELF_ASSESSMENT, INDICATORS
from learnsoc_xlsx.catalogue.forms.sheets.lists.citizens import WORKERS
from learnsoc_xlsx.catalogue.forms.sheets.lists.deeds import FUNDS, INITIATIVES
from learnsoc_xlsx.catalogue.forms.sheets.lists.nominations import NOMINATIONS_OF_UNIT
from learnsoc_xlsx.catalogue.forms.sheets.narrative import NARRATIVE
from learnsoc_xlsx.model.form.form import Field, Form, Head, Kind, Sheet, SheetKind

PAPERS = "Văn bản kèm theo"
CONTRIBUTION = "Văn bản ghi nhận đóng góp"
RULE = "Quy định của doanh nghiệp về học tập, bồi dưỡng"

PAPERS_IN_ONE_LINE = (
    Field(
        "contribution_acknowledged",
        "Văn bản ghi nhận đóng góp",
        Kind.TEXT,
        "Số, ngày và cơ quan ghi nhận, ví dụ Thư cảm ơn 12/UBND ngày 5/9/2026. Không có thì để trống.",
        clause="III.1.4.a",
        section=PAPERS,
        until_revision=1,
    ),
    Field(
        "training_rule",
        "Văn bản quy định việc học tập, bồi dưỡng",
        Kind.TEXT,
        "Số và ngày của quy định đã ban hành. Không có thì để trống.",
        clause="III.1.4.b",
        section=PAPERS,
        until_revision=1,
    ),
)
"""The two papers, as they were asked for first: all that is to say of one in one cell."""

CONTRIBUTION_PAPER = (
    Field(
        "contribution_by",
        "Cơ quan ghi nhận đóng góp",
        Kind.TEXT,
        "Cơ quan ký văn bản ghi nhận, ví dụ UBND xã. Không có thì để trống.",
        clause="III.1.4.a",
        section=CONTRIBUTION,
        since_revision=2,
    ),
    Field(
        "contribution_no",
        "Số văn bản ghi nhận",
        Kind.TEXT,
        "Ví dụ 12/GCN-UBND hoặc Thư cảm ơn số 12.",
        clause="III.1.4.a",
        section=CONTRIBUTION,
        since_revision=2,
    ),
    Field(
        "contribution_on",
        "Ngày văn bản ghi nhận",
        Kind.DATE,
        "Ngày ký văn bản ghi nhận.",
        clause="III.1.4.a",
        section=CONTRIBUTION,
        since_revision=2,
    ),
)

RULE_PAPER = (
    Field(
        "rule_by",
        "Người hoặc cấp ban hành quy định",
        Kind.TEXT,
        "Ví dụ Giám đốc, Hội đồng quản trị. Chưa có quy định thì để trống.",
        clause="III.1.4.b",
        section=RULE,
        since_revision=2,
    ),
    Field(
        "rule_no",
        "Số quy định",
        Kind.TEXT,
        "Ví dụ 07/QC-CT.",
        clause="III.1.4.b",
        section=RULE,
        since_revision=2,
    ),
    Field(
        "rule_on",
        "Ngày ban hành quy định",
        Kind.DATE,
        "Ngày ký quy định đang dùng.",
        clause="III.1.4.b",
        section=RULE,
        since_revision=2,
    ),
)

RECOGNISED = Field(
    "recognised",
    "Tổ chức trong doanh nghiệp đã được công nhận “Đơn vị học tập”",
    Kind.MARK,
    "Chọn “x” nếu đã có quyết định công nhận còn hiệu lực, “không” nếu chưa.",
    clause="III.1.4.d",
    section=RECOGNITION,
)

COVER = Sheet(
    id="cover",
    name=COVER_NAME,
    title="BÁO CÁO CỦA DOANH NGHIỆP VỀ XÂY DỰNG XÃ HỘI HỌC TẬP",
    kind=SheetKind.FIXED,
    intro=COVER_INTRO,
    fields=(
        *ENTERPRISE_REPORTS,
        replace(REGISTERED, help="Chọn “x” nếu doanh nghiệp đăng ký để đạt hoặc để giữ danh hiệu, “không” nếu không."),
        replace(RECOGNISED, until_revision=2),
        replace(RECOGNISED, required=True, since_revision=3),
        *RECOGNISED_REFERENCE,
        RECOGNISED_LEVEL,
        *PAPERS_IN_ONE_LINE,
        *CONTRIBUTION_PAPER,
        *RULE_PAPER,
        *AWARD_MARKS,
    ),
)

ENTERPRISE = Form(
    id="enterprise",
    number="04",
    title="Doanh nghiệp",
    unit_kinds=("enterprise",),
    recipients=TO_THE_COMMUNE,
    audience="Người phụ trách của doanh nghiệp",
    heads=(Head("Giám đốc {unit}"),),
    revision=3,
    sheets=(COVER, INDICATORS, ENTERPRISE_SELF_ASSESSMENT, WORKERS, INITIATIVES, FUNDS, NOMINATIONS_OF_UNIT, NARRATIVE),
)
