"""The papers that are signed, in Word: from a run and declared papers to files ready to be read, corrected and printed."""
