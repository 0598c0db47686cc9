"""What printing any sheet of a form needs: the form, who it is for, the dropdowns, the formats."""

from dataclasses import dataclass

from learnsoc_xlsx.model.form.form import Form, Sheet
from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.model.form.printing import anchors
from learnsoc_xlsx.stages.template.paper.styles import Styles
from learnsoc_xlsx.stages.template.sheets.dropdowns import Dropdowns


@dataclass(frozen=True)
class Press:
    """One form on its way into one workbook; `sample` is what every page says of a made-up commune, `directions` what the
    cover of a unit's form says of who fills it in, until when and to whom it goes.
    """

    form: Form
    prefill: Prefill
    dropdowns: Dropdowns
    styles: Styles
    sample: str = ""
    directions: str = ""

    @property
    def edition(self) -> str:
        return f"Mẫu {self.form.number} · {self.form.title} · Năm {self.form.year}"

    def unit_line(self, sheet: Sheet, remark: str = "") -> tuple[str, str]:
        """Row 4 of a sheet: a formula that repeats the unit's name from the sheet that asks for it, and its value; behind the
        name stands the remark.
        """
        asking = self._cover
        if asking is None or asking.id == sheet.id:
            return "", ""
        cell = anchors(asking)["unit_name"]
        behind = f'&"{remark}"' if remark else ""
        return f"=\"Đơn vị: \"&'{asking.name}'!{cell}{behind}", f"Đơn vị: {self.prefill.unit_name}{remark}"

    def is_cover(self, sheet: Sheet) -> bool:
        """Whether a sheet asks for the unit's name."""
        return self._cover is not None and self._cover.id == sheet.id

    @property
    def _cover(self) -> Sheet | None:
        return next((sheet for sheet in self.form.sheets if "unit_name" in anchors(sheet)), None)
