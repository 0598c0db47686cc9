"""Movers: who stands in last year's lists and who in this year's, as one person or household over the years."""
