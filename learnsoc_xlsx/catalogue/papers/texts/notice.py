"""Published: names and merits of whoever is awarded, for the notice board and for the loudspeaker; nothing else of anybody.

Where no merit was written there is none: figures that rank may be money that somebody gave.
"""

from learnsoc_xlsx.catalogue.papers.wording import MOVEMENT, NUMBER, WHOM
from learnsoc_xlsx.model.papers.paper import Each, If, Letterhead, Para, SignedBy, TableColumn, TableOf, TitleLines

NOTICE = (
    Letterhead(),
    TitleLines("THÔNG BÁO", f"Kết quả khen thưởng trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}"),
    Para(
        "Theo Quyết định số {{ so_quyet_dinh }} {{ ngay_quyet_dinh }}, Chủ tịch {{ uy_ban }} khen thưởng {{ co_cau }}; "
        "hình thức: {{ cac_hinh_thuc }}:",
        before=12,
        kept=True,
    ),
    TableOf(
        "dong",
        "danh_sach",
        (
            NUMBER,
            TableColumn(
                "Họ và tên, tên tập thể, hộ, dòng họ",
                63,
                "{{ dong.ten }}{% if dong.thuoc %} ({{ dong.thuoc_trong_cau }}){% endif %}",
            ),
            TableColumn("Thành tích", 90, "{% if dong.loi_doc %}{{ dong.thanh_tich }}{% endif %}"),
        ),
        section="nhom",
    ),
    Para("{{ uy_ban }} thông báo để nhân dân trên địa bàn được biết./.", before=12, kept=True),
    SignedBy(
        "{{ ky_uy_ban }}",
        "{{ nguoi_ky }}",
        recipients=("Các đơn vị thuộc {{ xa }};", "Đài truyền thanh {{ xa }};", "Lưu: {{ noi_luu }}."),
    ),
)
SPOKEN = (
    TitleLines("BÀI PHÁT THANH", "Về kết quả khen thưởng phong trào xây dựng xã hội học tập {{ ky }}", ruled=False),
    Para("Kính thưa quý vị và các bạn!", before=12, size=15),
    Para(
        "{{ ngay_quyet_dinh | capitalize }}, Chủ tịch {{ uy_ban }} đã quyết định khen thưởng {{ co_cau }} có thành tích tiêu biểu "
        f"trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}.",
        size=15,
    ),
    Para(f"Xin trân trọng giới thiệu các {WHOM} được khen thưởng:", size=15, kept=True),
    Each(
        "dong",
        "danh_sach",
        (
            If(
                "dong.nhom",
                (Para("Về {{ dong.khen_thuong | lower }}, có:", bold=True, indent=False, kept=True, size=15),),
            ),
            Para(
                "{{ dong.ten }}{% if dong.thuoc %}, {{ dong.thuoc_trong_cau }}{% endif %}. {{ dong.loi_doc }}",
                size=15,
            ),
        ),
    ),
    Para(
        f"{{{{ uy_ban }}}} xin chúc mừng các {WHOM} được khen thưởng và mong toàn thể nhân dân trên địa bàn tiếp tục "
        "hưởng ứng phong trào, học tập suốt đời.",
        size=15,
    ),
    Para("Xin cảm ơn quý vị và các bạn đã lắng nghe.", size=15),
)
