"""Signing: the lines above a signature."""

import re

_SIGNER_LINES = re.compile(r"\s*[/;\n]\s*|\s+(?=(?:TM|KT|TL|TUQ|Q)\.)|(?<=CHỦ TỊCH)\s+(?=PHÓ )")


def signer_lines(title: str) -> tuple[str, ...]:
    """Part "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" into the lines in which it is signed."""
    return tuple(part for part in _SIGNER_LINES.split(title.upper().strip()) if part)
