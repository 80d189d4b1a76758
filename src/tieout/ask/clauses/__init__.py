"""Questions about clauses of a framework and the index rows that answer them."""
