"""Read before signing: what the papers of a round still lack, what they rest on unverified, whom they leave out."""

from learnsoc_xlsx.model.papers.paper import Each, If, PaperBlock, Para, TitleLines


def _listed(heading: str, words: str) -> tuple[PaperBlock, ...]:
    """A list under its heading; nothing where there is none."""
    lines = Each("diem", words, (Para("- {{ diem }}"),))
    return (If(words, (Para(heading, indent=False, bold=True, kept=True, before=12), lines)),)


TO_SETTLE = (
    TitleLines("NHỮNG ĐIỂM CẦN XEM TRƯỚC KHI KÝ", "{{ dot_xet }}"),
    Para("Tờ này dành cho người soạn thảo, không phát hành.", italic=True, before=12),
    *_listed("I. Cần xong trước khi ký", "cac_diem_phai_xong"),
    *_listed("II. Nên bổ sung, đối chiếu", "cac_diem_can_xem"),
)
