"""A tiny catalogue and one-page reports of a port that does not exist."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.extract.entities import extract_entities
from tieout.model import Catalogue, Entity, Goal, Page, Report, Source, Topic
from tieout.text import MappedText

TOPICS = tuple(
    Topic(f"T-{n}", label, (), "E", "T-ENV", "", (), ())
    for n, label in enumerate(
        ("Waste management", "Energy use", "Food safety", "Water stewardship", "Tax transparency", "GHG emissions")
    )
)
GOALS = (
    Goal("5", "Quiet Harbours", "", ""),
    Goal("6", "Clean Tides", "", ""),
    Goal("6.1", "Clean Tides", "6", ""),
)
CATALOGUE = Catalogue(topics=TOPICS, goals=GOALS)


def things(text: str, kind: str) -> list[Entity]:
    """The entities of one kind on one invented page."""
    return pages((text,), kind)


def pages(texts: Sequence[str], kind: str) -> list[Entity]:
    """The entities of one kind on invented pages."""
    report = Report("r", "Example Harbour Ltd", "2024", Source("r.txt", "text/plain", "0" * 64, 1),
                    tuple(Page(n, text, (), MappedText.identity(text)) for n, text in enumerate(texts, 1)))  # fmt: skip
    found = extract_entities(report, CATALOGUE)
    assert all(texts[p.page - 1][p.start : p.end] == p.quote for e in found for p in e.passages)
    return [e for e in found if e.kind == kind]


def labels(text: str, kind: str) -> list[str]:
    """Their labels."""
    return [e.label for e in things(text, kind)]
