"""Observations to metrics of the catalogue: by words, headings, dimensions and the kind of quantity; no embeddings.

``concepts`` reduces wording to concepts by the tables of ``vocabulary``; ``names`` indexes the catalogue; ``subject``
reads an observation; ``match`` scores and vetoes; ``canonical`` converts values. What is not surely a catalogued metric
keeps an empty one: a wrong link is worse than none.
"""

from tieout.extract.linking.link import link_metrics

__all__ = ["link_metrics"]
