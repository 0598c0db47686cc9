"""Organisation (VII): what units, enterprises and villages do to carry out the plan."""

from learnsoc_xlsx.catalogue.indicators.asked import ENTERPRISE, FLOW, OFFICES, SHARE, STAFFED, STOCK, VILLAGE
from learnsoc_xlsx.model.form.form import Counted, Kind
from learnsoc_xlsx.model.law.indicators import Indicator, Ratio

ORGANISATION = (
    Indicator("inspections", "Số lần kiểm tra, đôn đốc phong trào", "lần", "VII.1.a", FLOW, OFFICES),
    Indicator(
        "members_trained",
        "Số cán bộ, giáo viên, người lao động hoàn thành bồi dưỡng trong năm",
        "người",
        "VII.1.a",
        STOCK,
        STAFFED,
        at_most="members_total",
        headline=True,
        jump="models",
    ),
    Indicator(
        "members_trained_share",
        "Tỷ lệ hoàn thành bồi dưỡng",
        "%",
        "VII.1.a",
        SHARE,
        Ratio("members_trained", "members_total"),
    ),
    Indicator(
        "members_compliant",
        "Số người chấp hành tốt kỷ luật, đoàn kết, hợp tác",
        "người",
        "VII.1.a",
        STOCK,
        OFFICES,
        at_most="members_total",
    ),
    Indicator(
        "members_compliant_share",
        "Tỷ lệ chấp hành tốt kỷ luật lao động",
        "%",
        "VII.1.a",
        SHARE,
        Ratio("members_compliant", "members_total"),
    ),
    Indicator(
        "nominations_upward",
        "Số tập thể, cá nhân đề nghị cấp trên khen",
        "đề nghị",
        "VII.1.b",
        FLOW,
        Counted("nominations", "upward"),
    ),
    Indicator(
        "worker_trainings",
        "Lượt người lao động được đào tạo, đào tạo lại",
        "lượt",
        "VII.8",
        FLOW,
        ENTERPRISE,
        required=True,
        jump="activities",
    ),
    Indicator(
        "training_support",
        "Kinh phí doanh nghiệp hỗ trợ người lao động học tập",
        "đồng",
        "VII.8",
        FLOW,
        ENTERPRISE,
        Kind.MONEY,
        required=True,
        jump="money",
    ),
    Indicator(
        "community_contribution",
        "Đóng góp của doanh nghiệp cho xã hội học tập",
        "đồng",
        "VII.8",
        FLOW,
        ENTERPRISE,
        Kind.MONEY,
        required=True,
        headline=True,
        jump="money",
    ),
    Indicator(
        "village_activities", "Số hoạt động của thôn theo kế hoạch phong trào", "hoạt động", "VII.9", FLOW, VILLAGE
    ),
)
