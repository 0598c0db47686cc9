"""Tờ trình: the council submits to the chairman whom it proposes, with the list."""

from learnsoc_xlsx.catalogue.papers.wording import LAST_BASES, LISTED, MOVEMENT, WHOM, annex
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import If, Letterhead, NewPage, Para, SignedBy, TableOf, TitleLines

SUBMISSION = (
    Letterhead(),
    TitleLines("TỜ TRÌNH", f"Về việc đề nghị khen thưởng trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}"),
    Para("Kính gửi: Chủ tịch {{ uy_ban }}.", Align.CENTRE, indent=False, before=12),
    LAST_BASES,
    If(
        "da_hop",
        (
            Para(
                f"{{{{ hop_ngay_dai | capitalize }}}}, {{{{ hoi_dong }}}} đã họp, xét thành tích của các {WHOM} và lấy ý kiến từng "
                "trường hợp được đề nghị. {{ hoi_dong }} kính trình Chủ tịch {{ uy_ban }} xem xét, quyết định khen thưởng như sau:"
            ),
        ),
        (
            Para(
                "Trên cơ sở báo cáo và đề nghị của các đơn vị, {{ hoi_dong }} dự kiến trình Chủ tịch {{ uy_ban }} xem xét, "
                "quyết định khen thưởng như sau:"
            ),
        ),
    ),
    Para("1. Số lượng: {{ so_truong_hop }} trường hợp, gồm {{ co_cau }}."),
    Para("2. Hình thức: {{ cac_hinh_thuc }}."),
    Para(
        "3. Tiền thưởng kèm theo: {% if so_nhan_tien %}{{ tong_tien }} đồng{% if tong_tien_bang_chu %} ({{ tong_tien_bang_chu }}){% endif %}"
        "{% if nguon_chi %}, chi từ nguồn {{ nguon_chi }}{% endif %}{% else %}không có{% endif %}."
    ),
    Para(
        "Kèm theo Tờ trình này: danh sách đề nghị khen thưởng, biên bản họp Hội đồng, tóm tắt thành tích của từng trường hợp./.",
        kept=True,
    ),
    SignedBy(
        "{{ ky_hoi_dong }}",
        "{{ chu_tri }}",
        recipients=("Như trên;", "Các thành viên Hội đồng;", "Lưu: {{ noi_luu }}."),
    ),
    NewPage(),
    *annex(
        "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
        "(Kèm theo Tờ trình số {{ so_trong_cau }} {{ ngay_trong_cau }} của {{ hoi_dong }})",
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
