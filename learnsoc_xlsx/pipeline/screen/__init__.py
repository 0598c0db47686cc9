"""Screen: what a command says when it is done."""
