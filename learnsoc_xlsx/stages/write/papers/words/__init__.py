"""The words that the text of a paper may use, and where they come from in a run."""
