"""Mail: fetch the messages of a mailbox, unwrap them, keep what may be reports, and remember what was kept."""
