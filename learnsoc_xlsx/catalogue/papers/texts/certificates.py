"""Giấy khen: a page each, for plain paper; on pre-printed blanks only the texts that vary are printed."""

from learnsoc_xlsx.catalogue.papers.wording import MOVEMENT
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Each, Para, SignedBy

CERTIFICATES = (
    Each(
        "dong",
        "cac_giay_khen",
        (
            Para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Align.CENTRE, indent=False, bold=True, size=15, before=30),
            Para("Độc lập - Tự do - Hạnh phúc", Align.CENTRE, indent=False, bold=True, size=16, before=0),
            Para("———————————", Align.CENTRE, indent=False, size=10, before=0),
            Para("CHỦ TỊCH {{ uy_ban | upper }}", Align.CENTRE, indent=False, bold=True, size=18, before=20),
            Para("TẶNG", Align.CENTRE, indent=False, size=15, before=8),
            Para("GIẤY KHEN", Align.CENTRE, indent=False, bold=True, size=44, before=4),
            Para("{{ dong.ten }}", Align.CENTRE, indent=False, bold=True, size=26, before=10),
            Para("{{ dong.don_vi }}", Align.CENTRE, indent=False, italic=True, size=15, before=2),
            Para(
                f"Đã có thành tích tiêu biểu trong thực hiện phong trào thi đua {MOVEMENT} {{{{ ky }}}}",
                Align.CENTRE, indent=False, size=18, before=12,
            ),
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
