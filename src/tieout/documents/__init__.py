"""Station 1 and 2: a Source becomes a Report and its Chunks."""
