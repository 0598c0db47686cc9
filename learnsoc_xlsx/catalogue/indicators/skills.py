"""Skills (II.4): digital skills and foreign languages."""

from learnsoc_xlsx.catalogue.indicators.asked import EVERYONE, FLOW, SHARE, STOCK, VILLAGE
from learnsoc_xlsx.model.law.indicators import Indicator, Ratio

SKILLS = (
    Indicator(
        "adults_total",
        "Số người lớn (từ đủ 18 tuổi)",
        "người",
        "II.4",
        STOCK,
        VILLAGE,
        required=True,
        at_most="population",
        headline=True,
        jump="people",
        help="Người đang ở thôn, tính tuổi đến ngày lập báo cáo",
    ),
    Indicator(
        "adults_digital",
        "Số người lớn dùng được dịch vụ, học liệu số",
        "người",
        "II.4",
        STOCK,
        VILLAGE,
        at_most="adults_total",
        jump="models",
        help="Tự dùng được dịch vụ công, sách, bài học trên mạng",
    ),
    Indicator(
        "adults_digital_share",
        "Tỷ lệ người lớn có kỹ năng số",
        "%",
        "II.4",
        SHARE,
        Ratio("adults_digital", "adults_total"),
        help="Người lớn dùng được dịch vụ, học liệu số chia cho số người lớn",
    ),
    Indicator(
        "digital_trainings",
        "Lượt người được bồi dưỡng kỹ năng số",
        "lượt",
        "II.4",
        FLOW,
        EVERYONE,
        headline=True,
        jump="activities",
        help="Cộng số người dự của mọi lớp, mọi buổi",
    ),
    Indicator(
        "language_learners",
        "Lượt người học ngoại ngữ",
        "lượt",
        "II.4",
        FLOW,
        EVERYONE,
        jump="activities",
        help="Cộng số người của mọi lớp ngoại ngữ",
    ),
)
