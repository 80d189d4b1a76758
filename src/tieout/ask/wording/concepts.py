"""General English of sustainability reporting as data: which words and phrases mean the same.

The vocabulary is that of the field and of everyday speech, not of a report: the metric catalogue, the topics and the
clauses bring their own labels and synonyms beside it. A phrase may stand for several concepts; context decides.
"""

from __future__ import annotations

from collections.abc import Iterable

from tieout.ask.wording.vocabulary import business, environment, governance, people


def _table(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Entries "concept: phrase, phrase", each over a line and the indented ones after it, as a mapping."""
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        for entry in text.replace("\n    ", " ").strip().splitlines():
            concept, _, phrases = entry.partition(":")
            found[concept] = tuple(p.strip() for p in phrases.split(",") if p.strip())
    return found


CONCEPTS = _table(part.PHRASES for part in (people, environment, governance, business))
