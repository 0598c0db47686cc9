"""Sheets: each kind of sheet that a template has."""
