"""The fund and the statistics of a year: what its awards cost and out of what, and how many of each form there were."""
