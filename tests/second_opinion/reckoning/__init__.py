"""What the cells come to: figures by unit, year and phase; verdicts by the law and the commune's choices."""
