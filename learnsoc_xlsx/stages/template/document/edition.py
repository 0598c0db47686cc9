"""Edition: for which Word a document is laid out. python-docx's own is for Word 2010, which later ones say in their title."""

from typing import Any

from docx.oxml.ns import qn

_SINCE_2013 = "15"


def of_today(document: Any) -> None:
    """Have a document of python-docx laid out as Word has done since 2013, and not in compatibility mode."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _SINCE_2013)
