"""The papers in Word."""
