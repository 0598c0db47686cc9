"""Several: of the versions of one return, which counts, what differs, and what only people can settle."""
