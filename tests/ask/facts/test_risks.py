"""Tables of risks: what a row tells of itself is what is asked of it, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.ask.mill import CATALOGUE, REPORT, Mill

from tieout.ask.asker import Asker
from tieout.ask.ports import Ports
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus, Entity, Passage

PAGE = (
    "Acute Physical Risks Gales tear the roofs of the halls. Repair costs↑ short-term Tie the roofs down before win-ter "
    "comes. Market Risks Buyers ask for undyed cloth. Revenue↓ medium-term, long-term Weave undyed cloth as well."
)
ROWS = (
    ("Acute Physical Risks", "Repair costs↑; short-term | type: Physical Risk | description: Gales tear the roofs of the halls. | response: Tie the roofs down before winter comes."),
    ("Market Risks", "Revenue↓; medium-term, long-term | type: Transition Risk | description: Buyers ask for undyed cloth. | response: Weave undyed cloth as well."),
)  # fmt: skip


class Roofs(Mill):
    """The mill with a page of risks."""

    def page_text(self, report: str, page: int) -> str:
        return PAGE if page == 5 else super().page_text(report, page)

    def page_count(self, report: str) -> int:
        return 5

    def entities(self, reports: Sequence[str]) -> list[Entity]:
        found = []
        for label, detail in ROWS:
            start = PAGE.index(label)
            place = Passage(REPORT, 5, start, start + len(label), label)
            found.append(
                Entity(
                    report=REPORT, kind="risk", label=label, passages=(place,), detail=detail, iri=f"urn:risk:{start}"
                )
            )
        return found


@pytest.fixture
def roofs() -> Asker:
    """The asker over it."""
    at = Roofs()
    return Asker(Ports(at, at, at, at, at, at), CATALOGUE)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Which risks are short-term?", "Acute Physical Risks"),
        ("Which risks lie in the long run?", "Market Risks"),
        ("List the transition risks.", "Market Risks"),
        ("What does the mill do about gales?", "Tie the roofs down before winter comes."),
        ("How does the mill respond to market risk?", "Weave undyed cloth as well."),
        ("What impact would buyers of undyed cloth have?", "Revenue↓"),
        ("Over what horizon are market risks seen?", "medium-term, long-term"),
    ],
)
def test_a_row_tells_what_is_asked_of_it(roofs: Asker, question: str, short: str) -> None:
    found = roofs.ask(Question(question, reports=(REPORT,)))
    assert (found.status, found.short) == (AnswerStatus.ANSWERED, short)
    assert found.citations
    assert all(c.passage.quote == PAGE[c.passage.start : c.passage.end] for c in found.citations)


@pytest.mark.parametrize(
    "question", ["What does the mill do about floods?", "How does the mill respond to cyber risk?"]
)
def test_a_risk_that_is_in_no_row_has_no_response(roofs: Asker, question: str) -> None:
    assert "Tie" not in roofs.ask(Question(question, reports=(REPORT,))).short
