"""At once: all candidates of an award side by side, so that what they have alike is weighed and worded once."""
