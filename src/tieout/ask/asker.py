"""Asking, end to end: a question read, planned, answered or not, proved, and only then let out."""

from __future__ import annotations

from dataclasses import replace

from tieout.ask.answer import Answer
from tieout.ask.compose import compose, needs_scope, out_of_reach, withheld
from tieout.ask.draft import Draft
from tieout.ask.figures.companies import Companies
from tieout.ask.plan import Intent
from tieout.ask.ports import Ports, ReportCard
from tieout.ask.routes import route
from tieout.ask.tables.route import is_tables
from tieout.ask.view import View, open_view
from tieout.ask.wording.followup import resolve
from tieout.ask.wording.intents import compares_companies, figure_intent
from tieout.ask.wording.question import Question, Reading, read_question
from tieout.ask.wording.scope import find_reach
from tieout.errors import ProofError
from tieout.model import Catalogue

_KEPT_VIEWS = 16


class Asker:
    """Answers questions over an index. It keeps what it gathered for the next question.

    Args:
        ports: facts, pages, retrieval, queries, paths and names.
        catalogue: what the ontology knows.
    """

    def __init__(self, ports: Ports, catalogue: Catalogue) -> None:
        self._ports = ports
        self._catalogue = catalogue
        self._views: dict[tuple[str, ...], View] = {}

    def ask(self, question: Question) -> Answer:
        """One answer; a follow-up is read with the questions before it, and the answer says as what.

        Args:
            question: what is asked, and within which reports.

        Raises:
            UsageError: the question is empty, or names an unknown report.
            ProofError: an abstention does not tie out.
        """
        read_question(question)
        organizations = (
            list(dict.fromkeys(c.organization for c in self._ports.facts.reports())) if question.previous else []
        )
        meant = resolve(question.text, question.previous, organizations)
        answer = self._answer(replace(question, text=meant))
        if meant == question.text:
            return answer
        plan = replace(answer.plan, read_as=meant)
        return replace(answer, question=question.text, plan=plan, notes=(f"Read as: {meant}", *answer.notes))

    def _answer(self, question: Question) -> Answer:
        reading = read_question(question)
        reach = find_reach(question, reading, self._ports.facts.reports(), several=compares_companies(reading))
        if reach.ambiguous:
            return needs_scope(question, reach.ambiguous)
        if reach.elsewhere:
            return out_of_reach(question, reach.elsewhere, reach.cards)
        view = self.view(reach.cards)
        draft = self._over_companies(reading, view) or route(reading, view)
        try:
            return compose(question, draft, view)
        except ProofError as error:
            return compose(question, withheld(draft, error), view)

    def _over_companies(self, reading: Reading, view: View) -> Draft | None:
        """The draft over several companies, each with its own reports; None for one company and for bare tables."""
        organizations = view.organizations
        if len(organizations) < 2 or is_tables(view) or figure_intent(reading) is Intent.CONSISTENCY:
            return None
        own = [self.view(tuple(c for c in view.cards if c.organization == o)) for o in organizations]
        return Companies(own).answer(reading)

    def view(self, cards: tuple[ReportCard, ...]) -> View:
        """The facts of these reports, gathered once."""
        key = tuple(c.id for c in cards)
        if key not in self._views:
            if len(self._views) >= _KEPT_VIEWS:
                self._views.pop(next(iter(self._views)))
            self._views[key] = open_view(self._ports, self._catalogue, cards)
        return self._views[key]
