"""Passages as they answer: sentences, the shortest stretch that still proves, spans, and where an index row leads."""
