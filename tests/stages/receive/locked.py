"""Put a workbook behind a password, as Excel does."""

import io
import struct
from collections.abc import Iterator
from functools import cache
from hashlib import md5

import olefile
from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.method.rc4 import DocumentRC4

from tests.stages.receive.compound import compound

_BOF, _BOUND_SHEET, _FILE_PASS, _INTERFACE_HEADER = 0x809, 0x85, 0x2F, 0xE1
_SALT, _VERIFIER = bytes(range(16)), bytes(range(16, 32))


@cache
def locked(data: bytes, password: str) -> bytes:
    """Return a zipped workbook (.xlsx, .xlsm, .xlsb) behind a password: AES, 100,000 turns of SHA-512."""
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, out)
    return out.getvalue()


def locked_for_long(data: bytes, password: str, turns: int) -> bytes:
    """Return one that says that its password takes so many turns, a number of six digits."""
    return locked(data, password).replace(b'spinCount="100000"', b'spinCount="%6d"' % turns)


def locked_xls(data: bytes, password: str) -> bytes:
    """Return an .xls behind a password: RC4, from the record FilePass on. Source: [MS-XLS] 2.2.10, 2.4.117."""
    with olefile.OleFileIO(io.BytesIO(data)) as box:
        stream = box.openstream("Workbook").read()
    secret = DocumentRC4.decrypt(password, _SALT, io.BytesIO(_VERIFIER + md5(_VERIFIER).digest())).read()
    body = struct.pack("<HHH", 1, 1, 1) + _SALT + secret
    said = struct.pack("<HH", _FILE_PASS, len(body)) + body
    records = list(_records(stream))
    plain = [records[0], (_FILE_PASS, body), *((kind, _moved(kind, each, len(said))) for kind, each in records[1:])]
    whole = b"".join(struct.pack("<HH", kind, len(each)) + each for kind, each in plain)
    hidden = bytearray(DocumentRC4.decrypt(password, _SALT, io.BytesIO(whole), 1024).read())
    at = 0
    for kind, each in plain:
        shown = 4 + (len(each) if kind in (_BOF, _FILE_PASS, _INTERFACE_HEADER) else 4 if kind == _BOUND_SHEET else 0)
        hidden[at : at + shown] = whole[at : at + shown]
        at += 4 + len(each)
    return compound({"Workbook": bytes(hidden)})


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _moved(kind: int, body: bytes, by: int) -> bytes:
    """A sheet says where in the stream it begins, which is further on now."""
    if kind != _BOUND_SHEET:
        return body
    return struct.pack("<I", struct.unpack_from("<I", body)[0] + by) + body[4:]
