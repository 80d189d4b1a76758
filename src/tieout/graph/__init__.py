"""Station 5: findings become one named graph a report; the guarded door for SPARQL; paths."""
