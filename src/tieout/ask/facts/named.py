"""The things of the graph that a question names in so many words: where the graph's neighbourhood is grown from."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.ask.view import View
from tieout.ask.wording.words import Term, terms

_MOST = 6


def named_things(view: View, content: Sequence[Term]) -> dict[str, float]:
    """IRI to weight of the named things whose whole label the question says; rare words weigh more, at most six."""
    found: dict[str, float] = {}
    for entity in view.entities:
        label = terms(entity.label)
        if entity.iri and label and all(any(q.matches(t) for q in content) for t in label):
            weight = sum(view.linker.weight(t) for t in label)
            found[entity.iri] = max(weight, found.get(entity.iri, 0.0))
    best = sorted(found, key=lambda iri: (-found[iri], iri))[:_MOST]
    return {iri: found[iri] for iri in best}
