"""The result workbooks: what is written, and which views make their sheets. A new workbook is one entry here."""

from learnsoc_xlsx.model.report import ToDecide, ToFill, ToReport, View, Workbook

MONEY = (
    "budget_money",
    "mobilised_money",
    "fund_opening",
    "fund_income",
    "fund_spending",
    "fund_closing",
    "scholarships",
    "scholarship_money",
    "community_contribution",
)
"""What a page of its own shows of money, unit by unit."""
NO_VILLAGE = ("villages_total", "villages_share")
NO_UNIT = ("units_share",)
"""What says nothing of a single village or unit: how many it is, and which share of one."""
BY_UNIT = (
    View("units", "Xã", "KẾT QUẢ CỦA CÁC XÃ", ("commune",), MONEY),
    View("units", "Thôn", "KẾT QUẢ CỦA CÁC THÔN", ("village",), (*MONEY, *NO_VILLAGE)),
    View(
        "units",
        "Ban, ngành, đoàn thể",
        "KẾT QUẢ CỦA CÁC BAN, NGÀNH, ĐOÀN THỂ, BỘ PHẬN CHUYÊN MÔN",
        ("department", "office"),
        (*MONEY, *NO_UNIT),
    ),
    View(
        "units",
        "Trường, DN, TTHTCĐ",
        "KẾT QUẢ CỦA TRƯỜNG HỌC, DOANH NGHIỆP VÀ TRUNG TÂM HỌC TẬP CỘNG ĐỒNG",
        ("school", "enterprise", "centre"),
        (*MONEY, *NO_UNIT),
    ),
    View("by_unit", "Kinh phí", "KINH PHÍ, QUỸ KHUYẾN HỌC, HỌC BỔNG", MONEY),
)
"""Each unit's figures, from which those of the commune are added up."""
INITIATIVES = View(
    "foremost",
    "Sáng kiến tiêu biểu",
    "SÁNG KIẾN, GIẢI PHÁP, MÔ HÌNH CÓ NHIỀU NGƯỜI HƯỞNG LỢI",
    ("initiatives", "kind", "beneficiaries"),
)
IN_SHORT = View("in_short", "Ý kiến đơn vị", "KẾT QUẢ, KHÓ KHĂN, BÀI HỌC, KIẾN NGHỊ CỦA CÁC ĐƠN VỊ", ("narrative",))
OF_TWO_YEARS = ("households", "clans", "citizens", "staff", "workers")
"""The lists whose rows keep one identity over the years."""
MOVED = "Biến động"
SUMMARY = (
    View("overview", "Tổng quan", "TỔNG HỢP KẾT QUẢ PHONG TRÀO XÂY DỰNG XÃ HỘI HỌC TẬP NĂM {year}"),
    View("targets", "So với mục tiêu", "KẾT QUẢ SO VỚI MỤC TIÊU"),
    View("chart", "Biểu đồ xã", "TỶ LỆ ĐẠT CỦA CÁC XÃ", ("commune", "households_share", "citizens_share")),
    View("chart", "Biểu đồ thôn", "TỶ LỆ ĐẠT CỦA CÁC THÔN", ("village", "households_share", "citizens_share")),
    *BY_UNIT,
    View("community", "Cộng đồng học tập", "XÃ TỰ ĐÁNH GIÁ “CỘNG ĐỒNG HỌC TẬP CẤP XÃ”", ("commune_assessment",)),
    INITIATIVES,
    IN_SHORT,
    View(
        "movements",
        MOVED,
        "DANH SÁCH NĂM {year} SO VỚI NĂM TRƯỚC: CÒN, CHUYỂN, MỚI, KHÔNG CÒN",
        OF_TWO_YEARS,
    ),
    View("above", "Cấp trên", "TỔNG HỢP CHO CẤP TRÊN"),
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
    "units_due",
    "units_reported",
    "units_missing",
    "units_late",
    "units_whole",
)
"""What a cover says beside whose report it is: who heads the unit, its titles, its papers, what it asks for."""
WORDS = (
    View("answers", "Kết quả, kiến nghị", "KẾT QUẢ, KHÓ KHĂN, BÀI HỌC, KIẾN NGHỊ CỦA CÁC ĐƠN VỊ", ("narrative",)),
    View("answers", "Hồ sơ đơn vị", "DANH HIỆU, KẾ HOẠCH, VĂN BẢN CỦA CÁC ĐƠN VỊ", ("cover", *PAPERS)),
)
DEEDS = View("lists", "Sáng kiến, mô hình", "SÁNG KIẾN, GIẢI PHÁP, MÔ HÌNH HIỆU QUẢ", ("initiatives",))
LISTS = (
    View("matrix", "Theo kế hoạch", "TẤT CẢ CHỈ TIÊU THEO MỤC CỦA KẾ HOẠCH, TOÀN {LEVEL} VÀ TỪNG ĐƠN VỊ"),
    View("sources", "Nguồn số liệu", "NGUỒN SỐ LIỆU: MỖI SỐ LẤY TỪ TỆP NÀO, Ô NÀO (NĂM {year})"),
    *WORDS,
    View("answers", "Xã tự đánh giá", "XÃ TỰ ĐÁNH GIÁ “CỘNG ĐỒNG HỌC TẬP CẤP XÃ”", ("commune_assessment",)),
    DEEDS,
    View("lists", "Văn bản của xã", "VĂN BẢN CỦA XÃ VỀ XÂY DỰNG XÃ HỘI HỌC TẬP", ("documents",)),
    View("lists", "Kinh phí", "KINH PHÍ, TÀI TRỢ, ĐÓNG GÓP", ("funds",)),
    View("lists", "Lớp, chuyên đề", "LỚP, CHUYÊN ĐỀ CỦA TRUNG TÂM HỌC TẬP CỘNG ĐỒNG", ("classes",)),
    View("lists", "Dòng họ", "DANH SÁCH DÒNG HỌ", ("clans",)),
    View("lists", "Cán bộ, giáo viên", "DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN", ("staff",)),
    View("lists", "Người lao động", "DANH SÁCH NGƯỜI LAO ĐỘNG", ("workers",)),
    View("moved", MOVED, "BIẾN ĐỘNG TRONG CÁC DANH SÁCH SO VỚI NĂM TRƯỚC,", OF_TWO_YEARS),
    View("lists", "Gia đình", "DANH SÁCH GIA ĐÌNH", ("households",)),
    View("lists", "Công dân", "DANH SÁCH CÔNG DÂN", ("citizens",)),
)
OF_COMMUNES = (
    View("lists", "Đề nghị của xã", "TẬP THỂ, CÁ NHÂN DO CÁC XÃ ĐỀ NGHỊ KHEN THƯỞNG", ("proposed_upward",)),
    View("lists", "Số chưa đủ", "CÁC CHỈ TIÊU CHƯA CÓ ĐỦ SỐ, THEO TỪNG XÃ", ("incomplete",)),
)
"""What communes say to whoever consolidates them beside their figures: whom they propose (VII.1.b), what is lacking yet."""
PACK = (
    View("agenda", "Tóm tắt", "BIỂU TỔNG HỢP ĐỀ NGHỊ XÉT KHEN THƯỞNG"),
    View("decided", "Kết quả họp", "KẾT QUẢ HỌP HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"),
    View("proposed", "Nhóm 1", "NHÓM 1: BAN, NGÀNH, ĐOÀN THỂ VÀ TRƯỜNG HỌC", ("1",)),
    View("proposed", "Nhóm 2", "NHÓM 2: THÔN", ("2",)),
    View("proposed", "Nhóm 3", "NHÓM 3: HỘ GIA ĐÌNH, DÒNG HỌ", ("3",)),
    View("proposed", "Nhóm 4", "NHÓM 4: DOANH NGHIỆP", ("4",)),
    View("proposed", "Nhóm 5", "NHÓM 5: CÁ NHÂN", ("5",)),
    View("ballot", "Xin ý kiến", "NỘI DUNG XIN Ý KIẾN HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"),
    View("proposed_above", "Đề nghị cấp trên", "DANH SÁCH ĐỀ NGHỊ CẤP TRÊN KHEN THƯỞNG"),
)
"""What the council has before it when it meets."""
GROUNDS = (
    View("awards", "Tổng hợp xét", "TỔNG HỢP KẾT QUẢ XÉT CỦA MỌI ĐỐI TƯỢNG"),
    View("award", "Nhóm 1", "NHÓM 1: BAN, NGÀNH, ĐOÀN THỂ VÀ TRƯỜNG HỌC", ("1",)),
    View("award", "Nhóm 2", "NHÓM 2: THÔN", ("2",)),
    View("award", "Nhóm 3", "NHÓM 3: HỘ GIA ĐÌNH, DÒNG HỌ", ("3",)),
    View("award", "Nhóm 4", "NHÓM 4: DOANH NGHIỆP", ("4",)),
    View("award", "Nhóm 5", "NHÓM 5: CÁ NHÂN", ("5",)),
    View("upward", "Đề nghị cấp trên", "DANH SÁCH ĐỀ NGHỊ CẤP TRÊN KHEN THƯỞNG"),
    View("lists", "Đề nghị của đơn vị", "ĐỀ NGHỊ KHEN THƯỞNG CỦA CÁC ĐƠN VỊ", ("nominations",)),
    View("open_points", "Cần xác nhận", "CÁC ĐIỂM CẦN XÁC NHẬN TRƯỚC KHI HỌP HỘI ĐỒNG"),
    View("reasons", "Căn cứ", "CĂN CỨ CỦA TỪNG KẾT QUẢ XÉT"),
)
"""Everybody who was weighed, every reason: what the pack rests on, not meant for paper."""
PHASE = (
    View("phase_commune", "Toàn {level}", "KẾT QUẢ TOÀN {LEVEL}, GIAI ĐOẠN {first}–{last}"),
    View("phase_targets", "Tỷ lệ so với mục tiêu", "TỶ LỆ TỪNG NĂM SO VỚI MỤC TIÊU, GIAI ĐOẠN {first}–{last}"),
    *BY_UNIT,
    INITIATIVES,
    IN_SHORT,
)
PHASE_LISTS = (
    View("phase_units", "Từng đơn vị", "KẾT QUẢ TỪNG ĐƠN VỊ, GIAI ĐOẠN {first}–{last}, THEO CƠ CẤU KHI ĐÓ", ("own",)),
    View(
        "phase_units",
        "Theo cơ cấu hiện nay",
        "KẾT QUẢ GIAI ĐOẠN {first}–{last}, TÍNH LẠI THEO CƠ CẤU HIỆN NAY",
        ("current",),
    ),
    View("sources", "Nguồn số liệu", "NGUỒN SỐ LIỆU: MỖI SỐ LẤY TỪ TỆP NÀO, Ô NÀO (GIAI ĐOẠN {first}–{last})"),
    WORDS[0],
    DEEDS,
)
CHECK = (
    View("receipts", "Tình hình gửi", "TÌNH HÌNH GỬI BÁO CÁO CỦA CÁC ĐƠN VỊ"),
    View("missing", "Thiếu, muộn", "BÁO CÁO CÒN THIẾU HOẶC GỬI MUỘN"),
    View("files", "Tệp đã nhận", "CÁC TỆP TRONG THƯ MỤC VÀ KẾT QUẢ TIẾP NHẬN"),
    View("findings", "Điểm cần xem", "CÁC ĐIỂM CẦN SỬA HOẶC CẦN XEM LẠI"),
    View("differences", "Khác nhau giữa các bản", "KHÁC NHAU GIỮA CÁC BẢN BÁO CÁO CỦA CÙNG ĐƠN VỊ, CÙNG NĂM"),
    View("ledger", "Sổ dòng", "ĐỐI CHIẾU SỐ DÒNG ĐÃ ĐỌC"),
    View("outcomes", "Dòng không tính", "CÁC DÒNG BỊ LOẠI HOẶC BỎ QUA, KÈM LÝ DO"),
    View("local_numbers", "Số do {level} đặt", "CÁC SỐ DO {LEVEL} ĐẶT HOẶC CHƯA KIỂM CHỨNG ĐANG DÙNG"),
)
CHANGES = (
    View("changed", "Thay đổi", "THAY ĐỔI SO VỚI LẦN CHẠY TRƯỚC"),
    View("changed_verdicts", "Kết quả xét", "KẾT QUẢ XÉT KHÁC LẦN CHẠY TRƯỚC"),
    View("changed_decisions", "Hội đồng", "KẾT QUẢ HỌP HỘI ĐỒNG KHÁC LẦN CHẠY TRƯỚC"),
    View("changed_figures", "Số liệu", "SỐ LIỆU KHÁC LẦN CHẠY TRƯỚC"),
    View("changed_findings", "Điểm cần xem", "ĐIỂM CẦN XEM KHÁC LẦN CHẠY TRƯỚC"),
)
TRIED = (
    View("tried", "Tổng hợp", "TÍNH THỬ VỚI LỰA CHỌN KHÁC: ĐỀ NGHỊ KHEN THƯỞNG THEO TỪNG ĐỢT"),
    View("tried_movers", "Ai vào, ai ra", "TÍNH THỬ VỚI LỰA CHỌN KHÁC: AI VÀO, AI RA, VÌ SAO"),
    View("tried_choices", "Lựa chọn khác", "TÍNH THỬ VỚI LỰA CHỌN KHÁC: CÁC LỰA CHỌN KHÁC NHAU"),
)
FUND = (
    View("fund", "Quỹ khen thưởng", "TÌNH HÌNH QUỸ KHEN THƯỞNG CỦA PHONG TRÀO NĂM {year}"),
    View("award_statistics", "Thống kê khen thưởng", "THỐNG KÊ KHEN THƯỞNG CỦA PHONG TRÀO NĂM {year}", ("enterprise",)),
)
"""What the awards of a year cost and out of what, and how many there were, as the level above asks."""
WORKBOOKS = (
    Workbook(
        "summary",
        "{year}/Tong_hop_{year}.xlsx",
        "Tổng hợp năm {year}",
        "year",
        SUMMARY,
        drawn_after="figures",
        annex="lists",
    ),
    Workbook(
        "lists",
        "{year}/Danh_sach_{year}.xlsx",
        "Danh sách và nguồn số liệu năm {year}",
        "year",
        LISTS,
        drawn_after="figures",
    ),
    Workbook(
        "awards",
        "{year}/Khen_thuong_{year}.xlsx",
        "Xét khen thưởng năm {year}",
        "year",
        PACK,
        signed_at="decision",
        annex="grounds",
    ),
    Workbook(
        "grounds",
        "{year}/Can_cu_{year}.xlsx",
        "Căn cứ xét khen thưởng năm {year}",
        "year",
        GROUNDS,
        signed_at="decision",
    ),
    Workbook(
        "phase",
        "{folder}/Tong_hop_{first}-{last}.xlsx",
        "Tổng hợp {phase}",
        "phase",
        PHASE,
        drawn_after="figures",
        annex="phase_lists",
    ),
    Workbook(
        "phase_lists",
        "{folder}/Danh_sach_{first}-{last}.xlsx",
        "Danh sách và nguồn số liệu {phase}",
        "phase",
        PHASE_LISTS,
        drawn_after="figures",
    ),
    Workbook(
        "interim",
        "{folder}/Khen_thuong_so_ket_{last}.xlsx",
        "Xét khen thưởng sơ kết {last}",
        "phase",
        PACK,
        "phase-1",
        signed_at="decision",
        annex="interim_grounds",
    ),
    Workbook(
        "interim_grounds",
        "{folder}/Can_cu_so_ket_{last}.xlsx",
        "Căn cứ xét khen thưởng sơ kết {last}",
        "phase",
        GROUNDS,
        "phase-1",
        signed_at="decision",
    ),
    Workbook(
        "final",
        "{folder}/Khen_thuong_tong_ket_{last}.xlsx",
        "Xét khen thưởng tổng kết {last}",
        "phase",
        PACK,
        "phase-2",
        signed_at="decision",
        annex="final_grounds",
    ),
    Workbook(
        "final_grounds",
        "{folder}/Can_cu_tong_ket_{last}.xlsx",
        "Căn cứ xét khen thưởng tổng kết {last}",
        "phase",
        GROUNDS,
        "phase-2",
        signed_at="decision",
    ),
    Workbook(
        "fund", "{year}/Quy_thong_ke_{year}.xlsx", "Quỹ khen thưởng và thống kê khen thưởng năm {year}", "year", FUND
    ),
    Workbook(
        "of_communes",
        "{year}/De_nghi_cua_xa_{year}.xlsx",
        "Đề nghị khen thưởng, số còn thiếu của các xã năm {year}",
        "year",
        OF_COMMUNES,
        drawn_after="figures",
    ),
    Workbook("changes", "Thay_doi.xlsx", "Thay đổi so với lần chạy trước", "run", CHANGES, drawn_after="comparison"),
    Workbook("tried", "Thu_lua_chon.xlsx", "Tính thử với lựa chọn khác", "run", TRIED, drawn_after="trial"),
    Workbook("check", "Kiem_tra.xlsx", "Kiểm tra báo cáo và số liệu", "run", CHECK),
)

TO_FILL = (ToFill("confirmation", "{year}/Xac_nhan_{year}.xlsx"),)
"""What the commune is to fill in after a run, before the council meets."""
TO_DECIDE = (
    ToDecide("council_record", "annual-{year}", "{year}/Hoi_dong_{year}.xlsx"),
    ToDecide("council_record", "interim-{year}", "{folder}/Hoi_dong_so_ket_{last}.xlsx"),
    ToDecide("council_record", "final-{year}", "{folder}/Hoi_dong_tong_ket_{last}.xlsx"),
    ToDecide("council_record", "upward-{year}", "{year}/Hoi_dong_de_nghi_cap_tren_{year}.xlsx"),
    ToDecide("council_record", "upward_interim-{year}", "{folder}/Hoi_dong_de_nghi_cap_tren_so_ket_{last}.xlsx"),
    ToDecide("council_record", "upward_final-{year}", "{folder}/Hoi_dong_de_nghi_cap_tren_tong_ket_{last}.xlsx"),
)
"""What the council is to fill in when it meets."""
TO_REPORT = (
    ToReport(
        "commune",
        "{year}/Bao_cao_cap_tren_{year}.xlsx",
        (("annual", "upward-{year}"), ("interim", "upward_interim-{year}"), ("final", "upward_final-{year}")),
    ),
)
"""What the commune sends to the level above."""
