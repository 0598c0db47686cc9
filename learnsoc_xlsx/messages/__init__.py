"""E-mails: their headers, and what they carry."""
