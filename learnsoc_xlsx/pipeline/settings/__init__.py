"""Settings: what the officer tells the program beside the returns."""
