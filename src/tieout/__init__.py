"""Tieout: an ESG knowledge graph whose every answer ties out to the character on the page."""

from __future__ import annotations

from tieout.errors import TieoutError
from tieout.version import __version__

__all__ = ["Library", "Settings", "TieoutError", "__version__"]


def __getattr__(name: str) -> object:
    """Import the facade only when it is used, so that ``import tieout`` stays light."""
    if name == "Library":
        from tieout.library import Library

        return Library
    if name == "Settings":
        from tieout.config import Settings

        return Settings
    raise AttributeError(name)
