"""The parts of forgetting."""
