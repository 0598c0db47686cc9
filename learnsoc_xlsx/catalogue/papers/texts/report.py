"""Báo cáo: what the movement came to in a year or a phase, in figures against the time before, and in the words of the units."""

from learnsoc_xlsx.catalogue.papers.wording import MOVEMENT
from learnsoc_xlsx.model.papers.certificates import Align
from learnsoc_xlsx.model.papers.paper import (
    Each,
    If,
    Letterhead,
    PaperBlock,
    Para,
    SignedBy,
    TableColumn,
    TableOf,
    TitleLines,
)


def _section(heading: str, words: str) -> tuple[PaperBlock, ...]:
    """What units wrote on one question, what several wrote alike once."""
    return (
        Para(heading, indent=False, bold=True, kept=True),
        If(
            words,
            (Each("y", words, (Para("- {{ y.noi_dung }} ({{ y.don_vi }})."),)),),
            (Para("…"),),
        ),
    )


_TEXT = 165
"""How wide a page's text is, in millimetres."""


def _figures(number: int, target: int, size: int, *more: TableColumn) -> TableOf:
    """The headline indicators by the clauses of the plan: columns of figures so wide, that of the targets so wide."""
    against = (
        TableColumn("{{ cot_truoc }}", number, "{{ dong.truoc }}", Align.RIGHT),
        TableColumn("{{ cot_nay }}", number, "{{ dong.nay }}", Align.RIGHT),
        TableColumn("Tăng, giảm", number - 4, "{{ dong.thay_doi }}", Align.RIGHT),
        *more,
        TableColumn("Mục tiêu", target, "{{ dong.muc_tieu }}", Align.CENTRE),
    )
    named = TableColumn(
        "Chỉ tiêu (đơn vị tính)",
        _TEXT - sum(column.width for column in against),
        "{{ dong.ten }}{% if dong.don_vi_tinh %} ({{ dong.don_vi_tinh }}){% endif %}",
    )
    return TableOf("dong", "cac_chi_tieu", (named, *against), section="muc", size=size)


def _report(figures: TableOf) -> tuple[PaperBlock, ...]:
    """A report around its table of figures."""
    return (
        Letterhead(),
        TitleLines("BÁO CÁO", f"{{{{ loai_bao_cao }}}} phong trào thi đua {MOVEMENT}, {{{{ ky }}}}"),
        Para("Thực hiện Kế hoạch triển khai phong trào thi đua, {{ uy_ban }} báo cáo {{ loai_bao_cao_thuong }} {{ ky }} như sau:", before=12),
        Para("I. TÌNH HÌNH BÁO CÁO CỦA CÁC ĐƠN VỊ", indent=False, bold=True, kept=True, before=12),
        Para(
            "Đã tổng hợp {{ so_da_bao_cao }}/{{ so_phai_bao_cao }} báo cáo{% if con_thieu %}; còn thiếu báo cáo của: {{ con_thieu }}{% endif %}. "
            "{% if tam_tinh %}Số liệu tạm tính: {{ tam_tinh }}. {% endif %}Số liệu lấy từ báo cáo của các đơn vị, đã kiểm tra và cộng lại."
        ),
        Para("II. KẾT QUẢ THỰC HIỆN", indent=False, bold=True, kept=True),
        Para("1. Các chỉ tiêu chính", indent=False, bold=True, kept=True),
        figures,
        If("co_chua_du", (Para("Dấu ▲: còn đơn vị chưa báo cáo hoặc chưa ghi số này; chưa so sánh với kỳ trước và mục tiêu. Dấu –: chưa có số. Tăng, giảm tính trên số chưa làm tròn; tỷ lệ tính bằng điểm phần trăm.", italic=True, size=12),),
           (Para("Dấu –: chưa có số. Tăng, giảm tính trên số chưa làm tròn; tỷ lệ tính bằng điểm phần trăm.", italic=True, size=12),)),
        *_section("2. Kết quả nổi bật", "ket_qua"),
        Para("3. Khen thưởng", indent=False, bold=True, kept=True),
        Each("cau", "cac_cau_khen_thuong", (Para("{{ cau }}"),)),
        *_section("III. KHÓ KHĂN, HẠN CHẾ", "kho_khan"),
        *_section("IV. NGUYÊN NHÂN", "nguyen_nhan"),
        *_section("V. BÀI HỌC KINH NGHIỆM", "bai_hoc"),
        *_section("VI. KIẾN NGHỊ CỦA CÁC ĐƠN VỊ, PHƯƠNG HƯỚNG", "kien_nghi"),
        Para("Trên đây là báo cáo {{ loai_bao_cao_thuong }} phong trào {{ ky }} của {{ uy_ban }}./.", kept=True),
        SignedBy(
            "{{ ky_uy_ban }}",
            "{{ nguoi_ky }}",
            recipients=("{{ cap_tren }} (để báo cáo);", "{{ hoi_dong }};", "Các đơn vị thuộc {{ xa }};", "Lưu: {{ noi_luu }}."),
        ),
    )  # fmt: skip


REPORT = _report(_figures(28, 30, 11))
PHASE_REPORT = _report(_figures(25, 24, 10, TableColumn("Cả giai đoạn", 25, "{{ dong.ca_giai_doan }}", Align.RIGHT)))
