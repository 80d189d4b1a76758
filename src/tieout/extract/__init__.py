"""Station 4: a Report and the Catalogue become Findings."""
