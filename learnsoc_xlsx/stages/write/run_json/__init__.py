"""run.json: the whole run for machines, its keys sorted and its numbers exact."""
