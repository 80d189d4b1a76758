"""Whether a path proves what it says: true as it stands, false once any of its links is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from tieout.graph.ontology import ontology_quads
from tieout.graph.paths import ask_for

Triple = tuple[str, str, str]


def ontology_nquads(folder: Path) -> bytes:
    """The statements of the ontology as sorted N-Quads, so that graphs can be queried where no ontology is."""
    return "".join(sorted({f"{quad} .\n" for quad in ontology_quads(folder)})).encode()


class Graph:
    """Statements in memory, of which single ones can be taken away and put back."""

    def __init__(self, nquads: Iterable[bytes]) -> None:
        """Load the graphs.

        Args:
            nquads: one or more graphs.

        Raises:
            SyntaxError: one is no N-Quads.
        """
        self._store = ox.Store()
        for part in nquads:
            self._store.bulk_load(part, ox.RdfFormat.N_QUADS)

    def holds(self, links: Sequence[Triple]) -> bool:
        """Whether ``ask_for(links)`` is true on this graph."""
        return bool(self._store.query(ask_for(links), use_default_graph_as_union=True))

    def needless_link(self, links: Sequence[Triple]) -> Triple | None:
        """The first link without which ``ask_for(links)`` is still true on this graph, or None: every one is needed.

        Raises:
            ValueError: a link's end is no IRI.
        """
        for link in links:
            subject, predicate, target = (ox.NamedNode(iri) for iri in link)
            quads = list(self._store.quads_for_pattern(subject, predicate, target, None))
            for quad in quads:
                self._store.remove(quad)
            try:
                if self.holds(links):
                    return link
            finally:
                for quad in quads:
                    self._store.add(quad)
        return None
