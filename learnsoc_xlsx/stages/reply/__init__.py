"""Reply: the answer to each sender, their own workbook marked where it needs another look, and a letter to go with it."""

from learnsoc_xlsx.stages.reply.answers import Answer, Reminder, answers
from learnsoc_xlsx.stages.reply.reply import replies

__all__ = ["Answer", "Reminder", "answers", "replies"]
