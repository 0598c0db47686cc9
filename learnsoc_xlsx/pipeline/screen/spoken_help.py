"""What the command line says of itself: its help, and what was mistyped; Vietnamese first, the English in brackets."""

import re

_HELP = {
    r"^Usage: ": "Cách gõ (Usage): ",
    r"\[OPTIONS\]": "[TÙY CHỌN]",
    r"\bCOMMAND \[ARGS\]\.\.\.": "LỆNH [...]",
    r"^Options:": "Tùy chọn (Options):",
    r"^Commands:": "Các lệnh (Commands):",
    r"^Arguments:": "Nội dung (Arguments):",
    r"\[default:": "[mặc định:",
    r"\[required\]": "[bắt buộc]",
    r"Show this message and exit\.": "In hướng dẫn này. (Show this help.)",
}
_FAULTS = {
    r"No such command '(.*?)'": "không có lệnh “{}”",
    r"No such option: (\S+)": "không có tùy chọn “{}”",
    r"Missing option '(.*)'": "thiếu tùy chọn “{}”",
    r"Missing argument '(.*)'": "thiếu “{}”",
    r"Option '(.*)' requires an argument": "tùy chọn “{}” cần một giá trị",
    r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)": "thừa “{}”",
    r"Invalid value for '(.*?)'": "giá trị của “{}” không dùng được",
}
"""What the library says, and how we say it: what it adds in other words stays as it is."""
_NEAR = re.compile(r"(?:Did you mean|Possible options?:)(.*)")
_NAME = re.compile(r"-*\w[\w-]*")


def mistyped(text: str) -> str:
    """One sentence for a command that nobody understands; the help, where there was no command, stays as it is."""
    if "\n" in text:
        return text
    matches = ((re.match(fault, text), words) for fault, words in _FAULTS.items())
    ours = next((f": {words.format(fault[1])}{_near(text)}" for fault, words in matches if fault), "")
    return f"Lệnh gõ chưa đúng{ours} ({text.rstrip('.')}). Gõ “learnsoc --help” để xem cách gõ."


def _near(text: str) -> str:
    """The names that the library found near to one that is not there."""
    near = _NEAR.search(text)
    names = ", ".join(f"“{name}”" for name in _NAME.findall(near[1].replace("one of", ""))) if near else ""
    return f", gần giống {names}" if names else ""


def spoken(page: str) -> str:
    """Return a page of help as the library wrote it, with our words for its own."""
    for words, ours in _HELP.items():
        page = re.sub(words, ours, page, flags=re.MULTILINE)
    return page
