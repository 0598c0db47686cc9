"""Danh sách ký nhận: who got how much, and signs for it."""

from learnsoc_xlsx.catalogue.papers.wording import FORM, MONEY, MOVEMENT, NAME, NUMBER
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import Letterhead, Para, SignedBy, TableColumn, TableOf, TitleLines

PAYMENTS = (
    Letterhead(numbered=False, dated=False),
    TitleLines("DANH SÁCH KÝ NHẬN TIỀN THƯỞNG", f"Khen thưởng trong thực hiện phong trào thi đua {MOVEMENT} {{{{ ky }}}}"),
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
            TableColumn("Chức vụ, nơi ở, đơn vị", 32, "{{ dong.don_vi }}"),
            FORM,
            MONEY,
            TableColumn("Ký nhận", 27, ""),
        ),
        section="nhom",
        total=("Cộng: {{ so_nhan_tien }} trường hợp", "{{ tong_tien }}", ""),
        total_over=4,
    ),
    Para("{% if tong_tien_bang_chu %}Bằng chữ: {{ tong_tien_bang_chu }}.{% else %}Bằng chữ: …{% endif %}", italic=True, kept=True),
    SignedBy("{{ ky_chu_tich }}", "{{ nguoi_ky }}", left=("NGƯỜI CHI TIỀN",), dated=True),
)  # fmt: skip
