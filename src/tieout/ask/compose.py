"""Drafts become answers: citations with their section, paths, the query that gives the values; then the last door."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from tieout.ask.answer import Answer, Citation
from tieout.ask.draft import Draft
from tieout.ask.plan import Intent, QueryPlan
from tieout.ask.ports import GraphPath, ReportCard
from tieout.ask.verify import verify
from tieout.ask.view import View
from tieout.ask.wording.question import Question
from tieout.errors import ProofError
from tieout.model import AnswerStatus, Passage

MOST_CITATIONS = 12
_MOST_PATHS = 3


def compose(question: Question, draft: Draft, view: View) -> Answer:
    """The answer of a draft, proved.

    Raises:
        ProofError: something in it does not tie out.
    """
    citations = tuple(cite(p, view) for p in draft.passages[:MOST_CITATIONS])
    query: str | None = None
    bindings: tuple[tuple[str, str], ...] = ()
    if draft.query is not None and draft.status is not AnswerStatus.NOT_FOUND:
        name, bindings = draft.query
        _, query = view.ports.queries.run_named(name, dict(bindings))
    plan = QueryPlan(
        intent=draft.intent,
        entities=draft.entities,
        unresolved=draft.unresolved,
        reports=view.reports,
        periods=draft.periods,
        bindings=bindings,
    )
    answer = Answer(
        id=question.id,
        question=question.text,
        status=draft.status,
        answer=draft.text,
        plan=plan,
        short=draft.short,
        values=draft.values,
        calculation=draft.calculation,
        citations=citations,
        paths=find_paths(draft, citations, view),
        query=query,
        nearest=draft.nearest,
        notes=draft.notes,
    )
    verify(answer, view)
    return answer


def cite(passage: Passage, view: View) -> Citation:
    """A citation with the section its place belongs to."""
    sections = view.ports.facts.sections(passage.report)
    at = bisect.bisect_right(sections, (passage.page, passage.start), key=lambda s: (s.page, s.start))
    section = sections[at - 1] if at else None
    label = " ".join(part for part in (section.number, section.title) if part) if section is not None else ""
    return Citation(passage, label, view.ports.names.passage(passage))


def find_paths(draft: Draft, citations: Sequence[Citation], view: View) -> tuple[GraphPath, ...]:
    """Paths from things the question names to the cited passages, at most one a passage.

    What the plan does not tell as named is no start; the organization is named by the report that is asked.
    """
    if draft.status not in {AnswerStatus.ANSWERED, AnswerStatus.STATED_ABSENT}:
        return ()
    names, planned = view.ports.names, {entity.iri for entity in draft.entities}
    organizations = {card.id: names.organization(card.organization) for card in view.cards}
    named = [start for start in draft.starts if start in planned and start not in organizations.values()]
    found: list[GraphPath] = []
    for iri, report in dict.fromkeys((citation.iri, citation.passage.report) for citation in citations):
        path = view.ports.paths.find_path([*named, organizations[report]], iri)
        if path is not None:
            found.append(path)
        if len(found) >= _MOST_PATHS:
            break
    return tuple(found)


def needs_scope(question: Question, cards: Sequence[ReportCard]) -> Answer:
    """The abstention that asks which report is meant, with the choices."""
    choices = ", ".join(f"{c.organization} {c.period} ({c.id})" for c in cards[:20])
    return Answer(
        id=question.id,
        question=question.text,
        status=AnswerStatus.NEEDS_SCOPE,
        answer=f"Several reports fit; name one: {choices}.",
        plan=QueryPlan(intent=Intent.LOOKUP, reports=tuple(c.id for c in cards)),
        notes=tuple(f"{c.organization}, {c.period}: {c.id}" for c in cards[:20]),
    )


def out_of_reach(question: Question, named: Sequence[str], cards: Sequence[ReportCard]) -> Answer:
    """The abstention for a question about one company that may only be sought in the reports of another."""
    sought = ", ".join(dict.fromkeys(c.organization for c in cards))
    return Answer(
        id=question.id,
        question=question.text,
        status=AnswerStatus.NOT_FOUND,
        answer=f"Not found: the question is about {', '.join(named)}, but only reports of {sought} were to be read.",
        plan=QueryPlan(intent=Intent.LOOKUP, reports=tuple(c.id for c in cards)),
    )


def withheld(draft: Draft, error: ProofError) -> Draft:
    """The abstention that stands for a draft whose proof does not hold."""
    return Draft(
        status=AnswerStatus.NOT_FOUND,
        intent=draft.intent,
        text="Not found: what was found could not be proved and is withheld.",
        nearest=draft.nearest,
        notes=(f"Withheld: {error}",),
        entities=draft.entities,
        unresolved=draft.unresolved,
        periods=draft.periods,
    )
