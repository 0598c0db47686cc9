"""Certificates on pre-printed blanks (phôi): only the texts that vary, each in a frame at its place in millimetres."""
