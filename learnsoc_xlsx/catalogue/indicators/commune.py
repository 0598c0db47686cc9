"""The commune itself: cultural titles beside the learning ones (I.2.1), and what its own officers do for the plan (IV, VII).

What villages, schools and mass organisations did is in their own reports: the commune's figure is the sum of these and of
what its officers did themselves.
"""

from learnsoc_xlsx.catalogue.indicators.asked import FLOW, OFFICE, STOCK
from learnsoc_xlsx.model.form.form import Counted
from learnsoc_xlsx.model.law.indicators import Indicator, Marked

BOTH_TITLES = (
    Indicator(
        "households_both",
        "Số hộ đạt cả “Gia đình văn hóa” và “Gia đình học tập”, theo danh sách",
        "hộ",
        "II.5",
        STOCK,
        Counted("households", "household_recognised", "cultural_family"),
        help="Hộ được đánh dấu cả hai danh hiệu ở danh sách hộ",
        headline=True,
    ),
)
CULTURAL_VILLAGES = (
    Indicator(
        "villages_cultural",
        "Số thôn đạt danh hiệu văn hóa",
        "thôn",
        "II.5",
        STOCK,
        Marked("cover", "cultural_title"),
        help="Thôn ghi ở trang bìa là đạt danh hiệu văn hóa trong năm",
        headline=True,
    ),
)
"""The plan ties the movement to “Toàn dân đoàn kết xây dựng đời sống văn hóa” (I.2.1)."""

LEADERSHIP = (
    # IV.2.a Rules and incentives
    Indicator(
        "documents_issued",
        "Số văn bản cấp ủy, HĐND, UBND ban hành về xây dựng xã hội học tập",
        "văn bản",
        "IV.2.a",
        FLOW,
        Counted("documents"),
        help="Mỗi văn bản một dòng ở trang “Văn bản của xã”",
        headline=True,
    ),
    Indicator(
        "incentives_issued",
        "Trong đó: số văn bản có quy định khuyến khích",
        "văn bản",
        "IV.2.a",
        FLOW,
        Counted("documents", "incentive"),
        help="Văn bản được đánh dấu là có quy định khuyến khích",
        headline=True,
    ),
    # IV.5 Heads, exemplary members
    Indicator(
        "heads_sessions",
        "Số buổi người đứng đầu cấp ủy, chính quyền chủ trì hoặc dự",
        "buổi",
        "IV.5",
        FLOW,
        OFFICE,
        headline=True,
        help="Người đứng đầu cấp ủy, chính quyền; buổi họp, làm việc, đi cơ sở về phong trào; nhiều người dự một buổi vẫn ghi 1",
    ),
    Indicator(
        "units_guided",
        "Số thôn, đơn vị có cán bộ được phân công phụ trách",
        "đơn vị",
        "IV.5",
        STOCK,
        OFFICE,
        help="Theo văn bản phân công của xã; mỗi thôn, đơn vị ghi một lần",
    ),
    Indicator(
        "exemplary_members",
        "Số cán bộ, đảng viên gương mẫu được biểu dương",
        "người",
        "IV.5",
        FLOW,
        OFFICE,
        headline=True,
        help="Gương mẫu tự học, khuyến học, được cấp ủy, UBND hoặc đoàn thể của xã biểu dương; mỗi người ghi một lần",
    ),
)
"""What falls to the commune's leaders."""

ORGANISED_BY_COMMUNE = (
    # VII.1.a Inspections
    Indicator(
        "villages_inspected",
        "Số thôn được UBND kiểm tra, đôn đốc",
        "thôn",
        "VII.1.a",
        STOCK,
        OFFICE,
        headline=True,
        help="Mỗi thôn ghi một lần, dù được kiểm tra nhiều lần trong năm",
    ),
    Indicator(
        "enterprises_inspected",
        "Số doanh nghiệp được UBND kiểm tra, đôn đốc",
        "đơn vị",
        "VII.1.a",
        STOCK,
        OFFICE,
        headline=True,
        help="Mỗi doanh nghiệp ghi một lần, dù được kiểm tra nhiều lần trong năm",
    ),
    Indicator(
        "inspections_made",
        "Số lần UBND kiểm tra thôn, doanh nghiệp",
        "lần",
        "VII.1.a",
        FLOW,
        OFFICE,
        headline=True,
        help="Mỗi thôn, mỗi doanh nghiệp trong một đợt kiểm tra ghi 1 lần",
    ),
    Indicator(
        "inspections_recorded",
        "Trong đó: số lần có biên bản",
        "lần",
        "VII.1.a",
        FLOW,
        OFFICE,
        at_most="inspections_made",
        help="Lần kiểm tra có biên bản hai bên ký",
    ),
    # VII.5 Culture officer, radio
    Indicator(
        "articles_published",
        "Số tin, bài trên trang thông tin của UBND",
        "tin, bài",
        "VII.5",
        FLOW,
        OFFICE,
        headline=True,
        help="Trang thông tin điện tử, mạng xã hội của xã; bài đã phát thanh mà đăng lại thì không ghi",
    ),
    Indicator(
        "culture_events",
        "Số sự kiện về học tập do UBND tổ chức",
        "sự kiện",
        "VII.5",
        FLOW,
        OFFICE,
        headline=True,
        help="Hội thi, ngày hội đọc sách, triển lãm cấp xã; việc thôn tự tổ chức thì thôn báo cáo",
    ),
)
"""What the commune's officers, among them the culture officer and the radio, do themselves."""
