"""The lists of the forms: people, families and clans, what was done, who is proposed."""
