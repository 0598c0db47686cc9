"""The words of a template's cells: prompts and messages, each made from a field's declaration."""

from fractions import Fraction

from learnsoc_xlsx.model.form.form import Field, Kind

YES, NO = "x", "không"
MARKS = (YES, NO)

PROMPT_TITLE, PROMPT, REFUSAL = 32, 255, 224
"""Excel's limits, in characters. Source: [MS-OI29500] 2.1.613, which sets a message of refusal a lower one than a prompt."""

_WANTED = {
    Kind.TEXT: "Ghi bằng chữ.",
    Kind.COUNT: "Số nguyên, ví dụ 12. Không có thì ghi 0.",
    Kind.MONEY: "Số đồng, viết liền, ví dụ 1500000. Không có thì ghi 0.",
    Kind.SCORE: "Điểm, ví dụ 8 hoặc 7,5.",
    Kind.NUMBER: "Một số, ví dụ 70 hoặc 12,5.",
    Kind.YEAR: "Năm bốn chữ số.",
    Kind.DATE: "Ngày/tháng/năm, ví dụ 13/5/2026.",
    Kind.MARK: "Chọn “x” nếu có, “không” nếu không có.",
    Kind.CHOICE: "Chọn trong danh sách của ô.",
}
_REFUSED = {
    Kind.COUNT: "Ô này cần một số nguyên{bounds}, viết liền bằng chữ số{example}.",
    Kind.MONEY: "Ô này cần số tiền bằng đồng{bounds}, viết liền bằng chữ số, ví dụ 1500000.",
    Kind.SCORE: "Ô này cần một số điểm{bounds}, ví dụ 8 hoặc 7,5.",
    Kind.NUMBER: "Ô này cần một số{bounds}, ví dụ 70 hoặc 12,5.",
    Kind.YEAR: "Ô này cần một năm có bốn chữ số{bounds}{example}.",
    Kind.DATE: "Máy chưa hiểu đây là một ngày. Cần ngày/tháng/năm, ví dụ 13/5/2026. Vẫn giữ như đã ghi?",
    Kind.MARK: "Ô này cần “x” nếu có, “không” nếu không. Hãy bấm mũi tên ở ô để chọn.",
    Kind.CHOICE: "Ô này cần một mục trong danh sách. Hãy bấm mũi tên ở ô để chọn.",
}
REFUSED_TITLE = "Xin xem lại ô này"


def plain(value: Fraction | int) -> str:
    """Return an exact number as people write it: a comma for decimals, no grouping."""
    exact = Fraction(value)
    return str(exact.numerator) if exact.denominator == 1 else f"{float(exact):g}".replace(".", ",")


def cut(text: str, length: int) -> str:
    """Return a text that is no longer than `length`, cut between words."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0] + "…"


def prompt(field: Field) -> str:
    """What is wanted in a cell, as Excel shows it beside the selected cell."""
    return cut(
        " ".join(
            filter(None, ("Bắt buộc." if field.required else "", f"{(field.help or _WANTED[field.kind]).rstrip('.')}."))
        ),
        PROMPT,
    )


def refusal(field: Field) -> str:
    """What Excel says when something else was typed."""
    return cut(_REFUSED[field.kind].format(bounds=_bounds(field), example=_example(field)), REFUSAL)


def _example(field: Field) -> str:
    """An example that the field would take; where there is a least and a most none is needed."""
    if field.kind is Kind.YEAR:
        return f", ví dụ {field.example_year}"
    return "" if field.max is not None else ", ví dụ 12"


def _bounds(field: Field) -> str:
    if field.min is not None and field.min == field.max:
        return f" bằng {plain(field.min)}"
    if field.min is not None and field.max is not None:
        return f" từ {plain(field.min)} đến {plain(field.max)}"
    if field.min is not None:
        return f" từ {plain(field.min)} trở lên"
    return "" if field.max is None else f" không quá {plain(field.max)}"
