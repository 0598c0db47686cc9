"""Children: processes of their own, bounded, in which one file is read that may be the end of its reader."""
