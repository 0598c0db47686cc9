"""Seven years of a made-up commune, one after another: `python -m tests.long` plays them, tells them and holds them to their promises."""
