"""The vocabulary of sustainability reporting and of those who ask about it, by field, as data."""
