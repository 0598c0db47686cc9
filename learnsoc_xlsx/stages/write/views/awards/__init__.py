"""Pages of awards: who is recommended by group, the record for the council, every reason."""
