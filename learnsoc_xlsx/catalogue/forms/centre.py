"""Form 05: what the community learning centre reports."""

from learnsoc_xlsx.catalogue.forms.sheets.covers import COVER_OF_CENTRE, TO_THE_COMMUNE
from learnsoc_xlsx.catalogue.forms.sheets.indicators import INDICATORS
from learnsoc_xlsx.catalogue.forms.sheets.lists.deeds import CLASSES, FUNDS
from learnsoc_xlsx.catalogue.forms.sheets.narrative import NARRATIVE
from learnsoc_xlsx.model.form.form import Form, Head

CENTRE = Form(
    id="centre",
    number="05",
    title="Trung tâm học tập cộng đồng",
    unit_kinds=("centre",),
    recipients=TO_THE_COMMUNE,
    audience="Ban Giám đốc trung tâm",
    heads=(Head("Giám đốc {unit}"),),
    revision=3,
    sheets=(COVER_OF_CENTRE, INDICATORS, CLASSES, FUNDS, NARRATIVE),
)
