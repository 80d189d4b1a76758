"""Where a unit stands in running text: beside a figure, in a heading's brackets, in a flattened table row."""

from __future__ import annotations

from tieout.quantities.grammar import read_ahead


def find_unit(text: str, at: int) -> tuple[int, int] | None:
    """The half-open span of the unit expression that begins at ``at``, white space aside, or None.

    Only known words are taken, so that prose after a figure is never swallowed. Reads at most 160 characters.
    """
    return read_ahead(text, at)
