"""Whole numbers within bytes, many at a time: the eight bytes of each are taken as one, and added up as such."""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
_Words = npt.NDArray[np.uint64]

MOST = 8
"""Digits of a number that is read whole; of a longer one the first."""
MARGIN = b"\0" * MOST
"""What must stand behind the last number."""

_OF_DIGITS = np.uint64(0x1010101010101010)
_TENS = (
    (np.uint64(0x0F0F0F0F0F0F0F0F), np.uint64(10 * (1 << 8) + 1), np.uint64(8)),
    (np.uint64(0x00FF00FF00FF00FF), np.uint64(100 * (1 << 16) + 1), np.uint64(16)),
    (np.uint64(0x0000FFFF0000FFFF), np.uint64(10_000 * (1 << 32) + 1), np.uint64(32)),
)
"""Digits to pairs, pairs to fours, fours to eight: what to keep, what to multiply by, how far to move."""


def seen(body: bytes) -> Bytes:
    """Return bytes to look at."""
    return np.frombuffer(body, np.uint8)


def digits(view: Bytes, at: Numbers) -> tuple[Numbers, Numbers]:
    """Return the whole numbers that begin at some places, of up to eight digits, and the place behind each; 0 where none does.

    Behind a number a quote, a bracket, a letter, a sign or nothing must stand: “:” and “;” would be taken for digits.
    """
    words = np.ndarray((len(view) - MOST + 1,), np.dtype("<u8"), view, strides=(1,))[at]
    length = _length(words)
    number = np.where(length, words << (np.uint64(64) - np.uint64(8) * np.maximum(length, np.uint64(1))), np.uint64(0))
    for kept, times, step in _TENS:
        number = ((number & kept) * times) >> step
    return number.astype(np.int64), at + length.astype(np.int64)


def _length(words: _Words) -> _Words:
    """How many digits each word begins with: of the bytes that may stand there only digits bear the fifth bit, and not the
    third and fourth together, as “<” does.
    """
    others = (~words | (words << np.uint64(2) & words << np.uint64(1)) | words >> np.uint64(2)) & _OF_DIGITS
    return np.bitwise_count((others & -others) - np.uint64(1)).astype(np.uint64) >> np.uint64(3)
