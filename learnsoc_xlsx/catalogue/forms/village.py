"""Form 01: what a village reports."""

from dataclasses import replace

from learnsoc_xlsx.catalogue.forms.sheets.covers import (
    AWARD_MARKS,
    COVER_INTRO,
    COVER_NAME,
    OWN_PLAN,
    PLAN_ISSUED,
    RECOGNISED_REFERENCE,
    RECOGNITION,
    REGISTERED,
    TO_THE_COMMUNE,
    VILLAGE_REPORTS,
)
from learnsoc_xlsx.catalogue.forms.sheets.indicators import INDICATORS, VILLAGE_SELF_ASSESSMENT
from learnsoc_xlsx.catalogue.forms.sheets.lists.citizens import CITIZENS
from learnsoc_xlsx.catalogue.forms.sheets.lists.deeds import FUNDS, INITIATIVES
from learnsoc_xlsx.catalogue.forms.sheets.lists.households import CLANS, HOUSEHOLDS
from learnsoc_xlsx.catalogue.forms.sheets.lists.nominations import NOMINATIONS_OF_VILLAGE
from learnsoc_xlsx.catalogue.forms.sheets.narrative import NARRATIVE
from learnsoc_xlsx.model.form.form import Field, Form, Head, Kind, Sheet, SheetKind

RECOGNISED = Field(
    "recognised",
    "Đã được công nhận “Cộng đồng học tập thôn”",
    Kind.MARK,
    "Chọn “x” nếu thôn đã có quyết định công nhận còn hiệu lực, “không” nếu chưa.",
    clause="III.1.2.c",
    section=RECOGNITION,
)

COVER = Sheet(
    id="cover",
    name=COVER_NAME,
    title="BÁO CÁO CỦA THÔN VỀ PHONG TRÀO XÂY DỰNG XÃ HỘI HỌC TẬP",
    kind=SheetKind.FIXED,
    intro=f"{COVER_INTRO} Chính thôn cũng được xét khen theo mẫu này.",
    fields=(
        *VILLAGE_REPORTS,
        replace(
            REGISTERED,
            label="Đã đăng ký “Cộng đồng học tập thôn” trong năm",
            help="Chọn “x” nếu thôn đăng ký để đạt hoặc để giữ danh hiệu trong năm, “không” nếu không.",
        ),
        replace(RECOGNISED, until_revision=2),
        replace(RECOGNISED, required=True, since_revision=3),
        *RECOGNISED_REFERENCE,
        Field(
            "cultural_title",
            "Thôn đạt danh hiệu văn hóa trong năm",
            Kind.MARK,
            "Chọn “x” nếu thôn đạt “Thôn văn hóa” (Toàn dân đoàn kết xây dựng đời sống văn hóa).",
            clause="I.2.1",
            section=RECOGNITION,
        ),
        replace(
            PLAN_ISSUED,
            label="Có kế hoạch và tổ chức thực hiện phong trào trong năm",
            help="Chọn “x” nếu thôn có kế hoạch của chính mình cho phong trào và đã làm theo, “không” nếu không.",
        ),
        *OWN_PLAN,
        *AWARD_MARKS,
    ),
)

VILLAGE = Form(
    id="village",
    number="01",
    title="Thôn",
    unit_kinds=("village",),
    recipients=TO_THE_COMMUNE,
    audience="Trưởng thôn",
    heads=(Head("Tổ trưởng {lower}", "Tổ dân phố"), Head("Trưởng {lower}")),
    revision=3,
    sheets=(
        COVER,
        INDICATORS,
        VILLAGE_SELF_ASSESSMENT,
        HOUSEHOLDS,
        CLANS,
        CITIZENS,
        INITIATIVES,
        FUNDS,
        NOMINATIONS_OF_VILLAGE,
        NARRATIVE,
    ),
)
