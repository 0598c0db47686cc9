"""A file for each command: what it does from its first stage to its last."""
