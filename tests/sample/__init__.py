"""A made-up commune, made again from a seed: `python -m tests.sample` writes input_templates/sample."""
