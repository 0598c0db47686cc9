"""The commune's own word inside the law: its numbers and its choices, each put in its place."""
