"""Pages that lay two runs side by side: what changed since the last one, and what other choices would change."""
