"""Last year: what the returns of the year before fill in beforehand in the templates of a year."""
