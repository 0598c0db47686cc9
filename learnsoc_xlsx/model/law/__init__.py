"""What decides: indicators, titles, awards and rounds as the law states them, and the verdicts that come of them."""
