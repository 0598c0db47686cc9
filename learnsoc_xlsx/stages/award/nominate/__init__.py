"""Nominate: who may be awarded in a round, and all that is known of each."""
