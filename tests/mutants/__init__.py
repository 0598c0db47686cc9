"""Mutants: the rooms that decide, with one small thing in them done otherwise; a test must fail at each."""
