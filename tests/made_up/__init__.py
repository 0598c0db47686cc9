"""What people would write who are not there: registers, names, figures, lists and whole reports, the same from the same seed.

The sample, the mutations and the benchmark are made of it. Values are exact, a choice is given by its id.
"""
