"""A clause seen from another framework: which clauses there ask for the same, and where the report answers them."""

from __future__ import annotations

import re

from tieout.ask.clauses.linking import FRAMEWORK_WORDS, ClauseMention
from tieout.ask.draft import Draft
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus, Disclosure, DisclosureStatus, Mapping
from tieout.patterns import lazy

_ACROSS = lazy(
    r"\bcorrespond|\bcounterparts?\b|\bequivalen|\bequals?\b|\bmap(?:s|ped|ping)?\b|\bcross-?walk|\bmatch(?:es|ed|ing)?\b|\balign(?:s|ed)?\b|"
    r"\b(?:same|closest|nearest|similar) (?:as|to|thing|matter|content|disclosure|clause)|\btranslat|\bcompar(?:es|ed|able)|"
    r"\brelat(?:es?|ed)\b|\blinked\b|\blinks?\b|\bcontribut|\bserves?\b|\bsupports?\b|\b(?:in|under) (?:the )?(?:gri|esrs|tcfd|ifrs|hkex|sasb)\b"
)
_GOALS = r"\bsdgs?\b|\bsustainable development goals?\b|\b(?:un|global) goals?\b"
_RELATIONS = ("exact", "close", "narrow", "broad", "related")
_CONFIDENCE = ("high", "medium", "low")
_MOST = 4


def across(reading: Reading, mentions: list[ClauseMention], view: View) -> Draft | None:
    """The clauses of the other framework that the question names, or None where it asks for no counterpart.

    Those that the report's own index lists come first among equally close ones; their rows are the evidence.
    """
    if not mentions or not mentions[0].by_code or _ACROSS.search(reading.folded) is None:
        return None
    source = mentions[0].clause
    said = {m.clause.id for m in mentions}
    wanted = [
        f
        for f, pattern in (*FRAMEWORK_WORDS, ("sdg", _GOALS))
        if f != source.framework and re.search(pattern, reading.folded) and not any(s.startswith(f"{f}:") for s in said)
    ]
    if not wanted:
        return None
    codes = {c.id: c for c in view.catalogue.clauses}
    goals = {g.id: g for g in view.catalogue.goals}
    found: list[tuple[tuple[int, int, int, str], str, str, str, Disclosure | None]] = []
    for mapping, other in _others(source.id, view):
        framework, _, code = other.partition(":")
        if framework not in wanted:
            continue
        row = _row(framework, code, view)
        order = (_RELATIONS.index(mapping.relation), _CONFIDENCE.index(mapping.confidence), row is None, other)
        if framework == "sdg" and code in goals:
            found.append((order, f"SDG {code}", goals[code].label, mapping.relation, None))
        elif other in codes:
            found.append((order, codes[other].code, codes[other].label, mapping.relation, row))
    found.sort(key=lambda f: f[0])
    best = [f for f in found if f[0][0] == found[0][0][0]][:_MOST] if found else []
    own = _row(source.framework, source.code, view)
    rows = [row for *_, row in best if row is not None] or ([own] if own is not None else [])
    passages = tuple(row.passage for row in rows if row.passage is not None)
    names = view.ports.names
    entity = PlanEntity("clause", f"{source.framework}:{source.code}", names.clause(source.id))
    if not best or not passages:
        told = "; ".join(f"{code} ({label})" for _, code, label, _, _ in best)
        return Draft(
            status=AnswerStatus.NOT_FOUND, intent=Intent.CLAUSE_FOR, entities=(entity,),
            text=f"Not found: no counterpart of {source.code} stands in the report." + (f" The crosswalk names {told}." if told else ""),
        )  # fmt: skip
    told = "; ".join(f"{code} ({label}, {relation} match)" for _, code, label, relation, _ in best)
    listed = ", ".join(row.code for *_, row in best if row is not None)
    text = f"{told}" + (f". The report's index lists {listed}." if listed else ". The report's index does not list it.")
    return Draft(
        status=AnswerStatus.ANSWERED, intent=Intent.CLAUSE_FOR, text=text, short=", ".join(code for _, code, *_ in best),
        passages=passages, calculation=f"{source.framework}:{source.code} in the crosswalk: {told}",
        starts=(names.clause(source.id), *(names.clause(f"{r.framework}:{r.code}") for r in rows), *(names.organization(o) for o in view.organizations)),
        query=("disclosure", (("disclosure", " ".join(r.iri for r in rows)),)), entities=(entity,),
    )  # fmt: skip


def _others(clause: str, view: View) -> list[tuple[Mapping, str]]:
    """The mappings of a clause in both directions, each with its other end."""
    found = [(m, m.target_id) for m in view.catalogue.mappings if m.source_id == clause]
    return [*found, *((m, m.source_id) for m in view.catalogue.mappings if m.target_id == clause)]


def _row(framework: str, code: str, view: View) -> Disclosure | None:
    """The report's index row of a clause, or None where its index does not list it."""
    bare = code.partition("@")[0]
    return next(
        (
            d
            for d in view.disclosures
            if (d.framework, d.code) == (framework, bare) and d.indexed and d.passage is not None
            and d.status is not DisclosureStatus.NOT_FOUND
        ),
        None,
    )  # fmt: skip
