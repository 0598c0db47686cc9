"""On paper: the rulebook as lines of plain text that fit an A4 page, and as data."""

import json
from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from learnsoc_xlsx.pipeline.rulebook.chapter import Chapter, Rulebook, RuleInWords, RuleMark

WIDTH = 78
"""Letters on a line: as many as an A4 page takes upright of a plain text in the letters in which offices print it."""
_LEGEND = (
    "Trong ngoặc đơn cuối mỗi điều là mục, điều của văn bản; số như III.1.1.a là mục của {plan}. Điều không có ngoặc vuông: "
    "đã đọc ở nguồn nêu kèm, hoặc ở nguồn của văn bản của phần ấy (có thể không phải bản gốc). Trong ngoặc vuông:",
    "chưa kiểm chứng: chưa có nguồn đủ tin cậy;",
    "xã đặt: theo danh bạ của xã, ở trang và ô nêu kèm; “số của văn bản: chưa kiểm chứng” là số xã đặt thay cho số của văn "
    "bản chưa tìm thấy hoặc chưa có nguồn đủ tin cậy;",
    "xã chưa đặt, xã chưa chọn: để xã quyết định; mức thì ghi ở trang “Ngưỡng” của danh bạ, lựa chọn thì ở trang “Lựa "
    "chọn”, với mã nêu kèm.",
)


def lines(book: Rulebook) -> Iterator[str]:
    """Yield the rulebook line by line."""
    yield f"QUY ĐỊNH XÉT KHEN THƯỞNG ÁP DỤNG CHO NĂM {book.year}"
    yield from _wrapped(_of_whom(book), "", "")
    yield ""
    yield from _wrapped(_LEGEND[0].format(plan=" và ".join(book.plans)), "", "")
    for line in _LEGEND[1:]:
        yield from _wrapped(line, "  - ", "    ")
    for chapter in book.chapters:
        yield ""
        yield from _chapter(chapter)
    if book.unused:
        yield ""
        yield "DÒNG CỦA DANH BẠ CẦN XEM LẠI"
        for line in book.unused:
            yield from _wrapped(line, "  - ", "    ")
    yield ""
    yield from _wrapped(_counted(book), "", "")


def as_json(book: Rulebook) -> str:
    """Return the rulebook as JSON, under the keys that docs/contract.md names."""
    data = {
        "year": book.year,
        "commune": book.commune or None,
        "register": book.register or None,
        "chapters": [_data(chapter) for chapter in book.chapters],
        "unused": list(book.unused),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _of_whom(book: Rulebook) -> str:
    if book.register:
        return f"{book.commune}; lựa chọn và mức của xã theo danh bạ “{book.register}”."
    return "Chưa đọc danh bạ nào: mọi lựa chọn, mức đều nêu theo mặc định."


def _counted(book: Rulebook) -> str:
    marks = [rule.mark for rule in book.every_rule()]
    counts = (f"{marks.count(mark)} {mark.label}" for mark in RuleMark if mark.label and mark in marks)
    return f"Cộng {len(marks)} điều; trong đó {'; '.join(counts)}."


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from _wrapped(chapter.heading, "", "")
    for sentence in chapter.intro:
        yield from _wrapped(sentence, "", "")
    yield from _rules(chapter, "  ")
    for part in chapter.parts:
        yield ""
        yield from _wrapped(part.heading, "  ", "  ")
        yield from _rules(part, "    ")
        for block in part.parts:
            if block.rules:
                yield from _wrapped(f"{block.heading}:", "    ", "    ")
                yield from _rules(block, "      ")


def _rules(chapter: Chapter, indent: str) -> Iterator[str]:
    for rule in chapter.rules:
        yield from _wrapped(_sentence(rule), f"{indent}- ", f"{indent}  ")


def _sentence(rule: RuleInWords) -> str:
    """A rule in one sentence: what it says, where its text says so, whose word it is and where it is set, what it rests on."""
    words = f"{rule.words} ({rule.article})" if rule.article else rule.words
    where = rule.where if rule.mark is RuleMark.OWN or not rule.keys else f"mã {', '.join(rule.keys)}"
    instead = f"số của văn bản: {rule.instead.label}" if rule.instead else ""
    beside = "; ".join(filter(None, (rule.mark.label, where, instead))) if rule.mark.label else ""
    mark = f" [{beside}]" if beside else ""
    source = f" Nguồn: {rule.source.rstrip('.')}." if rule.source else ""
    return f"{words}.{mark}{source}"


def _wrapped(text: str, first: str, others: str) -> Iterator[str]:
    yield from wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )


def _data(chapter: Chapter) -> dict[str, Any]:
    return {
        "heading": chapter.heading,
        "intro": list(chapter.intro),
        "rules": [_of_rule(rule) for rule in chapter.rules],
        "chapters": [_data(part) for part in chapter.parts],
    }


def _of_rule(rule: RuleInWords) -> dict[str, Any]:
    return {
        "id": rule.id,
        "words": rule.words,
        "mark": rule.mark.word,
        "text": rule.instead.word if rule.instead else None,
        "article": rule.article or None,
        "decision": rule.decision or None,
        "in_force": rule.in_force or None,
        "source": rule.source or None,
        "where": rule.where or None,
        "keys": list(rule.keys),
    }
