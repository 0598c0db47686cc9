"""Biên bản: what the council met on, who was there, what it concluded of each (NĐ 30/2020, mẫu biên bản)."""

from learnsoc_xlsx.catalogue.papers.wording import MOVEMENT
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import If, Letterhead, Para, SignedBy, TableColumn, TableOf, TitleLines

_ASKED = (
    TableColumn("STT", 12, "{{ dong.so }}", Align.CENTRE),
    TableColumn("Đối tượng (năm sinh)", 46, "{{ dong.ten }}{% if dong.nam_sinh %} ({{ dong.nam_sinh }}){% endif %}"),
    TableColumn("Đơn vị", 32, "{{ dong.thuoc }}"),
    TableColumn("Đề xuất tổng hợp", 27, "{{ dong.ket_qua_xet }}", Align.CENTRE),
    TableColumn("Số ý kiến nhất trí/ không", 18, "{{ dong.phieu }}", Align.CENTRE),
    TableColumn("Kết luận, lý do", 30, "{{ dong.ket_luan }}"),
)

MINUTES = (
    Letterhead(dated=False),
    TitleLines("BIÊN BẢN", f"Họp xét khen thưởng trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}"),
    Para("Bắt đầu hồi … giờ …, {{ hop_ngay_dai }}. Địa điểm: {{ noi_hop }}.", before=12),
    Para("I. THÀNH PHẦN", indent=False, bold=True, kept=True),
    Para("1. Chủ trì: {{ chu_tri_day_du }}."),
    Para("2. Thư ký: {{ thu_ky_day_du }}."),
    Para(
        "3. Có mặt {{ so_co_mat }}/{{ so_thanh_vien }} thành viên Hội đồng"
        "{% if dieu_kien_hop %}; Hội đồng được họp khi có mặt {{ dieu_kien_hop }}{% endif %}. Vắng: …"
    ),
    If("thieu_thanh_vien", (Para("Số thành viên có mặt chưa đủ để Hội đồng họp.", bold=True),)),
    Para("II. NỘI DUNG", indent=False, bold=True, kept=True),
    Para("1. Thư ký báo cáo kết quả tổng hợp báo cáo, đề nghị của các đơn vị theo tiêu chí của Kế hoạch thi đua."),
    Para("2. Hội đồng thảo luận, lấy ý kiến từng trường hợp:", kept=True),
    TableOf("dong", "danh_sach_xet", _ASKED, section="nhom"),
    Para("III. KẾT LUẬN", indent=False, bold=True, kept=True, before=12),
    If(
        "da_hop",
        (
            Para(
                "{{ hoi_dong }} {% if so_truong_hop %}nhất trí đề nghị Chủ tịch {{ uy_ban }} khen thưởng {{ so_truong_hop }} trường hợp"
                "{% else %}không đề nghị khen thưởng trường hợp nào{% endif %}"
                "{% if co_cau %}, gồm {{ co_cau }}{% endif %}"
                "{% if so_khong_nhat_tri %}; không nhất trí {{ so_khong_nhat_tri }} trường hợp{% endif %}"
                "{% if so_xem_xet_sau %}; xem xét sau {{ so_xem_xet_sau }} trường hợp{% endif %}"
                "{% if so_chua_ket_luan %}; chưa kết luận {{ so_chua_ket_luan }} trường hợp được đề nghị{% endif %}"
                "{% if so_chua_xet %}; chưa xem xét tại cuộc họp này {{ so_chua_xet }} trường hợp dự bị hoặc chưa đủ thông tin{% endif %}"
                "{% if so_thay_doi %}; {{ so_thay_doi }} trường hợp thay đổi sau khi họp, cần kết luận lại{% endif %}"
                "{% if so_ghi_them %}; ghi thêm {{ so_ghi_them }} trường hợp chưa được xét{% endif %}."
            ),
        ),
        (
            Para(
                "{{ hoi_dong }} nhất trí đề nghị Chủ tịch {{ uy_ban }} khen thưởng … trường hợp; không nhất trí … trường hợp; "
                "xem xét sau … trường hợp."
            ),
        ),
    ),
    Para(
        "Cuộc họp kết thúc hồi … giờ … cùng ngày. Biên bản đã được đọc lại cho các thành viên dự họp nghe và nhất trí thông qua./.",
        kept=True,
    ),
    SignedBy(
        "{{ ky_chu_tri }}",
        "{{ chu_tri }}",
        left=("THƯ KÝ",),
        left_name="{{ thu_ky }}",
        recipients=("Các thành viên Hội đồng;", "Lưu: {{ noi_luu }}."),
    ),
)
