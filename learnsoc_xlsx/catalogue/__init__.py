"""What the plan and the law declare, as data: forms, indicators, decisions, workbooks."""
