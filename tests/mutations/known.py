"""Where the program is known to fail: the name of a mutation, and why it still does. The table prints these."""

KNOWN = {
    "signature under a list": "a line with a name and nothing else is what a record begins as; nothing tells it from one",
    "0 is outside the limits of families (C13)": "a limit broken in one cell also breaks the rule with its neighbour: one cause has two findings",
    "a remark where the help stands": "the reader does not know the printed help, which is made at printing; only numbers there are noticed",
    "a figure where last year's stands": "last year's figures may have been printed there, so that a typed one cannot be told",
    "label made to ask for something else": "the hidden tag is believed over the label, so that a reworded label is still read; there is no finding for tampering yet",
}
