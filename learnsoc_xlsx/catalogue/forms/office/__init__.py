"""The forms that no unit fills in: what the commune itself lays among the returns."""
