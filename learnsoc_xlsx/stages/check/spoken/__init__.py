"""Spoken: what the commune itself says of subjects, held against what the units say of them."""
