"""Registers beside the one that holds: of other years, and one whose choices are tried."""
