"""What an abstention names as the nearest thing there is."""

from __future__ import annotations

from tests.ask.moor import PAGES

from tieout.ask.asker import Asker
from tieout.ask.wording.question import Question
from tieout.model import AnswerStatus


def test_the_nearest_sentence_is_named_where_no_figure_is_near(asker: Asker) -> None:
    answer = asker.ask(Question("What were the Scope 1 GHG emissions of Mill & Moor in 2024?"))
    assert answer.status is AnswerStatus.NOT_FOUND
    assert answer.answer.startswith("Not found: Scope 1 GHG emissions is not reported.")
    assert not any("kEUR" in n.what for n in answer.nearest)
    assert all(n.quote in PAGES[n.page] for n in answer.nearest)
