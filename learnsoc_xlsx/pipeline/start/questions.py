"""Questions: what is asked on the first evening, in this order, each with how its answer is read and what Enter stands for."""

from dataclasses import dataclass
from enum import Enum


class Reads(Enum):
    """How an answer is read."""

    YEAR = "year"
    COMMUNE = "commune"
    ABOVE = "above"
    TITLE = "title"
    TEXT = "text"
    ADDRESS = "address"
    UNITS = "units"


@dataclass(frozen=True)
class Question:
    """A question: its key in a file of answers, its wording, an example, and what holds where nobody answers.

    `usual` is an answer like a typed one, in which `{year}` is this year and `{level}` what the commune is (“xã”); one that
    is `required` has to be answered. A list asks for units of one kind, whose lasting codes begin with `code`.
    """

    id: str
    wording: str
    example: str
    reads: Reads
    usual: str = ""
    required: bool = False
    unit_kind: str = ""
    code: str = ""


QUESTIONS = (
    Question("year", "Năm báo cáo", "2026", Reads.YEAR, usual="{year}"),
    Question("commune", "Tên xã, phường, đặc khu", "Xã Ninh Hải", Reads.COMMUNE, required=True),
    Question("above", "Cấp trên trực tiếp", "Thành phố Hải Phòng", Reads.ABOVE, required=True),
    Question("signer_title", "Chức vụ người ký văn bản", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", Reads.TITLE, usual="CHỦ TỊCH"),
    Question("signer", "Họ và tên người ký", "Nguyễn Văn An", Reads.TEXT),
    Question("contact", "Người hướng dẫn các đơn vị, số điện thoại", "Bà Trần Thị Bình, 0900 000 000", Reads.TEXT),
    Question("return_to", "Địa chỉ thư điện tử nhận báo cáo", "baocao@xa.example.vn", Reads.ADDRESS),
    Question("villages", "Các thôn, tổ dân phố", "Thôn Đông; thondong@xa.example.vn", Reads.UNITS, required=True, unit_kind="village", code="T"),
    Question("schools", "Các trường học", "Trường Mầm non Ninh Hải; mnninhhai@xa.example.vn", Reads.UNITS, unit_kind="school", code="TH"),
    Question("departments", "Các ban, ngành, đoàn thể", "Hội Khuyến học xã; khuyenhoc@xa.example.vn", Reads.UNITS, unit_kind="department", code="BN"),
    Question("enterprises", "Các doanh nghiệp, hợp tác xã", "Hợp tác xã Nông nghiệp Ninh Hải; htx@xa.example.vn", Reads.UNITS, unit_kind="enterprise", code="DN"),
    Question("centre", "Trung tâm học tập cộng đồng", "Trung tâm học tập cộng đồng xã; tthtcd@xa.example.vn", Reads.UNITS, usual="Trung tâm học tập cộng đồng {level}", unit_kind="centre", code="TT"),
    Question("office", "Bộ phận báo cáo phần việc của UBND (mẫu 10)", "Bộ phận chuyên môn xã; vanphong@xa.example.vn", Reads.UNITS, usual="Bộ phận chuyên môn {level}", unit_kind="office", code="BP"),
)  # fmt: skip
LISTS = tuple(question for question in QUESTIONS if question.reads is Reads.UNITS)
COMMUNE_CODE, ABOVE_CODE = "X01", "CT01"
"""The lasting codes of the commune itself and of the level above."""
NONE = ("không có", "không", "khong co", "khong", "-")
"""What people answer where there is nothing to name."""
