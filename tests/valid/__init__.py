"""Whether Office takes what the program writes: `python -m tests.valid` looks at every file of a whole run (`make long`)."""
