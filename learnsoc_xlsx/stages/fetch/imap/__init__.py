"""IMAP: one folder of a mailbox, read and not changed, whatever the server is or does."""
