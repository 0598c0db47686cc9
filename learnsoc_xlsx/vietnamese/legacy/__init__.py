"""Legacy fonts: text typed before Unicode, told apart and decoded."""
