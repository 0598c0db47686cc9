"""The clauses of the plan, each named once: the headings of the indicator sheet, and of the pages that go by clause."""

from learnsoc_xlsx.model.law.indicators import Clause

LEADERSHIP = "IV Lãnh đạo, quy định và nêu gương"
FUNDING = "VI Kinh phí và quỹ khuyến học"
ORGANISATION = "VII Tổ chức thực hiện"

CLAUSES = (
    Clause("II.1", "Tuyên truyền, văn hóa học tập"),
    Clause("II.2", "Trường học, thiết chế văn hóa, trung tâm học tập cộng đồng"),
    Clause("II.3", "Nguồn lực, mục tiêu của Đề án"),
    Clause("II.4", "Năng lực số, ngoại ngữ"),
    Clause("II.5", "Các mô hình học tập: gia đình, dòng họ, cộng đồng, đơn vị, công dân"),
    Clause("II.6", "Học trực tuyến, học từ xa, giáo dục mở"),
    Clause("IV.2.a", "Quy định, chính sách khuyến khích", LEADERSHIP),
    Clause("IV.5", "Vai trò người đứng đầu, cán bộ, đảng viên gương mẫu", LEADERSHIP),
    Clause("VI.1", "Kinh phí", FUNDING),
    Clause("VII.1.a", "Tổ chức thực hiện trong đơn vị", ORGANISATION),
    Clause("VII.1.b", "Đề nghị cấp trên khen", ORGANISATION),
    Clause("VII.5", "Văn hóa - Thông tin, Đài truyền thanh", ORGANISATION),
    Clause("VII.8", "Doanh nghiệp", ORGANISATION),
    Clause("VII.9", "Thôn", ORGANISATION),
)
"""The clauses that indicators serve."""

UNNAMED = (
    ("I.2.1",),
    ("III.1", "III.1.1", "III.1.1.a", "III.1.1.b", "III.1.1.c", "III.1.1.d"),
    ("III.1.2", "III.1.2.a", "III.1.2.b", "III.1.2.c"),
    ("III.1.3", "III.1.3.a", "III.1.3.b"),
    ("III.1.4", "III.1.4.a", "III.1.4.b", "III.1.4.c", "III.1.4.d"),
    ("III.1.5", "III.1.5.a", "III.1.5.b"),
    ("III.2", "III.2.1", "III.2.2", "III.2.2.a", "III.2.2.b", "III.2.2.c"),
    ("IV.1", "IV.2.b", "IV.3", "IV.4", "IV.6"),
    ("V.1", "V.1.a", "V.1.b", "V.2"),
    ("VI.2",),
    ("VII.1", "VII.1.c", "VII.2", "VII.3", "VII.4", "VII.5.a", "VII.5.b", "VII.6", "VII.7", "VII.10"),
)
"""The other clauses, by part of the plan: cited by number alone, as the article of an award, a round, a field."""
