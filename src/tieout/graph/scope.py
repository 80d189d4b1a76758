"""Which clauses a report is measured by, and which of them it answers: marks that the disclosure rules look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from tieout import vocab as v

_GROUPS = frozenset({"part", "section", "subject_area", "standard", "pillar", "industry", "topic"})
"""Levels that only hold other clauses."""

_PHASED_IN = frozenset({"Part D"})
"""Parts that bind some issuers later than others: in scope only where the report's own index cites them."""

_ANSWERS = frozenset({v.mint_status("reported"), v.mint_status("partial")})
_ABSENT = v.mint_status("stated_absent")


@dataclass(slots=True)
class _Answers:
    """What one report says: clause -> statuses; clauses with a reason; clauses that the index lists."""

    statuses: dict[str, set[str]] = field(default_factory=dict)
    explained: set[str] = field(default_factory=set)
    indexed: set[str] = field(default_factory=set)


def scope_quads(report: list[ox.Quad], clauses: list[ox.Quad]) -> Iterator[ox.Quad]:
    """Marks ``inScope``, ``answered`` and ``explained`` on clauses.

    Args:
        report: the statements of one report's graph.
        clauses: the statements of the frameworks.
    """
    told = _answers(report)
    facts = _values(clauses)
    parents = {s: f[v.SKOS + "broader"] for s, f in facts.items() if v.SKOS + "broader" in f}
    answered = {clause for clause, statuses in told.statuses.items() if statuses & _ANSWERS}
    above = {up for clause in answered for up in _ancestors(clause, parents)}
    claimed = {framework for clause in told.indexed if (framework := _framework(clause, facts))}
    cited_parts = {_part(clause, facts, parents) for clause in told.indexed}
    true = ox.Literal(True)
    for clause, fact in sorted(facts.items()):
        if v.NS + "level" not in fact:
            continue
        part = _part(clause, facts, parents)
        skipped = fact[v.NS + "level"] in _GROUPS or (part in _PHASED_IN and part not in cited_parts)
        if skipped or _framework(clause, facts) not in claimed:
            continue
        node = ox.NamedNode(clause)
        yield ox.Quad(node, ox.NamedNode(v.NS + "inScope"), true)
        line = [clause, *_ancestors(clause, parents)]
        if clause in above or answered.intersection(line):
            yield ox.Quad(node, ox.NamedNode(v.NS + "answered"), true)
        if told.explained.intersection(line):
            yield ox.Quad(node, ox.NamedNode(v.NS + "explained"), true)


def _values(quads: list[ox.Quad]) -> dict[str, dict[str, str]]:
    values: dict[str, dict[str, str]] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, (ox.NamedNode, ox.Literal)):
            values.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    return values


def _answers(report: list[ox.Quad]) -> _Answers:
    told = _Answers()
    for fact in _values(report).values():
        clause, status = fact.get(v.NS + "clause", ""), fact.get(v.NS + "status", "")
        if not clause or not status:
            continue
        told.statuses.setdefault(clause, set()).add(status)
        if status == _ABSENT and fact.get(v.NS + "explanation"):
            told.explained.add(clause)
        if fact.get(v.NS + "indexed") == "true":
            told.indexed.add(clause)
    return told


def _ancestors(clause: str, parents: dict[str, str]) -> list[str]:
    line: list[str] = []
    while (clause := parents.get(clause, "")) and clause not in line:
        line.append(clause)
    return line


def _framework(clause: str, facts: dict[str, dict[str, str]]) -> str:
    return facts.get(clause, {}).get(v.SKOS + "inScheme", "")


def _part(clause: str, facts: dict[str, dict[str, str]], parents: dict[str, str]) -> str:
    """The code of the top of a clause's tree ("Part D")."""
    top = [clause, *_ancestors(clause, parents)][-1]
    return facts.get(top, {}).get(v.SKOS + "notation", "")
