"""Read before signing: what the papers of a round still lack, what they rest on unverified, whom they leave out."""

from learnsoc_xlsx.model.papers.paper import Each, If, Letterhead, Para, TitleLines

TO_SETTLE = (
    Letterhead(numbered=False, dated=False),
    TitleLines("NHỮNG ĐIỂM CẦN XEM TRƯỚC KHI KÝ", "{{ dot_xet }}"),
    Para("Tờ này dành cho người soạn thảo, không phát hành.", italic=True, before=12),
    If(
        "cac_diem_can_xem",
        (Each("diem", "cac_diem_can_xem", (Para("- {{ diem }}"),)),),
        (Para("Không còn điểm nào."),),
    ),
)
