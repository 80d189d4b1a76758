"""The graph as RDF text."""

from __future__ import annotations

import io
from collections.abc import Sequence

from tieout import vocab
from tieout.errors import UsageError
from tieout.storage.records import report_folder
from tieout.workflow.snapshot import Snapshot

RDF_FORMATS = ("turtle", "trig", "nquads", "jsonld")


def export(snapshot: Snapshot, form: str, reports: Sequence[str]) -> bytes:
    """The reports' named graphs in one RDF format.

    Turtle has no named graphs: there the graphs are merged.

    Raises:
        UsageError: an unknown format.
    """
    if form not in RDF_FORMATS:
        raise UsageError("unknown format", subject=form, remedy=f"Known formats: {', '.join(RDF_FORMATS)}")
    data = b"".join((snapshot.generation.path / report_folder(r) / "graph.nq").read_bytes() for r in reports)
    if form == "nquads":
        return data
    import pyoxigraph as ox

    quads = list(ox.parse(data, ox.RdfFormat.N_QUADS))
    out = io.BytesIO()
    if form == "turtle":
        triples = sorted({str(q.triple): q.triple for q in quads}.items())
        ox.serialize([t for _, t in triples], out, ox.RdfFormat.TURTLE, prefixes=vocab.PREFIXES)
    else:
        target = ox.RdfFormat.TRIG if form == "trig" else ox.RdfFormat.JSON_LD
        ox.serialize(quads, out, target, prefixes=vocab.PREFIXES)
    return out.getvalue()
