"""The release gate of the index folder."""
