"""The clauses of the plan, each named once: the headings of the indicator sheet, and of the pages that go by clause."""

from learnsoc_xlsx.model.law.indicators import Clause

FUNDING = "VI Kinh phí và quỹ khuyến học"
ORGANISATION = "VII Tổ chức thực hiện"

CLAUSES = (
    Clause("II.1", "Tuyên truyền, văn hóa học tập"),
    Clause("II.2", "Trường học, thiết chế văn hóa, trung tâm học tập cộng đồng"),
    Clause("II.3", "Nguồn lực, mục tiêu của Đề án"),
    Clause("II.4", "Năng lực số, ngoại ngữ"),
    Clause("II.5", "Các mô hình học tập: gia đình, dòng họ, cộng đồng, đơn vị, công dân"),
    Clause("II.6", "Học trực tuyến, học từ xa, giáo dục mở"),
    Clause("VI.1", "Kinh phí", FUNDING),
    Clause("VII.1.a", "Tổ chức thực hiện trong đơn vị", ORGANISATION),
    Clause("VII.1.b", "Đề nghị cấp trên khen", ORGANISATION),
    Clause("VII.8", "Doanh nghiệp", ORGANISATION),
    Clause("VII.9", "Thôn", ORGANISATION),
)
"""The clauses that indicators serve."""
