"""Sheets of an .xlsx in the spelling of almost all programs: one look at their bytes, column by column, shows all that they hold."""
