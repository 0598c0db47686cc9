"""Legal texts: what each states, and which of them something rests on."""
