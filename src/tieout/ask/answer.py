"""What leaves asking: an answer or an abstention, with its proof, and its JSON as every caller can rely on it."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.ask.plan import QueryPlan
from tieout.ask.ports import GraphPath
from tieout.model import AnswerStatus, Passage
from tieout.quantities import tidy_unit


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of the answer: decimal string, unit, and where it belongs. Derived values have no observation."""

    organization: str
    metric: str
    dimensions: tuple[tuple[str, str], ...]
    period: str
    value: str
    unit: str
    observation: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a report that proves a claim; ``passage.quote`` stands on the page letter for letter."""

    passage: Passage
    section: str
    iri: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """Something that is there while the thing asked for is not."""

    what: str
    page: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer. ``short`` is the bare figure or name; ``answer`` one or two plain sentences."""

    id: str
    question: str
    status: AnswerStatus
    answer: str
    plan: QueryPlan
    short: str = ""
    values: tuple[Value, ...] = ()
    calculation: str | None = None
    citations: tuple[Citation, ...] = ()
    paths: tuple[GraphPath, ...] = ()
    query: str | None = None
    nearest: tuple[Nearest, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float | None = None

    def to_json(self) -> dict[str, object]:
        """The answer as JSON values, in the order of the contract."""
        return {
            "id": self.id,
            "question": self.question,
            "status": self.status.value,
            "answer": self.answer,
            "short": self.short,
            "values": [_value(v) for v in self.values],
            "calculation": self.calculation,
            "citations": [_citation(c) for c in self.citations],
            "paths": [_path(p) for p in self.paths],
            "query": self.query,
            "nearest": [{"what": n.what, "page": n.page, "quote": n.quote} for n in self.nearest],
            "notes": list(self.notes),
            "plan": self.plan.to_json(),
            "seconds": self.seconds,
        }


def _value(v: Value) -> dict[str, object]:
    return {
        "organization": v.organization,
        "metric": v.metric,
        "dimensions": dict(v.dimensions),
        "period": v.period,
        "value": v.value,
        "unit": tidy_unit(v.unit),
        "observation": v.observation or None,
    }


def _citation(c: Citation) -> dict[str, object]:
    return {
        "report": c.passage.report,
        "page": c.passage.page,
        "section": c.section,
        "quote": c.passage.quote,
        "start": c.passage.start,
        "end": c.passage.end,
        "passage": c.iri,
    }


def _path(path: GraphPath) -> dict[str, object]:
    links = [
        {
            "subject": link.subject,
            "subject_label": link.subject_label,
            "predicate": link.predicate,
            "predicate_label": link.predicate_label,
            "object": link.object,
            "object_label": link.object_label,
        }
        for link in path.links
    ]
    return {"links": links, "ask": path.ask}
