"""Names for findings, made of their content: the same finding has the same IRI in every run."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tieout import vocab as v
from tieout.model import Disclosure, Findings, Observation


class _Ordinals:
    """Tells repeated keys apart by the order in which they come."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def __call__(self, iri: str) -> str:
        self._seen[iri] += 1
        return v.nth(iri, self._seen[iri])


def with_iris(findings: Findings) -> Findings:
    """The findings with every ``iri`` filled from content; what stood there before is not looked at.

    The key of an observation is its place and what it says there (not which metric it was linked to, nor how sure the
    link is), so that a better linker keeps the name. Findings that share a key are numbered in their order.
    """
    name = _Ordinals()
    return Findings(
        observations=tuple(replace(o, iri=name(_observation(o))) for o in findings.observations),
        disclosures=tuple(replace(d, iri=name(_disclosure(d))) for d in findings.disclosures),
        entities=tuple(replace(e, iri=name(v.mint_entity(e.report, e.kind, e.label))) for e in findings.entities),
    )


def _observation(o: Observation) -> str:
    return v.mint_observation(
        o.report,
        o.passage.page,
        f"{o.passage.start}-{o.passage.end} {o.cell[0]}-{o.cell[1]} {o.origin} {o.row} {o.column}",
        o.table,
        o.period,
        o.organization,
        o.indicator,
        o.group,
        o.raw_value,
        *(part for dimension in o.dimensions for part in (dimension.type, dimension.value)),
    )


def _disclosure(d: Disclosure) -> str:
    clause = f"{d.framework}:{d.code}@{d.edition}" if d.edition else f"{d.framework}:{d.code}"
    return v.mint_disclosure(d.report, clause, d.topic_standard)
