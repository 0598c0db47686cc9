"""The dropdown lists of the forms, each entry with its lasting id and the other spellings people use."""

from learnsoc_xlsx.model.form.form import Choice, Choices

SCHOOL_LEVELS = Choices(
    "school_level",
    (
        Choice("preschool", "Mầm non", ("MN", "Mẫu giáo", "Trường mầm non")),
        Choice("primary", "Tiểu học", ("TH", "Trường tiểu học", "Cấp 1")),
        Choice("lower_secondary", "THCS", ("Trung học cơ sở", "Trường THCS", "Cấp 2")),
    ),
)

SUBJECT_GROUPS = Choices(
    "subject_group",
    (
        Choice("farmer", "Nông dân, lao động nông thôn", ("Nông dân", "Lao động nông thôn")),
        Choice("worker", "Công nhân, thợ thủ công", ("Công nhân", "Thợ thủ công", "Lao động thủ công")),
        Choice(
            "official",
            "Cán bộ, viên chức, doanh nhân",
            ("Cán bộ", "Công chức", "Viên chức", "Giáo viên", "Doanh nhân", "Lao động trí óc"),
        ),
        Choice("other", "Đối tượng khác", ("Khác", "Học sinh", "Hưu trí")),
    ),
)

INITIATIVE_KINDS = Choices(
    "initiative_kind",
    (
        Choice("initiative", "Sáng kiến", ("SK",)),
        Choice("solution", "Giải pháp", ("GP",)),
        Choice("model", "Mô hình", ("MH", "Mô hình tốt", "Cách làm hay")),
    ),
)

NOMINEES_OF_VILLAGE = Choices(
    "nominee_of_village",
    (
        Choice("household", "Hộ gia đình", ("Hộ", "Gia đình", "GĐHT")),
        Choice("clan", "Dòng họ", ("Họ", "DHHT")),
        Choice("individual", "Cá nhân", ("Công dân", "CDHT")),
    ),
)

NOMINEES_OF_UNIT = Choices("nominee_of_unit", (Choice("individual", "Cá nhân", ("Công dân", "CDHT")),))

NOMINEES_OF_COMMUNE = Choices(
    "nominee_of_commune",
    (Choice("collective", "Tập thể", ("Đơn vị", "Thôn")), *NOMINEES_OF_VILLAGE.entries),
)

ROUNDS_UPWARD = Choices(
    "round_upward",
    (
        Choice("annual", "Hằng năm", ("Thường xuyên",)),
        Choice("interim", "Sơ kết", ("Sơ kết 2025", "Sơ kết giai đoạn 1")),
        Choice("final", "Tổng kết", ("Tổng kết 2030", "Tổng kết phong trào")),
    ),
)
"""On which occasion the commune proposes somebody to the level above (VII.1.b)."""

HONORIFICS = Choices("honorific", (Choice("ong", "Ông"), Choice("ba", "Bà")))

FORMS_OF_AWARD = Choices(
    "form_of_award",
    (
        Choice("giay_khen", "Giấy khen", ("GK",)),
        Choice("bieu_duong", "Biểu dương", ("Tuyên dương",)),
        Choice("bang_khen", "Bằng khen", ("BK",)),
        Choice("khac", "Hình thức khác", ("Khác",)),
    ),
)

UNIT_KINDS = Choices(
    "unit_kind",
    (
        Choice("province", "Tỉnh, thành phố", ("Tỉnh", "Thành phố")),
        Choice("district", "Huyện", ("Quận", "Thị xã")),
        Choice("commune", "Xã", ("Phường", "Ủy ban nhân dân xã", "UBND xã")),
        Choice("village", "Thôn", ("Tổ dân phố", "Khu dân cư", "Xóm", "Làng")),
        Choice("school", "Trường học", ("Trường",)),
        Choice("department", "Ban, ngành, đoàn thể", ("Ban", "Ngành", "Đoàn thể", "Hội", "Cơ quan")),
        Choice("enterprise", "Doanh nghiệp", ("Công ty", "Hợp tác xã", "DN")),
        Choice("centre", "Trung tâm HTCĐ", ("Trung tâm học tập cộng đồng", "TTHTCĐ")),
        Choice("office", "Bộ phận chuyên môn của xã", ("Bộ phận chuyên môn", "Chuyên môn của xã")),
    ),
)
