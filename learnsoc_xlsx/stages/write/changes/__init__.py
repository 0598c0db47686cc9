"""What differs between two runs, and why: the last run in a folder and this one, or one run under two registers."""
