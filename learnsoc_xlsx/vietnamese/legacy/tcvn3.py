"""The TCVN3 (ABC) code of the ".Vn…" fonts, still met in state documents.

One byte a letter, seen by Excel as a Latin-1 character. There are no codes for capitals with a tone: the
fonts ending in "H" draw the small letters as capitals. Source: TCVN 5712:1993, VN3.
"""

import unicodedata

_FROM_BYTE = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TO_UNICODE = {first + step: letter for first, row in _FROM_BYTE.items() for step, letter in enumerate(row)}
_SMALL = {ord(letter): code for code, letter in _TO_UNICODE.items()}
_CAPITAL = {ord(letter.upper()): code for code, letter in _TO_UNICODE.items() if letter.islower()}
_TO_CODE = _CAPITAL | _SMALL  # a capital that has its own code keeps it


def from_tcvn3(text: str, capitals: bool = False) -> str:
    """Return TCVN3 text as Unicode, in upper case when its font draws capitals (".VnTimeH")."""
    letters = unicodedata.normalize("NFC", text).translate(_TO_UNICODE)
    return letters.upper() if capitals else letters


def to_tcvn3(text: str) -> str:
    """Return Unicode text as TCVN3; capitals with a tone become small, TCVN3 has no others."""
    return unicodedata.normalize("NFC", text).translate(_TO_CODE)
