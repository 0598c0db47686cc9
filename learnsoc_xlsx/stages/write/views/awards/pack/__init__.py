"""The pack for a meeting of the council: what it is to know, whom it is to look at, what it is to vote on; ten pages."""
