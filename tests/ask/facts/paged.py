"""Reports of running text for these tests: the mill's company with pages given, and no index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.ask.mill import CATALOGUE, REPORT, Mill

from tieout.ask.answer import Answer
from tieout.ask.asker import Asker
from tieout.ask.ports import Found, Ports
from tieout.ask.wording.question import Question
from tieout.model import Disclosure, Entity, Passage


class Paged(Mill):
    """Copperleaf Looms Plc with other pages and, where given, other named things."""

    def __init__(self, pages: Mapping[int, str], entities: Sequence[Entity] = ()) -> None:
        self._pages, self._entities = pages, list(entities)

    def page_text(self, report: str, page: int) -> str:
        return self._pages[page]

    def page_count(self, report: str) -> int:
        return len(self._pages)

    def disclosures(self, reports: Sequence[str]) -> list[Disclosure]:
        return []

    def entities(self, reports: Sequence[str]) -> list[Entity]:
        return self._entities

    def search(self, text: str, k: int, reports: Sequence[str]) -> list[Found]:
        return [Found(Passage(REPORT, n, 0, len(t), t), (), t, 1.0) for n, t in self._pages.items()]

    def ask(self, question: str) -> Answer:
        """The answer to a question; every quote is checked against its page."""
        found = Asker(Ports(self, self, self, self, self, self), CATALOGUE).ask(Question(question, reports=(REPORT,)))
        for citation in found.citations:
            place = citation.passage
            assert self._pages[place.page][place.start : place.end] == place.quote
        return found
