"""Stations 6 to 8: plan, gather, compose."""
