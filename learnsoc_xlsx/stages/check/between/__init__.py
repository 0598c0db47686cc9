"""Between: what tables say against one another, each way of looking in a file of its own."""
