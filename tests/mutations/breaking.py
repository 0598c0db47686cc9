"""Ways to break a file: bits, ends, parts of a zip, the XML within. Each takes bytes and a source of chance."""

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

Break = Callable[[bytes, Random], bytes]
Parts = list[tuple[str, bytes]]

_NUMBERS = (b"0", b"-1", b"1e308", b"1e999", b"99999999999999999999", b"4294967296", b"NaN", b"0.1", b"", b"x", b"2147483647", b"-0", b"1048577")  # fmt: skip
_ATTRIBUTE = re.compile(rb'([\w:-]+)="([^"]*)"')
_DIGITS = re.compile(rb"(?<=[>\"])-?\d+(?:\.\d+)?(?=[<\"])")
_END = re.compile(rb"/?>")
_SPELT = (
    b" ", b"\n", b"\t", b"\r", b"\xc2\xa0", b"<si/>", b"<si><t/></si>", b"<t/>", b"<v/>", b"<v></v>", b"<f>1</f>", b"&amp;",
    b"0", b"-", b".5", b"E5", b"_x0041_", b' t="s"', b' t="str"', b' s="1"', b' s="0"', b' xml:space="preserve"', b'<c r="B7"/>',
)  # fmt: skip
_TAG = re.compile(rb"<(/?)([\w:-]+)")
_CELL = re.compile(rb'(?<=r=")[A-Z]+\d+(?=")')
_CELLS = (b"A1", b"XFD1048576", b"A0", b"ZZZZ9", b"A99999", b"A", b"1", b"AAA1", b"B99999999999")


def flip_bits(data: bytes, chance: Random) -> bytes:
    """Flip one to eight bits anywhere."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def cut_short(data: bytes, chance: Random) -> bytes:
    """Lose the end, as a download that stopped."""
    return data[: chance.randrange(len(data))]


def overwrite(data: bytes, chance: Random) -> bytes:
    """Lose a stretch in the middle to other bytes."""
    at, length = chance.randrange(len(data)), chance.randint(1, 200)
    return data[:at] + chance.randbytes(length) + data[at + length :]


def append(data: bytes, chance: Random) -> bytes:
    """Go on after the end."""
    return data + chance.randbytes(chance.randint(1, 5000))


def drop_part(data: bytes, chance: Random) -> bytes:
    """Lose a part of the zip."""
    parts = parts_of(data)
    del parts[chance.randrange(len(parts))]
    return zipped(parts)


def double_part(data: bytes, chance: Random) -> bytes:
    """Have a part of the zip twice."""
    parts = parts_of(data)
    return zipped([*parts, chance.choice(parts)])


def swap_parts(data: bytes, chance: Random) -> bytes:
    """Give two parts of the zip each other's name."""
    parts = parts_of(data)
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    parts[one], parts[other] = (parts[one][0], parts[other][1]), (parts[other][0], parts[one][1])
    return zipped(parts)


def empty_part(data: bytes, chance: Random) -> bytes:
    """Have nothing in a part of the zip."""
    return _in_part(data, chance, lambda _: b"")


def rename_part(data: bytes, chance: Random) -> bytes:
    """Give a part of the zip a name of its own."""
    parts = parts_of(data)
    at = chance.randrange(len(parts))
    name = chance.choice(("../evil.xml", "xl/worksheets/sheet99.xml", "", "xl\\workbook.xml", "ệ.xml", parts[at][0].upper()))  # fmt: skip
    parts[at] = name, parts[at][1]
    return zipped(parts)


def wrong_sum(data: bytes, chance: Random) -> bytes:
    """Break the checksum of a part of the zip where the directory gives it."""
    at = [found.start() for found in re.finditer(b"PK\x01\x02", data)]
    if not at:
        return flip_bits(data, chance)
    broken = bytearray(data)
    broken[chance.choice(at) + 16 + chance.randrange(4)] ^= 0xFF
    return bytes(broken)


def cut_xml(data: bytes, chance: Random) -> bytes:
    """Lose the end of a part of the zip."""
    return _in_part(data, chance, lambda body: body[: chance.randrange(len(body) + 1)])


def flip_in_xml(data: bytes, chance: Random) -> bytes:
    """Flip bits within a part of the zip, whose checksum is right."""
    return _in_part(data, chance, lambda body: flip_bits(body, chance) if body else body)


def change_attribute(data: bytes, chance: Random) -> bytes:
    """Give an attribute another value."""
    value = chance.choice((*_NUMBERS, *_CELLS, b"e", b"s", b"str", b"b", b"d", b"inlineStr", b"true", "ệ".encode()))
    return _replaced(data, chance, _ATTRIBUTE, lambda found: b'%s="%s"' % (found[1], value))


def change_number(data: bytes, chance: Random) -> bytes:
    """Put another number, or none, where one stands."""
    return _replaced(data, chance, _DIGITS, lambda _: chance.choice(_NUMBERS))


def change_address(data: bytes, chance: Random) -> bytes:
    """Say that a cell stands elsewhere."""
    return _replaced(data, chance, _CELL, lambda _: chance.choice(_CELLS))


def rename_tag(data: bytes, chance: Random) -> bytes:
    """Open or close another element than the one that stands there."""
    tag = chance.choice((b"c", b"row", b"v", b"f", b"is", b"t", b"x:y", b"sheetData", b"table:table-cell"))
    return _replaced(data, chance, _TAG, lambda found: b"<" + found[1] + tag)


def insert_markup(data: bytes, chance: Random) -> bytes:
    """Put a piece of XML, or of no XML, before an element."""
    piece = chance.choice((b"<!--", b"]]>", b"&bad;", b"<!DOCTYPE x>", b"\x00", b"\xff\xfe", b"<a", b"&#0;", b"<![CDATA[", b'<c r="A1" t="e"><v>#REF!</v></c>', b"<f></f>"))  # fmt: skip
    return _replaced(data, chance, _TAG, lambda found: piece + found[0])


def change_spelling(data: bytes, chance: Random) -> bytes:
    """Put a blank, an empty element, an attribute or a piece of a number behind an element, or within its mark."""
    piece = chance.choice(_SPELT)
    return _replaced(data, chance, _END, lambda found: chance.choice((found[0] + piece, piece + found[0])))


def repeat_much(data: bytes, chance: Random) -> bytes:
    """Let an .ods say that rows or columns are repeated very often (in .xlsx: change a number)."""
    found = re.compile(rb'(?<=-repeated=")\d+(?=")')
    count = chance.choice((b"1048576", b"99999999", b"0", b"-5", b"x", b"4294967297"))
    broken = _replaced(data, chance, found, lambda _: count)
    return broken if broken != data else change_number(data, chance)


ANY = (flip_bits, cut_short, overwrite, append)
ZIPPED = (drop_part, double_part, swap_parts, empty_part, rename_part, wrong_sum, cut_xml, flip_in_xml, change_attribute, change_number, change_address, rename_tag, insert_markup, change_spelling, repeat_much)  # fmt: skip


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return [(name, parts.read(name)) for name in parts.namelist()]


def zipped(parts: Parts) -> bytes:
    """Write a zip as quickly as can be; the same name may stand in it twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in parts:
            archive.writestr(zipfile.ZipInfo(name), body)
    return out.getvalue()


def _in_part(data: bytes, chance: Random, change: Callable[[bytes], bytes]) -> bytes:
    parts = parts_of(data)
    at = chance.randrange(len(parts))
    parts[at] = parts[at][0], change(parts[at][1])
    return zipped(parts)


def _replaced(data: bytes, chance: Random, wanted: re.Pattern[bytes], by: Callable[[re.Match[bytes]], bytes]) -> bytes:
    """Replace one to five of the places in one part at which a pattern is found."""

    def change(body: bytes) -> bytes:
        found = list(wanted.finditer(body))
        for place in sorted(
            chance.sample(found, min(len(found), chance.randint(1, 5))), key=lambda each: -each.start()
        ):
            body = body[: place.start()] + by(place) + body[place.end() :]
        return body

    return _in_part(data, chance, change)
