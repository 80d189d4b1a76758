"""The version of this software; it is part of what a generation was made with."""

__version__ = "0.1.0"
