"""The papers around a meeting of the council: what is laid before it, what it concluded, what to look at before signing."""
