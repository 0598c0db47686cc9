"""Form 03: what a department or a mass organisation of the commune reports."""

from dataclasses import replace

from learnsoc_xlsx.catalogue.forms.sheets.covers import (
    AWARD_MARKS,
    COVER_INTRO,
    COVER_NAME,
    DEPARTMENT_REPORTS,
    OWN_PLAN,
    PLAN_ISSUED,
    POLICIES_APPLIED,
    RECOGNISED_LEVEL,
    RECOGNISED_REFERENCE,
    RECOGNITION,
    REGISTERED,
    TO_THE_COMMUNE,
)
from learnsoc_xlsx.catalogue.forms.sheets.indicators import INDICATORS, UNIT_SELF_ASSESSMENT
from learnsoc_xlsx.catalogue.forms.sheets.lists.citizens import STAFF
from learnsoc_xlsx.catalogue.forms.sheets.lists.deeds import FUNDS, INITIATIVES
from learnsoc_xlsx.catalogue.forms.sheets.lists.nominations import NOMINATIONS_OF_UNIT
from learnsoc_xlsx.catalogue.forms.sheets.narrative import NARRATIVE
from learnsoc_xlsx.model.form.form import Field, Form, Head, Kind, Sheet, SheetKind

RECOGNISED = Field(
    "recognised",
    "Đã được công nhận “Đơn vị học tập”",
    Kind.MARK,
    "Chọn “x” nếu đơn vị đã có quyết định công nhận còn hiệu lực, “không” nếu chưa.",
    clause="III.1.1.d",
    section=RECOGNITION,
)

COVER = Sheet(
    id="cover",
    name=COVER_NAME,
    title="BÁO CÁO CỦA BAN, NGÀNH, ĐOÀN THỂ VỀ XÂY DỰNG XÃ HỘI HỌC TẬP",
    kind=SheetKind.FIXED,
    intro=COVER_INTRO,
    fields=(
        *DEPARTMENT_REPORTS,
        REGISTERED,
        replace(RECOGNISED, until_revision=2),
        replace(RECOGNISED, required=True, since_revision=3),
        *RECOGNISED_REFERENCE,
        RECOGNISED_LEVEL,
        PLAN_ISSUED,
        *OWN_PLAN,
        *POLICIES_APPLIED,
        *AWARD_MARKS,
    ),
)

HEADS = (
    Head("Chủ tịch {unit}", "Hội"),
    Head("Chủ tịch {unit}", "Ủy ban Mặt trận Tổ quốc"),
    Head("Chủ tịch {unit}", "Liên đoàn"),
    Head("Bí thư {unit}", "Đoàn"),
    Head("Chánh {unit}", "Văn phòng"),
    Head("Trưởng {lower}", "Phòng"),
    Head("Trưởng {lower}", "Ban"),
    Head("Trưởng {unit}", "Công an"),
    Head("Trạm trưởng {unit}", "Trạm"),
    Head("phụ trách {unit}"),
)

DEPARTMENT = Form(
    id="department",
    number="03",
    title="Ban, ngành, đoàn thể",
    unit_kinds=("department",),
    recipients=TO_THE_COMMUNE,
    audience="Người phụ trách của ban, ngành, đoàn thể",
    heads=HEADS,
    revision=3,
    sheets=(COVER, INDICATORS, UNIT_SELF_ASSESSMENT, STAFF, INITIATIVES, FUNDS, NOMINATIONS_OF_UNIT, NARRATIVE),
)
