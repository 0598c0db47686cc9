"""Load: very many returns in one folder, some wrong, hostile or corrupt; each good one is counted and each bad one named."""
