"""The plan of an answer, visible: what the question was taken to ask, what its words were linked to, what was not."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Intent(StrEnum):
    """What kind of answer a question wants."""

    LOOKUP = "lookup"
    TREND = "trend"
    CHANGE = "change"
    SHARE = "share"
    RATIO = "ratio"
    RANK = "rank"
    COMPARE = "compare_dimensions"
    COMPANIES = "compare_companies"
    DIFFERENCE = "difference"
    SUM = "sum"
    AVERAGE = "average"
    CLAUSE_STATUS = "clause_status"
    CLAUSE_EVIDENCE = "clause_evidence"
    CLAUSE_REASON = "clause_reason"
    CLAUSE_FOR = "which_clause"
    CLAUSE_CONTENT = "clause_content"
    THING = "named_thing"
    LIST = "list"
    SDG = "goal"
    NARRATIVE = "narrative"
    CONSISTENCY = "consistency"


@dataclass(frozen=True, slots=True)
class PlanEntity:
    """Something the question names: its kind (metric, series, clause, organization, period …), label, IRI and score."""

    kind: str
    label: str
    iri: str = ""
    score: float = 1.0

    def to_json(self) -> dict[str, object]:
        """As JSON values."""
        return {"kind": self.kind, "label": self.label, "iri": self.iri or None, "score": round(self.score, 3)}


@dataclass(frozen=True, slots=True)
class QueryPlan:
    """Intent, linked entities, unresolved words, and the reports and periods the answer is sought in.

    ``read_as`` is the whole question that a follow-up was taken to ask.
    """

    intent: Intent
    entities: tuple[PlanEntity, ...] = ()
    unresolved: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    read_as: str = ""
    bindings: tuple[tuple[str, str], ...] = field(default=())

    def to_json(self) -> dict[str, object]:
        """As JSON values."""
        found: dict[str, object] = {
            "intent": self.intent.value,
            "entities": [e.to_json() for e in self.entities],
            "unresolved": list(self.unresolved),
            "reports": list(self.reports),
            "periods": list(self.periods),
            "bindings": dict(self.bindings),
        }
        if self.read_as:
            found["read_as"] = self.read_as
        return found
