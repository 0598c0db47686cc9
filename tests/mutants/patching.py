"""Put another code in the place of a file's functions, in a process that has long imported them."""

import gc
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from types import CodeType, FunctionType


def put_in_place(code: CodeType) -> int:
    """Give every living function of the file its code out of `code`; return how many there were.

    Whoever holds one of them goes on holding it. What stands within a function comes with it. What one of them kept of what it
    answered before is forgotten.
    """
    codes = {one.co_qualname: one for one in _functions(code)}
    patched = 0
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and _file(one.__wrapped__) == code.co_filename:
            one.cache_clear()
        if isinstance(one, FunctionType) and one.__code__.co_filename == code.co_filename:
            other = codes.get(one.__code__.co_qualname)
            if other is not None and len(other.co_freevars) == len(one.__code__.co_freevars):
                one.__code__ = other
                patched += 1
    return patched


def _file(one: object) -> str:
    """The file of a function; nothing for what is called without being one."""
    return one.__code__.co_filename if isinstance(one, FunctionType) else ""


def _functions(code: CodeType) -> Iterator[CodeType]:
    """The outermost functions of a file and the methods of its classes."""
    for one in code.co_consts:
        if isinstance(one, CodeType):
            if one.co_flags & 2:  # it has names of its own: a function, not the body of a class
                yield one
            else:
                yield from _functions(one)
