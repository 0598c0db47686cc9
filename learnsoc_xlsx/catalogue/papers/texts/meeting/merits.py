"""Tóm tắt thành tích: a page for each candidate, with where every word of it comes from."""

from learnsoc_xlsx.catalogue.papers.wording import MOVEMENT
from learnsoc_xlsx.model.papers.paper import Each, If, Letterhead, Para, SignedBy, TitleLines

MERITS = (
    Each(
        "dong",
        "danh_sach",
        (
            Letterhead(numbered=False, dated=False),
            TitleLines(
                "TÓM TẮT THÀNH TÍCH", f"Đề nghị khen thưởng trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}"
            ),
            Para(
                "1. Đối tượng: {{ dong.ten }}{% if dong.nam_sinh %}, sinh năm {{ dong.nam_sinh }}{% endif %}.",
                before=12,
            ),
            If(
                "dong.don_vi",
                (Para("2. Chức vụ, nơi ở, đơn vị: {{ dong.don_vi }}."),),
                (Para("2. Địa chỉ: {{ xa }}."),),
            ),
            Para("3. Nhóm đối tượng: {{ dong.khen_thuong }}; hình thức đề nghị: {{ dong.hinh_thuc }}."),
            Para("4. Danh hiệu{% if dong.danh_hieu %} “{{ dong.danh_hieu }}”{% endif %}: {{ dong.cong_nhan }}."),
            Para("5. Thành tích (theo báo cáo của đơn vị): {{ dong.thanh_tich }}."),
            Para("6. Số liệu, hồ sơ đã xét:", kept=True),
            Each("dieu_kien", "dong.cac_dieu_kien", (Para("- {{ dieu_kien }}", before=2, size=12),)),
            Para("7. Khen thưởng đã nhận: {{ dong.da_khen }}."),
            Para(
                "8. Đề xuất tổng hợp: {{ dong.ket_qua_xet | lower }}{% if dong.ket_luan %}; kết luận của Hội đồng: {{ dong.ket_luan }}{% endif %}.",
                kept=True,
            ),
            If("dong.nguon", (Para("Nguồn số liệu: {{ dong.nguon }}.", italic=True, size=11, before=6, kept=True),)),
            SignedBy("{{ ky_thu_ky }}", "{{ thu_ky }}"),
        ),
        apart=True,
    ),
)
