"""Giấy khen: a page each, for plain paper; on pre-printed blanks only the texts that vary are printed,
and a list beside which the sheets are laid."""

from learnsoc_xlsx.catalogue.papers.wording import MOVEMENT
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Each, If, Letterhead, Para, SignedBy, TableColumn, TableOf, TitleLines

CERTIFICATES = (
    Each(
        "dong",
        "cac_giay_khen",
        (
            If("not dong.ten_dai", (Para("", indent=False, size=8, before=8),)),
            Para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Align.CENTRE, indent=False, bold=True, size=15, before=6),
            Para("Độc lập - Tự do - Hạnh phúc", Align.CENTRE, indent=False, bold=True, size=16, before=0),
            Para("———————————", Align.CENTRE, indent=False, size=10, before=0),
            Para("CHỦ TỊCH {{ uy_ban | upper }}", Align.CENTRE, indent=False, bold=True, size=18, before=20),
            Para("TẶNG", Align.CENTRE, indent=False, size=15, before=8),
            Para("GIẤY KHEN", Align.CENTRE, indent=False, bold=True, size=44, before=4),
            If(
                "dong.ten_dai",
                (Para("{{ dong.ten }}", Align.CENTRE, indent=False, bold=True, size=20, before=4),),
                (Para("{{ dong.ten }}", Align.CENTRE, indent=False, bold=True, size=26, before=10),),
            ),
            Para("{{ dong.don_vi }}", Align.CENTRE, indent=False, italic=True, size=15, before=2),
            Para(
                f"Đã có thành tích tiêu biểu trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}",
                Align.CENTRE, indent=False, size=18, before=12,
            ),
            If("not dong.ten_dai", (Para("", indent=False, size=8, before=4),)),
            SignedBy(
                "{{ ky_chu_tich }}",
                "{{ nguoi_ky }}",
                left=("Quyết định số {{ so_quyet_dinh }}", "{{ ngay_quyet_dinh }}"),
                dated=True,
            ),
        ),
        apart=True,
    ),
)  # fmt: skip
ORDER = (
    Letterhead(numbered=False, dated=False),
    TitleLines("THỨ TỰ IN GIẤY KHEN TRÊN PHÔI", "{{ dot_xet }}"),
    Para(
        "Mỗi dòng một tờ, theo thứ tự trang của tệp in phôi. Trước khi in, in tờ thử phôi lên giấy trắng, áp lên phôi, soi sáng rồi "
        "sửa vị trí ở trang “Phôi giấy khen” của danh bạ.",
        italic=True,
        before=12,
        kept=True,
    ),
    TableOf(
        "dong",
        "cac_giay_khen",
        (
            TableColumn("STT", 12, "{{ loop.index }}", Align.CENTRE),
            TableColumn("Tên in trên giấy khen", 70, "{{ dong.ten }}"),
            TableColumn("Đơn vị", 58, "{{ dong.don_vi }}"),
            TableColumn("Đã in", 25, ""),
        ),
    ),
)
