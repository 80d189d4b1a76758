"""Observations to metrics of the catalogue: by words, headings, dimensions and the kind of quantity; no embeddings.

``concepts`` reduces wording to concepts, ``names`` indexes the catalogue, ``match`` scores and vetoes, ``canonical``
converts values. What is not surely a catalogued metric keeps an empty one: a wrong link is worse than none.
"""

from tieout.extract.linking.link import link_metrics

__all__ = ["link_metrics"]
