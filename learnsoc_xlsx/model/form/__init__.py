"""What a form is: its sheets and fields, where they are printed, and what a template is filled with beforehand."""
