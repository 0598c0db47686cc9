"""Rulebook: what law, plan and commune have awards go by in a year, in words that the council's secretary reads on paper."""
