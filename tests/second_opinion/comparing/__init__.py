"""Where the program and the second opinion say different things; what was compared, and what was left out and why."""
