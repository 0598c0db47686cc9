"""The words of the house: frozen dataclasses that every stage speaks, standard library only."""
