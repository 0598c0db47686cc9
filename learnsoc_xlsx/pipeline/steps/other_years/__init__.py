"""Other years: what a register carries over into another year, and what one of a later year dropped."""
