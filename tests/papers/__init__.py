"""The papers in Word, and what makes their templates."""
