"""One tidy form, one matching key and one alphabetical order for Vietnamese text.

The same village comes back as "Hòa Bình", "Hoà Bình", "HÒA  BÌNH." or in decomposed letters from a Mac, and
to a computer these are four names. This file decides when two of them are one.
"""

import re
import unicodedata
from functools import lru_cache

_WordOrder = tuple[int, int, tuple[int, ...], tuple[int, ...]]
SortKey = tuple[tuple[_WordOrder, ...], str]

# Zero-width and bidirectional marks, the soft hyphen, the byte order mark, fillers, selectors of a look, controls but the
# next line (\u0085, a blank), what only steers the setting of shorthand and music.
_INVISIBLE = (
    "\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_LOOK_ALIKES = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
_ODD = re.compile(f"[{_INVISIBLE}{''.join(_LOOK_ALIKES)}]")

# "%", "#", "&" and "+" stay: "Hộ đạt" and "Hộ đạt (%)" are two columns.
_PUNCTUATION = re.compile(r"""[.,;:!?…/\\|()\[\]{}<>"“”„«»*_•·\u2010-\u2015\u2212-]""")
_ADDRESS = re.compile(r"^(?:(?:hộ gia đình|gia đình|hộ) )?(?:(?:ông|bà|anh|chị) )?|^dòng (?=họ )")
_APOSTROPHE = re.compile("[’‘ʼ`´]")

# Old spelling puts the tone on the first letter of an open oa, oe, uy; the new one on the last.
_OLD = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
_NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
_TO_NEW = dict(zip(_OLD.split(), _NEW.split(), strict=True))
_OLD_PLACE = re.compile(rf"(?<!q)(?:{'|'.join(_TO_NEW)})(?![^\W\d_])")

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # ngang huyền hỏi ngã sắc nặng
_RANK = {
    unicodedata.normalize("NFC", letter + mark): (place, tone)
    for place, letter in enumerate(_ALPHABET)
    for tone, mark in enumerate(_TONES)
}
_CASES = {*_RANK, *map(str.upper, _RANK)}
LETTERS = "A-Za-z" + "".join(sorted(_CASES - set(map(chr, range(128)))))
"""The letters of Vietnamese in one piece, small and capital: within the brackets of an expression."""
_SEEN = frozenset(_CASES | set("0123456789"))
"""With what most texts begin that can be seen."""
_RUN = re.compile(r"\d{1,18}|[^\d\s]+")


def clean(text: str) -> str:
    """Return the text in NFC, with "Đ" for its look-alikes, nothing invisible, and single spaces.

    Decode legacy fonts first: in TCVN3 the soft hyphen is the letter "ư". Cleaning twice changes nothing.
    """
    if not text.isascii():
        # Invisible marks go first: one may stand between a letter and its tone.
        text = unicodedata.normalize("NFC", _ODD.sub(lambda odd: _LOOK_ALIKES.get(odd[0], ""), text))
    return " ".join(text.split())


def visible(text: str) -> str:
    """Return the text in one line of what can be seen: `clean`, and nothing that controls a screen or is no letter at all."""
    tidy = clean(text)
    return tidy if tidy.isprintable() else " ".join("".join(map(_or_space, tidy)).split())


def is_blank(text: str) -> bool:
    """Whether nothing in a text can be seen: blanks of any kind, zero-width letters, soft hyphens."""
    return not text or (text[0] not in _SEEN and not clean(text))


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """Return what is the same for one Vietnamese name or label however it was typed.

    Case, spaces, punctuation and the place of the tone ("hòa", "hoà") no longer count; diacritics do.
    Meant for matching, never for showing. Taking the key of a key changes nothing.
    """
    folded = _APOSTROPHE.sub("'", unicodedata.normalize("NFC", clean(text).casefold()))
    words = _PUNCTUATION.sub(" ", folded).split()
    return _OLD_PLACE.sub(lambda old: _TO_NEW[old[0]], " ".join(words).strip("' "))


def unaddressed(text: str) -> str:
    """Return the key of a name without the words by which papers address it: “Hộ ông Nguyễn Văn An” is “nguyễn văn an”.

    “Họ Nguyễn” keeps its word, which is the clan's own; a name of which too little would remain is kept whole.
    """
    whole = key(text)
    name = _ADDRESS.sub("", whole)
    return name if len(name.split()) >= 2 else whole


def bare(text: str) -> str:
    """Return the key without any diacritics, "đ" as "d": for suggestions only, it merges different names."""
    letters = unicodedata.normalize("NFD", key(text).replace("đ", "d"))
    kept = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return " ".join(unicodedata.normalize("NFC", kept).split())


@lru_cache(maxsize=1 << 14)
def sort_key(text: str) -> SortKey:
    """Return a key for Vietnamese alphabetical order, word by word: a ă â … d đ …, and then the tones.

    The tones come as ngang, huyền, hỏi, ngã, sắc, nặng (dictionary order, TCVN). Numbers come before letters
    and by their value, so that "Thôn 2" precedes "Thôn 10". Texts that differ only in spelling keep a fixed
    order, whatever order they were given in.
    """
    return tuple(_word_order(run) for run in _RUN.findall(key(text))), clean(text)


def _word_order(run: str) -> _WordOrder:
    if run.isdecimal():
        return 0, int(run), (), ()
    ranks = [_RANK.get(letter, (len(_ALPHABET) + ord(letter), 0)) for letter in run]
    return 1, 0, tuple(place for place, _ in ranks), tuple(tone for _, tone in ranks)


def _or_space(letter: str) -> str:
    return letter if letter.isprintable() else " "
