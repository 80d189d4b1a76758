"""Questions about named things and facts of the running text."""
