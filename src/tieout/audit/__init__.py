"""Checks over observations, index pointers and evidence."""
