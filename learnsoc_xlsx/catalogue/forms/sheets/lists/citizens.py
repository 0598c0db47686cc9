"""The lists of learning citizens: people of a village, staff of a unit, workers of an enterprise.

A list carries only what is needed to decide: name, year of birth, points, contributions.
"""

from learnsoc_xlsx.catalogue.forms.sheets.choices import SUBJECT_GROUPS
from learnsoc_xlsx.catalogue.forms.sheets.lists.columns import BIRTH_YEAR, CONTRIBUTIONS_OF_CITIZEN, NOTE
from learnsoc_xlsx.model.form.form import Criteria, Field, Kind, Sheet, SheetKind

CITIZEN_RESULT = (
    Field(
        "citizen_registered",
        "Đăng ký “Công dân học tập”",
        Kind.MARK,
        "Chọn “x” nếu đã đăng ký danh hiệu trong năm.",
        clause="II.5",
        width=9,
    ),
    Field(
        "citizen_recognised",
        "Đạt “Công dân học tập”",
        Kind.MARK,
        "Chọn “x” nếu được công nhận đạt danh hiệu, “không” nếu chưa đạt.",
        clause="III.1.5.a",
        width=9,
    ),
    Field(
        "recognised_year",
        "Năm công nhận",
        Kind.YEAR,
        "Năm của quyết định công nhận cho kỳ báo cáo này; công nhận của năm khác chưa nói gì về năm nay.",
        min=2000,
        needs="citizen_recognised",
        width=8,
    ),
)

CITIZEN_FIELDS = (
    Field(
        "name",
        "Họ và tên",
        Kind.TEXT,
        "Họ và tên đầy đủ, có dấu.",
        required=True,
        identity=True,
        person=True,
        width=22,
        personal=True,
    ),
    BIRTH_YEAR,
    Field(
        "subject_group",
        "Nhóm đối tượng",
        Kind.CHOICE,
        "Chọn một nhóm trong danh sách của ô.",
        choices=SUBJECT_GROUPS,
        width=13,
    ),
)

CITIZENS = Sheet(
    id="citizens",
    name="Công dân",
    title="DANH SÁCH ĐÁNH GIÁ “CÔNG DÂN HỌC TẬP”",
    kind=SheetKind.LIST,
    intro="Mỗi dòng một người lớn đã đăng ký. Hết dòng thì ghi tiếp ngay bên dưới. Không ghi số căn cước, dân tộc, tôn giáo.",
    nominees_intro="Xã chỉ cần danh sách đề nghị: mỗi dòng một người được ghi ở trang “Đề nghị khen”; số người của cả thôn ghi ở trang “Chỉ tiêu”. Không ghi số căn cước, dân tộc, tôn giáo.",
    fields=(*CITIZEN_FIELDS, Criteria("learning_citizen"), *CITIZEN_RESULT, *CONTRIBUTIONS_OF_CITIZEN, NOTE),
    distinct=("name", "birth_year"),
    roll="residents",
    prefill=True,
)

STAFF = Sheet(
    id="staff",
    name="Cán bộ, giáo viên",
    title="DANH SÁCH ĐÁNH GIÁ “CÔNG DÂN HỌC TẬP” TRONG ĐƠN VỊ",
    kind=SheetKind.LIST,
    intro="Mỗi dòng một cán bộ, giáo viên, nhân viên. Hết dòng thì ghi tiếp ngay bên dưới. Không ghi số căn cước, dân tộc, tôn giáo.",
    nominees_intro="Xã chỉ cần danh sách đề nghị: mỗi dòng một người được ghi ở trang “Đề nghị khen”; số người của đơn vị ghi ở trang “Chỉ tiêu”. Không ghi số căn cước, dân tộc, tôn giáo.",
    fields=(
        *CITIZEN_FIELDS,
        Field(
            "position",
            "Chức vụ",
            Kind.TEXT,
            "Chức vụ trong đơn vị, ví dụ Hiệu trưởng. Không có chức vụ thì để trống.",
            width=12,
            until_revision=2,
        ),
        Criteria("learning_citizen"),
        *CITIZEN_RESULT,
        *CONTRIBUTIONS_OF_CITIZEN,
        NOTE,
    ),
    distinct=("name", "birth_year"),
    roll="members",
    prefill=True,
)

WORKERS = Sheet(
    id="workers",
    name="Người lao động",
    title="DANH SÁCH ĐÁNH GIÁ “CÔNG DÂN HỌC TẬP” TRONG DOANH NGHIỆP",
    kind=SheetKind.LIST,
    intro="Mỗi dòng một người lao động. Hết dòng thì ghi tiếp ngay bên dưới. Không ghi số căn cước, dân tộc, tôn giáo.",
    nominees_intro="Xã chỉ cần danh sách đề nghị: mỗi dòng một người được ghi ở trang “Đề nghị khen”; số người của doanh nghiệp ghi ở trang “Chỉ tiêu”. Không ghi số căn cước, dân tộc, tôn giáo.",
    fields=(*CITIZEN_FIELDS, Criteria("learning_citizen"), *CITIZEN_RESULT, *CONTRIBUTIONS_OF_CITIZEN, NOTE),
    distinct=("name", "birth_year"),
    roll="members",
    prefill=True,
)
