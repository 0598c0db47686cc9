"""The law in words, case by case: each rule of the catalogue just under, at and just over, with the article that says so."""
