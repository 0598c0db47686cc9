"""Reading the law: from decision files to the words of the model, every word and every id in them checked."""
