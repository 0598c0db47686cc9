"""Start: what a commune is asked on its first evening, and the register that comes of the answers."""
