"""The catalogue of findings: everything that can be wrong or doubtful, each with a lasting code and a sentence in three beats.

A new kind of mistake is one member of `Code`: what was found, what was expected, what to do. The sentence may
name {given}, {expected}, {other} and {extra}; a test renders every one. Where it speaks to the officer, `to_sender` says
the same to whoever filled the form: never of another unit, its people or its files, which are the words `elsewhere`. What
the officer settles alone, in the register or the folder, is `for_office`.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypedDict, Unpack


class Severity(Enum):
    """Error: something is left out until it is mended. Warning: it counts, but look. Note: for the record."""

    ERROR = ("error", "Lỗi", "✖")
    WARNING = ("warning", "Cần xem", "▲")
    NOTE = ("note", "Ghi chú", "•")

    def __init__(self, word: str, label: str, sign: str) -> None:
        self.word = word
        self.label = label
        self.sign = sign


QUOTES = ("given", "expected", "extra")
"""The words of a finding that may repeat what stands in a cell, where it does not say so more narrowly."""


class Manner(TypedDict, total=False):
    """How a kind of finding is told apart from the usual."""

    to_sender: str
    for_office: bool
    elsewhere: tuple[str, ...]
    of_people: bool
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class FindingKind:
    """What a kind of finding is called, how grave it is, and what it says to the officer and (empty: the same) to the sender.

    `elsewhere` names the words that speak of another unit, its people, its files: only the officer reads them. `quotes`
    names those that may repeat what stands in a cell; `of_people` says that this may be a person's name even where no
    field says so.
    """

    code: str
    severity: Severity
    sentence: str
    to_sender: str = ""
    for_office: bool = False
    elsewhere: tuple[str, ...] = ()
    of_people: bool = False
    quotes: tuple[str, ...] = QUOTES


def error(code: str, sentence: str, **manner: Unpack[Manner]) -> FindingKind:
    """Declare a finding that leaves something out until it is mended."""
    return FindingKind(code, Severity.ERROR, sentence, **manner)


def warning(code: str, sentence: str, **manner: Unpack[Manner]) -> FindingKind:
    """Declare a finding on something that counts, but should be looked at."""
    return FindingKind(code, Severity.WARNING, sentence, **manner)


def note(code: str, sentence: str, **manner: Unpack[Manner]) -> FindingKind:
    """Declare a finding that is only for the record."""
    return FindingKind(code, Severity.NOTE, sentence, **manner)


class Code(Enum):
    """The catalogue. F: the file · S: its structure · C: a cell · R: rules between cells · D: the register and the whole folder."""

    NOT_A_WORKBOOK = error(
        "F01",
        "Tệp này không phải bảng tính ({given}). Cần tệp .xlsx, .xls hoặc .ods. Hãy đề nghị đơn vị gửi lại đúng mẫu Excel.",
        to_sender="Tệp này không phải bảng tính ({given}). Cần tệp .xlsx, .xls hoặc .ods. Hãy gửi lại báo cáo trên mẫu Excel do xã gửi.",
    )
    UNREADABLE = error(
        "F02",
        "Không mở được bảng tính này ({given}). Tệp có thể hỏng hoặc đặt mật khẩu. Hãy mở thử, bỏ mật khẩu, lưu lại rồi gửi lại.",
    )
    NO_STAMP = error(
        "F03",
        "Bảng tính này không mang dấu của mẫu biểu nào. Cần tệp làm từ mẫu do xã gửi. Hãy chép số liệu sang mẫu rồi gửi lại.",
    )
    UNKNOWN_FORM = error(
        "F04",
        "Dấu của tệp ghi mẫu “{given}”, chương trình không có mẫu này. Hãy dùng mẫu do xã gửi cho năm nay.",
        to_sender="Tệp này làm từ mẫu “{given}”, không phải mẫu của xã. Cần mẫu do xã gửi cho năm nay. Hãy chép số liệu sang mẫu ấy rồi gửi lại.",
    )
    OTHER_YEAR = error(
        "F05",
        "Mẫu này in cho năm {expected} nhưng ô này ghi {given}. Số liệu của hai năm không thể để chung. Hãy chép sang đúng mẫu của năm báo cáo, hoặc sửa lại năm ở ô này.",
    )
    YEAR_OUTSIDE = error(
        "F06",
        "Mẫu này của năm {given}, ngoài các giai đoạn của phong trào ({expected}). Hãy dùng mẫu của năm báo cáo.",
    )
    UNKNOWN_UNIT = error(
        "F07",
        "Danh bạ không có đơn vị “{given}”{extra}. Hãy sửa tên đơn vị ở trang bìa, hoặc ghi thêm đơn vị (hay tên gọi khác của đơn vị) vào danh bạ.",
        to_sender="Danh sách của xã không có đơn vị “{given}”. Cần đúng tên xã đã ghi trong mẫu. Hãy sửa tên ở trang bìa rồi gửi lại; nếu đơn vị đã đổi tên, xin báo xã.",
        elsewhere=("extra",),
    )
    NOT_ALL_REPORTED = warning(
        "F47",
        "Báo cáo này mới cộng từ {given} trong {expected} đơn vị, nên các số có thể còn thiếu. Cần đủ báo cáo của các đơn vị. Hãy hỏi khi nào đủ và nhận bản mới; trang “Số chưa đủ” nêu từng chỉ tiêu.",
        to_sender="Báo cáo này mới cộng từ {given} trong {expected} đơn vị, nên các số có thể còn thiếu. Cần đủ báo cáo của các đơn vị. Khi đã đủ, hãy chạy lại và gửi bản mới; trang “Số chưa đủ” nêu từng chỉ tiêu.",
    )
    UNIT_NOT_TOLD = error(
        "F46",
        "Trang bìa ghi “{given}” nhưng chưa rõ báo cáo của đơn vị nào: {other}. Hãy chép số liệu sang mẫu in riêng cho đơn vị ấy, hoặc gửi mẫu ấy cho đơn vị để gửi lại.",
        to_sender="Trang bìa ghi “{given}” nhưng xã chưa xác định được đây là báo cáo của đơn vị nào. Hãy chép số liệu sang mẫu xã in sẵn tên đơn vị rồi gửi lại; nếu chưa có mẫu, xin báo xã.",
        elsewhere=("other",),
    )
    WRONG_FORM_FOR_UNIT = error(
        "F08",
        "“{given}” nộp mẫu {other} trong khi đơn vị loại này dùng mẫu {expected}. Hãy gửi đúng mẫu cho đơn vị.",
        to_sender="“{given}” gửi mẫu {other}, trong khi đơn vị loại này dùng mẫu {expected}. Hãy chép số liệu sang mẫu {expected} rồi gửi lại; nếu chưa có mẫu, xin báo xã.",
    )
    UNIT_NOT_ALIVE = error(
        "F09",
        "“{given}” không còn hoặc chưa hoạt động trong năm {expected} theo danh bạ. Hãy xem lại năm của mẫu, hoặc sửa ngày trong danh bạ.",
        to_sender="Theo danh sách của xã, “{given}” không còn hoặc chưa hoạt động trong năm {expected}. Hãy xem lại năm của mẫu; nếu đúng năm ấy, xin báo xã.",
    )
    LOCK_FILE = note(
        "F10",
        "Đây là tệp tạm do chương trình bảng tính để lại, không có số liệu. Có thể xóa; hãy đóng tệp gốc nếu còn đang mở.",
    )
    OWN_OUTPUT = note(
        "F11",
        "Đây là tệp kết quả do chương trình này ghi ra, không phải báo cáo. Nên để ngoài thư mục báo cáo.",
    )
    LATE = warning(
        "F12",
        "Báo cáo {other} ngày {given}, sau hạn cuối {expected}. Số liệu vẫn được tính. Hãy nhắc đơn vị và ghi nhận nộp muộn.",
        for_office=True,
    )
    CORRECTED_LATE = note(
        "F45",
        "Bản gửi lại {other} ngày {given}, sau hạn cuối {expected}; bản đầu ngày {extra} đúng hạn, nên không tính là nộp muộn. Không cần làm gì.",
        for_office=True,
    )
    SUPERSEDED = note(
        "F13",
        "Đơn vị đã gửi bản mới hơn cho cùng năm: “{other}”. Bản này được giữ nhưng không tính. Không cần làm gì nếu bản mới đúng.",
    )
    SAME_DAY_VERSIONS = warning(
        "F14",
        "Đơn vị gửi hai bản khác nhau, {given}: bản này và “{other}”. Chương trình {expected}. Hãy hỏi đơn vị bản nào đúng rồi bỏ bản kia ra khỏi thư mục, hoặc ghi vào trang “Chọn bản báo cáo” của danh bạ.",
        for_office=True,
    )
    SAME_FILE = note(
        "F15",
        "Tệp này giống hệt “{other}”. Chỉ tính một lần. Không cần làm gì.",
    )
    AFTER_CLOSING = error(
        "F16",
        "Báo cáo này của năm {given}, trong khi số liệu chỉ tính đến ngày {expected}. Báo cáo được giữ nhưng chưa tính. Hãy xem lại năm, ngày ở mẫu; nếu đúng, hãy ghi ngày muộn hơn ở “Ngày chốt số liệu” (trang “Cài đặt” của danh bạ) hoặc chạy lại với --as-of là ngày ấy.",
        for_office=True,
    )
    CAME_LATER = note(
        "D58",
        "Báo cáo này {other} {given}, sau ngày {expected} của --as-of: vào ngày ấy chưa có, nên lần chạy này không tính. Không cần làm gì; muốn tính, hãy chạy lại không có --as-of hoặc với ngày muộn hơn.",
        for_office=True,
    )
    DATE_ASTRAY = warning(
        "F17",
        "Báo cáo năm {expected} ghi ngày lập {given}. Ngày này quyết định báo cáo đúng hạn hay muộn và bản nào mới nhất. Hãy xem lại năm ở ô này.",
    )
    DATED_EARLIER = warning(
        "F43",
        "Bản này ghi ngày lập {given}, trước ngày {expected} ghi ở “{other}”, nhưng {extra}. Bản kia đang được tính. Hãy hỏi đơn vị bản nào đúng; nếu là bản này, hãy ghi vào trang “Chọn bản báo cáo” của danh bạ.",
        for_office=True,
    )
    DATE_BOTH_WAYS = warning(
        "F44",
        "Ngày ở ô này được đọc là {given}, nhưng có thể là {expected} bị đổi chỗ ngày và tháng: {other}. Ngày này quyết định bản nào mới nhất và báo cáo đúng hạn hay muộn. Hãy ghi lại cho rõ, ví dụ “ngày 05 tháng 12 năm 2026”.",
    )
    FILE_TOO_LARGE = error(
        "F20",
        "Tệp này nặng {given}. Chương trình nhận tệp đến {expected}. Hãy bỏ ảnh và tệp chèn trong bảng tính rồi lưu lại, hoặc chép số liệu sang mẫu mới.",
    )
    SWELLS = error(
        "F21",
        "Khi mở ra tệp này phình lên {given}. Chương trình nhận đến {expected}. Hãy chép số liệu sang mẫu mới do xã gửi rồi gửi lại.",
    )
    TOO_MANY_PARTS = error(
        "F22",
        "Bên trong tệp này có {given} thành phần. Chương trình nhận đến {expected}. Hãy chép số liệu sang mẫu mới do xã gửi rồi gửi lại.",
    )
    PARTS_ASTRAY = error(
        "F23",
        "Bên trong tệp này có thành phần đặt sai chỗ hoặc trùng tên ({given}). Tệp do chương trình bảng tính ghi ra không như vậy. Hãy mở tệp, lưu lại thành tệp .xlsx mới rồi gửi lại.",
    )
    PASSWORD = error(
        "F24",
        "Tệp này đặt mật khẩu nên không mở được{extra}. Cần tệp không có mật khẩu, hoặc mật khẩu của tệp trong tệp mật khẩu (--password-file). Hãy mở tệp, bỏ mật khẩu mở tệp, lưu lại rồi gửi lại.",
    )
    DECLARES = error(
        "F25",
        "Thành phần “{given}” của tệp này có khai báo DTD hoặc thực thể XML. Bảng tính thật không có khai báo này. Hãy chép số liệu sang mẫu mới do xã gửi rồi gửi lại.",
    )
    FAR_CELL = error(
        "F26",
        "Ô {given} có nội dung nhưng nằm quá xa bảng, khiến trang phải đọc {other} ô; nhận đến {expected} ô. Hãy xóa nội dung ở ô đó rồi lưu và gửi lại.",
    )
    TOO_MANY_CELLS = error(
        "F27",
        "Bảng tính này có {given} ô có nội dung. Chương trình nhận đến {expected} ô. Hãy xóa phần thừa, hoặc chép số liệu sang mẫu mới.",
    )
    HUGE_MERGE = error(
        "F28",
        "Trang này gộp {given} ô, nhiều nhất ở vùng {other}. Chương trình nhận đến {expected} ô gộp. Hãy bỏ gộp vùng này rồi lưu và gửi lại.",
    )
    GAVE_UP = error(
        "F29",
        "Chương trình đọc thử tệp này thì {given} (giới hạn: {expected}) nên đã thôi, tệp chưa được xét. Hãy mở tệp, lưu lại thành tệp .xlsx mới, hoặc chép số liệu sang mẫu mới rồi gửi lại.",
    )
    UNPACKED = note(
        "F30",
        "Tệp này chứa tệp khác; đã lấy ra {given} tệp để đọc{extra}. Không cần làm gì nếu đã đủ các báo cáo.",
    )
    NOTHING_INSIDE = warning(
        "F31",
        "Không thấy bảng tính nào kèm trong tệp này{extra}. Nếu có báo cáo, cần tệp .xlsx, .xls hoặc .ods đính kèm. Hãy mở tệp này xem, rồi đề nghị đơn vị gửi lại.",
        to_sender="Không thấy bảng tính nào kèm trong tệp này{extra}. Nếu có báo cáo, cần tệp .xlsx, .xls hoặc .ods đính kèm. Hãy gửi lại kèm báo cáo.",
    )
    NESTED_TOO_DEEP = error(
        "F32",
        "Tệp này nằm quá sâu: trong {given} lớp tệp chứa. Chương trình mở đến {expected} lớp. Hãy lấy tệp ra và lưu thẳng vào thư mục báo cáo.",
        to_sender="Tệp này nằm quá sâu: trong {given} lớp tệp chứa. Xã mở được đến {expected} lớp. Hãy đính kèm thẳng báo cáo vào thư rồi gửi lại.",
    )
    WINMAIL = error(
        "F33",
        "Tệp đính kèm được Outlook gói riêng trong winmail.dat nên không mở được{extra}. Cần tệp đính kèm thông thường. Hãy mở thư bằng Outlook và lưu tệp vào thư mục báo cáo, hoặc đề nghị gửi lại.",
        to_sender="Tệp đính kèm được Outlook gói riêng trong winmail.dat nên xã không mở được. Cần tệp đính kèm thông thường. Hãy chọn định dạng HTML cho thư rồi gửi lại.",
    )
    UNOPENED = error(
        "F34",
        "Không mở được tệp chứa này ({given}). Các tệp bên trong chưa được đọc. Hãy tự mở ra, lưu từng báo cáo vào thư mục báo cáo, hoặc đề nghị gửi lại.",
        to_sender="Xã không mở được tệp chứa này ({given}). Các báo cáo bên trong chưa được đọc. Hãy đính kèm thẳng từng báo cáo vào thư rồi gửi lại.",
    )
    UNLOCKED = note(
        "F35",
        "Tệp này đặt mật khẩu; chương trình đã mở bằng {given} và đọc như mọi tệp khác. Không cần làm gì.",
    )
    PROGRAM_FAILED = error(
        "F36",
        "Chương trình bị lỗi khi mở tệp này ({given}). Đây là lỗi của chương trình: tệp có thể không hỏng gì, nhưng số liệu ở đây chưa được đọc. Hãy mở tệp, lưu lại thành tệp .xlsx, đặt vào thư mục báo cáo rồi chạy lại, và báo dòng này cho người cài đặt chương trình.",
        to_sender="Chương trình của xã bị lỗi khi mở tệp này. Đây là lỗi của chương trình, không phải của tệp. Xã đang xem lại; đơn vị chưa cần làm gì.",
        for_office=True,
    )
    OWN_WORDING = note(
        "F37",
        "Đây là mẫu {given} của xã, đang được dùng thay mẫu có sẵn. Không cần làm gì; muốn dùng lại mẫu có sẵn, hãy xóa tệp này.",
    )
    BAD_WORDING = error(
        "F38",
        "Mẫu {given} này của xã không dùng được: {other}. Thư vẫn được viết theo mẫu có sẵn. Hãy sửa chỗ ấy rồi chạy lại, hoặc xóa tệp này.",
        for_office=True,
    )
    BAD_PAPER = error(
        "F48",
        "Mẫu {given} này của xã không dùng được: {other}. Văn bản vẫn được soạn theo mẫu có sẵn. Hãy sửa chỗ ấy rồi chạy lại, hoặc xóa tệp này.",
        for_office=True,
    )
    IDLE_PAPER = warning(
        "F49",
        "Tệp này để ở chỗ dành cho mẫu văn bản của xã nhưng không được dùng: {given}. {other}.",
        for_office=True,
    )
    OUT_OF_REACH = error(
        "F39",
        "Không đọc được tệp này ({given}). Tệp chưa được xét; các tệp khác vẫn được xét. Hãy đóng tệp nếu đang mở ở chương trình khác, chép lại tệp vào thư mục báo cáo rồi chạy lại.",
        for_office=True,
    )
    SYSTEM_FILE = note(
        "F41",
        "Đây là tệp phụ do {given} tự ghi bên cạnh các tệp khác, không có số liệu. Có thể xóa.",
    )
    OF_THE_PROGRAM = note(
        "F50",
        "Tệp này của chương trình, không phải báo cáo: {given}. Không cần làm gì; xin đừng xóa.",
        for_office=True,
    )
    NO_PLAIN_FILE = warning(
        "F51",
        "Đây không phải tệp mà là {given}, nên không mở. Nếu là chỗ của một báo cáo, hãy chép chính tệp báo cáo vào thư mục rồi chạy lại; nếu không, có thể xóa.",
        for_office=True,
    )
    LEADS_OUT = error(
        "F52",
        "Đây là lối tắt tới thư mục “{given}”, nằm ngoài thư mục báo cáo. Chương trình không đọc theo lối tắt ấy. Nếu ở đó có báo cáo, hãy chép các tệp vào thư mục báo cáo rồi chạy lại; nếu không, hãy xóa lối tắt.",
        for_office=True,
    )
    LINKED = note(
        "F53",
        "Đây là lối tắt dẫn tới “{given}”; {other}. Không cần làm gì nếu đúng ý của xã.",
        for_office=True,
    )
    CHANGED_MEANWHILE = warning(
        "F54",
        "Trong lúc chương trình đang chạy, tệp này {given}. Số liệu lần này theo bản đã đọc; thư trả lời không kèm bản mới. Hãy chạy lại.",
        for_office=True,
    )
    DAMAGED_CONTAINER = error(
        "F55",
        "Tệp chứa này bị hỏng ({given}). Đã lấy ra {expected} tệp, có thể còn tệp khác không lấy ra được{extra}. Hãy đối chiếu với đơn vị, hoặc đề nghị gửi lại.",
        to_sender="Tệp chứa này bị hỏng ({given}). Xã lấy ra được {expected} tệp, có thể còn tệp khác không lấy ra được{extra}. Hãy gửi lại, tốt nhất là đính kèm thẳng từng báo cáo vào thư.",
    )
    MAIL_WORDS = note(
        "F42",
        "Thư kèm báo cáo này viết: “{given}”. Lời trong thư không phải số liệu nên không được tính. Hãy đọc, nhất là khi người gửi dặn sửa số hay xin gia hạn.",
        for_office=True,
        of_people=True,
    )
    SHEET_ABSENT = error(
        "S01",
        "Không thấy trang “{expected}”. Trang này phải có trong mẫu. Hãy chép số liệu sang mẫu gốc còn đủ trang.",
    )
    COLUMN_ABSENT = error(
        "S02",
        "Không thấy cột “{expected}” ở dòng tiêu đề. Cột này phải có trong mẫu. Hãy khôi phục tiêu đề như mẫu gốc.",
    )
    HEADER_ABSENT = error(
        "S03",
        "Không tìm thấy dòng tiêu đề của bảng. Cần giữ dòng tiêu đề như mẫu, ví dụ có cột “{expected}”. Hãy chép số liệu sang mẫu gốc.",
    )
    ROW_LABEL_ABSENT = error(
        "S04",
        "Không thấy dòng “{expected}”. Dòng này phải có trong mẫu. Hãy khôi phục nhãn của dòng như mẫu gốc.",
    )
    COLUMN_TWICE = error(
        "S05",
        "Cột “{given}” xuất hiện hai lần. Chỉ được có một cột mang tên này. Chương trình chỉ đọc cột đầu; hãy xóa cột thừa.",
    )
    STRAY_TEXT = note(
        "S06",
        "“{given}” nằm ngoài các cột của bảng nên không tính là số liệu. Nếu là số liệu, hãy ghi vào đúng cột.",
        of_people=True,
    )
    TOTAL_ROW = note(
        "S07",
        "Dòng cộng “{given}” không tính là một dòng số liệu. Chương trình tự cộng. Không cần làm gì.",
    )
    UNKNOWN_COLUMN = warning(
        "S08",
        "Cột “{given}” không có trong mẫu nên không được đọc{extra}. Hãy chuyển số liệu vào cột đúng của mẫu.",
    )
    UNKNOWN_SHEET = warning(
        "S09",
        "Trang “{given}” không có trong mẫu nên không được đọc. Nếu trang này có số liệu, hãy chép vào trang đúng của mẫu.",
    )
    UNKNOWN_LINE = warning(
        "S10",
        "Dòng “{given}” không có trong mẫu nên không được đọc. Hãy chuyển số liệu vào dòng đúng của mẫu; nếu mẫu không hỏi số ấy, hãy xóa dòng này.",
    )
    HEADER_AGAIN = note(
        "S11",
        "Dòng này lặp lại tiêu đề của bảng nên không tính là một dòng số liệu. Không cần làm gì.",
    )
    LABEL_CHANGED = warning(
        "S12",
        "Nhãn in sẵn “{expected}” đã bị sửa thành “{given}”. Số liệu của nhãn này vẫn được đọc là “{expected}”. Hãy khôi phục nhãn như mẫu gốc; nếu số liệu nói về việc khác, hãy chuyển sang đúng chỗ.",
    )
    SIGNATURE = note(
        "S13",
        "“{given}” được hiểu là phần ký tên dưới bảng nên không tính là một dòng số liệu. Trang này không cần ký tên. Nếu đây là số liệu, hãy ghi liền ngay dưới các dòng khác, trên phần ký tên.",
        of_people=True,
    )
    HEADER_RESTORED = warning(
        "S14",
        "Dòng tiêu đề của bảng đã mất hoặc bị sửa. Số liệu vẫn được đọc theo mã ẩn của mẫu (“{expected}”…). Hãy khôi phục dòng tiêu đề như mẫu gốc và xem lại các cột.",
    )
    LABEL_RESTORED = warning(
        "S15",
        "Nhãn in sẵn “{expected}”{extra} ở đây đã bị xóa. Số liệu vẫn được đọc theo mã ẩn của mẫu. Hãy khôi phục nhãn như mẫu gốc.",
    )
    ROWS_OF_ZEROS = note(
        "S16",
        "Dòng {given} chỉ có số 0 mà không có tên, thường do kéo công thức xuống, nên không được tính. Không cần làm gì; nếu là số liệu, hãy ghi tên.",
    )
    BESIDE_CELLS = warning(
        "S17",
        "Ở ô này có {other}{extra}. Chương trình chỉ đọc nội dung trong ô nên phần này không được tính. Nếu có số liệu hoặc sửa số liệu, hãy ghi thẳng vào ô.",
        of_people=True,
    )
    STRUCK_OUT = warning(
        "S18",
        "“{given}” bị gạch ngang nhưng vẫn được tính. Nếu đã bỏ, hãy xóa nội dung của ô hoặc của dòng; nếu không bỏ, hãy thôi gạch ngang.",
        of_people=True,
    )
    NOT_A_COUNT = error(
        "C01",
        "“{given}” không phải số đếm{extra}. Cần số nguyên từ 0 trở lên, ví dụ 12. Hãy nhập lại bằng chữ số.",
    )
    NOT_MONEY = error(
        "C02",
        "“{given}” không phải số tiền. Cần số đồng, ví dụ 1.500.000. Hãy nhập lại bằng chữ số.",
    )
    NOT_A_SCORE = error(
        "C03",
        "“{given}” không phải điểm số. Cần một số, ví dụ 8 hoặc 7,5. Hãy nhập lại bằng chữ số.",
    )
    NOT_A_NUMBER = error(
        "C04",
        "“{given}” không phải một số. Cần một số, ví dụ 70 hoặc 12,5. Hãy nhập lại bằng chữ số.",
    )
    AMBIGUOUS_NUMBER = error(
        "C05",
        "“{given}” có thể hiểu là {expected}. Chương trình không đoán. Hãy nhập lại cho rõ, phần lẻ sau dấu phẩy, ví dụ 7,5 hoặc 1234.",
    )
    TOO_PRECISE = error(
        "C06",
        "“{given}” có phần lẻ quá dài. Chỉ nhận tối đa {expected}. Hãy làm tròn rồi nhập lại.",
        quotes=("given",),
    )
    NOT_A_MARK = error(
        "C07",
        "“{given}” chưa rõ là có hay không. Cần “x” nếu có, “không” nếu không. Hãy chọn trong danh sách của ô.",
    )
    NOT_A_YEAR = error(
        "C08",
        "“{given}” không phải một năm. Cần năm có bốn chữ số, từ 1900 đến 2100, ví dụ {expected}. Hãy nhập lại.",
        quotes=("given",),
    )
    NOT_A_DATE = error(
        "C09",
        "“{given}” không phải một ngày có thật. Cần ngày/tháng/năm, ví dụ 13/5/2026. Hãy nhập lại.",
    )
    DATE_IN_DOUBT = warning(
        "C10",
        "“{given}” được hiểu là {expected}. Hãy xem lại và ghi đủ ngày/tháng/năm, ví dụ 13/5/2026.",
    )
    NOT_IN_LIST = error(
        "C11",
        "“{given}” không có trong danh sách chọn{extra}. Hãy chọn một mục trong danh sách của ô, ví dụ “{expected}”.",
        quotes=("given",),
    )
    REQUIRED_EMPTY = error(
        "C12",
        "Ô “{other}” còn trống. Ô này bắt buộc{extra}. Hãy điền rồi gửi lại.",
    )
    TOO_SMALL = error(
        "C13",
        "{given} nhỏ hơn mức thấp nhất là {expected}. Hãy kiểm tra và nhập lại.",
        quotes=("given",),
    )
    TOO_LARGE = error(
        "C14",
        "{given} lớn hơn mức cao nhất là {expected}. Hãy kiểm tra và nhập lại.",
        quotes=("given",),
    )
    ERROR_VALUE = error(
        "C15",
        "Ô này đang báo lỗi công thức ({given}). Cần một giá trị thật. Hãy sửa công thức hoặc nhập số.",
    )
    LEGACY_TEXT = note(
        "C16",
        "Chữ gõ bằng bảng mã cũ: “{given}” được hiểu là “{expected}”. Nếu sai, hãy gõ lại bằng Unicode.",
    )
    NO_RESULT = error(
        "C17",
        "Ô này là công thức chưa có kết quả. Tệp được lưu khi chưa tính. Hãy mở tệp bằng chương trình bảng tính, lưu lại rồi gửi lại, hoặc nhập thẳng giá trị.",
    )
    FORBIDDEN_CHARACTER = warning(
        "C18",
        "Ô này có ký tự điều khiển không nhìn thấy, thường do dán từ chương trình khác. Ký tự ấy đã được bỏ, nội dung được đọc là “{given}”. Hãy xem lại; nếu thiếu chữ, hãy gõ lại ô này.",
    )
    SCALE_READ = note(
        "C19",
        "“{given}” được hiểu là {expected} đồng. Không cần làm gì nếu đúng; nếu không, hãy ghi đủ số đồng.",
    )
    SEVERAL_NAMES = error(
        "C20",
        "“{given}” có vẻ là tên của nhiều người ghi chung một ô. Mỗi dòng chỉ ghi một người. Hãy tách mỗi người một dòng rồi gửi lại.",
        of_people=True,
    )
    PICTURE_IN_CELL = error(
        "C21",
        "Ô này là một ảnh đặt trong ô (hoặc dữ liệu liên kết). Chương trình không đọc được ảnh. Hãy gõ nội dung vào ô rồi gửi lại.",
    )
    EXCEEDS = error(
        "R01",
        "{given} lớn hơn {expected} ở “{other}”. Số này không thể lớn hơn số kia. Hãy kiểm tra cả hai ô.",
    )
    NOT_BALANCED = error(
        "R02",
        "{given} khác {expected}, là kết quả tính từ {other}. Hãy kiểm tra các ô liên quan.",
    )
    YES_WITHOUT = error(
        "D47",
        "Ô này ghi “{given}” nhưng ô “{other}” ghi “{expected}”. Muốn được công nhận thì phải đăng ký, để đạt hoặc để giữ danh hiệu. Hãy kiểm tra cả hai ô.",
    )
    REPEATED = error(
        "R03",
        "“{given}” đã có ở dòng {expected} của bảng này. Mỗi đối tượng chỉ ghi một dòng. Hãy xóa dòng thừa, hoặc ghi rõ để phân biệt hai người trùng tên.",
        quotes=("given",),
    )
    MARK_WITHOUT_POINTS = warning(
        "R04",
        "Đã đánh dấu đạt “{other}” nhưng điểm chưa đủ: {given}; cần {expected}. Việc công nhận quyết định nên dấu đạt vẫn được tính. Hãy kiểm tra quyết định công nhận và điểm; nếu chưa được công nhận, hãy bỏ dấu đạt.",
    )
    POINTS_WITHOUT_MARK = warning(
        "R05",
        "Điểm đã đủ để đạt “{other}” ({given}) nhưng chưa đánh dấu đạt. Nếu đã được công nhận, hãy đánh dấu “x”.",
    )
    NEEDS_OTHER = error(
        "R06",
        "Ô này đã ghi “{given}” nhưng ô “{other}” còn trống. Hai ô phải đi cùng nhau. Hãy điền ô còn trống.",
    )
    IDENTITY_EMPTY = error(
        "R07",
        "Dòng này có số liệu nhưng ô “{other}” còn trống nên không biết là của ai. Dòng này chưa được tính. Hãy điền rồi gửi lại.",
    )
    COUNT_DIFFERS = warning(
        "R08",
        "Ô này ghi {given} nhưng trang “{other}” có {expected}. Hai nơi của cùng một báo cáo cần khớp nhau. Hãy xem lại số ở ô này và các dòng của trang đó.",
    )
    NOMINEE_UNKNOWN = error(
        "D01",
        "“{given}” được đề nghị khen nhưng không có trong danh sách “{expected}” của đơn vị{extra}. Hãy kiểm tra họ tên và năm sinh ở hai nơi.",
        of_people=True,
        quotes=("given", "extra"),
    )
    BAD_UNIT_CODE = error(
        "F40",
        "Mã đơn vị “{given}” không dùng được{extra}. Cần mã chỉ gồm chữ, số, dấu chấm, gạch ngang, gạch dưới, dài đến {expected} ký tự, ví dụ T01. Hãy sửa mã ở ô này và ở mọi chỗ khác của danh bạ có mã ấy, rồi in lại mẫu cho đơn vị.",
        for_office=True,
    )
    NOMINATION_UNTAKEN = error(
        "D57",
        "“{given}” được đề nghị khen, nhưng năm {expected} không có khen thưởng nào nhận đề nghị thuộc nhóm này từ “{other}”. Đề nghị chưa được xét. Hãy chọn lại nhóm đối tượng ở dòng này, hoặc gửi đề nghị qua đơn vị khác.",
    )
    UNKNOWN_SUCCESSOR = error(
        "D02",
        "Danh bạ ghi đơn vị kế thừa “{given}” nhưng không có đơn vị mang mã này. Hãy sửa mã trong danh bạ.",
        for_office=True,
    )
    UNKNOWN_PARENT = error(
        "D03",
        "Danh bạ ghi cấp trên “{given}” nhưng không có đơn vị mang mã này; đơn vị được tính vào xã. Hãy sửa mã trong danh bạ.",
        for_office=True,
    )
    UNKNOWN_KEY = error(
        "D04",
        "Danh bạ đặt số cho “{given}” nhưng chương trình không có mục này{extra}. Hãy chép đúng mã từ trang “Danh mục” của danh bạ.",
        for_office=True,
    )
    FIXED_BY_LAW = error(
        "D05",
        "“{given}” là số do văn bản quy định ({expected}), danh bạ không thay được. Hãy bỏ dòng này.",
        for_office=True,
    )
    UNKNOWN_OPTION = error(
        "D54",
        "Danh bạ chọn “{given}” cho “{other}” nhưng không có phương án này{extra}. Cần một trong các phương án: {expected}. Lựa chọn này chưa được dùng, chương trình theo mặc định. Hãy sửa ở trang “Lựa chọn” của danh bạ.",
        for_office=True,
    )
    OPTION_WITHOUT_NUMBER = error(
        "D55",
        "Phương án “{given}” cần một con số lớn hơn 0 ({expected}) ở cột “Số”. Lựa chọn này chưa được dùng, chương trình theo mặc định. Hãy ghi số ở trang “Lựa chọn” của danh bạ.",
        for_office=True,
    )
    ROUND_NOT_HELD = note(
        "D56",
        "Danh bạ ghi xã báo cáo từ năm {expected}, nên không có “{given}”: giai đoạn này đã qua trước khi xã bắt đầu báo cáo. Không cần làm gì.",
        for_office=True,
    )
    REPORTS_AHEAD = warning(
        "D46",
        "Danh bạ ghi xã báo cáo từ năm {given}, trong khi số liệu mới tính đến năm {expected}: chưa đơn vị nào bị coi là thiếu báo cáo và chưa có thư nhắc nào. Hãy xem lại năm ở ô này.",
        for_office=True,
    )
    KEY_RETIRED = note(
        "D51",
        "Danh bạ đặt số cho “{given}” nhưng số này không còn được dùng: {expected}. Không cần làm gì; có thể bỏ dòng này.",
        for_office=True,
    )
    NOBODY_REPORTED = warning(
        "D06",
        "Năm {given} không có báo cáo nào, trong khi hạn nộp đã qua. Số liệu năm này để trống, không tính là 0. Hãy bổ sung báo cáo nếu có.",
        for_office=True,
    )
    SPLIT_UNIT = note(
        "D07",
        "“{given}” đã tách thành nhiều đơn vị ({expected}) nên số liệu cũ không chia lại được. Số liệu cũ giữ ở đơn vị cũ. Không cần làm gì.",
    )
    SUCCESSION_LOOP = error(
        "D10",
        "Danh bạ ghi vòng tròn kế thừa hoặc cấp trên qua “{given}”. Hãy sửa lại đơn vị kế thừa hoặc cấp trên.",
        for_office=True,
    )
    UNKNOWN_UNIT_ID = error(
        "D11",
        "Danh bạ nhắc tới đơn vị “{given}” nhưng trang “Đơn vị” không có mã này{extra}. Hãy sửa mã, hoặc thêm một dòng cho đơn vị (chính xã cũng là một dòng).",
        for_office=True,
    )
    ENDS_BEFORE = error(
        "D12",
        "Ngày kết thúc {given} trước ngày bắt đầu {expected}. Hãy kiểm tra cả hai ô.",
        for_office=True,
    )
    SAME_NAME = warning(
        "D13",
        "Tên “{given}” đã là tên của đơn vị mã {expected}. Báo cáo chỉ ghi tên sẽ không biết là của đơn vị nào. Hãy ghi tên cho khác nhau.",
        for_office=True,
    )
    COVER_OF_ANOTHER = error(
        "D14",
        "Mẫu này in sẵn cho “{expected}” nhưng trang bìa ghi “{given}”. Chương trình không đoán số liệu là của ai. Hãy hỏi người gửi, rồi sửa tên ở ô này hoặc dùng đúng mẫu của đơn vị.",
        to_sender="Mẫu này in sẵn cho “{expected}” nhưng trang bìa ghi “{given}”. Chưa rõ số liệu là của đơn vị nào nên chưa tính. Hãy sửa tên ở ô này, hoặc chép số liệu sang mẫu của đúng đơn vị, rồi gửi lại.",
    )
    COVER_NAME_UNKNOWN = warning(
        "D15",
        "Trang bìa ghi “{given}” nhưng mẫu này in sẵn cho “{expected}”; danh bạ không có tên “{given}”. Số liệu được tính cho “{expected}”. Hãy kiểm tra tên, hoặc ghi thêm tên gọi khác vào danh bạ.",
        to_sender="Trang bìa ghi “{given}” nhưng mẫu này in sẵn cho “{expected}”. Số liệu đang được tính cho “{expected}”. Hãy sửa tên ở ô này; nếu đơn vị đã đổi tên, xin báo xã.",
    )
    NOMINATED_TWICE = warning(
        "D16",
        "“{given}” đã được đề nghị khen ở {expected}. Mỗi đối tượng chỉ xét một lần, theo đề nghị đầu. Hãy bỏ đề nghị thừa, hoặc ghi năm sinh để phân biệt hai người trùng tên.",
        to_sender="Xã đã có một đề nghị khen khác ghi “{given}”. Mỗi đối tượng chỉ xét một lần, theo đề nghị đầu. Hãy kiểm tra dòng này có đúng người của đơn vị không; nếu là hai người trùng tên, hãy ghi năm sinh để phân biệt.",
        of_people=True,
        elsewhere=("expected",),
        quotes=("given",),
    )
    SEVERAL_OF_THAT_NAME = error(
        "D17",
        "Danh sách “{expected}” có {other} người tên “{given}”. Chương trình không đoán ai được đề nghị. Hãy ghi năm sinh ở đề nghị.",
        of_people=True,
        quotes=("given",),
    )
    NOT_UNDER_COMMUNE = warning(
        "D18",
        "“{given}” không có cấp trên nào dẫn tới xã. Chương trình tính đơn vị này vào xã “{expected}”. Hãy ghi mã cấp trên trong danh bạ.",
        for_office=True,
    )
    COPY_OF_ANOTHER = warning(
        "D19",
        "Mọi số liệu ở trang này giống hệt báo cáo của đơn vị khác: “{other}”. Có thể đơn vị đã điền vào bản sao của tệp kia mà quên sửa số. Hãy hỏi lại hai đơn vị; cả hai báo cáo vẫn được tính.",
        to_sender="Mọi số liệu ở trang này giống hệt một báo cáo khác xã đã nhận. Có thể trang này được điền vào bản sao của một tệp khác mà quên sửa số. Hãy xem lại các số ở trang này; nếu đúng, xin báo xã.",
        elsewhere=("other",),
    )
    RECOGNITION_DOUBTED = warning(
        "D50",
        "Đơn vị báo {given}. Việc công nhận quyết định nên kết quả xét không đổi. Cần kiểm tra quyết định công nhận trước khi họp Hội đồng: số, ngày, danh sách kèm theo.",
        to_sender="Báo cáo ghi {given}. Việc công nhận vẫn được tính. Hãy xem lại ô này và số liệu ấy; nếu đúng, xin gửi xã số và ngày của quyết định công nhận.",
    )
    DECISION_DOUBTED = warning(
        "D60",
        "Xã đã nhập quyết định: {given}. Quyết định được dùng nên kết quả xét không đổi. Hãy đối chiếu quyết định với ô này trước khi họp Hội đồng.",
        to_sender="Xã có quyết định công nhận: {given}. Quyết định được dùng. Hãy xem lại ô này; nếu ghi đúng, xin báo xã.",
    )
    REGISTER_BY_MAIL = error(
        "D35",
        "Tệp này là một danh bạ (mẫu 00) nhưng đến qua thư, nên không được dùng: danh bạ quyết định ngưỡng, hạn nộp và hạn mức khen. Cần danh bạ do chính xã đặt vào thư mục báo cáo. Nếu đúng là danh bạ của xã, hãy lưu tệp ra thư mục báo cáo, ngoài thư mục “thu”.",
        for_office=True,
    )
    OLDER_REGISTER = note(
        "D36",
        "Danh bạ này của năm {given}, cũ hơn danh bạ đang dùng “{other}” (năm {expected}), nên không được dùng. Không cần làm gì nếu danh bạ mới đúng.",
        for_office=True,
    )
    REPORT_OF_ONES_OWN = error(
        "D63",
        "Báo cáo này của “{given}”, {other}, nên không được dùng: cộng thêm thì mỗi số bị tính hai lần. Cần báo cáo của các đơn vị cấp dưới. Hãy để tệp này ra ngoài thư mục báo cáo; báo cáo của chính mình thì gửi cho cấp trên.",
        for_office=True,
    )
    OF_THE_COMMUNE = error(
        "D64",
        "Tệp này là mẫu {given}, chỉ do xã ghi, nhưng {other}, nên không được dùng. Cần tệp do chính xã đặt vào thư mục báo cáo, hoặc gửi từ hộp thư của xã. Nếu đúng là của xã, hãy lưu tệp ra thư mục báo cáo, ngoài thư mục “thu” và ngoài tệp nén.",
        for_office=True,
    )
    NOT_IN_DECISION = warning(
        "D65",
        "{given} đánh dấu đạt “{other}” nhưng chưa có tên trong quyết định công nhận xã đã nhập cho năm {expected}, nên chưa kết luận. Hãy đối chiếu với quyết định: nếu có tên, hãy ghi thêm vào quyết định đã nhập; nếu không, đơn vị sửa lại ô này{extra}.",
        to_sender="{given} đánh dấu đạt “{other}” nhưng chưa có tên trong quyết định công nhận mà xã có cho năm {expected}. Cần khớp với quyết định. Hãy kiểm tra lại{extra}; nếu đã có quyết định, xin gửi xã số và ngày của quyết định.",
    )
    DECISION_DIFFERS = warning(
        "D66",
        "Ô này ghi “không” nhưng quyết định công nhận “{other}” có tên này ({expected}). Quyết định được dùng. Hãy kiểm tra ô này; nếu đúng là hai người trùng tên, hãy ghi năm sinh ở quyết định.",
        to_sender="Ô này ghi “không” nhưng đã có quyết định công nhận “{other}” ({expected}). Xã dùng theo quyết định. Hãy kiểm tra lại ô này; nếu là hai người trùng tên, xin báo xã.",
    )
    NOBODY_RECOGNISED = error(
        "D67",
        "Quyết định công nhận “{expected}” có tên “{given}” nhưng {other}{extra}. Tên này chưa được dùng. Hãy đối chiếu họ tên, năm sinh và mã đơn vị ở dòng này với báo cáo của đơn vị.",
        for_office=True,
        of_people=True,
        quotes=("given", "extra"),
    )
    SEVERAL_RECOGNISED = error(
        "D68",
        "Quyết định công nhận “{expected}” có tên “{given}”, trong khi báo cáo có {other} dòng mang tên ấy ({extra}). Chương trình không đoán là ai. Hãy ghi mã đơn vị và năm sinh ở dòng này.",
        for_office=True,
        of_people=True,
        quotes=("given",),
    )
    CONFIRMED_OTHERWISE = warning(
        "D69",
        "Ô này (“{other}”) khác với xác nhận của xã ở {extra}. Xác nhận của xã được dùng. Hãy xem lại hai ô.",
        for_office=True,
    )
    NOT_AS_MANY = warning(
        "D62",
        "Các quyết định đã nhập công nhận “{other}” năm {expected} có {given} tên; cộng báo cáo của các đơn vị là {extra}. Bảng tổng hợp dùng số của báo cáo, xét khen dùng quyết định. Hãy đối chiếu trước khi dùng số này.",
        for_office=True,
        quotes=(),
    )
    CONFIRMED_NOBODY = error(
        "D61",
        "Xác nhận ở dòng này chưa được dùng: {other}{extra}. Hãy ghi đối tượng, họ tên, năm sinh, mã đơn vị đúng như ở đề nghị của đơn vị rồi chạy lại.",
        for_office=True,
        of_people=True,
        quotes=("extra",),
    )
    TOO_MANY_VOTES = error(
        "D70",
        "{given} phiếu ở dòng này nhiều hơn {expected} thành viên có mặt ghi ở trang “Phiên họp”. Số phiếu này chưa được dùng. Hãy kiểm tra số phiếu và số có mặt.",
        for_office=True,
    )
    NO_QUORUM = warning(
        "D71",
        "Biểu ghi {given} thành viên có mặt trong số {expected}; Hội đồng được họp khi có mặt {other}. Kết luận được ghi lại nhưng chưa có hiệu lực: văn bản của đợt này còn là dự thảo. Hãy kiểm tra hai số này, hoặc ghi mức của quy chế Hội đồng vào trang “Lựa chọn” của danh bạ.",
        for_office=True,
    )
    DECIDED_BY_HAND = warning(
        "D72",
        "“{given}” được ghi thêm vào biểu của {expected}, không phải trường hợp được trình{extra}. Dòng này được giữ để xem lại, chưa tính là được đề nghị khen. Hãy kiểm tra họ tên, năm sinh, đơn vị; nếu là người mới, cần có đề nghị và hồ sơ của đơn vị.",
        for_office=True,
        of_people=True,
        quotes=("given",),
    )
    CHANGED_SINCE = error(
        "D73",
        "Từ khi in biểu này, kết quả xét hoặc số liệu của “{given}” đã thay đổi, nay là: {expected}. Kết luận “{other}” của Hội đồng chưa được dùng. Hãy xem lại trong biểu mới in, ghi kết luận rồi chép vào thư mục báo cáo.",
        for_office=True,
        of_people=True,
        quotes=("given",),
    )
    CHANGED_AND_SIGNED = warning(
        "D88",
        "{other} đã ký, nên kết luận của Hội đồng với “{given}” vẫn được dùng. Nhưng từ khi in biểu này, kết quả xét hoặc số liệu đã thay đổi, nay là: {expected}. Hãy xem lại; nếu không còn đủ điều kiện thì báo cáo người ký quyết định. Nếu quyết định đã ký không có tên này, hãy bỏ kết luận ở dòng này.",
        for_office=True,
        of_people=True,
        quotes=("given",),
    )
    NOT_TOLD_WHO = error(
        "D74",
        "Không rõ dòng này nói về ai: ghi “{given}”, {other}. Kết luận ở dòng này chưa được dùng. Hãy ghi lại họ tên, năm sinh, đơn vị như trong biểu đã in, hoặc ghi kết luận vào biểu mới in.",
        for_office=True,
        of_people=True,
        quotes=("given", "other"),
    )
    DECIDED_TWICE = error(
        "D75",
        "“{given}” đã có kết luận ở dòng {expected}{extra}. Mỗi trường hợp chỉ có một kết luận, dòng đầu được dùng. Hãy bỏ dòng thừa.",
        for_office=True,
        of_people=True,
        quotes=("given",),
    )
    RECORD_OF_ANOTHER = error(
        "D76",
        "Biểu kết quả họp này in cho xã mã “{given}”, không phải xã của danh bạ (“{expected}”), nên không được dùng. Hãy chép đúng biểu của xã mình.",
        for_office=True,
    )
    NO_SUCH_ROUND = error(
        "D77",
        "Biểu kết quả họp này {given}, nên không được dùng. Cần biểu do chương trình in cho một đợt xét của xã. Hãy dùng biểu Hoi_dong mới in của đợt ấy.",
        for_office=True,
    )
    RECORD_REPLACED = note(
        "D78",
        "Đợt xét này có biểu kết quả họp mới hơn: “{other}”. Biểu này được giữ nhưng không dùng. Không cần làm gì nếu biểu mới đúng.",
        for_office=True,
    )
    VOTES_CONTRADICT = warning(
        "D79",
        "Kết luận “{given}” trong khi {expected} phiếu nhất trí, {other} phiếu không nhất trí. Kết luận vẫn được dùng. Hãy kiểm tra số phiếu và kết luận ở dòng này.",
        for_office=True,
    )
    AWARDED_OTHERWISE = warning(
        "D80",
        "Ô này xác nhận {given} trong khi đã có khen thưởng: {expected}. Xác nhận của xã được dùng. Hãy kiểm tra hai nơi; nếu xác nhận đã cũ, hãy sửa ô này.",
        for_office=True,
        quotes=("expected",),
    )
    AWARD_DAY_ASTRAY = error(
        "D81",
        "Ngày quyết định {given} {expected}. Dòng này chưa được dùng. Hãy kiểm tra ngày và năm của thành tích.",
        for_office=True,
    )
    DECISION_DAYS_DIFFER = warning(
        "D82",
        "Quyết định khen thưởng ghi ngày ký {given}, trong khi trang “Số lượng khen” ghi ngày quyết định {expected} (ô {other}). Tiền thưởng tính theo ngày ký {given}. Hãy kiểm tra hai nơi và sửa cho khớp.",
        for_office=True,
    )
    PAPER_ASTRAY = warning(
        "D83",
        "Dòng này ghi “{given}” nhưng {expected}. Văn bản ở dòng này chưa được dùng. Hãy {other}.",
        for_office=True,
    )
    SIGNED_BEFORE_MEETING = warning(
        "D84",
        "Quyết định khen thưởng ghi ngày ký {given}, trước ngày Hội đồng họp {expected} ({other}). Hội đồng họp rồi mới ký quyết định; ngày ký này vẫn đang được dùng. Hãy kiểm tra hai ngày.",
        for_office=True,
    )
    FRAME_ASTRAY = error(
        "D85",
        "{given}. {expected}. Ô này chưa được dùng, chỗ in gợi ý của chương trình vẫn giữ. Hãy đo lại trên phôi rồi sửa.",
        for_office=True,
    )
    FUND_UNSEEN = warning(
        "D86",
        "Khoản này của quỹ khen thưởng ghi năm {given}, năm chưa có báo cáo nào nên chưa trang nào nêu khoản này. Hãy kiểm tra năm; nếu đúng, khoản sẽ hiện khi có báo cáo năm ấy.",
        for_office=True,
    )
    MARKS_UNSTATED = error(
        "D87",
        "Ô này tự đếm được 0 vì cột “{expected}” ở trang “{other}” còn trống ở cả {given} dòng. Chưa ghi thì chưa biết, nên số này chưa được tính. Hãy ghi “x” nếu có, “không” nếu không, ở từng dòng của cột ấy.",
        quotes=(),
    )
    DEADLINE_ASTRAY = error(
        "D40",
        "Hạn nộp báo cáo năm {expected} ghi là {given}. Hạn phải ở trong năm ấy hoặc năm sau. Dòng này chưa được dùng. Hãy sửa lại ngày, hoặc năm ở cột “Năm”.",
        for_office=True,
    )
    CLOSING_OUTDATED = warning(
        "D41",
        "Danh bạ ghi ngày chốt số liệu {given}, trong khi đã có báo cáo năm {expected}. Báo cáo vẫn được tính; nhưng hạn nộp, tiền thưởng còn theo ngày cũ. Hãy sửa ngày chốt, hoặc để trống.",
        for_office=True,
    )
    NUMBER_REPLACED = warning(
        "D42",
        "Số “{given}” chỉ được dùng {expected}; văn bản mới đã quy định khác, nên dòng này không có tác dụng. Hãy bỏ dòng này, và xem trang “Ngưỡng” của danh bạ mới in có số nào thay.",
        for_office=True,
    )
    TARGET_BELOW_LAW = error(
        "D43",
        "Danh bạ đặt mục tiêu {given}, thấp hơn mục tiêu của văn bản ({expected}). Xã chỉ đặt bằng hoặc cao hơn; mục tiêu của văn bản đang được dùng. Hãy sửa số ở ô này, hoặc bỏ dòng.",
        for_office=True,
    )
    REGISTER_LACKS = warning(
        "D44",
        "Danh bạ này không còn những {expected} mà danh bạ cũ “{other}” đã ghi: {given}. Danh bạ mới được dùng cho mọi năm. Nếu vẫn cần, hãy chép sang trang này; lệnh in mẫu ghi sẵn danh bạ mới với mọi điều danh bạ đang dùng đã ghi.",
        for_office=True,
    )
    REGISTER_TOO_SHORT = error(
        "D45",
        "Danh bạ này chưa dùng được. {given} Hãy sửa xong rồi kiểm tra lại.",
        for_office=True,
    )
    JUMP = warning(
        "D20",
        "Năm nay ghi {given}, năm trước {expected}: khác nhau quá {other} lần (mức hỏi lại: {extra}). Nếu số đúng, hãy ghi lý do vào ô “Giải trình” cùng dòng; nếu sai, hãy sửa lại số.",
        to_sender="Năm nay ghi {given}, năm trước {expected}: khác nhau quá {other} lần. Nếu số đúng, hãy ghi lý do vào ô “Giải trình” cùng dòng; nếu sai, hãy sửa lại số.",
    )
    JUMP_IN_LIST = warning(
        "D48",
        "Các dòng của cột này cộng lại là {given}, năm trước {expected}: khác nhau quá {other} lần (mức hỏi lại: {extra}). Hãy xem lại từng dòng; đúng cả thì không cần sửa gì.",
        to_sender="Các dòng của cột này cộng lại là {given}, năm trước {expected}: khác nhau quá {other} lần. Hãy xem lại từng dòng; đúng cả thì không cần sửa gì.",
    )
    JUMP_EXPLAINED = note(
        "D21",
        "Năm nay ghi {given}, năm trước {expected}. Đơn vị giải trình: “{other}”. Không cần làm gì nếu lý do đã rõ.",
    )
    REASON_GIVEN = note(
        "D22",
        "Đơn vị ghi ở ô “Giải trình” của dòng này: “{given}”. Ghi lại để biết. Không cần làm gì.",
    )
    NAMESAKE = warning(
        "D23",
        "“{given}” cũng có ở báo cáo của đơn vị khác: {other}. Mỗi người, mỗi hộ chỉ ghi ở một đơn vị; nhưng cũng có thể là hai người trùng tên, nên cả hai dòng vẫn được tính. Hãy hỏi hai đơn vị và bỏ dòng thừa nếu là một.",
        to_sender="“{given}” có thể cũng được ghi ở danh sách của một đơn vị khác. Mỗi người, mỗi hộ chỉ ghi ở một đơn vị; nhưng cũng có thể là hai người trùng tên, nên dòng này vẫn được tính. Hãy kiểm tra dòng này có đúng là của đơn vị không: nếu đúng, xin báo xã; nếu không, hãy bỏ dòng này.",
        of_people=True,
        elsewhere=("other",),
        quotes=("given",),
    )
    MANY_NAMESAKES = warning(
        "D24",
        "{given} dòng ở trang này trùng họ tên và năm sinh với báo cáo của đơn vị khác, nhiều nhất với “{other}” ({expected} dòng). Các dòng: {extra}. Mỗi người, mỗi hộ chỉ ghi ở một đơn vị; mọi dòng vẫn được tính. Hãy đối chiếu các danh sách và bỏ dòng thừa.",
        to_sender="{given} dòng ở trang này trùng họ tên và năm sinh với danh sách của đơn vị khác. Các dòng: {extra}. Mỗi người, mỗi hộ chỉ ghi ở một đơn vị; mọi dòng vẫn được tính. Hãy kiểm tra các dòng ấy có đúng là của đơn vị không: nếu đúng, xin báo xã; nếu không, hãy bỏ dòng thừa.",
        quotes=(),
        elsewhere=("other", "expected"),
    )
    TWO_SENDERS = error(
        "D30",
        "Báo cáo này do {given} gửi, còn {expected} gửi bản khác cho cùng đơn vị, cùng năm: {other}. Bản này mới nhất nên đang được tạm tính. Hãy xem trang “Khác nhau giữa các bản”, hỏi đơn vị bản nào đúng, rồi ghi tệp được tính vào trang “Chọn bản báo cáo” của danh bạ.",
        for_office=True,
    )
    VERSION_CHOSEN = note(
        "D31",
        "Trang “Chọn bản báo cáo” của danh bạ chọn bản khác: “{other}”; lý do: {extra}. Bản này được giữ nhưng không tính. Không cần làm gì.",
    )
    FILE_OF_ANOTHER = error(
        "D32",
        "Tệp này giống hệt “{other}” nhưng do hộp thư {given} của “{expected}” gửi. Một tệp chỉ tính một lần, cho đơn vị ghi trong tệp. Hãy hỏi “{expected}” có gửi nhầm tệp không, rồi ghi tệp được tính vào trang “Chọn bản báo cáo” của danh bạ.",
        for_office=True,
    )
    PICK_UNUSED = error(
        "D33",
        "Danh bạ chọn tệp “{given}” cho {expected}, nhưng {other}. Lựa chọn này chưa được dùng. Hãy chép đúng tên tệp từ trang “Tệp đã nhận” của Kiem_tra.xlsx.",
        for_office=True,
    )
    DATES_CROSSED = warning(
        "D34",
        "Bản này nhận trước nhưng ghi ngày lập {given}, sau ngày {expected} ghi ở bản nhận sau: “{other}”. Bản nhận sau đang được tính. Hãy hỏi đơn vị bản nào đúng; nếu là bản này, hãy ghi vào trang “Chọn bản báo cáo” của danh bạ.",
        for_office=True,
    )

    ROW_UNUSED = error(
        "D49",
        "“{given}” không đọc được, nên dòng này của danh bạ chưa được dùng cho năm nào. Hãy sửa ô này rồi chạy lại.",
        for_office=True,
        quotes=("given",),
    )
    QUOTA_UNREAD = error(
        "D52",
        "“{given}” không đọc được, nên chưa rõ số lượng khen ở dòng này là bao nhiêu, của năm nào. Nơi nào lẽ ra theo dòng này thì chưa đề nghị ai cho đến khi sửa ô này.",
        for_office=True,
        quotes=("given",),
    )
    OTHER_MAILBOX = warning(
        "D89",
        "Báo cáo này ghi “{expected}” nhưng do hộp thư {given} của “{other}” gửi. Số liệu đang được tính cho “{expected}”; thư trả lời gửi về hộp thư đã gửi, mẫu năm sau không ghi sẵn theo báo cáo này. Hãy hỏi hai đơn vị; nếu đúng là của “{expected}” thì ghi tệp này vào trang “Chọn bản báo cáo” của danh bạ.",
        for_office=True,
    )

    def __init__(self, kind: FindingKind) -> None:
        self.code = kind.code
        self.severity = kind.severity
        self.sentence = kind.sentence
        self.to_sender = kind.to_sender or kind.sentence
        self.for_office = kind.for_office
        self.elsewhere = kind.elsewhere
        self.of_people = kind.of_people
        self.quotes = kind.quotes


WHICHEVER_COUNTS = frozenset({Code.DATE_BOTH_WAYS, Code.MAIL_WORDS})
"""What may decide which of several versions counts: it is to be looked at in one that does not, too."""
SAME_BYTES = frozenset({Code.SAME_FILE, Code.FILE_OF_ANOTHER})
"""What is said of a file that is, byte for byte, another: it is no later report, and nothing differs."""
