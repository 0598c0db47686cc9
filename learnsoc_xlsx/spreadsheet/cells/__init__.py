"""What cells say that the reader of workbooks gives as a blank, or with what is not theirs: each container in its own way."""
