"""The story of the seven years: as the runs tell it, as it must be told, and what must hold in it."""
