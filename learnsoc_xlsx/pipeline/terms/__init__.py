"""Terms: under what a run stands: the law in force, the register's own numbers, the calendar, the codes."""
