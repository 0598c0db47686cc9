"""The passwords of returns, as a value that travels to whoever opens files."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Passwords:
    """The passwords that the officer was told; they are never shown."""

    words: tuple[str, ...] = field(default=(), repr=False)


NO_PASSWORDS = Passwords()
