"""The papers that a run prints in Word: a new paper is one entry here and its text beside."""

from learnsoc_xlsx.catalogue.papers.texts.certificates import CERTIFICATES, ORDER
from learnsoc_xlsx.catalogue.papers.texts.decision import DECISION
from learnsoc_xlsx.catalogue.papers.texts.meeting.merits import MERITS
from learnsoc_xlsx.catalogue.papers.texts.meeting.minutes import MINUTES
from learnsoc_xlsx.catalogue.papers.texts.meeting.submission import SUBMISSION
from learnsoc_xlsx.catalogue.papers.texts.meeting.to_settle import TO_SETTLE
from learnsoc_xlsx.catalogue.papers.texts.notice import NOTICE, SPOKEN
from learnsoc_xlsx.catalogue.papers.texts.payments import PAYMENTS
from learnsoc_xlsx.catalogue.papers.texts.report import PHASE_REPORT, REPORT
from learnsoc_xlsx.catalogue.papers.texts.request import REQUEST
from learnsoc_xlsx.catalogue.papers.wording import MOVEMENT
from learnsoc_xlsx.model.papers.issued import PaperKind
from learnsoc_xlsx.model.papers.paper import BlankPaper, IssuedBy, Occasion, PrintedOn, Series, WordPaper

_FOLDER = "van_ban/{year}/"
_NAMED = "_{called}_{year}.docx"
_AWARDED, _CERTIFIED = "danh_sach", "cac_giay_khen"
"""The words of the lists that papers are about."""
SERIES = (
    Series("", "0", "nam", "Kết quả thực hiện"),
    Series("annual-{year}", "1", "hang_nam"),
    Series("interim-{year}", "2", "so_ket", "Sơ kết"),
    Series("final-{year}", "3", "tong_ket", "Tổng kết"),
    Series("upward-{year}", "4", "cap_tren"),
    Series("upward_interim-{year}", "5", "cap_tren_so_ket"),
    Series("upward_final-{year}", "6", "cap_tren_tong_ket"),
)
PAPERS = (
    WordPaper(
        "report",
        "Báo cáo năm",
        "bao_cao.docx",
        f"{_FOLDER}01_bao_cao_nam_{{year}}.docx",
        Occasion.YEAR,
        IssuedBy.COMMITTEE,
        REPORT,
        PaperKind.REPORT,
    ),
    WordPaper(
        "phase_report",
        "Báo cáo sơ kết, tổng kết",
        "bao_cao_giai_doan.docx",
        f"{_FOLDER}{{series}}9_bao_cao{_NAMED}",
        Occasion.PHASE,
        IssuedBy.COMMITTEE,
        PHASE_REPORT,
        PaperKind.REPORT,
    ),
    WordPaper(
        "to_settle",
        "Những điểm cần xem trước khi ký",
        "can_xem_truoc.docx",
        f"{_FOLDER}{{series}}0_can_xem_truoc{_NAMED}",
        Occasion.ROUND,
        IssuedBy.COMMITTEE,
        TO_SETTLE,
        looks_ahead=True,
    ),
    WordPaper(
        "submission",
        "Tờ trình",
        "to_trinh.docx",
        f"{_FOLDER}{{series}}1_to_trinh{_NAMED}",
        Occasion.ROUND,
        IssuedBy.COUNCIL,
        SUBMISSION,
        PaperKind.SUBMISSION,
        about=_AWARDED,
    ),
    WordPaper(
        "minutes",
        "Biên bản họp",
        "bien_ban.docx",
        f"{_FOLDER}{{series}}2_bien_ban{_NAMED}",
        Occasion.ROUND,
        IssuedBy.COUNCIL,
        MINUTES,
        PaperKind.MINUTES,
    ),
    WordPaper(
        "merits",
        "Tóm tắt thành tích",
        "tom_tat_thanh_tich.docx",
        f"{_FOLDER}{{series}}3_tom_tat_thanh_tich{_NAMED}",
        Occasion.ROUND,
        IssuedBy.COUNCIL,
        MERITS,
        about=_AWARDED,
    ),
    WordPaper(
        "decision",
        "Quyết định",
        "quyet_dinh.docx",
        f"{_FOLDER}{{series}}4_quyet_dinh{_NAMED}",
        Occasion.ROUND,
        IssuedBy.CHAIRMAN,
        DECISION,
        PaperKind.DECISION,
        about=_AWARDED,
    ),
    WordPaper(
        "certificates",
        "Giấy khen",
        "giay_khen.docx",
        f"{_FOLDER}{{series}}5_giay_khen{_NAMED}",
        Occasion.ROUND,
        IssuedBy.CHAIRMAN,
        CERTIFICATES,
        PaperKind.DECISION,
        about=_CERTIFIED,
        landscape=True,
        framed=True,
    ),
    WordPaper(
        "order",
        "Thứ tự in giấy khen trên phôi",
        "thu_tu_in.docx",
        f"{_FOLDER}{{series}}6_thu_tu_in_phoi{_NAMED}",
        Occasion.ROUND,
        IssuedBy.CHAIRMAN,
        ORDER,
        PaperKind.DECISION,
        about=_CERTIFIED,
    ),
    WordPaper(
        "payments",
        "Danh sách ký nhận tiền thưởng",
        "ky_nhan.docx",
        f"{_FOLDER}{{series}}7_ky_nhan{_NAMED}",
        Occasion.ROUND,
        IssuedBy.CHAIRMAN,
        PAYMENTS,
        about="danh_sach_chi_tien",
    ),
    WordPaper(
        "notice",
        "Thông báo niêm yết",
        "thong_bao.docx",
        f"{_FOLDER}{{series}}8_thong_bao{_NAMED}",
        Occasion.ROUND,
        IssuedBy.COMMITTEE,
        NOTICE,
        symbol="TB",
        about=_AWARDED,
        public=True,
    ),
    WordPaper(
        "spoken",
        "Bài phát thanh",
        "bai_phat_thanh.docx",
        f"{_FOLDER}{{series}}8_bai_phat_thanh{_NAMED}",
        Occasion.ROUND,
        IssuedBy.COMMITTEE,
        SPOKEN,
        about=_AWARDED,
        public=True,
    ),
    WordPaper(
        "request",
        "Đề nghị cấp trên",
        "de_nghi_cap_tren.docx",
        f"{_FOLDER}{{series}}1_de_nghi{_NAMED}",
        Occasion.UPWARD,
        IssuedBy.COMMITTEE,
        REQUEST,
        PaperKind.REQUEST,
        about=_AWARDED,
    ),
    WordPaper(
        "minutes_upward",
        "Biên bản họp",
        "bien_ban.docx",
        f"{_FOLDER}{{series}}2_bien_ban{_NAMED}",
        Occasion.UPWARD,
        IssuedBy.COUNCIL,
        MINUTES,
        PaperKind.MINUTES,
    ),
    WordPaper(
        "merits_upward",
        "Tóm tắt thành tích",
        "tom_tat_thanh_tich.docx",
        f"{_FOLDER}{{series}}3_tom_tat_thanh_tich{_NAMED}",
        Occasion.UPWARD,
        IssuedBy.COUNCIL,
        MERITS,
        about=_AWARDED,
    ),
)
BLANK_PAPERS = (
    BlankPaper(
        "on_blanks",
        "Giấy khen in trên phôi",
        f"{_FOLDER}{{series}}6_giay_khen_phoi{_NAMED}",
        PrintedOn.CERTIFICATES,
        f"Đã có thành tích tiêu biểu trong thực hiện phong trào thi đua {MOVEMENT}, {{{{ ky }}}}",
    ),
    BlankPaper("grid", "Trang in thử phôi", f"{_FOLDER}{{series}}6_in_thu_phoi{_NAMED}", PrintedOn.GRID),
)
