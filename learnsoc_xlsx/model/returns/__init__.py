"""What comes in: the mailbox, the submissions and their versions, the tables in them, and the figures that they come to."""
