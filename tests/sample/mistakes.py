"""The mistakes put into the sample, each at its cell and with the finding it must cause."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mistake:
    """Write `value` at a field of a return (`row` counts the records of a list from 0); it must cause `code` there."""

    unit: str
    year: int
    code: str
    sheet: str
    field: str
    value: object
    row: int = 0
    blamed: str = ""
    """The field whose cell is blamed, when it is another one."""


MARKED = -1
"""The first record that is marked as recognised."""

MISTAKES = (
    Mistake("T01", 2026, "C01", "households", "members", "bốn người", 4),
    Mistake("T01", 2026, "C02", "households", "money", "hai trăm nghìn", 6),
    Mistake("T01", 2026, "C03", "citizens", "cdht_a1", "giỏi", 3),
    Mistake("S01", 2026, "C05", "staff", "cdht_b1", "7.125", 5),
    Mistake("S01", 2026, "C06", "staff", "cdht_b2", 7.333, 7),
    Mistake("T04", 2026, "C07", "households", "cultural_family", "hình như có", 9),
    Mistake("T04", 2026, "C08", "citizens", "birth_year", "năm ngoái", 2),
    Mistake("C01", 2026, "C09", "classes", "held_on", "31/02/2026", 1),
    Mistake("C01", 2025, "C10", "classes", "held_on", "9/2025", 2),
    Mistake("D01", 2026, "C11", "initiatives", "kind", "Sáng kiếm", 0),
    Mistake("T05", 2026, "C12", "indicators", "population", None),
    Mistake("T05", 2026, "C13", "citizens", "recognised_year", 1999, MARKED),
    Mistake("T05", 2026, "C13", "indicators", "radio_broadcasts", -3),
    Mistake("T05", 2026, "C14", "citizens", "cdht_c1", 12, 8),
    Mistake("T06", 2025, "C16", "households", "note", "NguyÔn V¨n B×nh céng hßa", 3),
    Mistake("S02", 2026, "R01", "indicators", "pupils_learning_citizens", 99999),
    Mistake("S02", 2026, "R08", "indicators", "members_registered", 30),
    Mistake("T04", 2026, "D20", "indicators", "population", 11590),
    Mistake("D02", 2026, "R02", "indicators", "fund_closing", 12345678),
    Mistake("D03", 2026, "R06", "cover", "recognised", None),
    Mistake("T06", 2026, "R04", "citizens", "cdht_b3", 4, MARKED, "citizen_recognised"),
    Mistake("T06", 2026, "R05", "households", "household_recognised", None, MARKED),
    Mistake("E01", 2026, "R07", "workers", "name", None, 6),
    Mistake("D04", 2026, "D15", "cover", "unit_name", "Hội Nông dân và Làm vườn"),
    Mistake("D04", 2026, "D01", "nominations", "name", "Nguyễn Không Có", 0),
)


@dataclass(frozen=True)
class Expected:
    """A finding that some other change of the sample must cause; `file` is how its path begins."""

    file: str
    code: str
    sheet: str = ""
    cell: str = ""


EXPECTED = (
    Expected("2026/T01", "D21", "Chỉ tiêu", "H44"),
    Expected("2026/T03", "D22", "Chỉ tiêu", "H20"),
    Expected("2026/T05", "D23", "Gia đình", "B40"),
    Expected("2026/D05", "S06", "Sáng kiến, mô hình", "H7"),
    Expected("2026/D06", "C17", "Sáng kiến, mô hình", "E7"),
    Expected("2026/D06", "S14", "Kinh phí", "6:6"),
    Expected("2026/D08", "C15", "Sáng kiến, mô hình", "E7"),
    Expected("2026/D08", "F14"),
    Expected("2026/E02", "S11", "Sáng kiến, mô hình", "16:16"),
    Expected("2026/S03", "S10", "Chỉ tiêu", "D60"),
    Expected("2026/T03", "S05", "Sáng kiến, mô hình", "H6"),
    Expected("2026/T04", "D16", "Đề nghị khen", "C13"),
    Expected("2026/T04", "D17", "Đề nghị khen", "C11"),
    Expected("Danh ba", "D51", "Ngưỡng", "B8"),
    Expected("2024/T07", "D50", "Trang bìa", "D14"),
    Expected("2025/D03", "D50", "Trang bìa", "D14"),
    Expected("2025/D04", "D50", "Trang bìa", "D14"),
    Expected("2025/T05", "D50", "Trang bìa", "D14"),
    Expected("2026/T01", "D50", "Trang bìa", "D14"),
    Expected("2026/T06", "D50", "Trang bìa", "D14"),
    Expected("2026/Tong_hop_2025", "F11"),
    Expected("2026/bao cao co mat khau", "F02"),
    Expected("2026/bao cao gui som", "F16"),
    Expected("2026/bao cao nam 2031", "F06"),
    Expected("2026/mau cua xa khac", "F04"),
    Expected("2026/thon Quy Khe ghi nham ten", "D14", "Trang bìa", "D9"),
    Expected("2026/thon da nhap", "F09", "Trang bìa", "D9"),
    Expected("2026/cong ty dung nham mau thon", "F08"),
    Expected("2025/D06", "F12", "Trang bìa", "D10"),
    Expected("2026/Bao cao thon Doai (ban dau)", "F13"),
    Expected("2026/Copy of D02", "F15"),
    Expected("2026/D05", "S01"),
    Expected("2026/D07", "S02", "Sáng kiến, mô hình", "6:6"),
    Expected("2026/D07", "S08", "Sáng kiến, mô hình", "E6"),
    Expected("2026/E02", "S09", "Ghi chú thêm"),
    Expected("2026/E04 gui nham", "F05", "Trang bìa", "D8"),
    Expected("2026/Quyet dinh", "F01"),
    Expected("2026/S03", "S04", "Chỉ tiêu"),
    Expected("2026/T03", "S07", "Gia đình", "306:306"),
    Expected("2026/T06", "R03", "Gia đình", "B12"),
    Expected("2026/bao cao hong", "F01"),
    Expected("2026/bao cao thon la", "F07", "Trang bìa", "D9"),
    Expected("2026/danh sach mua sach", "F03"),
    Expected("2026/~$C01", "F10"),
    Expected("2026/thu cua E04.eml", "F30"),
    Expected("2026/thu cua ke toan E04.eml", "F30"),
    Expected("2026/thu cua E02.eml", "F30"),
    Expected("2026/thu cua E04.eml › E04", "F42"),
    Expected("2026/thu cua ke toan E04.eml › E04", "F42"),
    Expected("2026/thu cua E02.eml › E04", "F42"),
    Expected("2026/thu cua E04.eml › E04", "F13"),
    Expected("2026/thu cua ke toan E04.eml › E04", "D30"),
    Expected("2026/thu cua E02.eml › E04", "D32"),
)
