"""What comes in: the mailbox, the submissions and their versions, the tables in them."""
