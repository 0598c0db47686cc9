"""Published: names and merits of whoever is awarded, for the notice board and for the loudspeaker; nothing else of anybody."""

from learnsoc_xlsx.catalogue.papers.wording import MOVEMENT, NUMBER
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Each, If, Letterhead, Para, SignedBy, TableColumn, TableOf, TitleLines

NOTICE = (
    Letterhead(),
    TitleLines("THÔNG BÁO", f"Kết quả khen thưởng trong thực hiện phong trào thi đua {MOVEMENT} {{{{ ky }}}}"),
    Para(
        "Theo Quyết định số {{ so_quyet_dinh }} {{ ngay_quyet_dinh }}, Chủ tịch {{ uy_ban }} khen thưởng {{ so_truong_hop }} "
        "trường hợp, gồm {{ co_cau }}:",
        before=12,
        kept=True,
    ),
    TableOf(
        "dong",
        "danh_sach",
        (
            NUMBER,
            TableColumn(
                "Họ và tên, tên tập thể, hộ gia đình",
                63,
                "{{ dong.ten }}{% if dong.thuoc %} ({{ dong.thuoc }}){% endif %}",
            ),
            TableColumn("Thành tích", 66, "{{ dong.loi_doc }}"),
            TableColumn("Hình thức", 24, "{{ dong.hinh_thuc }}", Align.CENTRE),
        ),
        section="nhom",
    ),
    Para("{{ uy_ban }} thông báo để nhân dân trong xã được biết./.", before=12, kept=True),
    SignedBy(
        "{{ ky_uy_ban }}",
        "{{ nguoi_ky }}",
        recipients=("Các thôn, đơn vị trong xã;", "Đài truyền thanh xã;", "Lưu: {{ noi_luu }}."),
    ),
)
SPOKEN = (
    TitleLines("BÀI PHÁT THANH", "Về kết quả khen thưởng phong trào xây dựng xã hội học tập {{ ky }}", ruled=False),
    Para("Kính thưa quý vị và các bạn!", before=12, size=15),
    Para(
        "Vừa qua, Chủ tịch {{ uy_ban }} đã quyết định khen thưởng {{ so_truong_hop }} trường hợp, gồm {{ co_cau }}, có thành tích "
        f"tiêu biểu trong thực hiện phong trào thi đua {MOVEMENT} {{{{ ky }}}}.",
        size=15,
    ),
    Para("Xin trân trọng giới thiệu các tập thể, hộ gia đình, cá nhân được khen thưởng:", size=15, kept=True),
    Each(
        "dong",
        "danh_sach",
        (
            If("dong.nhom", (Para("{{ dong.nhom }}", bold=True, indent=False, kept=True, size=15),)),
            Para(
                "{{ dong.so }}. {{ dong.ten }}{% if dong.thuoc %}, {{ dong.thuoc }}{% endif %}. {{ dong.loi_doc }}",
                size=15,
            ),
        ),
    ),
    Para(
        "{{ uy_ban }} xin chúc mừng các tập thể, hộ gia đình, cá nhân được khen thưởng và mong toàn thể nhân dân trong xã tiếp tục "
        "hưởng ứng phong trào, học tập suốt đời.",
        size=15,
    ),
    Para("Xin cảm ơn quý vị và các bạn đã chú ý theo dõi.", size=15),
)
