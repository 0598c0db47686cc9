"""Metamorphic relations: what must stay as it is, or may only move one way, when what was reported is changed in a known way.

Nobody has to know the right figures: two results are held against one another. Communes are made up from a seed.
"""
