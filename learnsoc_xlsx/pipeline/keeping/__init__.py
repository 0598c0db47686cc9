"""Keeping: what was made once from the same bytes by the same program is not made twice; it may be deleted at any time."""
