"""The whole journey: the only rooms that know both the stages and the catalogue."""
