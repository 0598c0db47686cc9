"""Quyết định: the chairman awards (Luật Thi đua, khen thưởng, khoản 3 Điều 80), with the list as its annex."""

from learnsoc_xlsx.catalogue.papers.wording import BASES, LISTED, MOVEMENT, WHOM, annex
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Letterhead, NewPage, Para, SignedBy, TableOf, TitleLines

DECISION = (
    Letterhead(),
    TitleLines("QUYẾT ĐỊNH", f"Về việc khen thưởng trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}"),
    Para("CHỦ TỊCH {{ uy_ban | upper }}", Align.CENTRE, indent=False, bold=True, before=12, kept=True),
    BASES,
    Para(
        "Theo đề nghị của {{ hoi_dong }}{% if so_to_trinh %} tại Tờ trình số {{ so_to_trinh }} {{ ngay_to_trinh }}{% endif %}.",
        italic=True,
    ),
    Para("QUYẾT ĐỊNH:", Align.CENTRE, indent=False, bold=True, before=12, kept=True),
    Para(
        "{% if mot_hinh_thuc and cac_giay_khen %}Tặng {{ mot_hinh_thuc }} của Chủ tịch {{ uy_ban }} cho{% else %}Khen thưởng{% endif %} "
        "{{ co_cau }} "
        f"đã có thành tích tiêu biểu trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}"
        "{% if not mot_hinh_thuc or not cac_giay_khen %}; hình thức: {{ cac_hinh_thuc }}{% endif %} (có danh sách kèm theo).",
        lead="Điều 1.",
    ),
    Para(
        "{% if so_nhan_tien %}Tiền thưởng kèm theo là {{ tong_tien }} đồng{% if tong_tien_bang_chu %} ({{ tong_tien_bang_chu }}){% endif %}, "
        "{% if nguon_chi %}chi từ nguồn {{ nguon_chi }}{% else %}thực hiện theo quy định hiện hành{% endif %}."
        "{% else %}Khen thưởng này không kèm theo tiền thưởng.{% endif %}",
        lead="Điều 2.",
    ),
    Para("Quyết định này có hiệu lực kể từ ngày ký.", lead="Điều 3."),
    Para(
        f"Thủ trưởng các cơ quan, đơn vị có liên quan và các {WHOM} có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
        lead="Điều 4.",
        kept=True,
    ),
    SignedBy(
        "{{ ky_chu_tich }}", "{{ nguoi_ky }}", recipients=("Như Điều 4;", "{{ hoi_dong }};", "Lưu: {{ noi_luu }}.")
    ),
    NewPage(),
    *annex(
        f"DANH SÁCH\n{WHOM.upper()} ĐƯỢC KHEN THƯỞNG",
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
