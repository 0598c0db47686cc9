"""Form 02: what a kindergarten, primary or lower secondary school reports."""

from dataclasses import replace

from learnsoc_xlsx.catalogue.forms.sheets.choices import SCHOOL_LEVELS
from learnsoc_xlsx.catalogue.forms.sheets.covers import (
    AWARD_MARKS,
    COVER_INTRO,
    COVER_NAME,
    OWN_PLAN,
    PLAN_ISSUED,
    POLICIES_APPLIED,
    RECOGNISED_LEVEL,
    RECOGNISED_REFERENCE,
    RECOGNITION,
    REGISTERED,
    REPORT,
    SCHOOL_REPORTS,
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
    "Chọn “x” nếu trường đã có quyết định công nhận còn hiệu lực, “không” nếu chưa.",
    clause="III.1.1.d",
    section=RECOGNITION,
)

COVER = Sheet(
    id="cover",
    name=COVER_NAME,
    title="BÁO CÁO CỦA TRƯỜNG VỀ PHONG TRÀO XÂY DỰNG XÃ HỘI HỌC TẬP",
    kind=SheetKind.FIXED,
    intro=COVER_INTRO,
    fields=(
        *SCHOOL_REPORTS,
        Field(
            "school_level",
            "Cấp học",
            Kind.CHOICE,
            SCHOOL_LEVELS.help,
            required=True,
            section=REPORT,
            choices=SCHOOL_LEVELS,
            carries=True,
        ),
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

SCHOOL = Form(
    id="school",
    number="02",
    title="Trường học",
    unit_kinds=("school",),
    recipients=TO_THE_COMMUNE,
    audience="Hiệu trưởng, văn thư nhà trường",
    heads=(Head("Hiệu trưởng {unit}"),),
    revision=3,
    sheets=(COVER, INDICATORS, UNIT_SELF_ASSESSMENT, STAFF, INITIATIVES, FUNDS, NOMINATIONS_OF_UNIT, NARRATIVE),
)
