"""Communes drawn from a seed, made for the awards: numbers at, over and under what the commune set, equals at the quota,
what is missing or blocked, units that come, go and send twice, several years.

The same seed always gives the same folder.
"""
