"""Danh sách ký nhận: who got how much, and signs for it."""

from learnsoc_xlsx.catalogue.papers.wording import MONEY, MOVEMENT, NAME, NUMBER
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Letterhead, Para, SignedBy, TableColumn, TableOf, TitleLines

PAYMENTS = (
    Letterhead(numbered=False, dated=False),
    TitleLines("DANH SÁCH KÝ NHẬN TIỀN THƯỞNG", f"Khen thưởng trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}"),
    Para(
        "(Theo Quyết định số {{ so_quyet_dinh }} {{ ngay_quyet_dinh }} của Chủ tịch {{ uy_ban }})",
        Align.CENTRE, indent=False, italic=True, kept=True,
    ),
    TableOf(
        "dong",
        "danh_sach_chi_tien",
        (
            NUMBER,
            NAME,
            TableColumn("Đơn vị", 37, "{{ dong.thuoc }}"),
            MONEY,
            TableColumn("Người nhận (ký, ghi rõ họ tên)", 42, ""),
        ),
        section="nhom",
        total=("Cộng: {{ so_nhan_tien }} trường hợp", "{{ tong_tien }}", ""),
        total_over=3,
    ),
    Para("{% if tong_tien_bang_chu %}Bằng chữ: {{ tong_tien_bang_chu }}.{% else %}Bằng chữ: …{% endif %}", italic=True, kept=True),
    SignedBy("KẾ TOÁN", "", left=("NGƯỜI LẬP BIỂU",), dated=True),
    SignedBy("{{ ky_chu_tich }}", "{{ nguoi_ky }}", left=("THỦ QUỸ",)),
)  # fmt: skip
