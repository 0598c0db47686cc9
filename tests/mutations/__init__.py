"""Returns that grow out of the templates, and what people do to them: each mutation says what it must cause."""
