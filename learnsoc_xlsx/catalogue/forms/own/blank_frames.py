"""The list of frames: where the commune's pre-printed certificates (phôi) leave room for each text; and its settings.

The fields of the list are the attributes of `FrameRow` in `model/register.py`; what it leaves open stands in
`catalogue/papers/blanks.py`.
"""

from learnsoc_xlsx.model.form.form import Choice, Choices, Field, Kind, Sheet, SheetKind

BLANK_PAPERS = Choices("blank_paper", (Choice("a4", "A4 ngang", ("A4",)), Choice("a3", "A3 ngang", ("A3",))))
_PARTS = Choices(
    "blank_part",
    (
        Choice("name", "Tên người, tập thể", ("Tên", "Họ và tên")),
        Choice("merit", "Thành tích"),
        Choice("decision", "Số, ngày quyết định", ("Quyết định", "Số quyết định")),
        Choice("dated", "Địa danh, ngày tháng", ("Ngày tháng",)),
        Choice("office", "Chức vụ người ký", ("Chức vụ",)),
        Choice("signer", "Họ tên người ký", ("Người ký",)),
    ),
)
_ALIGNS = Choices("blank_align", (Choice("left", "Trái"), Choice("middle", "Giữa"), Choice("right", "Phải")))
_AS_STATED = "Để trống: như trang Danh mục."
_WIDEST, _LARGEST_TYPE, _MOST_SHIFT = 420, 96, 30
_ONE = 1

BLANK_SETTINGS = (
    Field(
        "blank_paper",
        "Khổ phôi",
        Kind.CHOICE,
        "Khổ giấy của phôi giấy khen mua sẵn. Để trống: A4 ngang.",
        section="Phôi giấy khen",
        choices=BLANK_PAPERS,
        since_revision=4,
    ),
    Field(
        "blank_shift_right",
        "Dịch sang phải (mm)",
        Kind.NUMBER,
        "Khi chữ in ra lệch so với phôi: dịch tất cả sang phải bao nhiêu mi-li-mét; sang trái thì ghi số âm, ví dụ -2.",
        section="Phôi giấy khen",
        min=-_MOST_SHIFT,
        max=_MOST_SHIFT,
        since_revision=4,
    ),
    Field(
        "blank_shift_down",
        "Dịch xuống dưới (mm)",
        Kind.NUMBER,
        "Dịch tất cả xuống dưới bao nhiêu mi-li-mét; lên trên thì ghi số âm, ví dụ -1,5.",
        section="Phôi giấy khen",
        min=-_MOST_SHIFT,
        max=_MOST_SHIFT,
        since_revision=4,
    ),
)

BLANK_FRAMES = Sheet(
    id="blank_frames",
    name="Phôi giấy khen",
    title="CHỖ IN TRÊN PHÔI GIẤY KHEN",
    kind=SheetKind.LIST,
    intro="Chỉ ghi những phần mà chỗ in gợi ý (trang Danh mục) chưa khớp với phôi của xã; ô để trống thì theo gợi ý. Chỗ in gợi "
    "ý là của chương trình, không phải quy định. Đo từ mép trái và mép trên của tờ phôi, bằng mi-li-mét.",
    fields=(
        Field(
            "part",
            "Phần",
            Kind.CHOICE,
            "Chọn phần in trên phôi trong danh sách của ô.",
            required=True,
            identity=True,
            choices=_PARTS,
            width=24,
            since_revision=4,
        ),
        Field(
            "left",
            "Cách mép trái (mm)",
            Kind.NUMBER,
            f"Từ mép trái của phôi đến khung. {_AS_STATED}",
            min=0,
            max=_WIDEST,
            width=12,
            since_revision=4,
        ),
        Field(
            "top",
            "Cách mép trên (mm)",
            Kind.NUMBER,
            f"Từ mép trên của phôi đến khung. {_AS_STATED}",
            min=0,
            max=_WIDEST,
            width=12,
            since_revision=4,
        ),
        Field(
            "width",
            "Rộng (mm)",
            Kind.NUMBER,
            f"Bề rộng của khung. {_AS_STATED}",
            min=_ONE,
            max=_WIDEST,
            width=11,
            since_revision=4,
        ),
        Field(
            "height",
            "Cao (mm)",
            Kind.NUMBER,
            f"Bề cao của khung. {_AS_STATED}",
            min=_ONE,
            max=_WIDEST,
            width=11,
            since_revision=4,
        ),
        Field(
            "size",
            "Cỡ chữ",
            Kind.NUMBER,
            f"Cỡ chữ lớn nhất, ví dụ 24; tên dài thì chữ tự nhỏ lại. {_AS_STATED}",
            min=_ONE,
            max=_LARGEST_TYPE,
            width=9,
            since_revision=4,
        ),
        Field(
            "align",
            "Căn chữ",
            Kind.CHOICE,
            f"{_ALIGNS.help} {_AS_STATED}",
            choices=_ALIGNS,
            width=10,
            since_revision=4,
        ),
    ),
    rows=8,
)
