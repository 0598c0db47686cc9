"""Fetch: read the messages of a mailbox, keep what may be reports, and remember what was kept."""
