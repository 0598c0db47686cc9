"""The result workbooks: what is written, and which views make their sheets. A new workbook is one entry here."""

from learnsoc_xlsx.model.report import ToDecide, ToFill, View, Workbook

SUMMARY = (
    View("overview", "Tổng quan", "TỔNG HỢP KẾT QUẢ PHONG TRÀO XÂY DỰNG XÃ HỘI HỌC TẬP NĂM {year}"),
    View("targets", "So với mục tiêu", "KẾT QUẢ SO VỚI MỤC TIÊU"),
    View(
        "group",
        "Thôn",
        "KẾT QUẢ CỦA CÁC THÔN",
        ("village", "villages_total", "villages_share", "villages_share_registered"),
    ),
    View("chart", "Biểu đồ thôn", "TỶ LỆ ĐẠT CỦA CÁC THÔN", ("village", "households_share", "citizens_share")),
    View("group", "Trường", "KẾT QUẢ CỦA CÁC TRƯỜNG", ("school",)),
    View("group", "Ban, ngành, đoàn thể", "KẾT QUẢ CỦA CÁC BAN, NGÀNH, ĐOÀN THỂ", ("department",)),
    View("group", "Doanh nghiệp", "KẾT QUẢ CỦA CÁC DOANH NGHIỆP", ("enterprise",)),
    View("group", "Trung tâm HTCĐ", "KẾT QUẢ CỦA TRUNG TÂM HỌC TẬP CỘNG ĐỒNG", ("centre",)),
    View("matrix", "Theo kế hoạch", "TẤT CẢ CHỈ TIÊU THEO MỤC CỦA KẾ HOẠCH, TOÀN XÃ VÀ TỪNG ĐƠN VỊ"),
    View("above", "Cấp trên", "TỔNG HỢP CHO CẤP TRÊN"),
    View("sources", "Nguồn số liệu", "NGUỒN SỐ LIỆU: MỖI SỐ LẤY TỪ TỆP NÀO, Ô NÀO (NĂM {year})"),
)
PAPERS = (
    "head",
    "school_level",
    "recognised",
    "recognised_no",
    "recognised_on",
    "recognised_by",
    "recognised_level",
    "cultural_title",
    "plan_no",
    "plan_on",
    "policies_applied",
    "policies_named",
    "contribution_acknowledged",
    "training_rule",
    "contribution_by",
    "contribution_no",
    "contribution_on",
    "rule_by",
    "rule_no",
    "rule_on",
    "already_awarded",
    "already_awarded_by",
    "upward",
)
"""What a cover says beside whose report it is: who heads the unit, its titles, its papers, what it asks for."""
WORDS = (
    View("answers", "Kết quả, kiến nghị", "KẾT QUẢ, KHÓ KHĂN, BÀI HỌC, KIẾN NGHỊ CỦA CÁC ĐƠN VỊ", ("narrative",)),
    View("answers", "Hồ sơ đơn vị", "DANH HIỆU, KẾ HOẠCH, VĂN BẢN CỦA CÁC ĐƠN VỊ", ("cover", *PAPERS)),
)
LISTS = (
    View("lists", "Sáng kiến, mô hình", "SÁNG KIẾN, GIẢI PHÁP, MÔ HÌNH HIỆU QUẢ", ("initiatives",)),
    View("lists", "Kinh phí", "KINH PHÍ, TÀI TRỢ, ĐÓNG GÓP", ("funds",)),
    View("lists", "Lớp, chuyên đề", "LỚP, CHUYÊN ĐỀ CỦA TRUNG TÂM HỌC TẬP CỘNG ĐỒNG", ("classes",)),
    View("lists", "Dòng họ", "DANH SÁCH DÒNG HỌ", ("clans",)),
    View("lists", "Cán bộ, giáo viên", "DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN", ("staff",)),
    View("lists", "Người lao động", "DANH SÁCH NGƯỜI LAO ĐỘNG", ("workers",)),
    View("lists", "Gia đình", "DANH SÁCH GIA ĐÌNH", ("households",)),
    View("lists", "Công dân", "DANH SÁCH CÔNG DÂN", ("citizens",)),
)
AWARDS = (
    View("awards", "Tổng hợp xét", "BIỂU TỔNG HỢP ĐỀ NGHỊ XÉT KHEN THƯỞNG"),
    View("award", "Nhóm 1", "NHÓM 1: BAN, NGÀNH, ĐOÀN THỂ VÀ TRƯỜNG HỌC", ("1",)),
    View("award", "Nhóm 2", "NHÓM 2: THÔN", ("2",)),
    View("award", "Nhóm 3", "NHÓM 3: HỘ GIA ĐÌNH, DÒNG HỌ", ("3",)),
    View("award", "Nhóm 4", "NHÓM 4: DOANH NGHIỆP", ("4",)),
    View("award", "Nhóm 5", "NHÓM 5: CÁ NHÂN", ("5",)),
    View("upward", "Đề nghị cấp trên", "DANH SÁCH ĐỀ NGHỊ CẤP TRÊN KHEN THƯỞNG"),
    View("lists", "Đề nghị của đơn vị", "ĐỀ NGHỊ KHEN THƯỞNG CỦA CÁC ĐƠN VỊ", ("nominations",)),
    View("decided", "Kết quả họp", "KẾT QUẢ HỌP HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"),
    View("open_points", "Cần xác nhận", "CÁC ĐIỂM CẦN XÁC NHẬN TRƯỚC KHI HỌP HỘI ĐỒNG"),
    View("reasons", "Căn cứ", "CĂN CỨ CỦA TỪNG KẾT QUẢ XÉT"),
)
PHASE = (
    View("phase_commune", "Toàn xã", "KẾT QUẢ TOÀN XÃ, GIAI ĐOẠN {first}–{last}"),
    View("phase_targets", "Tỷ lệ so với mục tiêu", "TỶ LỆ TỪNG NĂM SO VỚI MỤC TIÊU, GIAI ĐOẠN {first}–{last}"),
    View("phase_units", "Từng đơn vị", "KẾT QUẢ TỪNG ĐƠN VỊ, GIAI ĐOẠN {first}–{last}, THEO CƠ CẤU KHI ĐÓ", ("own",)),
    View(
        "phase_units",
        "Theo cơ cấu hiện nay",
        "KẾT QUẢ GIAI ĐOẠN {first}–{last}, TÍNH LẠI THEO CƠ CẤU HIỆN NAY",
        ("current",),
    ),
    View("sources", "Nguồn số liệu", "NGUỒN SỐ LIỆU: MỖI SỐ LẤY TỪ TỆP NÀO, Ô NÀO (GIAI ĐOẠN {first}–{last})"),
)
CHECK = (
    View("receipts", "Tình hình gửi", "TÌNH HÌNH GỬI BÁO CÁO CỦA CÁC ĐƠN VỊ"),
    View("missing", "Thiếu, muộn", "BÁO CÁO CÒN THIẾU HOẶC GỬI MUỘN"),
    View("files", "Tệp đã nhận", "CÁC TỆP TRONG THƯ MỤC VÀ KẾT QUẢ TIẾP NHẬN"),
    View("findings", "Điểm cần xem", "CÁC ĐIỂM CẦN SỬA HOẶC CẦN XEM LẠI"),
    View("differences", "Khác nhau giữa các bản", "KHÁC NHAU GIỮA CÁC BẢN BÁO CÁO CỦA CÙNG ĐƠN VỊ, CÙNG NĂM"),
    View("ledger", "Sổ dòng", "ĐỐI CHIẾU SỐ DÒNG ĐÃ ĐỌC"),
    View("outcomes", "Dòng không tính", "CÁC DÒNG BỊ LOẠI HOẶC BỎ QUA, KÈM LÝ DO"),
    View("local_numbers", "Số do xã đặt", "CÁC SỐ DO XÃ ĐẶT HOẶC CHƯA KIỂM CHỨNG ĐANG DÙNG"),
)
WORKBOOKS = (
    Workbook(
        "summary",
        "{year}/Tong_hop_{year}.xlsx",
        "Tổng hợp năm {year}",
        "year",
        (*SUMMARY, *WORDS, *LISTS),
        drawn_after="figures",
    ),
    Workbook(
        "awards",
        "{year}/Khen_thuong_{year}.xlsx",
        "Xét khen thưởng năm {year}",
        "year",
        AWARDS,
        signed_at="decision",
    ),
    Workbook(
        "phase", "{folder}/Tong_hop_{first}-{last}.xlsx", "Tổng hợp {phase}", "phase", PHASE, drawn_after="figures"
    ),
    Workbook(
        "interim",
        "{folder}/Khen_thuong_so_ket_{last}.xlsx",
        "Xét khen thưởng sơ kết {last}",
        "phase",
        AWARDS,
        "phase-1",
        signed_at="decision",
    ),
    Workbook(
        "final",
        "{folder}/Khen_thuong_tong_ket_{last}.xlsx",
        "Xét khen thưởng tổng kết {last}",
        "phase",
        AWARDS,
        "phase-2",
        signed_at="decision",
    ),
    Workbook("check", "Kiem_tra.xlsx", "Kiểm tra báo cáo và số liệu", "run", CHECK),
)

TO_FILL = (ToFill("confirmation", "{year}/Xac_nhan_{year}.xlsx"),)
"""What the commune is to fill in after a run, before the council meets."""
TO_DECIDE = (
    ToDecide("council_record", "annual-{year}", "{year}/Hoi_dong_{year}.xlsx"),
    ToDecide("council_record", "interim-{year}", "{folder}/Hoi_dong_so_ket_{last}.xlsx"),
    ToDecide("council_record", "final-{year}", "{folder}/Hoi_dong_tong_ket_{last}.xlsx"),
    ToDecide("council_record", "upward-{year}", "{year}/Hoi_dong_de_nghi_cap_tren_{year}.xlsx"),
)
"""What the council is to fill in when it meets."""
