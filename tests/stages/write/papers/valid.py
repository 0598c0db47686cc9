"""Whether Word takes a file: what the validator of Office's own formats says of it."""

from functools import cache
from pathlib import Path

from openxml_audit import OpenXmlValidator


def faults(document: bytes, folder: Path) -> list[str]:
    """Return what is wrong with a .docx, which is laid into a folder for it."""
    path = folder / "paper.docx"
    path.write_bytes(document)
    result = _validator().validate(path)
    return [f"{fault.part_uri}: {fault.description}" for fault in result.errors]


@cache
def _validator() -> OpenXmlValidator:
    """It reads its rules once."""
    return OpenXmlValidator()
