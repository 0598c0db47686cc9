"""Write a winmail.dat as Outlook and Exchange do. Source: [MS-OXTNEF] 2.1–2.2."""

import struct

_MESSAGE, _ATTACHMENT = 1, 2
_FILE_NAME, _LONG_NAME, _CONTENT = 0x3704, 0x3707, 0x3701
_AS_MESSAGE = b"\x07\x03\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"


def tnef(*attachments: bytes) -> bytes:
    """Return a winmail.dat of these attachments."""
    version = attribute(_MESSAGE, 0x9006, 8, struct.pack("<I", 0x10000))
    page = attribute(_MESSAGE, 0x9007, 6, struct.pack("<II", 1258, 0))
    kind = attribute(_MESSAGE, 0x8008, 7, b"IPM.Microsoft Mail.Note\0")
    return b"\x78\x9f\x3e\x22\x01\x00" + version + page + kind + b"".join(attachments)


def file(name: str, data: bytes) -> bytes:
    """A file, as nearly all of them are attached."""
    return _begun("BAOCAO~1.XLS") + attribute(_ATTACHMENT, 0x800F, 6, data) + _properties(_long_name(name))


def file_as_property(name: str, data: bytes) -> bytes:
    """A file whose bytes stand among its properties."""
    return _begun("BAOCAO~1.XLS") + _properties(_long_name(name), _property(0x0102, _CONTENT, data))


def message(*attachments: bytes) -> bytes:
    """A message that is attached."""
    content = _property(0x000D, _CONTENT, _AS_MESSAGE + tnef(*attachments))
    return _begun("Goc") + _properties(_property(0x001F, 0x3001, "Gốc\0".encode("utf-16-le")), content)


def attribute(level: int, number: int, kind: int, data: bytes) -> bytes:
    """One attribute, with the sum of its bytes behind it."""
    return struct.pack("<BHHI", level, number, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def _begun(title: str) -> bytes:
    """The beginning of an attachment."""
    return attribute(_ATTACHMENT, 0x9002, 6, bytes(14)) + attribute(_ATTACHMENT, 0x8010, 1, title.encode() + b"\0")


def _properties(*properties: bytes) -> bytes:
    return attribute(_ATTACHMENT, 0x9005, 6, struct.pack("<I", len(properties)) + b"".join(properties))


def _long_name(name: str) -> bytes:
    return _property(0x001F, _LONG_NAME, f"{name}\0".encode("utf-16-le"))


def _property(kind: int, number: int, data: bytes) -> bytes:
    return struct.pack("<HHII", kind, number, 1, len(data)) + data + bytes(-len(data) % 4)
