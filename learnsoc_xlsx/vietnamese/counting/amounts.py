"""Amounts of đồng in words, as an accountant writes them beside the figures.

Numbers are read by classes of three digits: đơn vị, nghìn, triệu; from tỷ on the same reading begins anew ("một nghìn
tỷ", "một triệu tỷ"). A class of nothing but zeros is not read; any other one behind the first is read with its hundreds
("không trăm"). Where more than one word is in use, it is "linh" (not "lẻ"), "nghìn" (not "ngàn"), "tỷ" (not "tỉ"), and
"tư" only behind "mươi". Source: how numbers are read in Vietnamese schools and accounting; no legal text is known to us
that lays the words down.
"""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BEHIND_TEN = (*_DIGITS[:5], "lăm", *_DIGITS[6:])
_BEHIND_TENS = ("", "mốt", "hai", "ba", "tư", "lăm", *_DIGITS[6:])
_BILLION = 10**9
_CLASSES = ((10**6, ("triệu",)), (10**3, ("nghìn",)), (1, ()))


def amount_in_words(amount: int) -> str:
    """Write an amount of đồng in words: "Một triệu không trăm linh năm nghìn đồng".

    The first letter is a capital, the last word is "đồng". "Chẵn" is not added: it is a habit of some offices, says
    nothing about whole đồng, and may be put behind. Raises ValueError for an amount below nothing.
    """
    if amount < 0:
        raise ValueError(f"an amount below nothing has no words here: {amount}")
    words = " ".join([*_number(amount), "đồng"])
    return words[0].upper() + words[1:]


def _number(number: int) -> list[str]:
    """The words of a number."""
    if not number:
        return [_DIGITS[0]]
    billions, rest = divmod(number, _BILLION)
    words = [*_number(billions), "tỷ"] if billions else []
    for size, name in _CLASSES:
        three, rest = divmod(rest, size)
        if three:
            words += [*_three(three, foremost=not words), *name]
    return words


def _three(number: int, *, foremost: bool) -> list[str]:
    """The words of a class, not all zeros; those of the foremost begin with its first digit that is no zero."""
    hundreds, below = divmod(number, 100)
    if foremost and not hundreds:
        return _two(below)
    words = [_DIGITS[hundreds], "trăm"]
    if not below:
        return words
    return [*words, *([] if below >= 10 else ["linh"]), *_two(below)]


def _two(number: int) -> list[str]:
    """The words of one or two digits that are not both 0."""
    tens, ones = divmod(number, 10)
    if not tens:
        return [_DIGITS[ones]]
    ten, digits = (["mười"], _BEHIND_TEN) if tens == 1 else ([_DIGITS[tens], "mươi"], _BEHIND_TENS)
    return [*ten, digits[ones]] if ones else ten
