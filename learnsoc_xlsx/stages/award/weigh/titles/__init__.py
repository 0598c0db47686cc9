"""Titles: whether a title holds in a year, by its recognition, and beside it by the rule of its own criteria."""
