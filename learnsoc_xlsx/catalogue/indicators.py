"""The indicators: what the movement is measured by, each with the clause of the plan that it serves.

Clauses are those of Kế hoạch 55/KH-UBND (13/5/2024). An indicator asked of a form is a row of that form's
indicator sheet; a counted or summed one comes from a list; a share is recomputed from its two sums.
"""

from learnsoc_xlsx.model.forms import AddsUp, Kind
from learnsoc_xlsx.model.indicators import Asked, Counted, Indicator, Ratio, Summed

FLOW, STOCK, OPENING, SHARE = AddsUp.FLOW, AddsUp.STOCK, AddsUp.OPENING, AddsUp.SHARE

VILLAGE = Asked(("village",))
OFFICES = Asked(("school", "department"))
SCHOOL = Asked(("school",))
ENTERPRISE = Asked(("enterprise",))
STAFFED = Asked(("school", "department", "enterprise"))
CENTRE = Asked(("centre",))
EVERYONE = Asked(("village", "school", "department", "enterprise", "centre"))
FUNDED = Asked(("village", "school", "department", "enterprise", "centre"))

INDICATORS = (
    # II.1 Communication, learning culture
    Indicator("communication_sessions", "Số buổi tuyên truyền về khuyến học, học tập suốt đời", "buổi", "II.1", FLOW, EVERYONE, required=True, headline=True),
    Indicator("communication_attendances", "Lượt người dự tuyên truyền", "lượt", "II.1", FLOW, EVERYONE, required=True, headline=True),
    Indicator("radio_broadcasts", "Số tin, bài phát thanh về học tập suốt đời", "tin, bài", "II.1", FLOW, Asked(("village", "department", "centre"))),
    Indicator("learning_week_activities", "Số hoạt động hưởng ứng Tuần lễ học tập suốt đời", "hoạt động", "II.1", FLOW, EVERYONE),
    Indicator("exemplars_introduced", "Số gương điển hình được giới thiệu", "gương", "II.1", FLOW, EVERYONE),
    # II.2 Schools, cultural institutions, the community learning centre
    Indicator("pupils_total", "Tổng số trẻ, học sinh", "người", "II.2", STOCK, SCHOOL, required=True),
    Indicator("pupils_learning_citizens", "Số học sinh được đánh giá là công dân học tập", "người", "II.2", STOCK, SCHOOL, at_most="pupils_total"),
    Indicator("age_children_total", "Số trẻ em trong độ tuổi phổ cập", "người", "II.2", STOCK, VILLAGE, required=True),
    Indicator("age_children_schooled", "Số trẻ em trong độ tuổi phổ cập đang đi học", "người", "II.2", STOCK, VILLAGE, required=True, at_most="age_children_total"),
    Indicator("age_children_schooled_share", "Tỷ lệ trẻ trong độ tuổi phổ cập đang đi học", "%", "II.2", SHARE, Ratio("age_children_schooled", "age_children_total")),
    Indicator("culture_house_activities", "Số buổi sinh hoạt học tập ở nhà văn hóa, thư viện", "buổi", "II.2", FLOW, Asked(("village", "centre"))),
    Indicator("reading_places", "Số tủ sách, điểm đọc, điểm truy cập", "điểm", "II.2", STOCK, Asked(("village", "school", "centre"))),
    Indicator("centre_topics", "Số chuyên đề, lớp của trung tâm học tập cộng đồng", "lớp", "II.2", FLOW, Counted("classes"), headline=True),
    Indicator("centre_sessions", "Số buổi học của trung tâm học tập cộng đồng", "buổi", "II.2", FLOW, Summed("classes", "sessions")),
    Indicator("centre_attendances", "Lượt người học tại trung tâm học tập cộng đồng", "lượt", "II.2", FLOW, Summed("classes", "learners"), headline=True),
    Indicator("centre_attendances_women", "Trong đó: lượt nữ", "lượt", "II.2", FLOW, Summed("classes", "women")),
    Indicator("centre_attendances_women_share", "Tỷ lệ lượt học là nữ", "%", "II.2", SHARE, Ratio("centre_attendances_women", "centre_attendances")),
    Indicator("centre_instructors", "Số giảng viên, báo cáo viên của trung tâm", "người", "II.2", STOCK, CENTRE, required=True),
    # II.3 Resources, the scheme's targets
    Indicator("learning_plan_issued", "Số kế hoạch phát động phong trào đã ban hành", "kế hoạch", "II.3", FLOW, EVERYONE, required=True),
    Indicator("coordination_programmes", "Số chương trình phối hợp với tổ chức khác", "chương trình", "II.3", FLOW, EVERYONE),
    Indicator("association_members", "Số hội viên khuyến học", "người", "II.3", STOCK, Asked(("village", "school", "department", "enterprise")), headline=True),
    Indicator("population", "Số nhân khẩu", "người", "II.3", STOCK, VILLAGE, required=True),
    Indicator("association_members_village", "Số hội viên khuyến học của thôn (tính trong nhân khẩu)", "người", "II.3", STOCK, VILLAGE, at_most="population"),
    Indicator("association_share", "Tỷ lệ hội viên khuyến học trong dân", "%", "II.3", SHARE, Ratio("association_members_village", "population")),
    Indicator("literacy_total", "Số người từ 15 đến 60 tuổi", "người", "II.3", STOCK, VILLAGE, at_most="population"),
    Indicator("literate", "Số người từ 15 đến 60 tuổi biết chữ", "người", "II.3", STOCK, VILLAGE, at_most="literacy_total"),
    Indicator("literacy_share", "Tỷ lệ biết chữ, 15–60 tuổi", "%", "II.3", SHARE, Ratio("literate", "literacy_total")),
    # II.4 Digital skills, foreign languages
    Indicator("adults_total", "Số người lớn (từ đủ 18 tuổi)", "người", "II.4", STOCK, VILLAGE, required=True, at_most="population", headline=True),
    Indicator("adults_digital", "Số người lớn dùng được dịch vụ, học liệu số", "người", "II.4", STOCK, VILLAGE, at_most="adults_total"),
    Indicator("adults_digital_share", "Tỷ lệ người lớn có kỹ năng số", "%", "II.4", SHARE, Ratio("adults_digital", "adults_total")),
    Indicator("digital_trainings", "Lượt người được bồi dưỡng kỹ năng số", "lượt", "II.4", FLOW, EVERYONE, headline=True),
    Indicator("language_learners", "Lượt người học ngoại ngữ", "lượt", "II.4", FLOW, EVERYONE),
    # II.5 The five models: families
    Indicator("households_total", "Tổng số hộ", "hộ", "II.5", STOCK, VILLAGE, required=True, headline=True),
    Indicator("households_registered", "Số hộ đăng ký “Gia đình học tập”", "hộ", "II.5", STOCK, VILLAGE, required=True, at_most="households_total", headline=True),
    Indicator("households_recognised", "Số hộ đạt “Gia đình học tập”", "hộ", "II.5", STOCK, VILLAGE, required=True, at_most="households_registered", headline=True),
    Indicator("households_share", "Gia đình học tập: đạt / tổng số hộ", "%", "II.5", SHARE, Ratio("households_recognised", "households_total"), headline=True),
    Indicator("households_share_registered", "Gia đình học tập: đạt / đăng ký", "%", "II.5", SHARE, Ratio("households_recognised", "households_registered"), headline=True),
    Indicator("households_listed", "Số hộ có tên trong danh sách gửi kèm", "hộ", "II.5", STOCK, Counted("households")),
    Indicator("households_listed_recognised", "Số hộ đánh dấu đạt trong danh sách gửi kèm", "hộ", "II.5", STOCK, Counted("households", "household_recognised")),
    Indicator("households_cultural", "Số hộ “Gia đình văn hóa” trong danh sách gửi kèm", "hộ", "II.5", STOCK, Counted("households", "cultural_family")),
    # II.5 clans
    Indicator("clans_total", "Tổng số dòng họ", "dòng họ", "II.5", STOCK, VILLAGE, required=True, help="Mỗi dòng họ chỉ do thôn có trưởng họ khai", headline=True),
    Indicator("clans_registered", "Số dòng họ đăng ký “Dòng họ học tập”", "dòng họ", "II.5", STOCK, VILLAGE, required=True, at_most="clans_total", headline=True),
    Indicator("clans_recognised", "Số dòng họ đạt “Dòng họ học tập”", "dòng họ", "II.5", STOCK, VILLAGE, required=True, at_most="clans_registered", headline=True),
    Indicator("clans_share", "Dòng họ học tập: đạt / tổng số dòng họ", "%", "II.5", SHARE, Ratio("clans_recognised", "clans_total"), headline=True),
    Indicator("clans_share_registered", "Dòng họ học tập: đạt / đăng ký", "%", "II.5", SHARE, Ratio("clans_recognised", "clans_registered"), headline=True),
    Indicator("clan_fund", "Quỹ khuyến học của các dòng họ", "đồng", "II.5", STOCK, Summed("clans", "clan_fund"), Kind.MONEY),
    # II.5 communities
    Indicator("villages_total", "Số thôn", "thôn", "II.5", STOCK, VILLAGE, required=True, min=1, max=1, help="Thôn ghi 1", headline=True),
    Indicator("villages_registered", "Đăng ký “Cộng đồng học tập thôn”", "thôn", "II.5", STOCK, VILLAGE, required=True, max=1, at_most="villages_total", help="Có đăng ký ghi 1, không ghi 0"),
    Indicator("villages_recognised", "Đạt “Cộng đồng học tập thôn”", "thôn", "II.5", STOCK, VILLAGE, required=True, max=1, at_most="villages_registered", help="Đã được công nhận ghi 1, chưa ghi 0", headline=True),
    Indicator("villages_share", "Cộng đồng học tập: đạt / tổng số thôn", "%", "II.5", SHARE, Ratio("villages_recognised", "villages_total"), headline=True),
    Indicator("villages_share_registered", "Cộng đồng học tập: đạt / đăng ký", "%", "II.5", SHARE, Ratio("villages_recognised", "villages_registered")),
    # II.5 units
    Indicator("units_total", "Số đơn vị (cơ quan, trường học, doanh nghiệp)", "đơn vị", "II.5", STOCK, STAFFED, required=True, min=1, max=1, help="Đơn vị ghi 1"),
    Indicator("units_registered", "Đăng ký “Đơn vị học tập”", "đơn vị", "II.5", STOCK, STAFFED, required=True, max=1, at_most="units_total", help="Có đăng ký ghi 1, không ghi 0"),
    Indicator("units_recognised", "Đạt “Đơn vị học tập”", "đơn vị", "II.5", STOCK, STAFFED, required=True, max=1, at_most="units_registered", help="Đã được công nhận ghi 1, chưa ghi 0", headline=True),
    Indicator("units_share", "Đơn vị học tập: đạt / tổng số đơn vị", "%", "II.5", SHARE, Ratio("units_recognised", "units_total"), headline=True),
    Indicator("units_share_registered", "Đơn vị học tập: đạt / đăng ký", "%", "II.5", SHARE, Ratio("units_recognised", "units_registered")),
    # II.5 citizens
    Indicator("citizens_registered", "Số người lớn đăng ký “Công dân học tập”", "người", "II.5", STOCK, VILLAGE, required=True, at_most="adults_total", headline=True),
    Indicator("citizens_recognised", "Số người lớn đạt “Công dân học tập”", "người", "II.5", STOCK, VILLAGE, required=True, at_most="citizens_registered", headline=True),
    Indicator("citizens_share", "Công dân học tập: đạt / số người lớn", "%", "II.5", SHARE, Ratio("citizens_recognised", "adults_total"), headline=True),
    Indicator("citizens_share_registered", "Công dân học tập: đạt / đăng ký", "%", "II.5", SHARE, Ratio("citizens_recognised", "citizens_registered"), headline=True),
    Indicator("citizens_listed", "Số công dân có tên trong danh sách gửi kèm", "người", "II.5", STOCK, Counted("citizens")),
    Indicator("members_total", "Số cán bộ, giáo viên, người lao động", "người", "II.5", STOCK, STAFFED, required=True, headline=True),
    Indicator("members_registered", "Số cán bộ, giáo viên, người lao động đăng ký “Công dân học tập”", "người", "II.5", STOCK, STAFFED, required=True, at_most="members_total"),
    Indicator("members_recognised", "Số cán bộ, giáo viên, người lao động đạt “Công dân học tập”", "người", "II.5", STOCK, STAFFED, required=True, at_most="members_registered", headline=True),
    Indicator("members_share", "Công dân học tập trong đơn vị: đạt / tổng số", "%", "II.5", SHARE, Ratio("members_recognised", "members_total"), headline=True),
    Indicator("members_share_registered", "Công dân học tập trong đơn vị: đạt / đăng ký", "%", "II.5", SHARE, Ratio("members_recognised", "members_registered")),
    Indicator("initiatives", "Số sáng kiến, giải pháp, mô hình hiệu quả", "sáng kiến", "II.5", FLOW, Counted("initiatives"), headline=True),
    Indicator("initiatives_beneficiaries", "Số người hưởng lợi từ sáng kiến, mô hình", "người", "II.5", FLOW, Summed("initiatives", "beneficiaries")),
    # II.6 Trends, open and distance learning
    Indicator("online_learners", "Lượt người học trực tuyến, học từ xa", "lượt", "II.6", FLOW, EVERYONE, headline=True),
    Indicator("open_resources", "Số tài nguyên giáo dục mở được chia sẻ, sử dụng", "tài nguyên", "II.6", FLOW, Asked(("school", "department", "enterprise", "centre"))),
    # VI Funding: budget money and mobilised money apart; the study-promotion fund
    Indicator("budget_money", "Kinh phí từ ngân sách nhà nước", "đồng", "VI.1", FLOW, FUNDED, Kind.MONEY, required=True, headline=True),
    Indicator("mobilised_money", "Kinh phí huy động, tài trợ, đóng góp", "đồng", "VI.1", FLOW, FUNDED, Kind.MONEY, required=True, headline=True),
    Indicator("mobilised_listed", "Kinh phí huy động ghi trong trang kinh phí", "đồng", "VI.1", FLOW, Summed("funds", "mobilised"), Kind.MONEY),
    Indicator("fund_opening", "Quỹ khuyến học: dư đầu năm", "đồng", "VI.1", OPENING, FUNDED, Kind.MONEY, required=True),
    Indicator("fund_income", "Quỹ khuyến học: thu trong năm", "đồng", "VI.1", FLOW, FUNDED, Kind.MONEY, required=True),
    Indicator("fund_spending", "Quỹ khuyến học: chi trong năm", "đồng", "VI.1", FLOW, FUNDED, Kind.MONEY, required=True),
    Indicator("fund_closing", "Quỹ khuyến học: dư cuối năm", "đồng", "VI.1", STOCK, FUNDED, Kind.MONEY, required=True, equals=("fund_opening", "fund_income", "-fund_spending"), headline=True),
    Indicator("scholarships", "Số suất thưởng, học bổng khuyến học đã trao", "suất", "VI.1", FLOW, EVERYONE, headline=True),
    Indicator("scholarship_money", "Số tiền thưởng, học bổng khuyến học đã trao", "đồng", "VI.1", FLOW, EVERYONE, Kind.MONEY),
    # VII Organisation
    Indicator("inspections", "Số lần kiểm tra, đôn đốc phong trào", "lần", "VII.1.a", FLOW, OFFICES),
    Indicator("members_trained", "Số cán bộ, giáo viên, người lao động hoàn thành bồi dưỡng trong năm", "người", "VII.1.a", STOCK, STAFFED, at_most="members_total", headline=True),
    Indicator("members_trained_share", "Tỷ lệ hoàn thành bồi dưỡng", "%", "VII.1.a", SHARE, Ratio("members_trained", "members_total")),
    Indicator("members_compliant", "Số người chấp hành tốt kỷ luật, đoàn kết, hợp tác", "người", "VII.1.a", STOCK, OFFICES, at_most="members_total"),
    Indicator("members_compliant_share", "Tỷ lệ chấp hành tốt kỷ luật lao động", "%", "VII.1.a", SHARE, Ratio("members_compliant", "members_total")),
    Indicator("nominations_upward", "Số tập thể, cá nhân đề nghị cấp trên khen", "đề nghị", "VII.1.b", FLOW, Counted("nominations", "upward")),
    Indicator("worker_trainings", "Lượt người lao động được đào tạo, đào tạo lại", "lượt", "VII.8", FLOW, ENTERPRISE, required=True),
    Indicator("training_support", "Kinh phí doanh nghiệp hỗ trợ người lao động học tập", "đồng", "VII.8", FLOW, ENTERPRISE, Kind.MONEY, required=True),
    Indicator("community_contribution", "Đóng góp của doanh nghiệp cho xã hội học tập", "đồng", "VII.8", FLOW, ENTERPRISE, Kind.MONEY, required=True, headline=True),
    Indicator("village_activities", "Số hoạt động của thôn theo kế hoạch phong trào", "hoạt động", "VII.9", FLOW, VILLAGE),
)
