"""What is known of the file formats themselves, whatever stands in them."""
