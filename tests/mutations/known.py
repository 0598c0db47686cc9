"""Where the program is known to fail: the name of a mutation, and why it still does. The table prints these."""

KNOWN: dict[str, str] = {}
