"""Findings as rows with the contract's columns: one function a verb, used by every shell."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tieout.model import Disclosure, Entity, Observation

Row = dict[str, str]

OBSERVATION_COLUMNS = (
    "report", "organization", "page", "section", "indicator", "metric", "dimension_type", "dimension_value", "unit",
    "value_canonical", "unit_canonical", "period", "value", "raw_value", "qualifier", "quote", "origin", "method",
)  # fmt: skip
CLAUSE_COLUMNS = (
    "report", "framework", "code", "topic_standard", "edition", "title", "obligation", "indexed", "status",
    "references", "locations", "explanation", "page", "evidence", "quote",
)  # fmt: skip
ENTITY_COLUMNS = ("report", "kind", "label", "page", "section", "quote", "basis", "score", "detail")


def decimal_text(value: Decimal | None) -> str:
    """A Decimal without exponent; nothing for None."""
    return "" if value is None else format(value, "f")


def observation_rows(observations: Sequence[Observation]) -> list[Row]:
    """One row a figure; two dimensions at once are joined by "|"."""
    return [
        {
            "report": o.report,
            "organization": o.organization,
            "page": str(o.passage.page),
            "section": o.section,
            "indicator": o.indicator,
            "metric": o.metric,
            "dimension_type": "|".join(d.type for d in o.dimensions),
            "dimension_value": "|".join(d.value for d in o.dimensions),
            "unit": o.unit,
            "value_canonical": decimal_text(o.value_canonical),
            "unit_canonical": o.unit_canonical,
            "period": o.period,
            "value": decimal_text(o.value),
            "raw_value": o.raw_value,
            "qualifier": o.qualifier,
            "quote": o.passage.quote,
            "origin": o.origin.value,
            "method": o.method,
        }
        for o in observations
    ]


def clause_rows(disclosures: Sequence[Disclosure]) -> list[Row]:
    """One row a clause of the content index or of the framework's coverage."""
    return [
        {
            "report": d.report,
            "framework": d.framework,
            "code": d.code,
            "topic_standard": d.topic_standard,
            "edition": d.edition,
            "title": d.title,
            "obligation": d.obligation,
            "indexed": "yes" if d.indexed else "no",
            "status": d.status.value,
            "references": d.references,
            "locations": "|".join(
                place for at in d.locations if (place := at.section or (f"p{at.page}" if at.page else ""))
            ),
            "explanation": d.explanation,
            "page": str(d.passage.page) if d.passage else "",
            "evidence": str(len(d.evidence)),
            "quote": d.passage.quote if d.passage else "",
        }
        for d in disclosures
    ]


def entity_rows(entities: Sequence[Entity]) -> list[Row]:
    """One row a thing, with all pages that name it."""
    return [
        {
            "report": e.report,
            "kind": e.kind,
            "label": e.label,
            "page": "|".join(str(n) for n in sorted({p.page for p in e.passages})),
            "section": e.section,
            "quote": e.passages[0].quote if e.passages else "",
            "basis": e.basis.value,
            "score": f"{e.score:.2f}",
            "detail": e.detail,
        }
        for e in entities
    ]
