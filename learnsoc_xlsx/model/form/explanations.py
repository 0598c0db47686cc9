"""Explanations (giải trình): what a unit writes beside the figures of a fixed sheet, as a list of its own."""

from functools import lru_cache

from learnsoc_xlsx.model.form.form import Choice, Choices, Field, Kind, Sheet, SheetKind
from learnsoc_xlsx.model.form.printing import REASON_HEADER

REASON = Field(
    "reason",
    REASON_HEADER,
    Kind.TEXT,
    "Số năm nay khác xa năm trước thì ghi lý do ở đây, ví dụ: sáp nhập thôn. Không thì để trống.",
)
"""What is asked beside a figure that may be far from last year's."""
EXPLAINED = "explained"
"""The field of such a list that names the field of the fixed sheet that is explained."""


@lru_cache(maxsize=512)
def explanations_of(sheet: Sheet) -> Sheet:
    """Return the list of what a unit wrote beside the figures of a fixed sheet: which figure, and why it is what it is."""
    figures = Choices("", tuple(Choice(field.id, field.label) for field in sheet.asked))
    explained = Field(EXPLAINED, "Chỉ tiêu", Kind.CHOICE, identity=True, choices=figures)
    return Sheet(
        id=f"{sheet.id}.explanations",
        name=f"{sheet.name} – {REASON_HEADER}",
        title=REASON_HEADER,
        kind=SheetKind.LIST,
        fields=(explained, REASON),
        form=sheet.form,
    )
