"""What several papers say alike: the movement's name, the legal bases, the list of whoever is awarded."""

from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Each, PaperBlock, Para, TableColumn

MOVEMENT = "“Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời đến năm 2030”"
BASES = Each("can_cu", "cac_can_cu", (Para("Căn cứ {{ can_cu }};", italic=True),))
LAST_BASES = Each(
    "can_cu", "cac_can_cu", (Para("Căn cứ {{ can_cu }}{% if loop.last %}.{% else %};{% endif %}", italic=True),)
)
"""The legal bases where something else follows them, and where nothing does."""
WHOM = "tập thể, hộ gia đình, dòng họ, cá nhân"
"""Whoever may be awarded, in the order of the lists."""
NAME = TableColumn("Họ và tên, tên tập thể, hộ, dòng họ", 50, "{{ dong.ten }}")
NUMBER = TableColumn("STT", 12, "{{ dong.so }}", Align.CENTRE)
BORN = TableColumn("Năm sinh", 15, "{{ dong.nam_sinh }}", Align.CENTRE)
WHERE = TableColumn("Chức vụ, nơi ở, đơn vị", 44, "{{ dong.don_vi }}")
FORM = TableColumn("Hình thức", 20, "{{ dong.hinh_thuc }}", Align.CENTRE)
MONEY = TableColumn("Tiền thưởng (đồng)", 24, "{{ dong.tien }}", Align.RIGHT)
LISTED = (NUMBER, NAME, BORN, WHERE, FORM, MONEY)
"""The list that goes with a proposal and with a decision; 165 mm, as wide as the text of a page."""


def annex(title: str, belongs: str) -> tuple[PaperBlock, ...]:
    """Return the heading of an annex, and what it belongs to."""
    return (
        Para(title, Align.CENTRE, indent=False, bold=True, kept=True, before=0),
        Para(belongs, Align.CENTRE, indent=False, italic=True, kept=True, before=0),
    )
