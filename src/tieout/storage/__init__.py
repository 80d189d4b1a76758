"""Generations on disk: written whole or not at all, verified on open."""

from tieout.storage.generation import Generation
from tieout.storage.generations import IndexFolder, Verification
from tieout.storage.transaction import Transaction

__all__ = ["Generation", "IndexFolder", "Transaction", "Verification"]
