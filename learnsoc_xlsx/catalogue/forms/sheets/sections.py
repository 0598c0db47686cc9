"""The headings of the indicator sheet: the clauses of the plan, in short Vietnamese."""

SECTIONS = {
    "II.1": "II.1 Tuyên truyền, văn hóa học tập",
    "II.2": "II.2 Trường học, thiết chế văn hóa, trung tâm học tập cộng đồng",
    "II.3": "II.3 Nguồn lực, mục tiêu của Đề án",
    "II.4": "II.4 Kỹ năng số, ngoại ngữ",
    "II.5": "II.5 Các mô hình học tập: gia đình, dòng họ, cộng đồng, đơn vị, công dân",
    "II.6": "II.6 Học trực tuyến, học từ xa, giáo dục mở",
    "VI.1": "VI Kinh phí và quỹ khuyến học",
    "VII.1.a": "VII Tổ chức thực hiện",
    "VII.1.b": "VII Tổ chức thực hiện",
    "VII.8": "VII Tổ chức thực hiện",
    "VII.9": "VII Tổ chức thực hiện",
}
