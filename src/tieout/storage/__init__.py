"""Generations on disk: written whole or not at all, verified on open."""
