"""Resources and the scheme's targets (II.3): plans issued, the association's members, population and literacy."""

from learnsoc_xlsx.catalogue.indicators.asked import EVERYONE, FLOW, SHARE, STOCK, VILLAGE
from learnsoc_xlsx.model.law.indicators import Asked, Indicator, Ratio

RESOURCES = (
    Indicator(
        "learning_plan_issued",
        "Số kế hoạch phát động phong trào đã ban hành",
        "kế hoạch",
        "II.3",
        FLOW,
        EVERYONE,
        required=True,
    ),
    Indicator(
        "coordination_programmes", "Số chương trình phối hợp với tổ chức khác", "chương trình", "II.3", FLOW, EVERYONE
    ),
    Indicator(
        "association_members",
        "Số hội viên khuyến học",
        "người",
        "II.3",
        STOCK,
        Asked(("village", "school", "department", "enterprise")),
        headline=True,
        jump="people",
    ),
    Indicator("population", "Số nhân khẩu", "người", "II.3", STOCK, VILLAGE, required=True, jump="people"),
    Indicator(
        "association_members_village",
        "Số hội viên khuyến học của thôn (tính trong nhân khẩu)",
        "người",
        "II.3",
        STOCK,
        VILLAGE,
        at_most="population",
        jump="people",
    ),
    Indicator(
        "association_share",
        "Tỷ lệ hội viên khuyến học trong dân",
        "%",
        "II.3",
        SHARE,
        Ratio("association_members_village", "population"),
    ),
    Indicator(
        "literacy_total",
        "Số người từ 15 đến 60 tuổi",
        "người",
        "II.3",
        STOCK,
        VILLAGE,
        at_most="population",
        jump="people",
    ),
    Indicator(
        "literate", "Số người từ 15 đến 60 tuổi biết chữ", "người", "II.3", STOCK, VILLAGE, at_most="literacy_total"
    ),
    Indicator("literacy_share", "Tỷ lệ biết chữ, 15–60 tuổi", "%", "II.3", SHARE, Ratio("literate", "literacy_total")),
)
