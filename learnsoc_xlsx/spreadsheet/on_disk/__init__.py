"""Files as systems hold them: which names they take, what they put around a file or beside it."""
