"""What stops a whole run: the one kind of mistake that is raised, each with a sentence for people."""

import errno


class Refusal(Exception):
    """Nothing can be done; `str()` is one Vietnamese sentence that says why."""


class CannotWrite(Refusal):
    """A result cannot be put where it belongs; what stood there before is untouched."""


class Stopped(BaseException):
    """Somebody asked the program to stop, by a signal of this number; `str()` is one Vietnamese sentence. No error: nobody
    who takes errors takes it.
    """

    def __init__(self, number: int, sentence: str) -> None:
        super().__init__(sentence)
        self.number = number
        self.status = 128 + number


ENDING = (KeyboardInterrupt, SystemExit, Stopped)
"""What ends the program whoever is at work: whoever takes all that a library may raise lets these go on."""


_WHY = {
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "hết chỗ trống",
    errno.EEXIST: "đã có tệp trùng tên thư mục",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EISDIR: "đó là thư mục",
    errno.ENOENT: "không có thư mục ấy",
}


def why(error: OSError) -> str:
    """Say in Vietnamese why the system refused."""
    return _WHY.get(error.errno or 0, f"hệ thống báo: {error.strerror or error}")
