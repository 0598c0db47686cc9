"""What a Vietnamese syllable can look like, to tell real Vietnamese from letters of a legacy font.

A syllable is an onset, a rime and a tone. All of them together are few (some twenty thousand, of which a
third is in use), so that "Cộng" is one and "Céng" read as it stands is not worth arguing about.
Source: the spelling rules of Quyết định 240/QĐ (1984), as found in any primer.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x"
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay  ăc ăm ăn ăng ăp ăt  âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et  ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu  iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot ooc oong  oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt  oe oen oeo oet  ô ôc ôi ôm ôn ông ôp ôt  ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut  uân uâng uât uây  uê uêch uênh uơ  uôc uôi uôm uôn uông uôt
    uy uya uych uyên uyêt uyn uynh uyt uyu
    ư ưa ưc ưi ưng ưt ưu  ươc ươi ươm ươn ương ươp ươt ươu  y
"""
_RIMES_ALONE = "yêm yên yêng yêt yêu"
_RIMES_AFTER_QU = """
    a ac ach ai an ang anh ao at au ay  ăc ăm ăn ăng ăp ăt  ân âng ât ây  e en eo et  ê êch ên ênh êt êu
    i ich in inh it  ơ ơn ơt  ôc  y ych yên yêt yn ynh yt yu
"""

_STOPS = ("c", "ch", "p", "t")
_FRONT = ("e", "ê", "i", "y")
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_TONES_BEFORE_STOP = ("\u0301", "\u0323")
_GLIDES = ("oa", "oe", "uy")


@cache
def syllables() -> frozenset[str]:
    """Return every syllable the spelling allows, lower case, NFC, with the tone in its old and new place."""
    return frozenset(
        _with_tone(onset, rime, seat, tone)
        for onset, rime in _pairs()
        for tone in (_TONES_BEFORE_STOP if rime.endswith(_STOPS) else _TONES)
        for seat in _seats(rime)
    )


def is_syllable(word: str) -> bool:
    """Say whether the word is one well-spelt Vietnamese syllable, wherever its tone is placed."""
    letters, tones = _apart(word)
    if letters.endswith(_STOPS) and tones not in _TONES_BEFORE_STOP:
        return False
    return len(tones) <= 1 and letters in _spelt()


def resembles_syllable(word: str) -> bool:
    """Say whether the word sounds like a syllable, forgiving what people misspell ("nghành", "tât")."""
    letters, tones = _apart(word)
    return len(tones) <= 1 and letters in _sounded()


def _pairs() -> Iterator[tuple[str, str]]:
    for rime in _RIMES.split():
        yield from ((onset, rime) for onset in _ONSETS.split() if _agree(onset, rime))
        if not rime.startswith("iê"):
            yield "", rime
    yield from (("", rime) for rime in _RIMES_ALONE.split())
    yield from (("qu", rime) for rime in _RIMES_AFTER_QU.split())


def _agree(onset: str, rime: str) -> bool:
    """k, gh, ngh stand before e, ê, i; c, g, ng before the others; "gì" and "giếng" are g + i."""
    if onset in ("gh", "ngh"):
        return rime.startswith(("e", "ê", "i"))
    if onset == "k":
        return rime.startswith(_FRONT)
    if onset == "g":
        return not rime.startswith(("e", "ê", "y"))
    if onset == "gi":
        return not rime.startswith(("i", "y"))
    return onset not in ("c", "ng") or not rime.startswith(_FRONT)


@cache
def _spelt() -> frozenset[str]:
    return frozenset(onset + rime for onset, rime in _pairs())


@cache
def _sounded() -> frozenset[str]:
    onsets, rimes = ["", "q", *_ONSETS.split()], [*_RIMES.split(), *_RIMES_ALONE.split()]
    return _spelt() | {onset + rime for onset in onsets for rime in rimes}


def _seats(rime: str) -> tuple[int, ...]:
    """Where the tone may sit: on the last marked vowel, else on the vowel after a glide, else on the first."""
    marked = [place for place, letter in enumerate(rime) if letter in "ăâêôơư"]
    if marked:
        return (marked[-1],)
    if rime in _GLIDES:
        return (0, 1)
    return (1,) if rime.startswith((*_GLIDES, "oo")) else (0,)


def _with_tone(onset: str, rime: str, seat: int, tone: str) -> str:
    return unicodedata.normalize("NFC", onset + rime[: seat + 1] + tone + rime[seat + 1 :])


def _apart(word: str) -> tuple[str, str]:
    """The word without its tone marks, lower case, and the tone marks."""
    marks = unicodedata.normalize("NFD", word.lower())
    tones = "".join(mark for mark in marks if mark in _TONES[1:])
    letters = "".join(mark for mark in marks if mark not in _TONES[1:])
    return unicodedata.normalize("NFC", letters), tones
