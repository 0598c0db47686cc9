"""What stops a whole run: the one kind of mistake that is raised, each with a sentence for people."""


class Refusal(Exception):
    """Nothing can be done; `str()` is one Vietnamese sentence that says why."""


class CannotWrite(Refusal):
    """A result cannot be put where it belongs; what stood there before is untouched."""
