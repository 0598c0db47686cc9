"""Start: the questions of the first evening and how their answers are read."""
