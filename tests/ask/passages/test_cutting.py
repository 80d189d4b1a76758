"""Quotes are cut to the clauses that prove an answer."""

from __future__ import annotations

from tieout.ask.passages.cutting import cut
from tieout.ask.passages.sentences import Sentence, split
from tieout.ask.wording.words import terms
from tieout.model import Passage

LONG = (
    "After a long winter, during which the mill stood in deep snow for weeks on end, the weavers founded a choir of 24 voices, "
    "which sings in the town hall every spring and has won many friends among the neighbours of the mill."
)


def _sentence(text: str) -> Sentence:
    return Sentence(Passage("r", 1, 10, 10 + len(text), text), text)


def test_the_clause_with_the_words_and_the_figure_remains() -> None:
    proof = cut(_sentence(LONG), terms("weavers choir"), "24", open_end=False)
    assert proof.quote == "the weavers founded a choir of 24 voices"
    assert LONG[proof.start - 10 : proof.end - 10] == proof.quote


def test_what_follows_is_kept_where_it_is_the_answer() -> None:
    proof = cut(_sentence(LONG), terms("weavers choir"), "", open_end=True)
    assert proof.quote.startswith("the weavers founded")
    assert proof.quote.endswith("of the mill.")


def test_a_short_sentence_stays_whole() -> None:
    text = "In June, the choir sang, and everybody listened."
    assert cut(_sentence(text), terms("choir"), "", open_end=False).quote == text


def test_an_answer_that_is_not_there_cuts_nothing() -> None:
    assert cut(_sentence(LONG), terms("weavers"), "99", open_end=False).quote == LONG


def test_a_numbered_heading_is_no_part_of_the_sentence_behind_it() -> None:
    text = "Choirs and bands 3.2 The mill has a choir. It sings."
    found = split(Passage("r", 1, 0, len(text), text), text)
    assert [s.text for s in found] == ["The mill has a choir.", "It sings."]


def test_a_short_line_without_a_stop_is_a_title() -> None:
    text = (
        "Of choirs and of bands\nThe mill has had a choir of its own since the founder came back from the sea, and\n"
        "it sings on every first Sunday of the month for all who care to come and to listen."
    )
    found = split(Passage("r", 1, 0, len(text), text), text)
    assert [s.text[:12] for s in found] == ["Of choirs an", "The mill has"]
