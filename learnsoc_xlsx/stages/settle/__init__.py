"""Settle: which register holds, whose each return is and for which year, and which of several versions counts."""
