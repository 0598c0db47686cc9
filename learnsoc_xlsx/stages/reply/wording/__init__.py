"""The wording of letters: text files that an officer can read and change, and the words that they may use."""
