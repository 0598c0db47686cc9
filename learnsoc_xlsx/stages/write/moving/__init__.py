"""Moving: new results take the places of the old ones, or the next start finishes it; nothing that a person made is lost."""
