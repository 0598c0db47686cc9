"""Đề nghị cấp trên: the commune proposes whoever the level above may award (VII.1.b), with the list."""

from learnsoc_xlsx.catalogue.papers.wording import BASES, BORN, LAST_BASES, MOVEMENT, NAME, NUMBER, WHERE, annex
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import If, Letterhead, NewPage, Para, SignedBy, TableColumn, TableOf, TitleLines

REQUEST = (
    Letterhead(),
    TitleLines(
        "TỜ TRÌNH", f"Về việc đề nghị cấp trên khen thưởng trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}"
    ),
    Para("Kính gửi: Chủ tịch {{ cap_tren }}.", Align.CENTRE, indent=False, before=12),
    If("da_hop", (BASES,), (LAST_BASES,)),
    If("da_hop", (Para("Theo kết luận của {{ hoi_dong }} tại cuộc họp {{ hop_ngay_dai }}.", italic=True),)),
    Para(
        "{{ uy_ban }} kính đề nghị Chủ tịch {{ cap_tren }} xem xét, khen thưởng {{ so_truong_hop }} trường hợp, gồm {{ co_cau }}, đã có "
        f"thành tích tiêu biểu trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}} (có danh sách và tóm tắt thành tích kèm theo). Hình thức khen thưởng do cấp trên quyết định."
    ),
    Para(
        "{{ uy_ban }} chịu trách nhiệm về nội dung đề nghị và kính mong {{ cap_tren }} quan tâm, xem xét./.", kept=True
    ),
    SignedBy("{{ ky_uy_ban }}", "{{ nguoi_ky }}", recipients=("Như trên;", "{{ hoi_dong }};", "Lưu: {{ noi_luu }}.")),
    NewPage(),
    *annex(
        "DANH SÁCH ĐỀ NGHỊ CẤP TRÊN KHEN THƯỞNG",
        "(Kèm theo Tờ trình số {{ so_trong_cau }} {{ ngay_trong_cau }} của {{ uy_ban }})",
    ),
    TableOf(
        "dong",
        "danh_sach",
        (
            NUMBER,
            NAME,
            BORN,
            WHERE,
            TableColumn("Tóm tắt thành tích", 44, "{{ dong.thanh_tich }}"),
        ),
        section="nhom",
    ),
)
