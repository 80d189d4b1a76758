"""From a rule or a section back to the index: the clauses whose rows cite the section it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ask.clauses.linking import FRAMEWORK_WORDS
from tieout.ask.draft import Draft
from tieout.ask.passages.places import leaves_of, section_of
from tieout.ask.plan import Intent, PlanEntity
from tieout.ask.view import View
from tieout.ask.wording.question import Reading
from tieout.model import AnswerStatus, Disclosure, DisclosureStatus, Entity, Section
from tieout.patterns import lazy
from tieout.text import fold

_ASKS_CLAUSES = lazy(
    r"\b(?:which|what|list|name)(?: (?:all|the)){0,2} (?:[\w-]+ ){0,3}(?:clauses?|disclosures?|kpis?|requirements?|provisions?|indicators?|codes?|aspects?|(?:index )?(?:rows|entries))\b"
    r"(?P<rest>.{0,300})"
)
_LEADS = lazy(
    r"\b(?:lead|point|refer|send|direct|cite|index|link|belong)(?:s|ed|es|ing)?\b|\b(?:section|chapter|subsection|part) (?:that|which|where|in which|with)\b"
)
_SECTION = lazy(r"\b(?:section|chapter|subsection|part) (?P<number>\d+(?:\.\d+){0,4})(?![\w.]*\d)")
_KINDS = frozenset({"policy", "law", "certification", "standard", "committee"})
_MOST = 12


def pointing(reading: Reading, view: View) -> Draft | None:
    """The clauses that lead to the section of the thing named, or to the section named; None where none is asked for.

    A row leads to the ends of its reference only: what cites "3.2 Training" leads to what stands there or, where nothing
    cites that more closely, to what stands below it.
    """
    asked = _ASKS_CLAUSES.search(reading.folded)
    if asked is None or _LEADS.search(asked["rest"]) is None:
        return None
    thing = _named(asked["rest"], view)
    targets = _sections_of(thing, view) if thing is not None else _numbered(asked["rest"], view)
    frameworks = [f for f, pattern in FRAMEWORK_WORDS if re.search(pattern, reading.folded)]
    rows = [
        d
        for d in view.disclosures
        if d.indexed and d.passage is not None and d.status is not DisclosureStatus.NOT_FOUND
        and (not frameworks or d.framework in frameworks)
    ]  # fmt: skip
    leading = _leading(rows, targets, view)
    if not leading:
        return None
    names = view.ports.names
    codes = list(dict.fromkeys(d.code for d in leading))[:_MOST]
    places = tuple(d.passage for d in leading if d.passage is not None)
    proof = thing.passages[:1] if thing is not None else ()
    return Draft(
        status=AnswerStatus.ANSWERED, intent=Intent.CLAUSE_FOR, text=f"{'; '.join(codes)}.", short="; ".join(codes),
        passages=(*places[:1], *proof, *places[1:_MOST]),
        starts=(
            *((thing.iri,) if thing is not None and thing.iri else ()),
            *(names.clause(f"{d.framework}:{d.code}") for d in leading[:_MOST]),
            *(names.organization(o) for o in view.organizations),
        ),
        query=("disclosure", (("disclosure", " ".join(d.iri for d in leading[:_MOST])),)),
        calculation=f"the index rows that lead to section {', '.join(targets)}: {'; '.join(codes)}",
        entities=(PlanEntity(thing.kind, thing.label, thing.iri),) if thing is not None else (),
    )  # fmt: skip


def _named(text: str, view: View) -> Entity | None:
    """The thing whose whole name is said, the longest name first."""
    found = [
        e
        for e in view.entities
        if e.kind in _KINDS and e.passages and len(e.label.split()) > 1
        and re.search(rf"(?<!\w){re.escape(fold(e.label))}(?!\w)", text) is not None
    ]  # fmt: skip
    return min(found, key=lambda e: (-len(e.label), e.passages[0].page, e.label), default=None)


def _sections_of(thing: Entity, view: View) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for p in thing.passages if (s := section_of(p, view))))


def _numbered(text: str, view: View) -> tuple[str, ...]:
    """The sections whose number is said."""
    found = _SECTION.search(text)
    if found is None:
        return ()
    return tuple(s.id for r in view.reports for s in view.ports.facts.sections(r) if s.number == found["number"])


def _leading(rows: Sequence[Disclosure], targets: Sequence[str], view: View) -> list[Disclosure]:
    """The rows whose reference ends in a target, else in the nearest section above it."""
    sections: dict[str, Section] = {s.id: s for r in view.reports for s in view.ports.facts.sections(r)}
    ends = [(d, set(leaves_of([x.section for x in d.locations if x.section], view))) for d in rows]
    wanted = list(targets)
    for _ in range(len(sections) + 1):
        found = [d for d, leaves in ends if not leaves.isdisjoint(wanted)]
        wanted = [sections[t].parent for t in wanted if t in sections and sections[t].parent]
        if found or not wanted:
            return found
    return []
