"""The papers that a run prints: their texts, block by block, and the Word files that are made of them."""
