"""What printing any sheet of a form needs: the form, who it is for, the dropdowns, the formats."""

from dataclasses import dataclass

from learnsoc_xlsx.model.form.form import Form, Sheet
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.stages.template.paper.styles import Styles
from learnsoc_xlsx.stages.template.sheets.dropdowns import Dropdowns


@dataclass(frozen=True)
class Press:
    """One form on its way into one workbook; `sample` is what every page says of a made-up commune."""

    form: Form
    prefill: Prefill
    dropdowns: Dropdowns
    styles: Styles
    sample: str = ""

    @property
    def edition(self) -> str:
        return f"Mẫu {self.form.number} · {self.form.title} · Năm {self.form.year}"

    def unit_line(self, sheet: Sheet, remark: str = "") -> tuple[str, str]:
        """Row 4 of a sheet: a formula that repeats the unit's name from the sheet that asks for it, and its value; behind the
        name stands the remark.
        """
        asking = next((form_sheet for form_sheet in self.form.sheets if "unit_name" in anchors(form_sheet)), None)
        if asking is None or asking.id == sheet.id:
            return "", ""
        cell = anchors(asking)["unit_name"]
        behind = f'&"{remark}"' if remark else ""
        return f"=\"Đơn vị: \"&'{asking.name}'!{cell}{behind}", f"Đơn vị: {self.prefill.unit_name}{remark}"
