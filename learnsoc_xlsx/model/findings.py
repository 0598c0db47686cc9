"""Findings: everything that can be wrong or doubtful, each with a lasting code and a sentence in three beats.

A new kind of mistake is one member of `Code`: what was found, what was expected, what to do. The sentence may
name {given}, {expected}, {other} and {extra}; a test renders every one.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from learnsoc_xlsx.model.place import Place


class Severity(Enum):
    """Error: something is left out until it is mended. Warning: it counts, but look. Note: for the record."""

    ERROR = ("error", "Lỗi", "✖")
    WARNING = ("warning", "Cần xem", "▲")
    NOTE = ("note", "Ghi chú", "•")

    def __init__(self, word: str, label: str, sign: str) -> None:
        self.word = word
        self.label = label
        self.sign = sign


class Code(Enum):
    """The catalogue of findings. F: the file · S: its structure · C: a cell · R: rules between cells · D: the register and the whole folder."""

    NOT_A_WORKBOOK = (
        "F01",
        Severity.ERROR,
        "Tệp này không phải bảng tính ({given}). Cần tệp .xlsx, .xls hoặc .ods. Hãy đề nghị đơn vị gửi lại đúng mẫu Excel.",
    )
    UNREADABLE = (
        "F02",
        Severity.ERROR,
        "Không mở được bảng tính này ({given}). Tệp có thể hỏng hoặc đặt mật khẩu. Hãy mở thử, bỏ mật khẩu, lưu lại rồi gửi lại.",
    )
    NO_STAMP = (
        "F03",
        Severity.ERROR,
        "Bảng tính này không mang dấu của mẫu biểu nào. Cần tệp làm từ mẫu do xã gửi. Hãy chép số liệu sang mẫu rồi gửi lại.",
    )
    UNKNOWN_FORM = (
        "F04",
        Severity.ERROR,
        "Dấu của tệp ghi mẫu “{given}”, chương trình không có mẫu này. Hãy dùng mẫu do xã gửi cho năm nay.",
    )
    OTHER_YEAR = (
        "F05",
        Severity.ERROR,
        "Mẫu này in cho năm {expected} nhưng ô này ghi {given}. Số liệu của hai năm không thể để chung. Hãy chép sang đúng mẫu của năm báo cáo, hoặc sửa lại năm ở ô này.",
    )
    YEAR_OUTSIDE = (
        "F06",
        Severity.ERROR,
        "Mẫu này của năm {given}, ngoài các giai đoạn của phong trào ({expected}). Hãy dùng mẫu của năm báo cáo.",
    )
    UNKNOWN_UNIT = (
        "F07",
        Severity.ERROR,
        "Danh bạ không có đơn vị “{given}”{extra}. Hãy sửa tên đơn vị ở trang bìa, hoặc ghi thêm đơn vị (hay tên gọi khác của đơn vị) vào danh bạ.",
    )
    WRONG_FORM_FOR_UNIT = (
        "F08",
        Severity.ERROR,
        "“{given}” nộp mẫu {other} trong khi đơn vị loại này dùng mẫu {expected}. Hãy gửi đúng mẫu cho đơn vị.",
    )
    UNIT_NOT_ALIVE = (
        "F09",
        Severity.ERROR,
        "“{given}” không còn hoặc chưa hoạt động trong năm {expected} theo danh bạ. Hãy xem lại năm của mẫu, hoặc sửa ngày trong danh bạ.",
    )
    LOCK_FILE = (
        "F10",
        Severity.NOTE,
        "Đây là tệp tạm do chương trình bảng tính để lại, không có số liệu. Có thể xóa; hãy đóng tệp gốc nếu còn đang mở.",
    )
    OWN_OUTPUT = (
        "F11",
        Severity.NOTE,
        "Đây là tệp kết quả do chương trình này ghi ra, không phải báo cáo. Nên để ngoài thư mục báo cáo.",
    )
    LATE = (
        "F12",
        Severity.WARNING,
        "Báo cáo {other} ngày {given}, sau hạn cuối {expected}. Số liệu vẫn được tính. Hãy nhắc đơn vị và ghi nhận nộp muộn.",
    )
    SUPERSEDED = (
        "F13",
        Severity.NOTE,
        "Đơn vị đã gửi bản mới hơn cho cùng năm: “{other}”. Bản này được giữ nhưng không tính. Không cần làm gì nếu bản mới đúng.",
    )
    SAME_DAY_VERSIONS = (
        "F14",
        Severity.WARNING,
        "Đơn vị gửi hai bản khác nhau, cùng ghi ngày {given}: bản này và “{other}”. Chương trình lấy bản được lưu sau cùng ({expected}). Hãy hỏi đơn vị bản nào đúng rồi bỏ bản kia ra khỏi thư mục, hoặc ghi vào trang “Chọn bản báo cáo” của danh bạ.",
    )
    SAME_FILE = ("F15", Severity.NOTE, "Tệp này giống hệt “{other}”. Chỉ tính một lần. Không cần làm gì.")
    AFTER_CLOSING = (
        "F16",
        Severity.ERROR,
        "Báo cáo này của năm {given}, trong khi số liệu chỉ tính đến ngày {expected}. Báo cáo được giữ nhưng chưa tính. Hãy sửa ngày chốt số liệu trong danh bạ (hoặc chạy với --as-of) rồi chạy lại.",
    )
    DATE_ASTRAY = (
        "F17",
        Severity.WARNING,
        "Báo cáo năm {expected} ghi ngày lập {given}. Ngày này quyết định báo cáo đúng hạn hay muộn và bản nào mới nhất. Hãy xem lại năm ở ô này.",
    )
    FILE_TOO_LARGE = (
        "F20",
        Severity.ERROR,
        "Tệp này nặng {given}. Chương trình nhận tệp đến {expected}. Hãy bỏ ảnh và tệp chèn trong bảng tính rồi lưu lại, hoặc chép số liệu sang mẫu mới.",
    )
    SWELLS = (
        "F21",
        Severity.ERROR,
        "Khi mở ra tệp này phình lên {given}. Chương trình nhận đến {expected}. Hãy chép số liệu sang mẫu mới do xã gửi rồi gửi lại.",
    )
    TOO_MANY_PARTS = (
        "F22",
        Severity.ERROR,
        "Bên trong tệp này có {given} thành phần. Chương trình nhận đến {expected}. Hãy chép số liệu sang mẫu mới do xã gửi rồi gửi lại.",
    )
    PARTS_ASTRAY = (
        "F23",
        Severity.ERROR,
        "Bên trong tệp này có thành phần đặt sai chỗ hoặc trùng tên ({given}). Tệp do chương trình bảng tính ghi ra không như vậy. Hãy mở tệp, lưu lại thành tệp .xlsx mới rồi gửi lại.",
    )
    PASSWORD = (
        "F24",
        Severity.ERROR,
        "Tệp này đặt mật khẩu nên không mở được{extra}. Cần tệp không có mật khẩu, hoặc mật khẩu của tệp trong tệp mật khẩu (--password-file). Hãy mở tệp, bỏ mật khẩu mở tệp, lưu lại rồi gửi lại.",
    )
    DECLARES = (
        "F25",
        Severity.ERROR,
        "Thành phần “{given}” của tệp này có khai báo DTD hoặc thực thể XML. Bảng tính thật không có khai báo này. Hãy chép số liệu sang mẫu mới do xã gửi rồi gửi lại.",
    )
    FAR_CELL = (
        "F26",
        Severity.ERROR,
        "Ô {given} có nội dung nhưng nằm quá xa bảng, khiến trang phải đọc {other} ô; nhận đến {expected} ô. Hãy xóa nội dung ở ô đó rồi lưu và gửi lại.",
    )
    TOO_MANY_CELLS = (
        "F27",
        Severity.ERROR,
        "Bảng tính này có {given} ô có nội dung. Chương trình nhận đến {expected} ô. Hãy xóa phần thừa, hoặc chép số liệu sang mẫu mới.",
    )
    HUGE_MERGE = (
        "F28",
        Severity.ERROR,
        "Trang này trộn {given} ô, nhiều nhất ở vùng {other}. Chương trình nhận đến {expected} ô trộn. Hãy bỏ trộn vùng này rồi lưu và gửi lại.",
    )
    GAVE_UP = (
        "F29",
        Severity.ERROR,
        "Đọc thử tệp này thì {given}. Cần đọc xong trong {expected}. Hãy mở tệp, lưu lại thành tệp .xlsx mới, hoặc chép số liệu sang mẫu mới rồi gửi lại.",
    )
    UNPACKED = (
        "F30",
        Severity.NOTE,
        "Tệp này chứa tệp khác; đã lấy ra {given} tệp để đọc{extra}. Không cần làm gì nếu đã đủ các báo cáo.",
    )
    NOTHING_INSIDE = (
        "F31",
        Severity.WARNING,
        "Không thấy bảng tính nào kèm trong tệp này{extra}. Nếu có báo cáo, cần tệp .xlsx, .xls hoặc .ods đính kèm. Hãy mở tệp này xem, rồi đề nghị đơn vị gửi lại.",
    )
    NESTED_TOO_DEEP = (
        "F32",
        Severity.ERROR,
        "Tệp này nằm quá sâu: trong {given} lớp tệp chứa. Chương trình mở đến {expected} lớp. Hãy lấy tệp ra và lưu thẳng vào thư mục báo cáo.",
    )
    WINMAIL = (
        "F33",
        Severity.ERROR,
        "Tệp đính kèm được Outlook gói riêng trong winmail.dat nên không mở được{extra}. Cần tệp đính kèm thông thường. Hãy mở thư bằng Outlook và lưu tệp vào thư mục báo cáo, hoặc đề nghị gửi lại.",
    )
    UNOPENED = (
        "F34",
        Severity.ERROR,
        "Không mở được tệp chứa này ({given}). Các tệp bên trong chưa được đọc. Hãy tự mở ra, lưu từng báo cáo vào thư mục báo cáo, hoặc đề nghị gửi lại.",
    )
    UNLOCKED = (
        "F35",
        Severity.NOTE,
        "Tệp này đặt mật khẩu; chương trình đã mở bằng {given} và đọc như mọi tệp khác. Không cần làm gì.",
    )

    SHEET_ABSENT = (
        "S01",
        Severity.ERROR,
        "Không thấy trang “{expected}”. Trang này phải có trong mẫu. Hãy chép số liệu sang mẫu gốc còn đủ trang.",
    )
    COLUMN_ABSENT = (
        "S02",
        Severity.ERROR,
        "Không thấy cột “{expected}” ở dòng tiêu đề. Cột này phải có trong mẫu. Hãy khôi phục tiêu đề như mẫu gốc.",
    )
    HEADER_ABSENT = (
        "S03",
        Severity.ERROR,
        "Không tìm thấy dòng tiêu đề của bảng. Cần giữ dòng tiêu đề như mẫu, ví dụ có cột “{expected}”. Hãy chép số liệu sang mẫu gốc.",
    )
    ROW_LABEL_ABSENT = (
        "S04",
        Severity.ERROR,
        "Không thấy dòng “{expected}”. Dòng này phải có trong mẫu. Hãy khôi phục nhãn của dòng như mẫu gốc.",
    )
    COLUMN_TWICE = (
        "S05",
        Severity.ERROR,
        "Cột “{given}” xuất hiện hai lần. Chỉ được có một cột mang tên này. Chương trình chỉ đọc cột đầu; hãy xóa cột thừa.",
    )
    STRAY_TEXT = (
        "S06",
        Severity.NOTE,
        "“{given}” nằm ngoài các cột của bảng nên không tính là số liệu. Nếu là số liệu, hãy ghi vào đúng cột.",
    )
    TOTAL_ROW = (
        "S07",
        Severity.NOTE,
        "Dòng cộng “{given}” không tính là một bản ghi. Chương trình tự cộng. Không cần làm gì.",
    )
    UNKNOWN_COLUMN = (
        "S08",
        Severity.WARNING,
        "Cột “{given}” không có trong mẫu nên không được đọc{extra}. Hãy chuyển số liệu vào cột đúng của mẫu.",
    )
    UNKNOWN_SHEET = (
        "S09",
        Severity.WARNING,
        "Trang “{given}” không có trong mẫu nên không được đọc. Nếu trang này có số liệu, hãy chép vào trang đúng của mẫu.",
    )
    UNKNOWN_LINE = (
        "S10",
        Severity.WARNING,
        "Dòng “{given}” không có trong mẫu nên không được đọc. Hãy chuyển số liệu vào dòng đúng của mẫu, hoặc ghi vào ô ghi chú.",
    )
    HEADER_AGAIN = (
        "S11",
        Severity.NOTE,
        "Dòng này lặp lại tiêu đề của bảng nên không tính là một bản ghi. Không cần làm gì.",
    )
    LABEL_CHANGED = (
        "S12",
        Severity.WARNING,
        "Nhãn in sẵn “{expected}” đã bị sửa thành “{given}”. Số liệu của nhãn này vẫn được đọc là “{expected}”. Hãy khôi phục nhãn như mẫu gốc; nếu số liệu nói về việc khác, hãy chuyển sang đúng chỗ.",
    )
    SIGNATURE = (
        "S13",
        Severity.NOTE,
        "“{given}” được hiểu là phần ký tên dưới bảng nên không tính là một bản ghi. Trang này không cần ký tên. Nếu đây là số liệu, hãy ghi liền ngay dưới các dòng khác, trên phần ký tên.",
    )

    NOT_A_COUNT = (
        "C01",
        Severity.ERROR,
        "“{given}” không phải số đếm. Cần số nguyên từ 0 trở lên, ví dụ 120. Hãy nhập lại bằng chữ số.",
    )
    NOT_MONEY = (
        "C02",
        Severity.ERROR,
        "“{given}” không phải số tiền. Cần số đồng, ví dụ 1.500.000. Hãy nhập lại bằng chữ số.",
    )
    NOT_A_SCORE = (
        "C03",
        Severity.ERROR,
        "“{given}” không phải điểm số. Cần một số, ví dụ 8 hoặc 7,5. Hãy nhập lại bằng chữ số.",
    )
    NOT_A_NUMBER = (
        "C04",
        Severity.ERROR,
        "“{given}” không phải một số. Cần một số, ví dụ 70 hoặc 12,5. Hãy nhập lại bằng chữ số.",
    )
    AMBIGUOUS_NUMBER = (
        "C05",
        Severity.ERROR,
        "“{given}” có thể hiểu là {expected}. Chương trình không đoán. Hãy nhập lại cho rõ, phần lẻ sau dấu phẩy, ví dụ 7,5 hoặc 1234.",
    )
    TOO_PRECISE = (
        "C06",
        Severity.ERROR,
        "“{given}” có quá nhiều chữ số sau dấu phẩy. Chỉ nhận tối đa {expected}. Hãy làm tròn rồi nhập lại.",
    )
    NOT_A_MARK = (
        "C07",
        Severity.ERROR,
        "“{given}” chưa rõ là có hay không. Cần “x” nếu có, “không” nếu không. Hãy chọn trong danh sách của ô.",
    )
    NOT_A_YEAR = (
        "C08",
        Severity.ERROR,
        "“{given}” không phải một năm. Cần năm có bốn chữ số, từ 1900 đến 2100, ví dụ 1975. Hãy nhập lại.",
    )
    NOT_A_DATE = (
        "C09",
        Severity.ERROR,
        "“{given}” không phải một ngày có thật. Cần ngày/tháng/năm, ví dụ 13/5/2026. Hãy nhập lại.",
    )
    DATE_IN_DOUBT = (
        "C10",
        Severity.WARNING,
        "“{given}” được hiểu là {expected}. Hãy xem lại và ghi đủ ngày/tháng/năm, ví dụ 13/5/2026.",
    )
    NOT_IN_LIST = (
        "C11",
        Severity.ERROR,
        "“{given}” không có trong danh sách chọn{extra}. Hãy chọn một mục trong danh sách của ô, ví dụ “{expected}”.",
    )
    REQUIRED_EMPTY = (
        "C12",
        Severity.ERROR,
        "Ô “{other}” còn trống. Ô này bắt buộc{extra}. Hãy điền rồi gửi lại.",
    )
    TOO_SMALL = ("C13", Severity.ERROR, "{given} nhỏ hơn mức thấp nhất là {expected}. Hãy kiểm tra và nhập lại.")
    TOO_LARGE = ("C14", Severity.ERROR, "{given} lớn hơn mức cao nhất là {expected}. Hãy kiểm tra và nhập lại.")
    ERROR_VALUE = (
        "C15",
        Severity.ERROR,
        "Ô này đang báo lỗi công thức ({given}). Cần một giá trị thật. Hãy sửa công thức hoặc nhập số.",
    )
    LEGACY_TEXT = (
        "C16",
        Severity.NOTE,
        "Chữ gõ bằng bảng mã cũ: “{given}” được hiểu là “{expected}”. Nếu sai, hãy gõ lại bằng Unicode.",
    )
    NO_RESULT = (
        "C17",
        Severity.ERROR,
        "Ô này là công thức chưa có kết quả. Tệp được lưu khi chưa tính. Hãy mở tệp bằng chương trình bảng tính, lưu lại rồi gửi lại, hoặc nhập thẳng giá trị.",
    )

    EXCEEDS = (
        "R01",
        Severity.ERROR,
        "{given} lớn hơn {expected} ở “{other}”. Số này không thể lớn hơn số kia. Hãy kiểm tra cả hai ô.",
    )
    NOT_BALANCED = (
        "R02",
        Severity.ERROR,
        "{given} khác {expected}, là kết quả tính từ {other}. Hãy kiểm tra các ô liên quan.",
    )
    REPEATED = (
        "R03",
        Severity.ERROR,
        "“{given}” đã có ở dòng {expected} của bảng này. Mỗi đối tượng chỉ ghi một dòng. Hãy xóa dòng thừa, hoặc ghi rõ để phân biệt hai người trùng tên.",
    )
    MARK_WITHOUT_POINTS = (
        "R04",
        Severity.ERROR,
        "Đã đánh dấu đạt “{other}” nhưng điểm chưa đủ: {given}; cần {expected}. Hãy kiểm tra điểm hoặc bỏ dấu đạt.",
    )
    POINTS_WITHOUT_MARK = (
        "R05",
        Severity.WARNING,
        "Điểm đã đủ để đạt “{other}” ({given}) nhưng chưa đánh dấu đạt. Nếu đã được công nhận, hãy đánh dấu “x”.",
    )
    NEEDS_OTHER = (
        "R06",
        Severity.ERROR,
        "Ô này đã ghi “{given}” nhưng ô “{other}” còn trống. Hai ô phải đi cùng nhau. Hãy điền ô còn trống.",
    )
    IDENTITY_EMPTY = (
        "R07",
        Severity.ERROR,
        "Dòng này có số liệu nhưng ô “{other}” còn trống nên không biết là của ai. Dòng này chưa được tính. Hãy điền rồi gửi lại.",
    )

    COUNT_DIFFERS = (
        "R08",
        Severity.WARNING,
        "Ô này ghi {given} nhưng trang “{other}” có {expected}. Hai nơi của cùng một báo cáo cần khớp nhau. Hãy xem lại số ở ô này và các dòng của trang đó.",
    )

    NOMINEE_UNKNOWN = (
        "D01",
        Severity.ERROR,
        "“{given}” được đề nghị khen nhưng không có trong danh sách “{expected}” của đơn vị{extra}. Hãy kiểm tra họ tên và năm sinh ở hai nơi.",
    )
    UNKNOWN_SUCCESSOR = (
        "D02",
        Severity.ERROR,
        "Danh bạ ghi đơn vị kế thừa “{given}” nhưng không có đơn vị mang mã này. Hãy sửa mã trong danh bạ.",
    )
    UNKNOWN_PARENT = (
        "D03",
        Severity.ERROR,
        "Danh bạ ghi cấp trên “{given}” nhưng không có đơn vị mang mã này; đơn vị được tính vào xã. Hãy sửa mã trong danh bạ.",
    )
    UNKNOWN_KEY = (
        "D04",
        Severity.ERROR,
        "Danh bạ đặt số cho “{given}” nhưng chương trình không có mục này{extra}. Hãy chép đúng mã từ danh mục.",
    )
    FIXED_BY_LAW = (
        "D05",
        Severity.ERROR,
        "“{given}” là số do văn bản quy định ({expected}), danh bạ không thay được. Hãy bỏ dòng này.",
    )
    NOBODY_REPORTED = (
        "D06",
        Severity.WARNING,
        "Năm {given} không có báo cáo nào, trong khi hạn nộp đã qua. Số liệu năm này để trống, không tính là 0. Hãy bổ sung báo cáo nếu có.",
    )
    SPLIT_UNIT = (
        "D07",
        Severity.NOTE,
        "“{given}” đã tách thành nhiều đơn vị ({expected}) nên số liệu cũ không chia lại được. Số liệu cũ giữ ở đơn vị cũ.",
    )
    SUCCESSION_LOOP = (
        "D10",
        Severity.ERROR,
        "Danh bạ ghi vòng tròn kế thừa hoặc cấp trên qua “{given}”. Hãy sửa lại đơn vị kế thừa hoặc cấp trên.",
    )

    UNKNOWN_UNIT_ID = (
        "D11",
        Severity.ERROR,
        "Danh bạ nhắc tới đơn vị “{given}” nhưng trang “Đơn vị” không có mã này{extra}. Hãy sửa mã, hoặc thêm một dòng cho đơn vị (chính xã cũng là một dòng).",
    )
    ENDS_BEFORE = (
        "D12",
        Severity.ERROR,
        "Ngày kết thúc {given} trước ngày bắt đầu {expected}. Hãy kiểm tra cả hai ô.",
    )
    SAME_NAME = (
        "D13",
        Severity.WARNING,
        "Tên “{given}” đã là tên của đơn vị mã {expected}. Báo cáo chỉ ghi tên sẽ không biết là của đơn vị nào. Hãy ghi tên cho khác nhau.",
    )
    COVER_OF_ANOTHER = (
        "D14",
        Severity.ERROR,
        "Mẫu này in sẵn cho “{expected}” nhưng trang bìa ghi “{given}”. Chương trình không đoán số liệu là của ai. Hãy hỏi người gửi, rồi sửa tên ở ô này hoặc dùng đúng mẫu của đơn vị.",
    )

    COVER_NAME_UNKNOWN = (
        "D15",
        Severity.WARNING,
        "Trang bìa ghi “{given}” nhưng mẫu này in sẵn cho “{expected}”; danh bạ không có tên “{given}”. Số liệu được tính cho “{expected}”. Hãy kiểm tra tên, hoặc ghi thêm tên gọi khác vào danh bạ.",
    )

    NOMINATED_TWICE = (
        "D16",
        Severity.WARNING,
        "“{given}” đã được đề nghị khen ở {expected}. Mỗi đối tượng chỉ xét một lần, theo đề nghị đầu. Hãy bỏ đề nghị thừa, hoặc ghi năm sinh để phân biệt hai người trùng tên.",
    )
    SEVERAL_OF_THAT_NAME = (
        "D17",
        Severity.ERROR,
        "Danh sách “{expected}” có {other} người tên “{given}”. Chương trình không đoán ai được đề nghị. Hãy ghi năm sinh ở đề nghị.",
    )
    NOT_UNDER_COMMUNE = (
        "D18",
        Severity.WARNING,
        "“{given}” không có cấp trên nào dẫn tới xã. Chương trình tính đơn vị này vào xã “{expected}”. Hãy ghi mã cấp trên trong danh bạ.",
    )

    COPY_OF_ANOTHER = (
        "D19",
        Severity.WARNING,
        "Mọi số liệu ở trang này giống hệt báo cáo của đơn vị khác: “{other}”. Có thể đơn vị đã điền vào bản sao của tệp kia mà quên sửa số. Hãy hỏi lại hai đơn vị; cả hai báo cáo vẫn được tính.",
    )

    REGISTER_BY_MAIL = (
        "D35",
        Severity.ERROR,
        "Tệp này là một danh bạ (mẫu 00) nhưng đến qua thư, nên không được dùng: danh bạ quyết định ngưỡng, hạn nộp và hạn mức khen. Cần danh bạ do chính xã đặt vào thư mục báo cáo. Nếu đúng là danh bạ của xã, hãy lưu tệp ra thư mục báo cáo, ngoài thư mục “thu”.",
    )
    OLDER_REGISTER = (
        "D36",
        Severity.NOTE,
        "Danh bạ này của năm {given}, cũ hơn danh bạ đang dùng “{other}” (năm {expected}), nên không được dùng. Không cần làm gì nếu danh bạ mới đúng.",
    )

    JUMP = (
        "D20",
        Severity.WARNING,
        "Năm nay ghi {given}, năm trước {expected}: khác nhau quá {other} lần (mức hỏi lại: {extra}). Nếu số đúng, hãy ghi lý do vào ô “Giải trình” cùng dòng; nếu sai, hãy sửa lại số.",
    )
    JUMP_EXPLAINED = (
        "D21",
        Severity.NOTE,
        "Năm nay ghi {given}, năm trước {expected}. Đơn vị giải trình: “{other}”. Không cần làm gì nếu lý do đã rõ.",
    )
    REASON_GIVEN = (
        "D22",
        Severity.NOTE,
        "Đơn vị ghi ở ô “Giải trình” của dòng này: “{given}”. Ghi lại để biết. Không cần làm gì.",
    )

    NAMESAKE = (
        "D23",
        Severity.WARNING,
        "“{given}” cũng có ở báo cáo của đơn vị khác: {other}. Mỗi người, mỗi hộ chỉ ghi ở một đơn vị; nhưng cũng có thể là hai người trùng tên, nên cả hai dòng vẫn được tính. Hãy hỏi hai đơn vị và bỏ dòng thừa nếu là một.",
    )
    MANY_NAMESAKES = (
        "D24",
        Severity.WARNING,
        "{given} dòng ở trang này trùng họ tên và năm sinh với báo cáo của đơn vị khác, nhiều nhất với “{other}” ({expected} dòng). Các dòng: {extra}. Mỗi người, mỗi hộ chỉ ghi ở một đơn vị; mọi dòng vẫn được tính. Hãy đối chiếu các danh sách và bỏ dòng thừa.",
    )
    TWO_SENDERS = (
        "D30",
        Severity.ERROR,
        "Báo cáo này do {given} gửi, còn {expected} gửi bản khác cho cùng đơn vị, cùng năm: {other}. Bản này mới nhất nên đang được tạm tính. Hãy xem trang “Khác nhau giữa các bản”, hỏi đơn vị bản nào đúng, rồi ghi tệp được tính vào trang “Chọn bản báo cáo” của danh bạ.",
    )
    VERSION_CHOSEN = (
        "D31",
        Severity.NOTE,
        "Trang “Chọn bản báo cáo” của danh bạ chọn bản khác: “{other}”; lý do: {extra}. Bản này được giữ nhưng không tính. Không cần làm gì.",
    )
    FILE_OF_ANOTHER = (
        "D32",
        Severity.ERROR,
        "Tệp này giống hệt “{other}” nhưng do hộp thư {given} của “{expected}” gửi. Một tệp chỉ tính một lần, cho đơn vị ghi trong tệp. Hãy hỏi “{expected}” có gửi nhầm tệp không, rồi ghi tệp được tính vào trang “Chọn bản báo cáo” của danh bạ.",
    )
    PICK_UNUSED = (
        "D33",
        Severity.ERROR,
        "Danh bạ chọn tệp “{given}” cho {expected}, nhưng {other}. Lựa chọn này chưa được dùng. Hãy chép đúng tên tệp từ trang “Tệp đã nhận” của Kiem_tra.xlsx.",
    )
    DATES_CROSSED = (
        "D34",
        Severity.WARNING,
        "Bản này nhận trước nhưng ghi ngày lập {given}, sau ngày {expected} ghi ở bản nhận sau: “{other}”. Bản nhận sau đang được tính. Hãy hỏi đơn vị bản nào đúng; nếu là bản này, hãy ghi vào trang “Chọn bản báo cáo” của danh bạ.",
    )

    def __init__(self, code: str, severity: Severity, sentence: str) -> None:
        self.code = code
        self.severity = severity
        self.sentence = sentence


SAME_BYTES = frozenset({Code.SAME_FILE, Code.FILE_OF_ANOTHER})
"""What is said of a file that is, byte for byte, another: it is no later report, and nothing differs."""

FOR_THE_OFFICE = frozenset(
    {
        Code.LATE, Code.AFTER_CLOSING, Code.SAME_DAY_VERSIONS, Code.NOBODY_REPORTED, Code.UNKNOWN_SUCCESSOR,
        Code.UNKNOWN_PARENT, Code.UNKNOWN_KEY, Code.FIXED_BY_LAW, Code.SUCCESSION_LOOP, Code.UNKNOWN_UNIT_ID,
        Code.ENDS_BEFORE, Code.SAME_NAME, Code.NOT_UNDER_COMMUNE, Code.TWO_SENDERS, Code.FILE_OF_ANOTHER, Code.PICK_UNUSED,
        Code.REGISTER_BY_MAIL, Code.OLDER_REGISTER,
        Code.DATES_CROSSED,
    }
)  # fmt: skip
"""What the officer settles alone, in the register or the folder: nothing that a sender could mend in the file."""

TO_THE_SENDER = {
    Code.NOT_A_WORKBOOK: "Tệp này không phải bảng tính ({given}). Cần tệp .xlsx, .xls hoặc .ods. Hãy gửi lại báo cáo trên mẫu Excel do xã gửi.",
    Code.UNKNOWN_FORM: "Tệp này làm từ mẫu “{given}”, không phải mẫu của xã. Cần mẫu do xã gửi cho năm nay. Hãy chép số liệu sang mẫu ấy rồi gửi lại.",
    Code.UNKNOWN_UNIT: "Danh sách của xã không có đơn vị “{given}”{extra}. Cần đúng tên xã đã ghi trong mẫu. Hãy sửa tên ở trang bìa rồi gửi lại; nếu đơn vị đã đổi tên, xin báo xã.",
    Code.WRONG_FORM_FOR_UNIT: "“{given}” gửi mẫu {other}, trong khi đơn vị loại này dùng mẫu {expected}. Hãy chép số liệu sang mẫu {expected} rồi gửi lại; nếu chưa có mẫu, xin báo xã.",
    Code.UNIT_NOT_ALIVE: "Theo danh sách của xã, “{given}” không còn hoặc chưa hoạt động trong năm {expected}. Hãy xem lại năm của mẫu; nếu đúng năm ấy, xin báo xã.",
    Code.NOTHING_INSIDE: "Không thấy bảng tính nào kèm trong tệp này{extra}. Nếu có báo cáo, cần tệp .xlsx, .xls hoặc .ods đính kèm. Hãy gửi lại kèm báo cáo.",
    Code.NESTED_TOO_DEEP: "Tệp này nằm quá sâu: trong {given} lớp tệp chứa. Xã mở được đến {expected} lớp. Hãy đính kèm thẳng báo cáo vào thư rồi gửi lại.",
    Code.WINMAIL: "Tệp đính kèm được Outlook gói riêng trong winmail.dat nên xã không mở được. Cần tệp đính kèm thông thường. Hãy chọn định dạng HTML cho thư rồi gửi lại.",
    Code.UNOPENED: "Xã không mở được tệp chứa này ({given}). Các báo cáo bên trong chưa được đọc. Hãy đính kèm thẳng từng báo cáo vào thư rồi gửi lại.",
    Code.COVER_OF_ANOTHER: "Mẫu này in sẵn cho “{expected}” nhưng trang bìa ghi “{given}”. Chưa rõ số liệu là của đơn vị nào nên chưa tính. Hãy sửa tên ở ô này, hoặc chép số liệu sang mẫu của đúng đơn vị, rồi gửi lại.",
    Code.COVER_NAME_UNKNOWN: "Trang bìa ghi “{given}” nhưng mẫu này in sẵn cho “{expected}”. Số liệu đang được tính cho “{expected}”. Hãy sửa tên ở ô này; nếu đơn vị đã đổi tên, xin báo xã.",
    Code.COPY_OF_ANOTHER: "Mọi số liệu ở trang này giống hệt báo cáo của đơn vị khác: “{other}”. Có thể trang này được điền vào bản sao của tệp kia mà quên sửa số. Hãy xem lại các số; nếu đúng, xin báo xã.",
}
"""What its sender is told of a finding whose own sentence speaks to the officer."""


@dataclass(frozen=True)
class Finding:
    """Something wrong or doubtful, at a place. `waived` holds who accepted it and why (then it is a note)."""

    code: Code
    place: Place
    given: str = ""
    expected: str = ""
    other: str = ""
    extra: str = ""
    submission: int = -1
    unit: str = ""
    year: int = 0
    field: str = ""
    waived: str = ""

    @property
    def severity(self) -> Severity:
        return Severity.NOTE if self.waived else self.code.severity

    @property
    def is_about_a_sheet(self) -> bool:
        """Whether a sheet is spoken of as a whole, and no cell or field of it."""
        return bool(self.place.sheet) and not self.place.cell and not self.field

    @cached_property
    def message(self) -> str:
        """The sentence for people, in Vietnamese."""
        said = self._said(self.code.sentence)
        return f"{said} (Đã được chấp nhận: {self.waived})" if self.waived else said

    @cached_property
    def to_the_sender(self) -> str:
        """The sentence for the person who filled the form, in Vietnamese."""
        return self._said(TO_THE_SENDER.get(self.code, self.code.sentence))

    def _said(self, sentence: str) -> str:
        return sentence.format(given=self.given, expected=self.expected, other=self.other, extra=self.extra)
