"""A second opinion on the numbers: an independent reckoning of a commune's figures and verdicts.

Plain Python over the cells of the returns, the codebook that the program prints, and the law as the data that it is. It
shares no code with the program, which it knows only from outside: what docs/contract.md promises.
"""
