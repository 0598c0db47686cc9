"""The report in words: what was reached, what was not and why, what was learnt, what is asked for."""

from learnsoc_xlsx.model.form.form import Field, Kind, Sheet, SheetKind

NARRATIVE = Sheet(
    id="narrative",
    name="Kết quả, kiến nghị",
    title="KẾT QUẢ, KHÓ KHĂN, BÀI HỌC, KIẾN NGHỊ",
    former_names=("Báo cáo bằng lời",),
    kind=SheetKind.FIXED,
    intro="Mỗi ô vài câu ngắn, để xã đưa vào báo cáo chung. Không có gì để nói thì để trống. Ở đây không ghi tên người đang bị xem xét kỷ luật hay khiếu nại.",
    fields=(
        Field(
            "results",
            "Kết quả nổi bật",
            Kind.TEXT,
            "Việc làm được trong năm, ví dụ: mở lớp kỹ năng số cho 60 người lớn.",
            clause="VII.1.a",
            width=62,
            personal=True,
            since_revision=2,
        ),
        Field(
            "difficulties",
            "Khó khăn, hạn chế",
            Kind.TEXT,
            "Việc chưa làm được hoặc làm chưa tốt.",
            clause="VII.1.a",
            width=62,
            personal=True,
            since_revision=2,
        ),
        Field(
            "causes",
            "Nguyên nhân",
            Kind.TEXT,
            "Vì sao có khó khăn, hạn chế ấy.",
            clause="VII.1.a",
            width=62,
            personal=True,
            since_revision=2,
        ),
        Field(
            "lessons",
            "Bài học kinh nghiệm",
            Kind.TEXT,
            "Cách làm hay, điều nên làm khác đi.",
            clause="V.1.b",
            width=62,
            personal=True,
            since_revision=2,
        ),
        Field(
            "proposals",
            "Kiến nghị, phương hướng năm sau",
            Kind.TEXT,
            "Điều đề nghị xã và cấp trên, việc đơn vị sẽ làm.",
            clause="VII.1.a",
            width=62,
            personal=True,
            since_revision=2,
        ),
    ),
)
