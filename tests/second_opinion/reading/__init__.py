"""What stands in the returns and in the register: cells, what people type in them, which returns count."""
