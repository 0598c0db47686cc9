"""Quyết định: the chairman awards (Luật Thi đua, khen thưởng, khoản 3 Điều 80), with the list as its annex."""

from learnsoc_xlsx.catalogue.papers.wording import BASES, LISTED, MOVEMENT, annex
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Letterhead, NewPage, Para, SignedBy, TableOf, TitleLines

DECISION = (
    Letterhead(),
    TitleLines("QUYẾT ĐỊNH", f"Về việc khen thưởng trong thực hiện phong trào thi đua {MOVEMENT} {{{{ ky }}}}"),
    Para("CHỦ TỊCH {{ uy_ban | upper }}", Align.CENTRE, indent=False, bold=True, before=12, kept=True),
    BASES,
    Para("Theo đề nghị của {{ hoi_dong }} tại Tờ trình số {{ so_to_trinh }} {{ ngay_to_trinh }}.", italic=True),
    Para("QUYẾT ĐỊNH:", Align.CENTRE, indent=False, bold=True, before=12, kept=True),
    Para(
        f"Điều 1. Khen thưởng {{{{ so_truong_hop }}}} trường hợp, gồm {{{{ co_cau }}}}, đã có thành tích tiêu biểu trong thực hiện "
        f"phong trào thi đua {MOVEMENT} {{{{ ky }}}}; hình thức: {{{{ cac_hinh_thuc }}}} (có danh sách kèm theo)."
    ),
    Para(
        "Điều 2. Tiền thưởng kèm theo là {{ tong_tien }} đồng{% if tong_tien_bang_chu %} ({{ tong_tien_bang_chu }}){% endif %}, "
        "chi từ nguồn: {{ nguon_chi }}"
    ),
    Para("Điều 3. Quyết định này có hiệu lực kể từ ngày ký."),
    Para(
        "Điều 4. Văn phòng và các bộ phận chuyên môn của {{ uy_ban }}, các đơn vị liên quan và các tập thể, hộ gia đình, cá nhân "
        "có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.",
        kept=True,
    ),
    SignedBy(
        "{{ ky_chu_tich }}", "{{ nguoi_ky }}", recipients=("Như Điều 4;", "{{ hoi_dong }};", "Lưu: {{ noi_luu }}.")
    ),
    NewPage(),
    *annex(
        "DANH SÁCH TẬP THỂ, HỘ GIA ĐÌNH, CÁ NHÂN ĐƯỢC KHEN THƯỞNG",
        "(Kèm theo Quyết định số {{ so_trong_cau }} {{ ngay_trong_cau }} của Chủ tịch {{ uy_ban }})",
    ),
    TableOf(
        "dong",
        "danh_sach",
        LISTED,
        section="nhom",
        total=("Cộng: {{ so_truong_hop }} trường hợp", "{{ tong_tien }}"),
        total_over=5,
    ),
)
