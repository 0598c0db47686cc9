"""Steps: what lies between two stages, and knows both the stages and the catalogue."""
