"""What the forms ask about persons, for what, and who sees it; and under which law, as far as that was read.

Clauses are those of Kế hoạch 55/KH-UBND. The first that is declared for a field holds, so what is special stands first.
"""

from learnsoc_xlsx.model.form.purpose import PersonsLaw, Purpose, Seer

OFFICER = Seer("cán bộ tổng hợp của xã", "Kiem_tra, Danh_sach, Can_cu")
SENDER = Seer("chính đơn vị đã gửi", "thư trả lời, tệp đã đánh dấu, mẫu điền sẵn năm sau")
COUNCIL = Seer("Hội đồng Thi đua - Khen thưởng, người ký", "Khen_thuong, Hoi_dong, văn bản trình ký")
ABOVE = Seer("cấp trên", "Bao_cao_cap_tren, văn bản đề nghị cấp trên")
PUBLIC = Seer("mọi người, khi đã ký quyết định", "thông báo niêm yết, bài phát thanh")
UNITS = Seer("mọi đơn vị", "thư gửi mẫu, thư trả lời, mẫu biểu")
NAMED = Seer("tập thể, cá nhân được khen", "quyết định khen thưởng kèm danh sách")
MACHINES = Seer("chương trình khác của xã", "run.json")

_PROPOSED = ("nominations", "proposed_upward", "ballot")
_LISTS = ("households", "citizens", "staff", "workers")

PURPOSES = (
    Purpose("Để xã hỏi lại và gửi thư trả lời cho đúng người.", "VII.1.a", (OFFICER, SENDER), ("head", "contact"), ("cover",)),
    Purpose("Để đơn vị biết hỏi ai, gửi báo cáo về đâu.", "VII.1.a", (UNITS,), ("return_to", "contact"), ("settings",)),
    Purpose("Để văn bản ghi đúng người ký, người lập biểu.", "VII.1.a", (OFFICER, COUNCIL, UNITS), ("signer", "compiler"), ("profile",)),
    Purpose("Để gửi thư cho đơn vị và biết thư là của đơn vị nào.", "VII.1.a", (OFFICER, SENDER), ("email",), ("units",)),
    Purpose("Để biết ai đã chấp nhận, đã quyết định một điều còn nghi vấn.", "VII.1.a", (OFFICER,), ("by",), ("waivers", "picks")),
    Purpose("Để biết ai chịu trách nhiệm về lời xác nhận.", "III.2.2.c", (OFFICER, COUNCIL), ("confirmed_by",), ("confirmed",)),
    Purpose("Để biên bản ghi đúng người chủ trì, thư ký.", "III.2.2.c", (COUNCIL,), ("chair", "secretary"), ("sitting",)),
    Purpose("Để biết ai góp, ai được nhận quỹ khen thưởng.", "VI.2", (OFFICER, COUNCIL), ("source", "note"), ("fund",)),
    Purpose("Điều cần nhớ khi soạn văn bản.", "III.2.2.c", (OFFICER,), ("note",), ("papers",)),
    Purpose("Để ghi công tác giả sáng kiến, mô hình.", "III.1.2.b", (OFFICER, SENDER), ("author",), ("initiatives",)),
    Purpose("Để ghi công người, đơn vị ủng hộ.", "VI.1", (OFFICER, SENDER), ("donor",), ("funds",)),
    Purpose("Để gặp đúng người đứng đầu dòng họ khi xét, khi trao.", "III.1.3", (OFFICER, SENDER), ("clan_head",), ("clans",)),
    Purpose("Lời kể có thể nhắc tới người; chỉ dùng để viết báo cáo năm.", "VII.1.a", (OFFICER, SENDER, COUNCIL, ABOVE), ("results", "difficulties", "causes", "lessons", "proposals"), ("narrative",)),
    Purpose("Điều đơn vị muốn nói thêm; không dùng để xét.", "VII.1.a", (OFFICER, SENDER), ("note",)),
    Purpose("Để biết ai được đề nghị khen; tên được công bố khi đã ký quyết định.", "III.1", (OFFICER, SENDER, COUNCIL, ABOVE, PUBLIC, MACHINES), ("name",), _PROPOSED),
    Purpose("Thành tích để Hội đồng xét; được công bố cùng tên.", "III.1", (OFFICER, SENDER, COUNCIL, ABOVE, PUBLIC), ("achievement",), _PROPOSED),
    Purpose("Để giấy khen, quyết định ghi đúng cách xưng hô, chức vụ, nơi ở.", "III.2.2.c", (OFFICER, SENDER, COUNCIL, ABOVE, NAMED), ("honorific", "position", "address"), _PROPOSED),
    Purpose("Phân biệt người trùng họ tên; không niêm yết.", "III.1", (OFFICER, SENDER, COUNCIL, ABOVE, NAMED), ("birth_year",), _PROPOSED),
    Purpose("Để Hội đồng xét, bỏ phiếu và ghi kết luận về từng trường hợp.", "III.2.2.c", (OFFICER, COUNCIL), ("remarks", "reason", "code"), ("ballot",), others=True),
    Purpose("Để xét đề nghị khen: điều kiện, hình thức, trường hợp đang bị xem xét.", "III.2.2.c", (OFFICER, SENDER, COUNCIL, ABOVE), (), _PROPOSED, others=True),
    Purpose("Để không khen người đang bị xem xét, người đã được khen về cùng thành tích.", "III.2.2.c", (OFFICER, COUNCIL), ("name", "birth_year", "pending", "already_awarded", "already_awarded_by"), ("subjects", "past_awards"), others=True),
    Purpose("Để biết ai đã được công nhận danh hiệu, theo quyết định nào.", "II.5", (OFFICER, COUNCIL), ("name", "birth_year"), ("recognitions", "recognised"), others=True),
    Purpose("Phân biệt người trùng họ tên.", "II.5", (OFFICER, SENDER, COUNCIL), ("birth_year",), _LISTS),
    Purpose("Để đếm, xét công nhận danh hiệu và đối chiếu người được đề nghị khen.", "II.5", (OFFICER, SENDER), ("name", "head"), _LISTS, others=True),
)  # fmt: skip

LAW = (
    PersonsLaw("Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, áp dụng từ ngày 01/01/2026", verified=False),
    PersonsLaw("Nghị định số 13/2023/NĐ-CP của Chính phủ về bảo vệ dữ liệu cá nhân, trước ngày ấy", verified=False),
)
"""Texts that a commune is held to. Neither was read for this program, nor their days: what it says of purposes is the plan's alone."""
