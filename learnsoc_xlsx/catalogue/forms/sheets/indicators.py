"""The indicator and self-assessment sheets, which every reporting form has in the same shape."""

from learnsoc_xlsx.model.form.form import Criteria, CriterionSaid, Indicators, SaidBy, Sheet, SheetKind

INDICATORS = Sheet(
    id="indicators",
    name="Chỉ tiêu",
    title="CHỈ TIÊU CỦA PHONG TRÀO",
    kind=SheetKind.FIXED,
    intro="Ghi số liệu của cả năm vào cột “Điền vào đây”. Không có thì ghi 0; chưa biết thì để trống. Chữ in đậm là bắt buộc. Số khác xa năm trước thì ghi lý do ở cột “Giải trình”.",
    fields=(Indicators(),),
    prefill=True,
)

UNIT_SELF_ASSESSMENT = Sheet(
    id="self_assessment",
    name="Tự đánh giá",
    title="TỰ ĐÁNH GIÁ “ĐƠN VỊ HỌC TẬP”",
    kind=SheetKind.FIXED,
    intro="Đơn vị tự đánh giá từng tiêu chí, đúng với hồ sơ đang lưu.",
    fields=(Criteria("learning_unit"),),
    prefill=True,
)

VILLAGE_SELF_ASSESSMENT = Sheet(
    id="self_assessment",
    name="Tự đánh giá",
    title="TỰ ĐÁNH GIÁ “CỘNG ĐỒNG HỌC TẬP” CẤP THÔN",
    kind=SheetKind.FIXED,
    intro="Thôn tự đánh giá từng tiêu chí, đúng với hồ sơ đang lưu.",
    fields=(Criteria("learning_village", (CriterionSaid("cdhtthon_plan", SaidBy("cover", "plan_issued"), 3),)),),
    prefill=True,
)

ENTERPRISE_SELF_ASSESSMENT = Sheet(
    id="self_assessment",
    name="Tự đánh giá",
    title="TỰ ĐÁNH GIÁ BỐN ĐIỀU KIỆN CỦA DOANH NGHIỆP",
    kind=SheetKind.FIXED,
    intro="Doanh nghiệp tự đánh giá bốn điều kiện ở mục III.1.4 của Kế hoạch, đúng với hồ sơ đang lưu.",
    fields=(Criteria("enterprise_conditions", (CriterionSaid("dn_d", SaidBy("cover", "recognised"), 3),)),),
    prefill=True,
)
