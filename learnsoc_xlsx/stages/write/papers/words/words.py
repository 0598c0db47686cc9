"""The words of a paper, each by the Vietnamese name that an officer writes in its template, with what it says.

What is not known reads “…”, as a blank that a hand fills in.
"""

from dataclasses import dataclass

from learnsoc_xlsx.model.papers.paper import Occasion
from learnsoc_xlsx.stages.template.text.words import named
from learnsoc_xlsx.vietnamese.numbers import format_number

BLANK = "…"


def in_figures(number: int | None) -> str:
    """Write a number for people; a blank where it is not known."""
    return BLANK if number is None else format_number(number)


@dataclass(frozen=True)
class PaperWords:
    """What any paper may say: who issues it, under which number and on which day, who signs."""

    parent: str = named("co_quan_tren", "Dòng trên ở góc trái: cơ quan cấp trên trực tiếp")
    issuer: str = named("co_quan", "Dòng dưới ở góc trái: cơ quan ban hành")
    number: str = named("so_van_ban", "Số và ký hiệu, ví dụ 15/QĐ-UBND; chưa có số thì …/QĐ-UBND")
    number_said: str = named("so_trong_cau", "Số và ký hiệu để viết trong câu")
    day_said: str = named("ngay_trong_cau", "Ngày ký để viết trong câu: ngày 05 tháng 12 năm 2026")
    place_and_day: str = named("dia_danh_ngay", "Địa danh, ngày tháng năm")
    draft: bool = named("du_thao", "Có khi Hội đồng chưa kết luận")
    sample: bool = named("xa_mau", "Có khi số liệu là của xã hư cấu")
    commune: str = named("xa", "Tên xã trong câu, ví dụ xã Hồng Phúc")
    committee: str = named("uy_ban", "Ủy ban nhân dân xã …")
    council: str = named("hoi_dong", "Tên Hội đồng Thi đua - Khen thưởng")
    above: str = named("cap_tren", "Ủy ban nhân dân cấp trên trực tiếp")
    span: str = named("ky", "Năm hoặc giai đoạn: năm 2026; giai đoạn 2024 - 2025")
    year: int = named("nam", "Năm")
    bases: tuple[str, ...] = named("cac_can_cu", "Danh sách văn bản làm căn cứ còn hiệu lực vào ngày của văn bản")
    committee_signs: str = named("ky_uy_ban", "TM. ỦY BAN NHÂN DÂN và chức vụ người ký")
    chairman_signs: str = named("ky_chu_tich", "Chức vụ người ký khi Chủ tịch quyết định")
    council_signs: str = named("ky_hoi_dong", "TM. HỘI ĐỒNG và chức vụ người ký")
    chair_signs: str = named("ky_chu_tri", "CHỦ TỌA")
    secretary_signs: str = named("ky_thu_ky", "THƯ KÝ HỘI ĐỒNG")
    signer: str = named("nguoi_ky", "Họ và tên người ký của xã")
    archive: str = named("noi_luu", "Nơi lưu, ví dụ VT, TTHTCĐ")


@dataclass(frozen=True)
class Subjected:
    """What may be said of one who is proposed or awarded."""

    number: int = named("so", "Số thứ tự trong cả danh sách")
    section: str = named("nhom", "Tên nhóm, chỉ có ở dòng đầu của nhóm")
    award: str = named("khen_thuong", "Tên nhóm, có ở mọi dòng")
    name: str = named("ten", "Họ và tên với Ông/Bà, tên hộ, dòng họ, tập thể")
    long: bool = named("ten_dai", "Có khi tên, hoặc đơn vị, dài quá một dòng trên giấy khen")
    born: str = named("nam_sinh", "Năm sinh; trống nếu chưa ghi hoặc là tập thể")
    where: str = named("don_vi", "Chức vụ, nơi ở, đơn vị; trống nếu chính là đơn vị ấy")
    belongs: str = named("thuoc", "Thôn, đơn vị đề nghị; trống nếu chính là đơn vị ấy")
    belongs_said: str = named("thuoc_trong_cau", "Như trên, để viết trong câu: thôn Đoài, Trường THCS Tân Học")
    merit: str = named("thanh_tich", "Tóm tắt thành tích theo báo cáo")
    merit_spoken: str = named("loi_doc", "Thành tích để đọc trên loa; trống nếu chưa ghi")
    title: str = named("danh_hieu", "Danh hiệu của nhóm")
    recognised: str = named("cong_nhan", "Quyết định công nhận danh hiệu")
    awarded_before: str = named("da_khen", "Khen thưởng đã nhận")
    form: str = named("hinh_thuc", "Hình thức khen")
    money: str = named("tien", "Tiền thưởng, đồng, bằng số")
    money_in_words: str = named("tien_bang_chu", "Tiền thưởng bằng chữ")
    standing: str = named("ket_qua_xet", "Kết quả xét")
    votes: str = named("phieu", "Số phiếu nhất trí/không nhất trí")
    opinion: str = named("ket_luan", "Kết luận của Hội đồng, kèm lý do")
    conditions: tuple[str, ...] = named("cac_dieu_kien", "Danh sách điều kiện đã xét và số liệu")
    source: str = named("nguon", "Tệp, trang, ô mà đề nghị lấy ra")


@dataclass(frozen=True)
class RoundWords(PaperWords):
    """What the papers of a round may say too: whom they are about, the money, the meeting, the decision."""

    round: str = named("dot_xet", "Tên đợt xét")
    met: bool = named("da_hop", "Có khi Hội đồng đã họp và kết luận")
    met_on: str = named("hop_ngay", "Ngày họp, ví dụ 02/12/2026")
    met_on_said: str = named("hop_ngay_dai", "Ngày họp viết đủ: ngày 02 tháng 12 năm 2026")
    venue: str = named("noi_hop", "Nơi họp")
    members: str = named("so_thanh_vien", "Số thành viên Hội đồng")
    present: str = named("so_co_mat", "Số thành viên có mặt")
    needed: str = named("dieu_kien_hop", "Hội đồng được họp khi có mặt bao nhiêu")
    too_few: bool = named("thieu_thanh_vien", "Có khi số thành viên có mặt chưa đủ")
    chair: str = named("chu_tri", "Họ và tên người chủ trì")
    chair_in_full: str = named("chu_tri_day_du", "Họ và tên, chức vụ người chủ trì")
    secretary: str = named("thu_ky", "Họ và tên thư ký")
    secretary_in_full: str = named("thu_ky_day_du", "Họ và tên, chức vụ thư ký")
    subjects: tuple[Subjected, ...] = named("danh_sach", "Danh sách được khen, được đề nghị")
    certified: tuple[Subjected, ...] = named("cac_giay_khen", "Những dòng của danh sách được tặng Giấy khen")
    paid: tuple[Subjected, ...] = named(
        "danh_sach_chi_tien", "Những dòng có tiền thưởng, kể cả mức chưa tính được; đánh số lại"
    )
    asked: tuple[Subjected, ...] = named("danh_sach_xet", "Mọi trường hợp Hội đồng được hỏi ý kiến")
    count: int = named("so_truong_hop", "Số trường hợp trong danh sách")
    count_paid: int = named("so_nhan_tien", "Số trường hợp có tiền thưởng")
    made_up_of: str = named("co_cau", "Số trường hợp theo loại: 10 tập thể, 8 hộ gia đình, 12 cá nhân")
    not_agreed: int = named("so_khong_nhat_tri", "Số trường hợp Hội đồng không nhất trí")
    later: int = named("so_xem_xet_sau", "Số trường hợp xem xét sau")
    not_concluded: int = named("so_chua_ket_luan", "Số trường hợp được đề nghị mà Hội đồng chưa kết luận")
    not_treated: int = named("so_chua_xet", "Số trường hợp khác, dự bị hoặc chưa đủ thông tin, Hội đồng chưa xem xét")
    by_hand: int = named("so_ghi_them", "Số trường hợp ghi thêm tại cuộc họp, chưa được xét")
    changed: int = named("so_thay_doi", "Số trường hợp thay đổi sau khi họp, cần kết luận lại")
    only_form: str = named("mot_hinh_thuc", "Hình thức khen khi mọi trường hợp như nhau; trống khi có nhiều hình thức")
    forms: str = named("cac_hinh_thuc", "Hình thức khen; khi có nhiều thì kèm số lượng từng hình thức")
    total: str = named("tong_tien", "Tổng tiền thưởng bằng số; … khi còn mức chưa tính được")
    total_in_words: str = named("tong_tien_bang_chu", "Tổng tiền thưởng bằng chữ; trống khi chưa tính được")
    funding: str = named("nguon_chi", "Nguồn chi tiền thưởng; trống khi xã chưa chọn")
    submission: str = named("so_to_trinh", "Số tờ trình; trống khi chưa ghi ở danh bạ")
    submitted_on: str = named("ngay_to_trinh", "Ngày của tờ trình")
    decision: str = named("so_quyet_dinh", "Số quyết định khen thưởng")
    decided_on: str = named("ngay_quyet_dinh", "Ngày của quyết định khen thưởng")
    to_finish: tuple[str, ...] = named("cac_diem_phai_xong", "Những điểm phải xong trước khi ký")
    to_settle: tuple[str, ...] = named("cac_diem_can_xem", "Những điểm nên bổ sung, đối chiếu")


@dataclass(frozen=True)
class FigureLine:
    """A figure against the time before and its target."""

    heading: str = named("muc", "Mục của Kế hoạch, chỉ có ở dòng đầu của mục")
    label: str = named("ten", "Tên chỉ tiêu")
    unit: str = named("don_vi_tinh", "Đơn vị tính")
    before: str = named("truoc", "Số kỳ trước")
    now: str = named("nay", "Số kỳ này")
    change: str = named("thay_doi", "Tăng, giảm")
    whole: str = named("ca_giai_doan", "Số của cả giai đoạn; trống ở báo cáo năm")
    target: str = named("muc_tieu", "Mục tiêu và đánh giá")


@dataclass(frozen=True)
class Said:
    """What several units wrote alike, and who."""

    words: str = named("noi_dung", "Nội dung")
    units: str = named("don_vi", "Đơn vị đã viết")


@dataclass(frozen=True)
class ReportWords(PaperWords):
    """What a report may say too: figures, what units wrote, what was awarded."""

    kind: str = named("loai_bao_cao", "Kết quả thực hiện, Sơ kết, Tổng kết")
    kind_said: str = named("loai_bao_cao_thuong", "kết quả thực hiện, sơ kết, tổng kết")
    reported: int = named("so_da_bao_cao", "Số báo cáo đã tổng hợp")
    expected: int = named("so_phai_bao_cao", "Số báo cáo phải có")
    lacking: str = named("con_thieu", "Đơn vị còn thiếu báo cáo")
    provisional: str = named("tam_tinh", "Vì sao số liệu còn tạm tính; trống nếu không")
    before_is: str = named("cot_truoc", "Tên cột kỳ trước")
    now_is: str = named("cot_nay", "Tên cột kỳ này")
    figures: tuple[FigureLine, ...] = named("cac_chi_tieu", "Các chỉ tiêu chính")
    partial: bool = named("co_chua_du", "Có khi một số chỉ tiêu còn thiếu báo cáo")
    results: tuple[Said, ...] = named("ket_qua", "Kết quả nổi bật")
    difficulties: tuple[Said, ...] = named("kho_khan", "Khó khăn, hạn chế")
    causes: tuple[Said, ...] = named("nguyen_nhan", "Nguyên nhân")
    lessons: tuple[Said, ...] = named("bai_hoc", "Bài học kinh nghiệm")
    proposals: tuple[Said, ...] = named("kien_nghi", "Kiến nghị, phương hướng")
    awards: tuple[str, ...] = named("cac_cau_khen_thuong", "Khen thưởng trong kỳ, mỗi đợt một câu")


def words_of(occasion: Occasion) -> type[PaperWords]:
    """Return the words that the text of a paper may use."""
    return ReportWords if occasion in (Occasion.YEAR, Occasion.PHASE) else RoundWords
