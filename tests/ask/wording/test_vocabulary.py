"""Everyday speech for what reports measure: phrases meet the printed words, and plain words stay plain."""

from __future__ import annotations

import pytest

from tieout.ask.wording.concepts import CONCEPTS
from tieout.ask.wording.focus import content_terms, focus_text
from tieout.ask.wording.lexicon import STOPWORDS
from tieout.ask.wording.words import concepts, terms


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("vendors shown the door", "suppliers whose cooperation was terminated"),
        ("days off after accidents", "Lost days due to work-related injury"),
        ("openings given to insiders", "Vacancies filled by internal candidates"),
        ("juice", "Electricity consumption"),
        ("reams used", "Paper consumption"),
        ("gripes of clients", "Customer complaints"),
        ("power-related carbon", "Scope 2 emissions"),
        ("invention rights", "Patents"),
        ("those who left", "Staff turnover"),
        ("the pay committee convened", "Compensation Committee meetings"),
        ("managing grain", "the management of wheat"),
        ("converting", "conversion"),
        ("applicable", "applicability"),
        ("installing", "installation"),
        ("checked from outside", "limited assurance"),
        ("briefed", "report to"),
    ],
)
def test_everyday_speech_meets_the_printed_label(said, printed):
    asked, label = terms(said), terms(printed)
    assert any(q.matches(t) for q in asked for t in label)


def test_an_irregular_form_meets_its_base_however_it_ends():
    for form, base in (("left", "leave"), ("consumes", "consumed"), ("chose", "choosing"), ("written", "write")):
        assert concepts(form) & concepts(base), (form, base)


def test_maternity_leave_is_no_leaving():
    assert "turnover" not in concepts("maternity leave, nursing leave and a half-day leave")
    assert "turnover" in concepts("the people who leave")


def test_no_new_phrase_gives_a_concept_to_a_word_of_asking():
    """ "Theme" cut to "them", or "pleased" to "please", would make a thing of every "them" and "please"."""
    asking = {"please", "tell", "show", "give", "find", "state", "describe", "report", "them", "these", "those", "they"}
    assert asking <= STOPWORDS
    assert all(not terms(word) for word in asking)


def test_a_phrase_says_more_than_the_words_it_is_made_of():
    """A phrase of a concept that holds a shorter one of the same would only swallow its neighbours."""
    assert [t.text for t in terms("male staff")] == ["male", "staff"]
    assert [t.text for t in terms("green electricity used")][-1] == "used"
    assert len(CONCEPTS) > 200


@pytest.mark.parametrize("question", ["what's the top management share", "trace the growing use of paper"])
def test_words_of_asking_name_no_thing(question):
    focus = focus_text(question, ())
    assert not {"what's", "trace", "growing"} & {t.text for t in content_terms(focus)}
    assert "top" not in focus or "top management" in focus


def test_caring_drives_no_car():
    assert not any(q.matches(t) for q in terms("car fleet") for t in terms("Caring for others"))
