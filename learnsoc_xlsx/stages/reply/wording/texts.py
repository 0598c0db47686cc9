"""The texts of letters that a commune may word for itself, by the names of their files; to look for them loads nothing else."""

ANSWER, REMINDER, SENDING = "thu_tra_loi.txt", "thu_nhac.txt", "thu_gui_mau.txt"
"""As issued and in the commune's folder."""
LONGEST_TEXT = 20_000
"""Bytes of a text; those as issued have a quarter of it."""
