"""What went into two runs, and what of it differs: returns, the register, the law, the program, the day."""
