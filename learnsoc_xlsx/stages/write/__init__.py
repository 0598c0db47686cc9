"""Write the result workbooks and run.json: every page made from the run, drawn, and put in place together."""
