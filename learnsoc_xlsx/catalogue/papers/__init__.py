"""What papers are made of, as data: where the texts of a certificate stand on a pre-printed blank."""
