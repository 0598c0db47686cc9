"""Whatever goes out to a unit is searched for what belongs to another: people, telephones, addresses, figures, names of files."""
